# SPDX-License-Identifier: GPL-3.0-or-later
"""The merge rule of contract section 6, written down a second time and from the contract alone.

Each delivery makes statements about fields. A statement says nothing when it is null, absent, empty, or a zero
that is only a placeholder. Of all that was said about a field, the statement with the greatest
(stage, asOf, digest) stands, whatever the order in which it was told.
"""
import hashlib
import json

REGISTERED, ONGOING, FINISHED, ANALYSED = range(4)
WORDS = {"in_progress": "ongoing", "in-progress": "ongoing", "active": "ongoing", "ringing": "registered", "completed": "ended",
         "analyzed": "ended", "call_analyzed": "ended", "failed": "error"}
STAGES = {"registered": REGISTERED, "ongoing": ONGOING, "ended": FINISHED, "error": FINISHED, "not_connected": FINISHED}
TERMINAL = {"call_ended": FINISHED, "call_analyzed": ANALYSED}
RUNNING = {"call_started", "transcript_updated", "transfer_started", "transfer_bridged", "transfer_cancelled", "transfer_ended"}

TEXTS = ("call_type", "direction", "from_number", "to_number", "agent_id", "agent_name", "transcript", "recording_url",
         "public_log_url", "disconnection_reason")
TIMES = ("start_timestamp", "end_timestamp", "duration_ms")


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def status_of(event, word):
    """The stage of a delivery, and the word that call_status then reads."""
    word = WORDS.get(word, word)
    if event in TERMINAL:
        is_running = STAGES.get(word, FINISHED) < FINISHED
        return TERMINAL[event], "ended" if not word or is_running else word
    return STAGES.get(word, ONGOING), word or "ongoing"


def statements(delivery):
    """What one delivery says: its rank, and field -> value."""
    event, call = delivery["event"], delivery["call"]
    stage, word = status_of(event, call.get("call_status"))
    said = {"call_status": word}
    for name in TEXTS:
        said[name] = call.get(name) or None
    said["agent_version"] = call.get("agent_version")
    for name in TIMES:
        value = call.get(name)
        said[name] = None if value == 0 and stage < FINISHED else value
    analysis = call.get("call_analysis") or {}
    said["summary"] = analysis.get("call_summary") or call.get("call_summary") or None
    said["user_sentiment"] = analysis.get("user_sentiment") or None
    said["call_successful"] = analysis.get("call_successful")
    cost = call.get("call_cost") or None
    said["cost"] = None if cost and stage < FINISHED and is_all_zero(cost) else cost
    said["latency"] = call.get("latency") or None
    digest = hashlib.sha256(compact(call)).digest()
    return (stage, delivery["event_timestamp"], digest), {name: value for name, value in said.items() if value is not None}


def is_all_zero(cost):
    amounts = [cost.get(name) or 0 for name in ("combined_cost", "retell_cost", "retell_llm_cost", "twilio_cost")]
    return not any(amounts + [part.get("cost") or 0 for part in cost.get("product_costs") or []])


def merged(deliveries):
    """The row that any order of these deliveries must give: the columns of contract section 5."""
    best, furthest = {}, REGISTERED
    for delivery in deliveries:
        if delivery["event"] not in TERMINAL and delivery["event"] not in RUNNING:
            continue
        rank, said = statements(delivery)
        furthest = max(furthest, rank[0])
        for name, value in said.items():
            weight = not is_all_zero(value) if name == "cost" else True
            if name not in best or (weight, rank) > best[name][0]:
                best[name] = ((weight, rank), value)
    values = {name: value for name, (_, value) in best.items()}
    return columns(values, furthest)


def columns(values, furthest):
    row = {name: values.get(name) for name in (*TEXTS, *TIMES, "call_status", "agent_version", "summary", "user_sentiment")}
    successful = values.get("call_successful")
    row["call_successful"] = None if successful is None else int(successful)
    row["status"] = state(values["call_status"], furthest)
    row["duration_sec"] = None if row["duration_ms"] is None else (row["duration_ms"] + 500) // 1000
    return row | cost_columns(values.get("cost")) | latency_columns(values.get("latency"))


def state(word, furthest):
    if furthest >= FINISHED:
        return "failed" if word in ("error", "not_connected") else "completed"
    return "registered" if word == "registered" else "ongoing"


def cost_columns(cost):
    names = ("cost_breakdown", "cost_unit", "cost_micros", "cost", "cost_cents", "retell_cost_usd", "twilio_cost_usd")
    row = dict.fromkeys(names)
    if cost is None:
        return row
    official = any(cost.get(name) is not None for name in ("product_costs", "total_duration_seconds", "total_duration_unit_price"))
    flat = any(cost.get(name) is not None for name in ("retell_cost", "retell_llm_cost", "twilio_cost"))
    row["cost_breakdown"], row["cost_unit"] = cost, "dollars" if flat and not official else "cents"
    factor = 1_000_000 if row["cost_unit"] == "dollars" else 10_000
    def micros(value):
        return None if value is None else round(value * factor)
    total = micros(cost.get("combined_cost"))
    telephony = micros(cost.get("twilio_cost"))
    named = [micros(part["cost"]) for part in cost.get("product_costs") or [] if "telephony" in part["product"].lower()]
    if telephony is None and named:
        telephony = sum(named)
    own = micros(cost.get("retell_cost"))
    if own is None and total is not None:
        own = total - (telephony or 0)
    row["cost_micros"] = total
    row["cost"] = None if total is None else total / 1e6
    row["cost_cents"] = None if total is None else (total + 5_000) // 10_000
    row["retell_cost_usd"] = None if own is None else own / 1e6
    row["twilio_cost_usd"] = None if telephony is None else telephony / 1e6
    return row


def latency_columns(latency):
    end_to_end = None
    if latency is not None:
        group = latency.get("e2e") or {}
        end_to_end = None if group.get("num") == 0 else group.get("p50", latency.get("end_to_end_latency"))
    return {"latency_metrics": latency, "end_to_end_latency": end_to_end}
