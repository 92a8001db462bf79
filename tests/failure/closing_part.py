# SPDX-License-Identifier: GPL-3.0-or-later
"""The window under load is told to end: what was acknowledged is there, and it is gone within 5 s. What closing the window
by hand decides is in tests/ui/shell/test_closing.cpp; from there on both ways are one (Desktop::finish)."""
import os
import signal
import socket
import subprocess
import time

from load import Load
from program import CLI, Program
from table import until
from truth import doubled, untrue

WINDOW = os.environ.get("ANRUFWARTE_WINDOW", os.path.join(os.path.dirname(CLI), "anrufwarte"))
START_S = 20
END_S = 5.0
ENOUGH = 300


def add(table, _options):
    if not os.path.exists(WINDOW):
        return table.skip(f"the window under load: {WINDOW} is not built")
    for name in (signal.SIGTERM, signal.SIGINT):
        table.group(_under_load, name)


def _under_load(table, by):
    with Program({"webhook/listen": f"127.0.0.1:{_free_port()}"}) as program:
        _open(program)
        load = Load(program.port, "window", clients=6)
        until(lambda: len(load.acknowledged) >= ENOUGH, 30)
        table.holds(f"the window under load, {by.name}: it takes webhooks until then", f">= {ENOUGH}", len(load.acknowledged),
                    len(load.acknowledged) >= ENOUGH)
        began = time.monotonic()
        program.process.send_signal(by)
        code = program.process.wait(30)
        took = time.monotonic() - began
        load.join()
        table.row("… exit 0", 0, code)
        table.holds("… soon", f"< {END_S} s", f"{took:.2f} s", took < END_S)
        table.row("… nothing is left of the log: it has ended as it should", False, os.path.exists(program.store + "-wal"))
        table.row(f"… all of {len(load.acknowledged)} acknowledged calls are there, once", ([], []),
                  (untrue(program, load.acknowledged), doubled(program)))
        table.holds("… every answer is 204 or 503, or the connection had ended", "204, 503, closed, reset", dict(load.answers),
                    set(load.answers) <= {"204", "503 store_unavailable", "closed", "reset"})
        table.row("… the file is sound", "ok", program.value("PRAGMA integrity_check"))


def _free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


def _open(program):
    """The window does not say where it listens: it has its port from us."""
    program.port = int(program.settings["webhook/listen"].rpartition(":")[2])
    environment = program.environment({"QT_QPA_PLATFORM": "offscreen", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
                                       "XDG_RUNTIME_DIR": program._own})
    program.process = subprocess.Popen([WINDOW, "--profile", program.profile], env=environment, stdout=subprocess.PIPE, stderr=program.log)
    if not until(lambda: program.process.poll() is not None or _listens(program.port), START_S) or program.process.poll() is not None:
        raise AssertionError(f"the window does not listen: {program.process.poll()} {program.logged()}")


def _listens(port):
    with socket.socket() as trial:
        return trial.connect_ex(("127.0.0.1", port)) == 0
