# SPDX-License-Identifier: GPL-3.0-or-later
"""What a 204 promises, looked up in the file itself."""
import json

from wire import Closed, Wire, request, webhook


def ended(call_id, **members):
    return webhook("call_ended", call_id, **members)


def untrue(program, acknowledged):
    """Acknowledged calls that are not in the store; empty when no 204 was false."""
    stored = {row["retell_call_id"] for row in program.rows("SELECT retell_call_id FROM calls")}
    return sorted(set(acknowledged) - stored)


def doubled_calls(program):
    return [row["retell_call_id"] for row in program.rows("SELECT retell_call_id FROM calls GROUP BY 1 HAVING count(*) > 1")]


def doubled(program):
    """Calls that are there twice, and webhooks noted twice where each call was told of once."""
    noted = program.rows("SELECT call_id FROM deliveries WHERE verdict = 'accepted' GROUP BY 1 HAVING count(*) > 1")
    return doubled_calls(program) + [row["call_id"] for row in noted]


def health(program):
    """What GET /health says; nothing when nobody answers."""
    try:
        with Wire(program.port) as wire:
            wire.send(request(path="/webhooks/retell/health", method="GET", signed=False))
            return json.loads(wire.answer().body)
    except (Closed, OSError):
        return {"status": None}


def status(program):
    return health(program)["status"]
