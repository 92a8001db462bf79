// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/display.h"

#include <QFile>

#ifdef Q_OS_LINUX
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

namespace anrufwarte {

#ifdef Q_OS_LINUX

namespace {

/// True when somebody listens on the unix socket of this name; a leading NUL means the abstract name space.
bool answers(const QByteArray &name)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (name.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        return false;
    std::memcpy(address.sun_path, name.constData(), static_cast<size_t>(name.size()));
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return false;
    const auto length =
        static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + static_cast<size_t>(name.size()));
    const auto *generic = reinterpret_cast<const sockaddr *>(&address); // what the sockets API is made for
    const bool reached = ::connect(descriptor, generic, length) == 0;
    ::close(descriptor);
    return reached;
}

bool reachesX(const QString &display)
{
    const qsizetype colon = display.lastIndexOf(u':');
    if (colon < 0)
        return false;
    if (colon > 0 && display.left(colon) != QLatin1String("unix"))
        return true; // a display of another machine: let Qt try
    const QByteArray name = "/tmp/.X11-unix/X" + display.mid(colon + 1).section(u'.', 0, 0).toLatin1();
    return answers(name) || answers(QByteArray(1, '\0') + name);
}

bool reachesWayland(const QProcessEnvironment &environment, const QString &name)
{
    const QString path =
        name.startsWith(u'/') ? name : environment.value(QStringLiteral("XDG_RUNTIME_DIR")) + u'/' + name;
    return answers(QFile::encodeName(path));
}

} // namespace

bool hasDisplay(const QProcessEnvironment &environment)
{
    const QString platform = environment.value(QStringLiteral("QT_QPA_PLATFORM"));
    if (!platform.isEmpty() && !platform.startsWith(u"xcb") && !platform.startsWith(u"wayland"))
        return true;
    const QString wayland = environment.value(QStringLiteral("WAYLAND_DISPLAY"));
    const QString x = environment.value(QStringLiteral("DISPLAY"));
    return (!wayland.isEmpty() && reachesWayland(environment, wayland)) || (!x.isEmpty() && reachesX(x));
}

#else

bool hasDisplay(const QProcessEnvironment &)
{
    return true;
}

#endif

} // namespace anrufwarte
