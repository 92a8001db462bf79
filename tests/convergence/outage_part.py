# SPDX-License-Identifier: GPL-3.0-or-later
"""No webhook for an hour of the calls' time, and the program down and killed in between: what happened meanwhile is
fetched, and the history equals Retell's; also when Retell's clock and ours are apart."""
import signal
import time

from comparison import differences, summary
from program import Program
from simulator import Simulator
from table import until

SPEED = 360  # an hour of calls in 10 s
POLL_S = 1


def add(table, _options):
    for clock_ahead in (0, 90, -90):
        table.group(_outage, clock_ahead)


def _outage(table, clock_ahead):
    with Simulator(calls=160, concurrent=0, rate=900, speed=SPEED, seed=11, history=0, api_any=0.1,
                   api_ways="5xx,reset,truncate,429", clock_ahead=clock_ahead) as retell:
        with Program({"retell/baseUrl": retell.origin, "poll/intervalSeconds": POLL_S, "sync/requestIntervalMs": 10,
                      "sync/retryDelaySeconds": 1, "sync/requestTimeoutSeconds": 5}) as program:
            _until_begun(table, retell, program, 30)
            _kill(program)
            until(lambda: retell.counts()["calls"] >= 90, 60)  # nobody watches
            for _ in range(3):  # killed while it fetches
                program.serve()
                known = program.value("SELECT count(*) FROM calls")
                until(lambda: program.value("SELECT count(*) FROM calls") > known, 5)
                _kill(program)
            program.serve()
            table.row("all calls have begun and ended", True, until(retell.is_at_rest, 60))
            retell.control(faults="off")
            calm = time.monotonic()
            truth, _ = retell.truth()
            wrong = {}

            def is_right():
                nonlocal wrong
                wrong = differences(program, truth)
                return not wrong
            until(is_right, 40)
            table.row(f"clock {clock_ahead} s ahead: the history of {len(truth)} calls equals Retell's", "none", summary(wrong))
            print(f"clock {clock_ahead} s ahead: {len(truth)} calls, right {time.monotonic() - calm:.1f} s after the last one ended")
            never_connected = [call["call_id"] for call in truth.values() if "start_timestamp" not in call]
            table.holds("calls without a start among them", "some", len(never_connected), never_connected)
            table.row("the ledger is drained", True, until(lambda: _is_drained(program, truth), 20))
            table.row("SIGTERM: exit 0", 0, program.stop())


def _until_begun(table, retell, program, calls):
    program.serve()
    table.row(f"{calls} calls have begun", True, until(lambda: retell.counts()["calls"] >= calls, 60))
    table.row("the poller has seen some", True, until(lambda: program.value("SELECT count(*) FROM calls") > 0, 10))


def _is_drained(program, truth):
    """The mark has passed the last call's end."""
    last = max(call["end_timestamp"] for call in truth.values())
    return (program.value("SELECT covered_until_ms FROM sync_ledger") or 0) >= last


def _kill(program):
    program.process.send_signal(signal.SIGKILL)
    program.process.wait()
    program.process.stdout.close()
