# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window tells the desktop of alerts. A stand-in for the desktop's notification service, on the real session bus,
hears what a person would see: once per alert, in their language, and nothing from outside as markup.

Usage (inside private_desktop.sh): test_notifications.py PATH_OF_ANRUFWARTE LANGUAGE
"""
import os
import signal
import socket
import subprocess
import sys
import tempfile

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

from waiting import PATIENCE_SECONDS, until  # noqa: E402

WORDS = {
    "de": {"rejected": "1 Webhook abgewiesen.", "down": "Es werden keine Webhooks empfangen.", "open": "Anrufwarte öffnen"},
    "en": {"rejected": "1 webhook rejected.", "down": "No webhooks are being received.", "open": "Open Anrufwarte"},
}
OUTSIDE = "<b>x</b> & <img src='y'>.pem"  # a file name that means something else to whoever reads markup
ESCAPED = "&lt;b&gt;x&lt;/b&gt; &amp; &lt;img src='y'&gt;.pem"
INTERFACE = """<node><interface name="org.freedesktop.Notifications">
  <method name="GetCapabilities"><arg direction="out" type="as"/></method>
  <method name="Notify"><arg direction="in" type="s"/><arg direction="in" type="u"/><arg direction="in" type="s"/>
    <arg direction="in" type="s"/><arg direction="in" type="s"/><arg direction="in" type="as"/>
    <arg direction="in" type="a{sv}"/><arg direction="in" type="i"/><arg direction="out" type="u"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>"""
PLACE = "/org/freedesktop/Notifications"


class Service:
    """org.freedesktop.Notifications, as far as an application sees it."""

    def __init__(self):
        self.capabilities, self.heard = [], []
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
        self.bus.register_object(PLACE, interface, self._answer)
        self.owned = False
        Gio.bus_own_name_on_connection(self.bus, "org.freedesktop.Notifications", Gio.BusNameOwnerFlags.NONE, self._own, None)

    def _own(self, *_):
        self.owned = True

    def _answer(self, _bus, _sender, _path, _interface, method, values, call):
        if method == "GetCapabilities":
            call.return_value(GLib.Variant("(as)", (self.capabilities,)))
            return
        names = ("app", "replaces", "icon", "summary", "body", "actions", "hints", "expires")
        self.heard.append(dict(zip(names, values.unpack())))
        print("Notify", self.heard[-1], flush=True)
        call.return_value(GLib.Variant("(u)", (len(self.heard),)))

    def press(self, number, action):
        self.bus.emit_signal(None, PLACE, "org.freedesktop.Notifications", "ActionInvoked", GLib.Variant("(us)", (number, action)))


class Window:
    """The program on a profile of its own."""

    def __init__(self, program, language, settings, arguments=()):
        self.folder = tempfile.TemporaryDirectory(prefix="anrufwarte-notices-")
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            self.port = taken.getsockname()[1]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("ANRUFWARTE_")}
        environment |= {"ANRUFWARTE_RETELL_API_KEY": "key_of_a_test", "ANRUFWARTE_POLL_INTERVAL_SECONDS": "0",
                        "ANRUFWARTE_RETELL_BASE_URL": "http://127.0.0.1:9",
                        "ANRUFWARTE_WEBHOOK_LISTEN": f"127.0.0.1:{self.port}", **settings}
        self.process = subprocess.Popen([program, "--profile", self.folder.name, "--lang", language, *arguments], env=environment)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        finally:
            self.process.kill()
            self.folder.cleanup()

    def post(self, field):
        """The status of a webhook with one field beside the usual ones."""
        body = b'{"event":"call_started","call":{"call_id":"call_1"}}'
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE_SECONDS) as wire:
            wire.sendall(b"POST /webhooks/retell HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n%s\r\n" % (len(body), field) + body)
            return wire.recv(4096).split(b" ")[1].decode()

    def listens(self):
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def is_active(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app and app.get_name() == "anrufwarte" and app.get_child_count() > 0:
                app.set_cache_mask(Atspi.Cache.NONE)
                return app.get_child_at_index(0).get_state_set().contains(Atspi.StateType.ACTIVE)
        return False


def check_rejections(program, language, service):
    """One message per reason, however many webhooks; pressing it brings the window back."""
    words = WORDS[language]
    service.capabilities = ["body", "body-markup", "actions"]
    with Window(program, language, {}, ["--minimized"]) as window:
        until("the listener", window.listens)
        assert not window.is_active(), "it was to start minimised"
        for _ in range(3):
            assert window.post(b"") == "401"
        until("a message of the desktop", lambda: service.heard)
        assert window.post(b"X-Retell-Signature: nonsense\r\n") == "401"
        until("a message for the other reason", lambda: len(service.heard) > 1)
        first, second = service.heard  # the last in time is here: no third one came before it
        assert first["app"] == "Anrufwarte" and first["summary"] == words["rejected"], first
        assert first["body"] and first["body"] != second["body"], (first, second)
        assert first["actions"] == ["default", words["open"]], first
        assert not window.is_active(), "it took the focus"
        service.press(1, "default")
        until("the window in front", window.is_active)


def check_words_from_outside(program, language, service):
    """They stay what they are, whether the desktop reads markup or not."""
    for capabilities, name in ((["body", "body-markup"], ESCAPED), (["body"], OUTSIDE)):
        service.capabilities = capabilities
        service.heard.clear()
        settings = {"ANRUFWARTE_WEBHOOK_TLS_CERTIFICATE": f"/nowhere/{OUTSIDE}", "ANRUFWARTE_WEBHOOK_TLS_KEY": "/nowhere/key.pem"}
        with Window(program, language, settings):
            until("a message of the desktop", lambda: service.heard)
            told = service.heard[0]
            assert told["summary"] == WORDS[language]["down"], told
            assert name in told["body"], told
            assert told["actions"] == [], told
            assert told["hints"]["urgency"] == 2, told


def main():
    program, language = sys.argv[1:3]
    Atspi.init()
    service = Service()
    until("the name on the bus", lambda: service.owned)
    check_rejections(program, language, service)
    check_words_from_outside(program, language, service)
    print(f"{language}: the desktop is told, once and in plain words")


if __name__ == "__main__":
    main()
