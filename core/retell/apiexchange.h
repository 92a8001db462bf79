// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/retell/apireply.h"

#include <QNetworkReply>
#include <QObject>
#include <QTimer>
#include <QUrl>
#include <functional>

class QNetworkAccessManager;

namespace anrufwarte {

struct ApiRequest
{
    QUrl url;
    QByteArray body; ///< empty: GET, else POST
    Secret key;
};

/// What one question may cost. Times in ms.
struct ApiLimits
{
    int connectMs = 10'000; ///< until the request is out
    int totalMs = 60'000;
    int slowWindowMs = 10'000; ///< in each such span of a body …
    qint64 slowBytes = 512;    ///< … at least so many bytes have to come
    /// Decoded. A page of a thousand calls has about 5 MB; dense JSON of this size still parses in less than
    /// 300 MB of memory.
    qint64 maxBytes = 16LL * 1024 * 1024;
};

/// One question and its answer over a QNetworkAccessManager. The key goes to the host of the request alone:
/// redirects are followed only where scheme, host and port stay the same, which also means never from https
/// to http. Deletes itself after `done`; deleted before, it stays silent.
class ApiExchange : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(ApiAnswer<ApiReply>)>;

    /// `network` must outlive it.
    ApiExchange(QNetworkAccessManager &network, ApiRequest request, const ApiLimits &limits, Done done,
                QObject *parent);
    ~ApiExchange() override;

Q_SIGNALS:
    /// The question is out; once more for each redirect.
    void sent();

private:
    void send(const QUrl &url);
    [[nodiscard]] bool read();
    void finish();
    [[nodiscard]] bool follow(int status);
    void giveUp(ApiFault fault, const QString &detail);
    void answer(ApiAnswer<ApiReply> answer);
    void drop();

    QNetworkAccessManager &m_network;
    const ApiRequest m_request;
    const ApiLimits m_limits;
    Done m_done;
    QNetworkReply *m_reply = nullptr;
    QTimer m_connect;
    QTimer m_total;
    QTimer m_slow;
    QByteArray m_body;
    qint64 m_bytesAtWindowStart = 0;
    int m_redirects = 0;
};

} // namespace anrufwarte
