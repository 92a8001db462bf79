// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/progressbar.h"
#include "app/cli/resyncreport.h"
#include "app/runtime/quitsignals.h"
#include "core/settings/secretsource.h"
#include "core/store/asyncreader.h"
#include "core/store/callstore.h"
#include "core/sync/resync.h"

#include <memory>

namespace anrufwarte {

/// One resync in a process of its own, beside a running program if there is one: every result is a
/// transaction of its own. A first signal cancels, a second one ends at once.
class ResyncSession : public QObject
{
    Q_OBJECT
public:
    ResyncSession(const Invocation &invocation, ResyncReport::Format format, Finish finish);
    ~ResyncSession() override;

    /// `call`: local number or Retell id, for a request of one call; else empty.
    void start(const ResyncRequest &request, const QString &call);

private:
    void open(const Secrets &secrets);
    [[nodiscard]] Result<void> openStore();
    [[nodiscard]] Result<void> nameCall();
    void begin(const Secrets &secrets);
    void show(const QList<ResyncResult> &results);
    void conclude(const ResyncRun &run);
    void quit();
    void finish(ExitCode code);

    const Invocation &m_invocation;
    Finish m_finish;
    ResyncReport m_report;
    ProgressBar m_bar;
    ResyncRequest m_request;
    QString m_call;
    QuitSignals m_quit;
    std::unique_ptr<SecretSource> m_keys;
    /// In the order in which they need each other.
    std::unique_ptr<CallStore> m_store; ///< null in a dry run
    std::unique_ptr<AsyncReader> m_reader;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<ApiGate> m_gate;
    std::unique_ptr<AccountFacts> m_account;
    std::unique_ptr<Resync> m_resync;
};

} // namespace anrufwarte
