# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the data (contract section 6) and the columns (section 5), one story per row."""
import json

from program import Program
from wire import now_ms, post, webhook

START = 1_790_000_000_000

COLUMNS = {
    "id": {"integer"}, "retell_call_id": {"text"}, "status": {"text"}, "call_status": {"text"}, "call_type": {"text"},
    "direction": {"text"}, "from_number": {"text"}, "to_number": {"text"}, "agent_id": {"text"}, "agent_name": {"text"},
    "agent_version": {"integer"}, "start_timestamp": {"integer"}, "end_timestamp": {"integer"}, "duration_ms": {"integer"},
    "duration_sec": {"integer"}, "cost_micros": {"integer"}, "cost": {"real"}, "cost_cents": {"integer"}, "cost_unit": {"text"},
    "retell_cost_usd": {"real"}, "twilio_cost_usd": {"real"}, "cost_breakdown": {"text"}, "latency_metrics": {"text"},
    "end_to_end_latency": {"real"}, "transcript": {"text"}, "recording_url": {"text"}, "public_log_url": {"text"},
    "summary": {"text"}, "user_sentiment": {"text"}, "disconnection_reason": {"text"}, "call_successful": {"integer"},
    "created_at": {"text"}, "updated_at": {"text"}, "last_source": {"text"},
}
CHANGES = {"call_id", "changed_at", "source", "field", "before", "after", "reason"}

PRODUCTS = [{"product": "elevenlabs_tts", "cost": 8.234, "unit_price": 0.1}, {"product": "twilio_telephony", "cost": 0.551},
            {"product": "us_TELEPHONY_fee", "cost": 1}]
OFFICIAL = {"combined_cost": 9.785, "total_duration_seconds": 71, "total_duration_unit_price": 0.135, "product_costs": PRODUCTS}
FLAT = {"combined_cost": 9.785, "retell_cost": 0.551, "retell_llm_cost": 8.234}

FULL = {"call_type": "phone_call", "direction": "inbound", "from_number": "+493012345678", "to_number": "+4930765432",
        "agent_id": "agent_1", "agent_name": "Bürgertelefon", "agent_version": 3, "start_timestamp": START,
        "end_timestamp": START + 71_499, "duration_ms": 71_499, "transcript": "Agent: Guten Tag\nUser: Hallo\n",
        "recording_url": "https://example.invalid/a.wav", "public_log_url": "https://example.invalid/a.log",
        "disconnection_reason": "user_hangup", "call_cost": OFFICIAL,
        "latency": {"e2e": {"p50": 1250.25, "p90": 1300, "num": 2, "values": [1200.5, 1300]}, "llm": {"p50": 600}},
        "call_analysis": {"call_summary": "Kurz.", "user_sentiment": "Positive", "call_successful": True}, "call_status": "ended"}

# call_cost, what the columns say.
COSTS = [
    ("Retell's real shape is cents", OFFICIAL, {"cost_micros": 97_850, "cost": 0.09785, "cost_cents": 10, "cost_unit": "cents",
                                                 "twilio_cost_usd": 0.01551, "retell_cost_usd": 0.08234}),
    ("the former flat shape is dollars", FLAT, {"cost_micros": 9_785_000, "cost": 9.785, "cost_cents": 979, "cost_unit": "dollars",
                                                 "retell_cost_usd": 0.551, "twilio_cost_usd": None}),
    ("flat, with twilio_cost", {**FLAT, "twilio_cost": 0.25}, {"twilio_cost_usd": 0.25, "retell_cost_usd": 0.551, "cost": 9.785}),
    ("flat, only twilio_cost", {"combined_cost": 1.5, "twilio_cost": 0.5}, {"cost_unit": "dollars", "twilio_cost_usd": 0.5, "retell_cost_usd": 1.0}),
    ("flat keys beside product_costs are cents", {**FLAT, "product_costs": []}, {"cost_unit": "cents", "cost": 0.09785, "cost_cents": 10}),
    ("flat keys beside total_duration_seconds are cents", {**FLAT, "total_duration_seconds": 71}, {"cost_unit": "cents", "cost_cents": 10}),
    ("only combined_cost is cents", {"combined_cost": 8.03}, {"cost_unit": "cents", "cost_micros": 80_300, "cost": 0.0803, "cost_cents": 8}),
    ("half a cent is rounded up", {"combined_cost": 0.5}, {"cost_cents": 1, "cost_micros": 5_000}),
    ("just below half a cent is not", {"combined_cost": 0.4999}, {"cost_cents": 0, "cost_micros": 4_999}),
    ("2.675 dollars", {"combined_cost": 2.675, "retell_cost": 1}, {"cost_cents": 268, "cost_micros": 2_675_000}),
    ("a real zero", {"combined_cost": 0, "product_costs": []}, {"cost_micros": 0, "cost": 0.0, "cost_cents": 0, "cost_unit": "cents"}),
    ("parts without a total", {"product_costs": PRODUCTS}, {"cost_micros": None, "cost": None, "cost_cents": None}),
    ("an empty object", {}, {"cost_micros": None, "cost_unit": None, "cost_breakdown": None}),
    ("null", None, {"cost_micros": None, "cost_unit": None, "cost_breakdown": None}),
    ("a total of null", {"combined_cost": None, "retell_cost": 0.5}, {"cost_micros": None, "retell_cost_usd": 0.5, "cost_unit": "dollars"}),
]
UNITS = [("cents", FLAT, 0.09785), ("dollars", OFFICIAL, 9.785), ("dollars", {"combined_cost": 8.03}, 8.03), ("auto", FLAT, 9.785)]

