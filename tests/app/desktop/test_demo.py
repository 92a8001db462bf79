# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window, seen as a screen reader sees it: the demo fills the live table, the detail pane follows the
selection, and closing leaves nothing behind.

Usage (inside private_desktop.sh): test_demo.py PATH_OF_ANRUFWARTE LANGUAGE
"""
import os
import signal
import subprocess
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

from waiting import until  # noqa: E402

WORDS = {
    "de": {"table": "Laufende Anrufe", "status": ("Läuft", "Klingelt"), "tabs": ("Transkript", "Kosten", "Latenz"),
           "settings": "Einstellungen", "columns": ("Status", "Anrufer", "Agent", "Dauer")},
    "en": {"table": "Ongoing calls", "status": ("Ongoing", "Ringing"), "tabs": ("Transcript", "Cost", "Latency"),
           "settings": "Settings", "columns": ("Status", "Caller", "Agent", "Duration")},
}


def find_app():
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(i)
        if child and child.get_name() == "anrufwarte":
            child.set_cache_mask(Atspi.Cache.NONE)
            return child
    return None


def walk(node):
    yield node
    if node.get_role() == Atspi.Role.TABLE:
        return
    for i in range(min(node.get_child_count(), 200)):
        child = node.get_child_at_index(i)
        if child:
            yield from walk(child)


def find(app, role, name):
    for node in walk(app):
        if node.get_role_name() == role and name in (node.get_name() or "").replace("&", ""):
            return node
    return None


def cell(table, row, column):
    found = Atspi.Table.get_accessible_at(table, row, column)
    return found.get_name() if found else ""


def check(app, words):
    node = until("the live table", lambda: find(app, "table", words["table"]))
    table = node.get_table_iface()
    until("a running call", lambda: Atspi.Table.get_n_rows(table) > 0)
    titles = [Atspi.Table.get_column_description(table, c) for c in range(Atspi.Table.get_n_columns(table))]
    for title in words["columns"]:
        assert title in titles, f"{title} not in {titles}"
    status = titles.index(words["columns"][0])
    until("a status word", lambda: cell(table, 0, status).startswith(words["status"]))
    Atspi.Table.add_row_selection(table, 0)
    for tab in words["tabs"]:
        until(f"tab {tab}", lambda tab=tab: find(app, "page tab", tab))
    assert find(app, "push button", words["settings"]) or find(app, "radio button", words["settings"]) \
        or find(app, "toggle button", words["settings"]), "no way to the settings"


def main():
    program, language = sys.argv[1:3]
    Atspi.init()
    process = subprocess.Popen([program, "--demo", "--lang", language])
    try:
        app = until("the application on the accessibility bus", find_app)
        check(app, WORDS[language])
        process.send_signal(signal.SIGTERM)
        code = process.wait(timeout=20)
        assert code == 0, f"exit code {code}"
        left = subprocess.run(["pgrep", "-f", "anrufwarte-simulator.*--webhook-url"], capture_output=True, text=True)
        children = [pid for pid in left.stdout.split() if os.path.exists(f"/proc/{pid}")
                    and open(f"/proc/{pid}/environ", errors="replace").read().find(os.environ["HOME"]) >= 0]
        assert not children, f"the simulator outlived the window: {children}"
    finally:
        if process.poll() is None:
            process.kill()
    print(f"{language}: the demo lives, reads and leaves")


if __name__ == "__main__":
    main()
