// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/clientaddress.h"

namespace anrufwarte::http {

QHostAddress clientAddress(const Request &request, const AddressList &trustedProxies)
{
    QHostAddress client = unmapped(request.peer);
    if (!trustedProxies.contains(client))
        return client;
    const QList<QByteArray> hops = request.values("X-Forwarded-For").join(',').split(',');
    for (auto hop = hops.crbegin(); hop != hops.crend(); ++hop) {
        const auto address = parseAddress(hop->trimmed());
        if (!address)
            return client;
        client = *address;
        if (!trustedProxies.contains(client))
            return client;
    }
    return client;
}

} // namespace anrufwarte::http
