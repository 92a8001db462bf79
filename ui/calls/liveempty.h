// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/health.h"
#include "core/text/formats.h"
#include "ui/look/textlabel.h"

#include <array>

class QPushButton;

namespace anrufwarte {

/// How it stands with everything that calls are heard of through.
struct SourceHealth
{
    ListenerHealth listener;
    StoreHealth store;
    std::optional<ApiHealth> api; ///< nothing is known before the first word of it
    int pollSeconds = 0;
    bool pollLate = false; ///< the last good poll is too long ago
    bool hasKey = true;    ///< without one nothing is accepted and nothing asked

    [[nodiscard]] bool pollerWorks() const
    {
        return api && !pollLate && (api->state == ApiState::Ok || api->state == ApiState::Throttled);
    }
    /// Neither a webhook nor the poller would tell of a call.
    [[nodiscard]] bool isDeaf() const
    {
        return !hasKey || (!listener.listening && listener.problem.has_value() && !pollerWorks());
    }
};

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

    void showQuiet(const SourceHealth &sources, const Formats &formats, qint64 nowMs);
    void showNoHits(const QString &search);
    void showDeaf(const SourceHealth &sources); ///< no friendly text
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QString title() const { return m_title->text(); }

Q_SIGNALS:
    void fetchRequested(); ///< the calls of the last day
    void checkRequested();
    void filterResetRequested();

private:
    enum class State
    {
        Good,
        Waiting,
        Warn,
        Bad
    };
    struct HealthLine
    {
        QWidget *box;
        QLabel *icon;
        TextLabel *title;
        TextLabel *detail;
        State state = State::Waiting;
    };
    enum Source : size_t
    {
        Listener,
        Poller,
        Api,
        Store,
        SourceCount
    };

    HealthLine makeHealthLine();
    void setHealth(Source source, State state, const QString &title, const QString &detail);
    void showListener(const ListenerHealth &listener, const Formats &formats, qint64 nowMs);
    void showPoller(const SourceHealth &sources, const Formats &formats, qint64 nowMs);
    void showApi(const std::optional<ApiHealth> &api, const Formats &formats);
    void showStore(const StoreHealth &store);
    void setKind(Kind kind);
    void paintIcons();

    const Look &m_look;
    Kind m_kind = Kind::Quiet;
    QLabel *m_icon;
    TextLabel *m_title;
    TextLabel *m_text;
    QPushButton *m_fetch;
    QPushButton *m_check;
    QPushButton *m_reset;
    std::array<HealthLine, SourceCount> m_lines;
};

} // namespace anrufwarte
