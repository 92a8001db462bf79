# SPDX-License-Identifier: GPL-3.0-or-later
"""Random lives of calls, told in every order, against an independent model of the merge rule."""
import itertools
import json
import os
import queue
import random
import threading

from mergemodel import compact, merged
from program import Program
from wire import Wire, request

SEED = int(os.environ.get("ANRUFWARTE_ATTACK_SEED", "20261122"))
STORIES = 80  # of up to four deliveries, each in up to 24 orders: a call per order
CONNECTIONS = 24

EVENTS = ["call_started"] * 3 + ["call_ended"] * 4 + ["call_analyzed"] * 3 + ["transcript_updated", "transfer_started", "transfer_ended",
                                                                         "call_paused"]
WORDS = [None, None, "", "registered", "ongoing", "ended", "ended", "not_connected", "error", "in_progress", "ringing", "completed",
         "failed", "analyzed", "on_hold"]
NOTHING = [..., ..., None]  # absent twice as often as null


def a_call(chance):
    def pick(*values):
        return chance.choice([*NOTHING, *values])
    amount = chance.choice([0, 9.785, 8.03, 12.5])
    quarter, half = amount / 4 or 0, amount / 2 or 0  # "0.0" would be hashed as "0"
    call = {
        "call_type": pick("", "phone_call"), "direction": pick("", "inbound", "outbound"), "from_number": pick("", "+4930123", "anonymous"),
        "to_number": pick("+49305", "+49306"), "agent_id": pick("", "agent_1"), "agent_name": pick("", " ", "Ä", "B"), "agent_version": pick(0, 1, 2),
        "start_timestamp": pick(0, 1_790_000_000_000, 1_790_000_000_001), "end_timestamp": pick(0, 1_790_000_060_000),
        "duration_ms": pick(0, 499, 500, 71_499, 71_500), "transcript": pick("", " ", "Agent: a\n", "Agent: a\nUser: b\n"),
        "recording_url": pick("", "https://a.invalid/1", "https://a.invalid/2"), "public_log_url": pick("", "https://a.invalid/log"),
        "disconnection_reason": pick("", "user_hangup", "agent_hangup", "moon"), "call_summary": pick("", "old place"),
        "call_analysis": pick({}, {"call_summary": chance.choice(["", "S", "T"]), "user_sentiment": chance.choice([None, "", "Positive"]),
                                   "call_successful": chance.choice([None, True, False])}),
        "call_cost": pick({"combined_cost": amount}, {"combined_cost": amount, "retell_cost": quarter},
                          {"combined_cost": 0, "product_costs": [], "total_duration_seconds": 0},
                          {"combined_cost": amount, "total_duration_seconds": 71,
                           "product_costs": [{"product": "gpt_4o", "cost": half}, {"product": "twilio_telephony", "cost": half}]}),
        "latency": pick({}, {"e2e": {"p50": chance.choice([900.5, 1250.25]), "num": 3}}, {"end_to_end_latency": 1834}),
        "call_status": chance.choice([... if word is None else word for word in WORDS] + [None]),
    }
    return {name: value for name, value in call.items() if value is not ...}


def stories(chance):
    for number in range(STORIES):
        moments = [1_795_000_000_000 + chance.choice([0, 0, 1, 1000, 60_000, -60_000]) for _ in range(chance.randint(2, 4))]
        told = [{"event": chance.choice(EVENTS), "event_timestamp": moment, "call": a_call(chance)} for moment in moments]
        orders = list(itertools.permutations(told))
        for variant, order in enumerate(orders):
            # The digest hangs on the id: each variant is a call of its own, for which the model is asked anew.
            yield [{**delivery, "call": {"call_id": f"call_m{number}_{variant}", **delivery["call"]}} for delivery in order]


def add(table):
    chance = random.Random(SEED)
    with Program() as program:
        program.serve()
        lives = list(stories(chance))
        answers = tell(program.port, lives)
        table.row(f"{len(lives)} calls, {sum(map(len, lives))} deliveries: all taken", {"204"}, answers)
        rows = {row["retell_call_id"]: row for row in program.rows("SELECT * FROM calls")}
        wrong = {}
        for life in lives:
            call_id = life[0]["call"]["call_id"]
            if all(delivery["event"] == "call_paused" for delivery in life):
                table.row("a call of unknown events only makes no row", None, rows.get(call_id))
                continue
            differences = different(merged(life), rows.get(call_id))
            if differences:
                wrong[call_id] = (differences, life)
        names = sorted({name for differences, _ in wrong.values() for name in differences})
        table.row(f"{len(lives)} calls are what the model says (seed {SEED})", [], names)
        for call_id, (differences, life) in itertools.islice(wrong.items(), 5):
            table.row(f"{call_id}: {json.dumps(life, ensure_ascii=False)}", {}, differences)
        table.group(_again, program, lives, rows)
        program.stop()
        table.row("the file is sound afterwards", "ok", program.value("PRAGMA integrity_check"))


def _again(table, program, lives, before):
    """The same deliveries once more, in another order and all at once: nothing changes."""
    shuffled = [[delivery] for life in lives for delivery in life]
    random.Random(SEED + 1).shuffle(shuffled)
    table.row("all of them again, mixed: taken", {"204"}, tell(program.port, shuffled))
    moving = ("updated_at", "last_seen_ms", "revision")
    after = {row["retell_call_id"]: row for row in program.rows("SELECT * FROM calls")}
    changed = [call_id for call_id, row in before.items()
               if {k: v for k, v in row.items() if k not in moving} != {k: v for k, v in after[call_id].items() if k not in moving}]
    table.row("all of them again, mixed: no row changes", [], changed)


def different(expected, row):
    if row is None:
        return {"row": "missing"}
    seen = dict(row)
    for name in ("cost_breakdown", "latency_metrics"):
        seen[name] = None if seen[name] is None else json.loads(seen[name])
    return {name: f"expected {value!r}, seen {seen[name]!r}" for name, value in expected.items() if seen[name] != value}


def tell(port, lives):
    """Tells each life in its order, many at a time; the set of all answers."""
    work, answers = queue.SimpleQueue(), set()
    for life in lives:
        work.put(life)

    def run():
        with Wire(port) as wire:
            while True:
                try:
                    life = work.get_nowait()
                except queue.Empty:
                    return
                for delivery in life:
                    wire.send(request(compact(delivery)))
                    answers.add(str(wire.answer()))
    threads = [threading.Thread(target=run) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
