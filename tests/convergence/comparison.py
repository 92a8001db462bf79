# SPDX-License-Identifier: GPL-3.0-or-later
"""The store against the simulator's truth, column by column."""
import collections
import json

from mergemodel import merged

FURTHER = ("data_storage_setting", "scrubbed_recording_url")
JSON = ("cost_breakdown", "latency_metrics")


def expected_row(truth):
    """What the columns of contract section 5 must say when all has been told."""
    row = merged([{"event": "call_analyzed", "event_timestamp": 1, "call": truth}])
    in_voicemail = (truth.get("call_analysis") or {}).get("in_voicemail")
    return row | {name: truth.get(name) for name in FURTHER} | {"in_voicemail": None if in_voicemail is None else int(in_voicemail)}


def different(truth, row):
    if row is None:
        return {"row": "missing"}
    seen = dict(row)
    for name in JSON:
        seen[name] = None if seen[name] is None else json.loads(seen[name])
    return {name: (value, seen[name]) for name, value in expected_row(truth).items() if seen[name] != value}


def differences(program, truth):
    """Calls that are not as they should be, with the columns in which they differ."""
    rows = {row["retell_call_id"]: row for row in program.rows("SELECT * FROM calls")}
    wrong = {call_id: different(call, rows.get(call_id)) for call_id, call in truth.items()}
    wrong |= {call_id: {"row": "nobody made that call"} for call_id in rows.keys() - truth.keys()}
    return {call_id: columns for call_id, columns in wrong.items() if columns}


def summary(wrong, most=5):
    """For a table: in how many calls which column is wrong, and some of them."""
    if not wrong:
        return "none"
    columns = collections.Counter(name for found in wrong.values() for name in found)
    examples = {call_id: {name: str(values)[:120] for name, values in found.items()} for call_id, found in list(wrong.items())[:most]}
    return f"{len(wrong)} calls, {dict(columns)}: {examples}"


def missing_acknowledged(program, acknowledged):
    """Deliveries that were answered 2xx and are not in the log; once per acknowledgement."""
    kept = collections.Counter()
    for row in program.rows("SELECT call_id, event, count(*) AS n FROM deliveries WHERE verdict = 'accepted' GROUP BY call_id, event"):
        kept[row["call_id"], row["event"]] = row["n"]
    told = collections.Counter((call_id, event) for call_id, events in acknowledged.items() for event in events)
    return {key: (n, kept[key]) for key, n in told.items() if kept[key] < n}
