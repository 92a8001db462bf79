// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/demo.h"

#include <QCoreApplication>
#include <QDir>
#include <QRandomGenerator>
#include <array>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace anrufwarte {

namespace {

constexpr int PatienceMs = 2000;

Secret randomKey()
{
    std::array<quint32, 6> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    QByteArray text = "demo_";
    for (const quint32 word : words)
        text += QByteArray::number(word, 16).rightJustified(8, '0');
    return Secret::fromConfigured(text);
}

} // namespace

Demo::Demo(QObject *parent) : QObject(parent), m_key(randomKey())
{
    m_simulator.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_simulator, &QProcess::readyReadStandardOutput, this, &Demo::readOrigin);
#ifdef Q_OS_LINUX
    // The child ends even when this process crashes.
    m_simulator.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
    connect(&m_simulator, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT
        failed(m_simulator.program() + u": " + m_simulator.errorString());
    });
}

Demo::~Demo()
{
    m_simulator.disconnect(this);
    if (m_simulator.state() == QProcess::NotRunning)
        return;
    m_simulator.terminate();
    if (!m_simulator.waitForFinished(PatienceMs))
        m_simulator.kill();
    m_simulator.waitForFinished(PatienceMs);
}

void Demo::startSimulator(const QString &webhookUrl)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("ANRUFWARTE_SIMULATOR_KEY"), QString::fromLatin1(m_key.reveal()));
    m_simulator.setProcessEnvironment(environment);
    const QStringList arguments{
        QStringLiteral("--webhook-url"), webhookUrl,
        QStringLiteral("--listen"),      QStringLiteral("127.0.0.1:0"),
        QStringLiteral("--concurrent"),  QStringLiteral("6"),
        QStringLiteral("--speed"),       QStringLiteral("1"),
        QStringLiteral("--seed"),        QStringLiteral("559"),
        QStringLiteral("--history"),     QStringLiteral("120"),
        QStringLiteral("--backfill"),    QStringLiteral("60"),
    };
    const QDir here(QCoreApplication::applicationDirPath());
    m_simulator.start(here.filePath(QStringLiteral("anrufwarte-simulator")), arguments);
}

/// It says one line, "listening http://127.0.0.1:PORT".
void Demo::readOrigin()
{
    if (!m_simulator.canReadLine())
        return;
    const QByteArray line = m_simulator.readLine().trimmed();
    const QByteArray said = "listening ";
    if (line.startsWith(said))
        Q_EMIT apiReady(QString::fromLatin1(line.mid(said.size())));
}

} // namespace anrufwarte
