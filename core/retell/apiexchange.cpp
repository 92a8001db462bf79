// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retell/apiexchange.h"

#include <QNetworkAccessManager>

namespace anrufwarte {

namespace {

constexpr int MaxRedirects = 3;
constexpr qint64 BufferBytes = 256LL * 1024; ///< what Qt may hold before we have counted it

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const int port = a.scheme() == QLatin1String("https") ? 443 : 80;
    return a.scheme() == b.scheme() && a.host() == b.host() && a.port(port) == b.port(port);
}

QNetworkRequest prepared(const ApiRequest &request, const QUrl &url)
{
    QNetworkRequest prepared(url);
    prepared.setRawHeader("Authorization", "Bearer " + request.key.reveal());
    prepared.setRawHeader("Accept", "application/json");
    prepared.setRawHeader("User-Agent", "Anrufwarte/" ANRUFWARTE_VERSION);
    prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    prepared.setDecompressedSafetyCheckThreshold(-1); // we count the decoded bytes ourselves
    if (!request.body.isEmpty())
        prepared.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    return prepared;
}

} // namespace

ApiExchange::ApiExchange(QNetworkAccessManager &network, ApiRequest request, const ApiLimits &limits,
                         Done done, QObject *parent)
    : QObject(parent),
      m_network(network),
      m_request(std::move(request)),
      m_limits(limits),
      m_done(std::move(done))
{
    m_connect.setSingleShot(true);
    m_total.setSingleShot(true);
    connect(&m_connect, &QTimer::timeout, this,
            [this] { giveUp(ApiFault::Down, QStringLiteral("no connection in time")); });
    connect(&m_total, &QTimer::timeout, this,
            [this] { giveUp(ApiFault::Down, QStringLiteral("no complete answer in time")); });
    connect(&m_slow, &QTimer::timeout, this, [this] {
        if (m_body.size() - std::exchange(m_bytesAtWindowStart, m_body.size()) < m_limits.slowBytes)
            giveUp(ApiFault::Down, QStringLiteral("the answer comes too slowly"));
    });
    m_total.start(m_limits.totalMs);
    send(m_request.url);
}

ApiExchange::~ApiExchange()
{
    drop();
}

void ApiExchange::send(const QUrl &url)
{
    const QNetworkRequest request = prepared(m_request, url);
    m_reply = m_request.body.isEmpty() ? m_network.get(request) : m_network.post(request, m_request.body);
    m_reply->setReadBufferSize(BufferBytes);
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this,
            [this] { m_connect.start(m_limits.connectMs); });
    connect(m_reply, &QNetworkReply::requestSent, &m_connect, &QTimer::stop);
    connect(m_reply, &QNetworkReply::requestSent, this, &ApiExchange::sent);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        m_connect.stop();
        if (!m_slow.isActive())
            m_slow.start(m_limits.slowWindowMs);
    });
    connect(m_reply, &QNetworkReply::readyRead, this, [this] { (void)read(); });
    connect(m_reply, &QNetworkReply::finished, this, &ApiExchange::finish);
}

/// False when it was too much: then this object may be gone.
bool ApiExchange::read()
{
    while (true) {
        const QByteArray chunk = m_reply->read(BufferBytes);
        if (chunk.isEmpty())
            return true;
        m_body += chunk;
        if (m_body.size() > m_limits.maxBytes) {
            giveUp(ApiFault::Unreadable, QStringLiteral("more than %1 bytes").arg(m_limits.maxBytes));
            return false;
        }
    }
}

void ApiExchange::finish()
{
    if (!read())
        return;
    ApiReply reply;
    reply.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (follow(reply.status))
        return;
    const bool brokeOff = m_reply->error() != QNetworkReply::NoError && reply.status < 400;
    if (brokeOff)
        return giveUp(ApiFault::Down, m_reply->errorString());
    for (const auto &header : m_reply->rawHeaderPairs())
        reply.headers.append({header.first, header.second});
    reply.body = std::move(m_body);
    answer(std::move(reply));
}

/// True when another reply takes the place of this one. A redirect that is not followed is an answer like any
/// other (and no good one).
bool ApiExchange::follow(int status)
{
    const bool keepsMethod = status == 307 || status == 308 || m_request.body.isEmpty();
    const QUrl target =
        m_reply->url().resolved(m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl());
    if (status < 300 || status >= 400 || !keepsMethod || m_redirects >= MaxRedirects ||
        !isSameOrigin(m_request.url, target))
        return false;
    ++m_redirects;
    drop();
    m_body.clear();
    m_bytesAtWindowStart = 0;
    send(target);
    return true;
}

void ApiExchange::giveUp(ApiFault fault, const QString &detail)
{
    const int status = m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
    answer(ApiFailure{fault, status, {}, detail});
}

void ApiExchange::answer(ApiAnswer<ApiReply> answer)
{
    drop();
    m_total.stop();
    deleteLater();
    if (const Done done = std::exchange(m_done, {}))
        done(std::move(answer));
}

void ApiExchange::drop()
{
    m_connect.stop();
    m_slow.stop();
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

} // namespace anrufwarte
