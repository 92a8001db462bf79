# SPDX-License-Identifier: GPL-3.0-or-later
"""The webhook that tells a call's end is lost for every call: the poller closes the row, and says why. What Retell calls
ongoing stays."""
import datetime

from comparison import differences, summary
from program import Program
from simulator import Simulator, free_port
from table import until

CALLS = 20
POLL_S = 2
UNCONFIRMED_AFTER_S = 10


def add(table, _options):
    for group in (_ends_are_lost, _ongoing_stays):
        table.group(group)


def _program(retell, port):
    return Program({"webhook/listen": f"127.0.0.1:{port}", "retell/baseUrl": retell.origin, "poll/intervalSeconds": POLL_S,
                    "poll/unconfirmedAfterSeconds": UNCONFIRMED_AFTER_S, "sync/requestIntervalMs": 10, "sync/retryDelaySeconds": 1})


def _ends_are_lost(table):
    port = free_port()
    with Simulator(webhook_url=f"http://127.0.0.1:{port}/webhooks/retell", mute="call_ended,call_analyzed", calls=CALLS, concurrent=0,
                   rate=300, speed=15, seed=3, history=0) as retell, _program(retell, port) as program:
        program.serve()
        table.row("all calls have begun and ended", True, until(retell.is_at_rest, 60))
        truth, _ = retell.truth()
        until(lambda: not differences(program, truth), 3 * POLL_S)
        table.row("every row is closed and as Retell has it", "none", summary(differences(program, truth)))
        closings = _closings(program)
        late = {call_id: round(at - truth[call_id]["end_timestamp"] / 1000, 1) for call_id, (at, _) in closings.items()}
        heard_of = [row["call_id"] for row in program.rows("SELECT DISTINCT call_id FROM deliveries WHERE event = 'call_started'")]
        table.row("calls of which the start was heard", set(heard_of), set(heard_of) & closings.keys())
        # One interval, and the time the answer and the commit take.
        table.holds("… closed within one poll after their end", f"<= {POLL_S} s + 1 s", f"{max(late.values(), default=0)} s at most",
                    late and max(late.values()) <= POLL_S + 1)
        table.row("… each with its evidence", {"closed by poll; no call_ended webhook"}, {reason for _, reason in closings.values()})
        shown = program.run("show", heard_of[0]).stdout if heard_of else ""
        table.holds("… which `show` says", "closed by poll", shown[-300:], "closed by poll; no call_ended webhook" in shown)
        print(f"{len(closings)} calls closed by the poller, the slowest {max(late.values(), default=0)} s after its end (poll every {POLL_S} s)")


def _closings(program):
    """When a running call became a finished one, in seconds since 1970, and why."""
    rows = program.rows("SELECT retell_call_id, changed_at, reason FROM call_changes JOIN calls ON calls.id = call_changes.call_id "
                        "WHERE field = 'call_status' AND before = 'ongoing'")
    return {row["retell_call_id"]: (datetime.datetime.fromisoformat(row["changed_at"].replace("Z", "+00:00")).timestamp(), row["reason"])
            for row in rows}


def _ongoing_stays(table):
    port = free_port()
    with Simulator(webhook_url=f"http://127.0.0.1:{port}/webhooks/retell", mute="transcript_updated,call_ended,call_analyzed",
                   calls=3, concurrent=0, rate=600, speed=0.8, seed=5, history=0) as retell, _program(retell, port) as program:
        program.serve()
        running = "SELECT count(*) FROM calls WHERE call_status = 'ongoing' AND finished_seen_ms = 0"
        table.row("three calls are running", True, until(lambda: program.value(running) == 3, 30))
        fewer = until(lambda: program.value(running) < 3, UNCONFIRMED_AFTER_S + 2)
        table.row("beyond poll/unconfirmedAfterSeconds they still are", False, fewer)
