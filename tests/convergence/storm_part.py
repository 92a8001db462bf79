# SPDX-License-Identifier: GPL-3.0-or-later
"""Webhooks and API fail in every way at once, and the program is killed again and again. When that ends, every call is
as Retell has it, and whatever was acknowledged is there."""
import signal
import time

from comparison import differences, missing_acknowledged, summary
from program import Program
from simulator import Simulator, free_port
from table import until

KILLS = 5
POLL_S = 1
CIRCUIT_S = 15  # after an outage the API is asked again at the latest after max(2 polls, 15 s)
RETRY_S = 1


def add(table, options):
    table.group(_storm_and_calm, options)
    table.group(_blackout, options)


def _program(retell, port):
    return Program({"webhook/listen": f"127.0.0.1:{port}", "retell/baseUrl": retell.origin, "poll/intervalSeconds": POLL_S,
                    "sync/retryDelaySeconds": RETRY_S, "sync/requestIntervalMs": 5, "sync/requestTimeoutSeconds": 2})


def _storm_and_calm(table, options):
    port = free_port()
    with Simulator(webhook_url=f"http://127.0.0.1:{port}/webhooks/retell", calls=options.calls, concurrent=8,
                   rate=options.calls * 4 if options.calls < 500 else 900, speed=30, seed=options.seed, history=0,
                   drop=0.25, double=0.2, reorder=0.2, delay=0.2, wrong_signature=0.05, api_any=0.33) as retell, \
            _program(retell, port) as program:
        memory = _storm(table, options, retell, program)
        _calm(table, retell, program)
        table.row("nobody followed a redirect to another host", (0, 0), _elsewhere(retell))
        memory = max(memory, program.figures()["MB"])
        table.holds("resident memory", "< 300 MB", f"{memory} MB", memory < 300 or "ASAN_OPTIONS" in program.base)
        _look_back(table, retell, program)
        print(f"webhooks and API: {retell.counts()}")


def _blackout(table, options):
    """No API answer is good for as long as the calls last, and half of the webhooks are lost."""
    port = free_port()
    with Simulator(webhook_url=f"http://127.0.0.1:{port}/webhooks/retell", calls=60, concurrent=0, rate=600, speed=30,
                   seed=options.seed + 1, history=30, drop=0.5, api_any=1.0) as retell, _program(retell, port) as program:
        program.serve()
        table.row("blackout: all calls have begun and ended", True, until(retell.is_at_rest, 60))
        _calm(table, retell, program)
        _look_back(table, retell, program)


def _look_back(table, retell, program):
    table.row("SIGTERM: exit 0", 0, program.stop())
    truth, acknowledged = retell.truth()
    table.row("after the end every call is as Retell has it", "none", summary(differences(program, truth)))
    table.row("nothing acknowledged is lost", {}, missing_acknowledged(program, acknowledged))
    table.row("one row per call", program.value("SELECT count(DISTINCT retell_call_id) FROM calls"),
              program.value("SELECT count(*) FROM calls"))
    table.row("the file is sound", "ok", program.value("PRAGMA integrity_check"))


def _storm(table, options, retell, program):
    """The peak of resident memory in MB."""
    peak = 0
    patience = 120 + options.calls
    for kill in range(1, KILLS + 1):
        program.serve()
        begun = options.calls * kill // (KILLS + 1)
        reached = until(lambda: retell.counts()["calls"] >= begun, patience)
        table.row(f"{begun} calls have begun", True, reached)
        peak = max(peak, program.figures()["MB"])
        program.process.send_signal(signal.SIGKILL)
        program.process.wait()
        program.process.stdout.close()
    program.serve()
    table.row("all calls have begun and ended", True, until(retell.is_at_rest, patience))
    return peak


def _calm(table, retell, program):
    truth, _ = retell.truth()
    retell.control(faults="off")
    calm = time.monotonic()
    stale = len(differences(program, truth))
    # Each call that is still wrong costs a question; the last failure of a question may have doubled its pause.
    bound = max(2 * POLL_S, CIRCUIT_S) + stale * 0.05 + 2 * RETRY_S
    wrong = {}

    def is_right():
        nonlocal wrong
        wrong = differences(program, truth)
        return not wrong
    until(is_right, bound + 60)
    took = time.monotonic() - calm
    table.row("every call is as Retell has it", "none", summary(wrong))
    table.holds(f"… {stale} of {len(truth)} calls were wrong when the faults ended: right in time", f"<= {bound:.1f} s", f"{took:.1f} s",
                took <= bound and not wrong)
    print(f"{len(truth)} calls, {stale} wrong when the faults ended, right after {took:.1f} s "
          f"(two polls {2 * POLL_S} s, open circuit at most {CIRCUIT_S} s)")


def _elsewhere(retell):
    counts = retell.counts()
    return counts["elsewhere"], counts["elsewhere_with_key"]