LATENCIES = [
    ("e2e.p50", {"e2e": {"p50": 1250.25, "num": 3}, "end_to_end_latency": 7}, 1250.25),
    ("the former member", {"end_to_end_latency": 1834}, 1834.0),
    ("the former member beside an empty group", {"e2e": {}, "end_to_end_latency": 1834}, 1834.0),
    ("num 0", {"e2e": {"p50": 0, "num": 0, "values": []}}, None),
    ("another group only", {"llm": {"p50": 600, "num": 1}}, None),
    ("an empty object", {}, None),
]

STATES = [
    # event, call_status of the body, status, call_status
    ("call_started", None, "ongoing", "ongoing"), ("call_started", "registered", "registered", "registered"),
    ("call_started", "ongoing", "ongoing", "ongoing"), ("call_started", "in_progress", "ongoing", "ongoing"),
    ("call_started", "in-progress", "ongoing", "ongoing"), ("call_started", "active", "ongoing", "ongoing"),
    ("call_started", "ringing", "registered", "registered"), ("call_started", "paused", "ongoing", "paused"),
    ("call_started", "", "ongoing", "ongoing"), ("call_started", "ended", "completed", "ended"),
    ("transcript_updated", None, "ongoing", "ongoing"), ("transfer_started", None, "ongoing", "ongoing"),
    ("transfer_bridged", None, "ongoing", "ongoing"), ("transfer_cancelled", None, "ongoing", "ongoing"),
    ("transfer_ended", None, "ongoing", "ongoing"), ("transcript_updated", "ended", "completed", "ended"),
    ("call_ended", None, "completed", "ended"), ("call_ended", "ongoing", "completed", "ended"),
    ("call_ended", "registered", "completed", "ended"), ("call_ended", "ended", "completed", "ended"),
    ("call_ended", "error", "failed", "error"), ("call_ended", "not_connected", "failed", "not_connected"),
    ("call_ended", "completed", "completed", "ended"), ("call_ended", "failed", "failed", "error"),
    ("call_ended", "analyzed", "completed", "ended"), ("call_ended", "call_analyzed", "completed", "ended"),
    ("call_ended", "in_progress", "completed", "ended"), ("call_ended", "hung_up", "completed", "hung_up"),
    ("call_analyzed", None, "completed", "ended"), ("call_analyzed", "ongoing", "completed", "ended"),
    ("call_analyzed", "error", "failed", "error"), ("call_analyzed", "not_connected", "failed", "not_connected"),
]


class Teller:
    """Sends webhooks of one call, each a millisecond younger than the one before unless it says otherwise."""

    def __init__(self, program, call_id):
        self.program, self.call_id, self.moment = program, call_id, now_ms() - 10_000

    def __call__(self, event, at=None, **members):
        self.moment += 1
        answer = post(self.program.port, webhook(event, self.call_id, {"event_timestamp": at or self.moment}, **members))
        assert answer == "204", answer
        return self

    def row(self, *names):
        row = self.program.call(self.call_id) or {}
        return row if not names else tuple(row.get(name) for name in names)


def add(table):
    with Program() as program:
        program.serve()
        table.group(_columns, program)
        for group in (_states, _costs, _latencies, _durations, _emptiness, _ends, _changes, _completeness, _kept):
            table.group(group, program)
        program.stop()
    for unit, cost, expected in UNITS:
        with Program({"cost/unit": unit}) as program:
            program.serve()
            tell = Teller(program, "call_unit")("call_ended", call_cost=cost)
            table.row(f"cost/unit = {unit}: {list(cost)}", expected, tell.row("cost")[0])


