# SPDX-License-Identifier: GPL-3.0-or-later
"""Resident memory while webhooks come at an even pace, connections come and go and calls are always new ones."""
import statistics
import time

from program import Program
from truth import doubled, ended, untrue
from wire import Wire, request, webhook

PER_SECOND = 50
PER_CONNECTION = 5
SAMPLE_S = 10
PAUSE_S = 600  # the machine may be halted for a while; that is no answer of the program
GROWTH = 0.03  # of the first third's median; the allocator's noise is below it


def add(table, options):
    """The first sixth is warming up: caches fill."""
    with Program() as program:
        program.serve()
        began = time.monotonic()
        samples, acknowledged, wrong = _feed(program, began, options.minutes * 60)
        samples = [(at, kb) for at, kb in samples if at >= options.minutes * 10]
        third = max(1, len(samples) // 3)
        first, last = (statistics.median(kb for _, kb in part) for part in (samples[:third], samples[-third:]))
        slope = statistics.linear_regression(*zip(*samples)).slope * 3600 if len(samples) > 1 else 0
        size = sum(row["pages"] for row in program.rows("SELECT page_count * page_size AS pages FROM pragma_page_count, pragma_page_size"))
        print(f"{len(acknowledged)} webhooks in {options.minutes:g} min, store of {size / 1e6:.0f} MB; resident: first third {first / 1024:.1f} MB, "
              f"last third {last / 1024:.1f} MB, highest {max(kb for _, kb in samples) / 1024:.1f} MB, slope {slope / 1024:+.2f} MB per hour")
        table.row("every answer was the expected one", [], wrong[:5])
        table.holds(f"resident memory over {options.minutes:g} minutes", f"last third <= first third + {GROWTH:.0%}",
                    f"{first / 1024:.1f} -> {last / 1024:.1f} MB", last <= first * (1 + GROWTH))
        table.row("nothing acknowledged is missing, nothing is double", ([], []), (untrue(program, acknowledged), doubled(program)))
        table.row("SIGTERM ends with 0", 0, program.stop())


def _feed(program, began, seconds):
    samples, acknowledged, wrong, wire = [], [], [], None
    for n in range(int(seconds * PER_SECOND)):
        time.sleep(max(0.0, began + n / PER_SECOND - time.monotonic()))  # the pace, not a wait for anything
        if n % (SAMPLE_S * PER_SECOND) == 0:
            samples.append((time.monotonic() - began, _resident(program)))
        if n % PER_CONNECTION == 0:
            if wire:
                wire.socket.close()
            wire = Wire(program.port)
            wire.socket.settimeout(PAUSE_S)
        body, signed, expected = _webhook(n)
        wire.send(request(body, signed=signed))
        answer = wire.answer().status
        if answer != expected:
            wrong.append((n, answer, expected))
        elif signed:
            acknowledged.append(f"call_{n}")
    wire.socket.close()
    return samples, acknowledged, wrong


def _webhook(n):
    """Every tenth is forged; the others tell of a new call each, some with a long transcript."""
    if n % 10 == 7:
        return webhook("call_started", "call_forged"), False, 401
    members = {"agent_name": f"Agent {n % 40}", "from_number": f"+49301{n:07d}", "duration_ms": n % 600_000}
    if n % 3 == 0:
        return webhook("call_started", f"call_{n}", call_status="ongoing", agent_id=f"agent_{n % 40}"), True, 204
    return ended(f"call_{n}", transcript=f"Agent: {n} " * (400 if n % 5 == 0 else 40), **members), True, 204


def _resident(program):
    with open(f"/proc/{program.process.pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS:"))
