# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the program is after an attack what it was before: alive, and with no more descriptors, threads and memory."""
from table import until
from wire import ask, request, webhook

BODY = webhook(call_id="call_watch")
QT_NETWORK = "QNetworkAccessM"  # begins with the first question to Retell: one about the call of BODY
MOST_MB = 48  # what allocators and SQLite's caches keep of a load that is over


def warm(program, wrap=None):
    """Afterwards all its threads have begun and all its files are open."""
    for signed in (True, False):
        ask(program.port, request(BODY, signed=signed), wrap=wrap)
    until(lambda: program.value("SELECT event FROM deliveries WHERE verdict = 'rejected' ORDER BY id DESC"))
    until(lambda: QT_NETWORK in program.threads())


class Watch:
    def __init__(self, program, wrap=None):
        self.program, self.wrap = program, wrap
        warm(program, wrap)
        self.before = program.figures()

    def judge(self, table, attack, most_mb=MOST_MB):
        program, before = self.program, self.before
        table.row(f"{attack}: it lives, and takes the next webhook", (None, "204"),
                  (program.process.poll(), ask(program.port, request(BODY), wrap=self.wrap)))
        for what in ("descriptors", "threads"):
            until(lambda what=what: program.figures()[what] <= before[what])
            seen = program.figures()[what]
            table.holds(f"{attack}: {what} are back", f"at most {before[what]}", seen, seen <= before[what])
        until(lambda: program.figures()["MB"] <= before["MB"] + most_mb)
        seen = program.figures()["MB"]
        table.holds(f"{attack}: memory is back", f"{before['MB']} MB and at most {most_mb} more", f"{seen} MB",
                    seen <= before["MB"] + most_mb)