def _columns(table, program):
    tell = Teller(program, "call_full")("call_analyzed", **FULL)
    types = program.rows("SELECT " + ", ".join(f"typeof({name}) AS {name}" for name in COLUMNS) + " FROM calls")[0]
    for name, allowed in COLUMNS.items():
        table.row(f"calls.{name}: its type", allowed, types[name])
    table.row("call_changes has its columns", set(), CHANGES - program.rows("SELECT * FROM call_changes")[0].keys())
    call = tell.row()
    table.row("71 499 ms are 71 s", 71, call["duration_sec"])
    for name in ("cost_breakdown", "latency_metrics"):
        sent = {"cost_breakdown": OFFICIAL, "latency_metrics": FULL["latency"]}[name]
        table.row(f"{name} is the object, one encoding deep", sent, json.loads(call[name]))
    for name in ("created_at", "updated_at"):
        table.row(f"{name} is ISO 8601 in UTC", True, call[name][10] == "T" and call[name].endswith("Z") and len(call[name]) >= 20)
    table.row("the source", "webhook", call["last_source"])
    shown = program.json("show", "call_full")
    listed = program.json("calls")[0]
    for name in COLUMNS:
        want = bool(call[name]) if name == "call_successful" else call[name]
        table.row(f"show --format json says the same {name}", want, shown.get(name))
        table.row(f"calls --format json says the same {name}", want, listed.get(name))


def _states(table, program):
    for i, (event, word, status, call_status) in enumerate(STATES):
        members = {} if word is None else {"call_status": word}
        tell = Teller(program, f"call_state_{i}")(event, **members)
        table.row(f"{event} with the status {word}", (status, call_status), tell.row("status", "call_status"))
    ongoing = {call["retell_call_id"] for call in program.json("calls", "--ongoing")}
    table.row("calls --ongoing has exactly the ongoing calls",
              {f"call_state_{i}" for i, row in enumerate(STATES) if row[2] == "ongoing"}, ongoing)


def _costs(table, program):
    for i, (name, cost, expected) in enumerate(COSTS):
        row = Teller(program, f"call_cost_{i}")("call_ended", call_cost=cost).row()
        for column, value in expected.items():
            table.row(f"cost: {name}: {column}", value, row[column])


def _latencies(table, program):
    for i, (name, latency, expected) in enumerate(LATENCIES):
        row = Teller(program, f"call_latency_{i}")("call_ended", latency=latency).row("end_to_end_latency")
        table.row(f"latency: {name}", expected, row[0])


def _durations(table, program):
    for ms, seconds in ((0, 0), (499, 0), (500, 1), (1499, 1), (1500, 2), (71_500, 72)):
        row = Teller(program, f"call_duration_{ms}")("call_ended", duration_ms=ms).row("duration_ms", "duration_sec")
        table.row(f"{ms} ms", (ms, seconds), row)
    row = Teller(program, "call_duration_zero")("call_started", duration_ms=0, start_timestamp=0, end_timestamp=0)
    table.row("zeros of a running call are placeholders", (None, None, None, None),
              row.row("duration_ms", "duration_sec", "start_timestamp", "end_timestamp"))
    for word in ("not_connected", "error", "ended"):
        row = Teller(program, f"call_zero_{word}")("call_ended", call_status=word, duration_ms=0, call_cost={"combined_cost": 0})
        table.row(f"zeros of a call that is {word} are real", (0, 0), row.row("duration_ms", "cost_micros"))


def _emptiness(table, program):
    texts = ("transcript", "recording_url", "public_log_url", "disconnection_reason", "agent_name", "from_number")
    everything = {"duration_ms": 5000, "call_cost": OFFICIAL, "latency": FULL["latency"], "start_timestamp": START,
                  **{name: f"a {name}" for name in texts}, "call_analysis": FULL["call_analysis"]}
    names = ("duration_ms", "cost_micros", "latency_metrics", "start_timestamp", "summary", "user_sentiment", "call_successful", *texts)
    for what, nothing in (("null", None), ("absent", ...), ("empty", "")):
        tell = Teller(program, f"call_over_{what}")("call_ended", **everything)
        before = tell.row(*names)
        empty = {"": {"call_cost": {}, "latency": {}, "call_analysis": {}, **{name: "" for name in texts}},
                 None: dict.fromkeys(everything)}.get(nothing, {})
        tell("call_analyzed", **empty)
        table.row(f"known values are not overwritten by {what}", before, tell.row(*names))
    for what, members in (("blank", {"transcript": " "}), ("newline", {"transcript": "\n"})):
        tell = Teller(program, f"call_{what}")("call_ended", **members)
        table.row(f"a transcript of one {what} stays", members["transcript"], tell.row("transcript")[0])
    tell = Teller(program, "call_zero_cost")("call_ended", call_cost=OFFICIAL)
    tell("call_analyzed", call_cost={"combined_cost": 0, "product_costs": [], "total_duration_seconds": 0})
    table.row("an all-zero call_cost replaces no other", 97_850, tell.row("cost_micros")[0])
    tell = Teller(program, "call_zero_cost_first")("call_ended", call_cost={"combined_cost": 0})("call_ended", at=now_ms() - 100_000, call_cost=OFFICIAL)
    table.row("… whatever the order", 97_850, tell.row("cost_micros")[0])
    tell = Teller(program, "call_empty")("call_started", transcript="", agent_name="", from_number=None)
    table.row("an empty text is unknown", (None, None, None), tell.row("transcript", "agent_name", "from_number"))


