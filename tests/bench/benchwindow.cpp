// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchwindow.h"

#include "tests/bench/incompletestore.h"
#include "ui/calls/livepage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QEventLoop>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <cstdio>

namespace anrufwarte::bench {

namespace {

const QByteArray Key = "key_of_the_benchmark_0123456789";
constexpr QSize ThirtyRows(1440, 1500); ///< and those of the second group that come into view

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

} // namespace

void turnFor(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

bool turnUntil(const std::function<bool()> &condition, int boundMs)
{
    constexpr int LookEveryMs = 20;
    QElapsedTimer waited;
    waited.start();
    while (!condition()) {
        if (waited.hasExpired(boundMs))
            return false;
        turnFor(LookEveryMs);
    }
    return true;
}

BenchWindow::BenchWindow(int incompleteCalls, int requestIntervalMs) : m_port(freePort())
{
    qputenv("ANRUFWARTE_RETELL_API_KEY", Key);
    qputenv("ANRUFWARTE_RETELL_BASE_URL", m_server.origin().toLatin1());
    qputenv("ANRUFWARTE_WEBHOOK_LISTEN", "127.0.0.1:" + QByteArray::number(m_port));
    if (incompleteCalls == 0) // a poll would end the running calls of a test that Retell knows nothing of
        qputenv("ANRUFWARTE_POLL_INTERVAL_SECONDS", "0");
    if (requestIntervalMs > 0)
        qputenv("ANRUFWARTE_SYNC_REQUEST_INTERVAL_MS", QByteArray::number(requestIntervalMs));
    m_isReady = incompleteCalls == 0 || makeIncompleteStore(m_folder.path(), incompleteCalls);
}

BenchWindow::~BenchWindow() = default;

bool BenchWindow::open()
{
    if (!m_isReady)
        return false;
    DesktopOptions options;
    options.profile = m_folder.path();
    m_desktop.emplace(options);
    QTimer::singleShot(0, &*m_desktop, &Desktop::start);
    if (!turnUntil([this] { return window() != nullptr && window()->isVisible(); })) {
        std::fputs("the window does not come\n", stderr);
        return false;
    }
    window()->resize(ThirtyRows);
    return turnUntil([this] {
        QTcpSocket probe;
        probe.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        return probe.waitForConnected(100);
    });
}

MainWindow *BenchWindow::window() const
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<MainWindow *>(widget))
            return found;
    }
    return nullptr;
}

LivePage *BenchWindow::live() const
{
    return window()->findChild<LivePage *>();
}

QString BenchWindow::storeFile() const
{
    return m_folder.filePath(QStringLiteral("calls.sqlite"));
}

qsizetype BenchWindow::takeAsked()
{
    const QList<Asked> asked = m_server.take();
    return std::count_if(asked.begin(), asked.end(), [](const Asked &one) { return one.isCall; });
}

std::unique_ptr<QProcess> BenchWindow::startLoad(const QStringList &options) const
{
    auto load = std::make_unique<QProcess>();
    load->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    load->start(QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("webhookload")),
                QStringList{QStringLiteral("--port"), QString::number(m_port), QStringLiteral("--key"),
                            QString::fromLatin1(Key)} +
                    options);
    return load;
}

} // namespace anrufwarte::bench
