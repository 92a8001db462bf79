// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/retell/signature.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace anrufwarte::test {

inline constexpr char TestKey[] = "key_of_the_tests_7f3a";
inline constexpr int Patience = 20'000; ///< ms, for a machine that is busy

struct CliResult
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

/// The real program with a profile and an environment of its own.
class CliProfile
{
public:
    CliProfile()
    {
        const QStringList names = m_environment.keys();
        for (const QString &name : names) {
            if (name.startsWith(QLatin1String("ANRUFWARTE_")))
                m_environment.remove(name);
        }
        for (const char *name : {"LANGUAGE", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "JOURNAL_STREAM"})
            m_environment.remove(QString::fromLatin1(name));
        set("LC_ALL", "C.UTF-8");
        set("ANRUFWARTE_WEBHOOK_LISTEN", "127.0.0.1:0");
        set("ANRUFWARTE_RETELL_BASE_URL", "http://127.0.0.1:9"); // nobody there: no test asks the real one
    }

    void set(const char *variable, const char *value)
    {
        m_environment.insert(QString::fromLatin1(variable), QString::fromUtf8(value));
    }
    void unset(const char *variable) { m_environment.remove(QString::fromLatin1(variable)); }
    void setKey(const char *key = TestKey) { set("ANRUFWARTE_RETELL_API_KEY", key); }

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("profile")); }
    [[nodiscard]] QString file(const char *name) const { return path() + u'/' + QString::fromLatin1(name); }

    void start(QProcess &process, const QStringList &arguments) const
    {
        process.setProcessEnvironment(m_environment);
        process.start(QStringLiteral(ANRUFWARTE_BIN_DIR "/anrufwarte-cli"),
                      QStringList{QStringLiteral("--profile"), path()} + arguments);
    }

    [[nodiscard]] CliResult run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        start(process, arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(Patience) || process.exitStatus() != QProcess::NormalExit)
            return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

/// `serve`, ended with the test at the latest.
class Server
{
public:
    explicit Server(const CliProfile &profile) { profile.start(m_process, {QStringLiteral("serve")}); }
    ~Server()
    {
        m_process.kill();
        m_process.waitForFinished(Patience);
    }
    Q_DISABLE_COPY_MOVE(Server)

    [[nodiscard]] QProcess &process() { return m_process; }

    /// The addresses it says it listens on; waits for as many lines.
    [[nodiscard]] QList<QUrl> urls(qsizetype count = 1)
    {
        while (m_out.count('\n') < count && m_process.waitForReadyRead(Patience))
            m_out += m_process.readAllStandardOutput();
        QList<QUrl> found;
        static const QRegularExpression line(QStringLiteral("^listening (\\S+)$"),
                                             QRegularExpression::MultilineOption);
        auto match = line.globalMatch(QString::fromUtf8(m_out));
        while (match.hasNext())
            found.append(QUrl(match.next().captured(1)));
        return found;
    }

    /// The exit code after a signal, -1 if it did not end in time.
    [[nodiscard]] int terminated(int withinMs = 5'000)
    {
        m_process.terminate();
        return m_process.waitForFinished(withinMs) ? m_process.exitCode() : -1;
    }

private:
    QProcess m_process;
    QByteArray m_out;
};

/// The stand-in for Retell, ended with the test at the latest.
class Simulator
{
public:
    explicit Simulator(const QStringList &options, const char *key = TestKey)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("ANRUFWARTE_SIMULATOR_KEY"), QString::fromLatin1(key));
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(ANRUFWARTE_BIN_DIR "/anrufwarte-simulator"),
                        QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")} + options);
        QByteArray out;
        while (!out.contains('\n') && m_process.waitForReadyRead(Patience))
            out += m_process.readAllStandardOutput();
        m_origin = out.simplified().mid(out.indexOf(' ') + 1);
    }
    ~Simulator()
    {
        m_process.kill();
        m_process.waitForFinished(Patience);
    }
    Q_DISABLE_COPY_MOVE(Simulator)

    [[nodiscard]] const QByteArray &origin() const { return m_origin; } ///< "http://127.0.0.1:8788"

private:
    QProcess m_process;
    QByteArray m_origin;
};

/// Posts a body and gives the status back; 0 when there was no answer. An empty header is not sent.
inline int post(const QUrl &url, const QByteArray &body, const QByteArray &signature)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    if (!socket.waitForConnected(Patience))
        return 0;
    QByteArray request = "POST " + url.path().toUtf8() + " HTTP/1.1\r\nHost: " + url.authority().toUtf8() +
                         "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) +
                         "\r\n";
    if (!signature.isEmpty())
        request += "X-Retell-Signature: " + signature + "\r\n";
    socket.write(request + "\r\n" + body);
    QByteArray answer;
    while (!answer.contains("\r\n") && socket.waitForReadyRead(Patience))
        answer += socket.readAll();
    return answer.mid(9, 3).toInt();
}

/// Signed as Retell does, now.
inline int postSigned(const QUrl &url, const QByteArray &body, const char *key = TestKey)
{
    return post(url, body,
                signedHeader(body, QDateTime::currentMSecsSinceEpoch(), Secret::fromConfigured(key)));
}

} // namespace anrufwarte::test
