# SPDX-License-Identifier: GPL-3.0-or-later
"""Retell refuses the key: the polling stops with one clear sentence, receiving goes on; with the right key all is fetched."""
from comparison import differences, summary
from program import Program
from simulator import Simulator
from table import until
from wire import KEY, post, webhook

POLL_S = 1
QUIET_S = 5


def add(table, _options):
    with Simulator(history=20, concurrent=0, seed=17, basic_storage=0, no_summary=0) as retell:
        with Program({"retell/baseUrl": retell.origin, "poll/intervalSeconds": POLL_S, "sync/requestIntervalMs": 10,
                      "sync/retryDelaySeconds": 1}, key="key_that_retell_does_not_know") as program:
            program.base["ANRUFWARTE_RETELL_WEBHOOK_KEY"] = KEY
            program.serve()
            table.row("the key is refused", True, until(lambda: retell.counts()["api_refused"] > 0, 10))
            asked = retell.counts()["api_asked"]
            more = until(lambda: retell.counts()["api_asked"] > asked + 1, QUIET_S)  # one may just have been under way
            table.row(f"… and Retell is left alone: no question in {QUIET_S} polls", False, more)
            table.row("receiving goes on", "204", post(program.port, webhook(call_id="call_of_the_night", call_status="ongoing")))
            said = [line for line in program.logged().splitlines() if "key" in line.lower()]
            table.row("one sentence about it in the log", 1, len(said) if len(said) < 2 else said)
            table.row("… without the key", False, "does_not_know" in program.logged())
            doctor = program.run("doctor", seconds=60)
            table.holds("doctor fails and names the key", "exit 1 to 4, key", (doctor.returncode, doctor.stdout[-300:]),
                        doctor.returncode != 0 and "key" in (doctor.stdout + doctor.stderr).lower())
            resync = program.run("resync", "--recent", "2", "--format", "json", seconds=60)
            table.row("resync: exit 4", 4, resync.returncode)
            program.stop()
            program.key = KEY
            program.serve()
            truth, _ = retell.truth()

            def wrong():
                found = differences(program, truth)
                found.pop("call_of_the_night", None)
                return found

            until(lambda: not wrong(), 20)
            table.row("with the right key all is fetched", "none", summary(wrong()))
            program.stop()
