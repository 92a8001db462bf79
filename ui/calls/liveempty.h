// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/health.h"
#include "core/text/formats.h"
#include "ui/look/textlabel.h"

class QPushButton;

namespace anrufwarte {

/// What the live page shows instead of rows: calm when nothing goes on, plain when nothing could be heard.
class LiveEmpty : public QWidget
{
    Q_OBJECT
public:
    enum class Kind
    {
        Quiet,
        NoHits,
        Deaf
    };

    explicit LiveEmpty(const Look &look, QWidget *parent = nullptr);

    void showQuiet(const ListenerHealth &listener, const StoreHealth &store, const Formats &formats,
                   qint64 nowMs);
    void showNoHits(const QString &search);
    void showDeaf(const ListenerHealth &listener); ///< neither listener nor poller works: no friendly text
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QString title() const { return m_title->text(); }

Q_SIGNALS:
    void checkRequested();
    void filterResetRequested();

private:
    struct HealthLine
    {
        QWidget *box;
        QLabel *icon;
        TextLabel *title;
        TextLabel *detail;
    };

    HealthLine makeHealthLine();
    void setHealth(const HealthLine &line, bool good, const QString &title, const QString &detail);
    void setKind(Kind kind);
    void paintIcons();

    const Look &m_look;
    Kind m_kind = Kind::Quiet;
    QLabel *m_icon;
    TextLabel *m_title;
    TextLabel *m_text;
    QPushButton *m_check;
    QPushButton *m_reset;
    HealthLine m_listener;
    HealthLine m_store;
    bool m_listenerGood = true;
    bool m_storeGood = true;
};

} // namespace anrufwarte