def _ends(table, program):
    tell = Teller(program, "call_late")("call_ended", duration_ms=1000)("call_started", at=now_ms() + 60_000, call_status="ongoing")
    table.row("a late call_started does not start it again", ("completed", "ended"), tell.row("status", "call_status"))
    tell("transcript_updated", at=now_ms() + 90_000, call_status="ongoing", transcript="late")
    table.row("nor a late transcript_updated", ("completed", "ended"), tell.row("status", "call_status"))
    tell = Teller(program, "call_first_analysed")("call_analyzed", duration_ms=2000)("call_ended", at=now_ms() + 60_000, duration_ms=1000)
    table.row("call_analyzed stands over a later call_ended", 2000, tell.row("duration_ms")[0])
    tell = Teller(program, "call_newer")("call_ended", duration_ms=1000)("call_ended", duration_ms=2000)
    table.row("the younger of two equal stages stands", 2000, tell.row("duration_ms")[0])
    tell = Teller(program, "call_older")("call_ended", duration_ms=1000)("call_ended", at=now_ms() - 100_000, duration_ms=2000)
    table.row("… also when the older one comes later", 1000, tell.row("duration_ms")[0])
    tell = Teller(program, "call_by_ended_only")("call_ended")
    table.row("the event of an unknown call makes a row", "completed", tell.row("status")[0])
    before = Teller(program, "call_unknown")("call_started", agent_name="before")
    before("call_paused", agent_name="after", call_status="ended")
    table.row("an unknown event changes no row", ("ongoing", "before"), before.row("status", "agent_name"))


def _changes(table, program):
    tell = Teller(program, "call_history")("call_started", agent_name="first")("call_ended", agent_name="second", duration_ms=1000)
    rows = program.rows("SELECT * FROM call_changes WHERE call_id = ? ORDER BY id", tell.row("id")[0])
    seen = {(row["field"], row["before"], row["after"], row["source"]) for row in rows}
    table.row("call_changes says who changed what", True,
              {("agent_name", "first", "second", "webhook"), ("call_status", "ongoing", "ended", "webhook")} <= seen)
    table.row("each change has a reason and a time", [], [row for row in rows if not row["reason"] or not row["changed_at"].endswith("Z")])
    history = program.json("show", "call_history")["history"]
    table.row("show has the same history", seen, {(row["field"], row["before"], row["after"], row["source"]) for row in history})


def _completeness(table, program):
    stories = [
        ("a finished call with all six", {**FULL}, []),
        ("a finished call with nothing", {}, ["cost", "duration", "latency", "recording", "summary", "transcript"]),
        ("not connected: nothing can come", {"call_status": "not_connected"}, []),
        ("only basic attributes are stored", {"data_storage_setting": "basic_attributes_only", "duration_ms": 1, "call_cost": OFFICIAL}, ["latency"]),
        ("nobody spoke", {"transcript": "", "transcript_object": [], "duration_ms": 1, "call_cost": OFFICIAL}, ["recording", "summary"]),
    ]
    incomplete = set()
    for i, (name, members, missing) in enumerate(stories):
        Teller(program, f"call_complete_{i}")("call_ended", **members)
        shown = program.json("show", f"call_complete_{i}")
        table.row(f"complete: {name}", (missing, not missing), (sorted(shown["missing"]), shown["complete"]))
        incomplete |= {f"call_complete_{i}"} if missing else set()
    listed = {call["retell_call_id"] for call in program.json("calls", "--incomplete", "--limit", "0") if call["retell_call_id"].startswith("call_complete_")}
    table.row("calls --incomplete has exactly those", incomplete, listed)


def _kept(table, program):
    tell = Teller(program, "call_extra")("call_ended", brand_new={"a": [1, 2]}, user_note="x", access_token="secret-token-abc",
                                         user_sentiment="x", call_analysis={"user_sentiment": "Delighted", "new": 1}, disconnection_reason="moon")
    shown = program.run("show", "call_extra", "--format", "json").stdout
    table.row("unknown members are kept and shown", True, '"brand_new"' in shown and '"user_note"' in shown)
    table.row("unknown enum values are kept", ("Delighted", "moon"), tell.row("user_sentiment", "disconnection_reason"))
    table.row("an access token is not shown", False, "secret-token-abc" in shown)
