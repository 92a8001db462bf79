// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/keychain.h"

#include <QFileInfo>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace anrufwarte {

namespace {

/// Same for all profiles of an account, as for other programs.
QString service()
{
    return QStringLiteral("anrufwarte");
}

bool hasSessionBus([[maybe_unused]] const QProcessEnvironment &environment)
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return true;
#else
    if (!environment.value(QStringLiteral("DBUS_SESSION_BUS_ADDRESS")).isEmpty())
        return true;
    const QString runtime = environment.value(QStringLiteral("XDG_RUNTIME_DIR"));
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus"));
#endif
}

class SystemKeychain final : public Keychain
{
public:
    explicit SystemKeychain(std::chrono::milliseconds patience) : m_patience(patience) {}

    void read(const QString &name, std::function<void(Secret)> done) override
    {
        auto *job = new QKeychain::ReadPasswordJob(service());
        run(job, name, [job, done = std::move(done)](bool isDone) {
            done(isDone ? Secret::fromConfigured(job->binaryData()) : Secret());
        });
    }

    void write(const QString &name, const Secret &secret, std::function<void(bool)> done) override
    {
        auto *job = new QKeychain::WritePasswordJob(service());
        job->setBinaryData(secret.reveal());
        run(job, name, std::move(done));
    }

private:
    /// The job deletes itself when it has ended, however late; the timer goes with the first of the two
    /// answers.
    void run(QKeychain::Job *job, const QString &name, std::function<void(bool)> done) const
    {
        job->setKey(name);
        job->setInsecureFallback(false);
        auto *timer = new QTimer;
        timer->setSingleShot(true);
        QObject::connect(job, &QKeychain::Job::finished, timer, [job, timer, done] {
            timer->stop();
            timer->deleteLater();
            done(job->error() == QKeychain::NoError);
        });
        QObject::connect(timer, &QTimer::timeout, timer, [job, timer, done] {
            job->disconnect(timer);
            timer->deleteLater();
            done(false);
        });
        timer->start(m_patience);
        job->start();
    }

    std::chrono::milliseconds m_patience;
};

} // namespace

std::unique_ptr<Keychain> systemKeychain(const QProcessEnvironment &environment,
                                         std::chrono::milliseconds patience)
{
    return hasSessionBus(environment) ? std::make_unique<SystemKeychain>(patience) : nullptr;
}

} // namespace anrufwarte
