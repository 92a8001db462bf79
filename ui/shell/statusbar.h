// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/statustexts.h"

#include <QWidget>

namespace anrufwarte {

class Look;
class StatusSegment;
class TextLabel;

/// The state of the sources at the foot of the window, 32 px.
class StatusBar : public QWidget
{
    Q_OBJECT
public:
    explicit StatusBar(const Look &look, QWidget *parent = nullptr);

    void setListener(const StatusText &text);
    void setPoller(const StatusText &text);
    void setStore(const StatusText &text);
    void setApi(const StatusText &text);
    void setAsOf(const QString &text, bool stale);

    [[nodiscard]] StatusSegment *listener() const { return m_listener; }
    [[nodiscard]] StatusSegment *poller() const { return m_poller; }
    [[nodiscard]] StatusSegment *store() const { return m_store; }
    [[nodiscard]] StatusSegment *api() const { return m_api; }

Q_SIGNALS:
    void listenerPressed();
    void pollerPressed();
    void storePressed();
    void apiPressed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    const Look &m_look;
    StatusSegment *m_listener;
    StatusSegment *m_poller;
    StatusSegment *m_store;
    StatusSegment *m_api;
    TextLabel *m_asOf;
};

} // namespace anrufwarte
