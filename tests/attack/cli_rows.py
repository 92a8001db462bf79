# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: usage, exit codes, filters, forms of output, in both languages."""
import csv
import datetime
import http.server
import io
import json
import os
import subprocess
import threading

from call_rows import COLUMNS, FULL
from json_rows import without_apostrophe
from program import CLI, Program
from table import until
from wire import now_ms, post, signature, webhook

COMMANDS = ["serve", "calls", "show", "deliveries", "config", "doctor"]
FORMATS = ["table", "json", "jsonl", "csv"]

USAGE = [
    [], ["nonsense"], ["calls", "extra"], ["calls", "--nonsense"], ["calls", "--limit", "x"], ["calls", "--limit", "-1"], ["calls", "--limit"],
    ["calls", "--limit", "1.5"], ["calls", "--format", "xml"], ["calls", "--format", "JSON"], ["calls", "--since", "yesterday"],
    ["calls", "--since", "7"], ["calls", "--since", "7w"], ["calls", "--since", "-7d"], ["calls", "--until", "2026-13-01"],
    ["calls", "--until", "2026-02-30"], ["calls", "--since", "2026-11-22T25:00"], ["calls", "--since", "2026-11-22 10:00 nonsense"], ["calls", "--since", "2026-11-22nonsense"],
    ["calls", "--since", "2026-11-22T10:00 nonsense"], ["calls", "--since", "2026-11-22T10:00:00Znonsense"],
    ["show"], ["show", "1", "2"], ["show", "1", "--format", "csv"], ["show", "1", "--format", "table"], ["show", "--nonsense", "1"],
    ["deliveries", "--limit", "x"], ["deliveries", "--format", "xml"], ["serve", "extra"], ["serve", "--nonsense"], ["doctor", "extra"],
    ["--nonsense"], ["--profile"], ["--lang", "fr", "calls"],
]


class Stub(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = b'{"org_name": "Stadt", "api_key_name": "Dienst"}'
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class StubApi:
    """As much of Retell as `doctor` asks for; gives its address."""

    def __enter__(self):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stub)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_port}"

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


def add(table):
    table.group(_usage)
    with Program() as program:
        program.serve()
        _tell(program)
        for group in (_forms, _filters, _whens, _show, _deliveries, _explain, _doctor_beside, _languages, _full_output):
            table.group(group, program)
        program.stop()
    table.group(_empty)
    table.group(_doctor)
    table.group(_masked)


def _tell(program):
    """120 calls, a minute apart; the youngest is call_119. Every tenth is running, every fifteenth is Berta's."""
    now = now_ms()
    for i in range(120):
        members = {**FULL, "start_timestamp": now - (120 - i) * 60_000, "agent_name": "Berta" if i % 15 == 0 else "Anton_%", "from_number": f"+4930{i:06}"}
        if i % 10 == 0:
            event, members = "call_started", {name: members[name] for name in ("start_timestamp", "agent_name", "from_number", "agent_id")}
        else:
            event = "call_analyzed"
        post(program.port, webhook(event, f"call_{i}", **members))


def _usage(table):
    with Program() as program:
        for arguments in USAGE:
            done = program.run(*arguments)
            table.row(f"anrufwarte-cli {' '.join(arguments)}: exit 2, a word on stderr, nothing on stdout", (2, "", True),
                      (done.returncode, done.stdout, bool(done.stderr.strip())))
        for arguments in (["--help"], ["-h"], *([command, "--help"] for command in COMMANDS)):
            done = program.run(*arguments)
            table.row(f"{' '.join(arguments)}: exit 0, on stdout", (0, "", True), (done.returncode, done.stderr, len(done.stdout) > 100))
        overview = program.run("--help").stdout
        table.row("--help names each command", [], [command for command in COMMANDS if command not in overview])
        done = program.run("--version")
        table.row("--version", (0, True), (done.returncode, done.stdout.startswith("anrufwarte-cli ")))
        program.settings["ui/theme"] = "blue"
        table.row("--help in spite of wrong settings", 0, program.run("calls", "--help").returncode)


def _read(form, text):
    if form == "json":
        return json.loads(text)
    if form == "jsonl":
        return [json.loads(line) for line in text.split("\n") if line]
    return [{name: without_apostrophe(value) for name, value in row.items()} for row in csv.DictReader(io.StringIO(text, newline=""))]


def _forms(table, program):
    file = {row["retell_call_id"]: row for row in program.rows("SELECT * FROM calls")}
    for form in FORMATS:
        done = program.run("calls", "--format", form)
        table.row(f"calls --format {form}: exit 0, nothing on stderr", (0, ""), (done.returncode, done.stderr))
        if form == "table":
            table.row("calls: a heading and 100 rows", 101, len(done.stdout.splitlines()))
            continue
        rows = _read(form, done.stdout)
        table.row(f"calls --format {form}: 100 rows, newest first", [f"call_{i}" for i in range(119, 19, -1)], [row["retell_call_id"] for row in rows])
        table.row(f"calls --format {form}: has the columns of the contract", set(), COLUMNS.keys() - rows[0].keys())
        def same(row, form=form):
            stored = file[row["retell_call_id"]]
            for name in COLUMNS.keys() - {"cost_breakdown", "latency_metrics", "call_successful", "created_at", "updated_at"}:
                value = row[name] if form != "csv" else row[name] or None
                wanted = stored[name] if form != "csv" or stored[name] is None else str(stored[name])
                if value != wanted and not (form == "csv" and wanted is not None and isinstance(stored[name], float) and float(value) == stored[name]):
                    return False
            return True
        table.row(f"calls --format {form}: says what the file says", [], [row["retell_call_id"] for row in rows if not same(row)])
        for name in ("created_at", "updated_at"):
            moment = datetime.datetime.fromisoformat(rows[0][name])
            table.row(f"calls --format {form}: {name} is UTC", datetime.timedelta(0), moment.utcoffset())
    text = program.run("calls", "--format", "csv").stdout
    table.row("csv: lines end with CRLF (RFC 4180)", True, text.split("\r\n", 1)[0].count(",") > 30)
    table.row("csv: phone numbers stay as they are", True, '"+4930000119"' in text or ",+4930000119," in text)


def _ids(program, *arguments):
    return [call["retell_call_id"] for call in program.json("calls", *arguments)]


def _filters(table, program):
    running = [f"call_{i}" for i in range(110, -1, -10)]
    table.row("--ongoing: exactly those, without a limit", running, _ids(program, "--ongoing"))
    table.row("--ongoing --limit 3", running[:3], _ids(program, "--ongoing", "--limit", "3"))
    table.row("--limit 1", ["call_119"], _ids(program, "--limit", "1"))
    table.row("--limit 0: all", 120, len(_ids(program, "--limit", "0")))
    table.row("--limit 1000000000000", 120, len(_ids(program, "--limit", "1000000000000")))
    table.row("--agent", [f"call_{i}" for i in range(105, -1, -15)], _ids(program, "--agent", "Berta"))
    table.row("--agent by its id", 120, len(_ids(program, "--agent", "agent_1", "--limit", "0")))
    table.row("--agent with signs of LIKE", 112, len(_ids(program, "--agent", "Anton_%", "--limit", "0")))
    table.row("--agent % is no pattern", 0, len(_ids(program, "--agent", "%", "--limit", "0")))
    table.row("--agent Anton__ is no pattern", 0, len(_ids(program, "--agent", "Anton__", "--limit", "0")))
    table.row("--agent nobody", [], _ids(program, "--agent", "nobody"))
    table.row("--search of a number", ["call_117"], _ids(program, "--search", "30000117"))
    table.row("--search of an id", ["call_117"], _ids(program, "--search", "call_117"))
    table.row("--search in the transcript, upper and lower case alike", 108, len(_ids(program, "--search", "GUTEN tag", "--limit", "0")))
    table.row("--search in the summary", 108, len(_ids(program, "--search", "Kurz.", "--limit", "0")))
    for text in ("100%", "_________________________________________", "' OR 1=1 --", "\\", "*", "%%%%"):
        table.row(f"--search {text}: no pattern, no SQL", [], _ids(program, "--search", text))
    table.row("--search _% finds it as text only", 112, len(_ids(program, "--search", "n_%", "--limit", "0")))
    table.row("two filters", ["call_90", "call_60", "call_30", "call_0"], _ids(program, "--ongoing", "--agent", "Berta"))
    table.row("--incomplete: finished ones only", [], [i for i in _ids(program, "--incomplete", "--limit", "0") if i in running])


def _whens(table, program):
    table.holds("--since 1h", "59 or 60 of the calls", seen := len(_ids(program, "--since", "1h")), seen in (59, 60))
    table.row("--since 7d", 120, len(_ids(program, "--since", "7d", "--limit", "0")))
    table.row("--until 24h", [], _ids(program, "--until", "24h"))
    middle = program.call("call_60")["start_timestamp"]
    utc = datetime.datetime.fromtimestamp(middle / 1000, datetime.timezone.utc)
    local = utc.astimezone(datetime.timezone(datetime.timedelta(hours=1)))
    for name, text in (("with Z", utc.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"), ("with an offset", local.isoformat(timespec="milliseconds"))):
        table.row(f"--since a time {name}: from then on", 60, len(_ids(program, "--since", text, "--limit", "0")))
        table.row(f"--until a time {name}: before then", 60, len(_ids(program, "--until", text, "--limit", "0")))
    table.row("--since a date: local midnight", 120, len(_ids(program, "--since", (local - datetime.timedelta(days=2)).strftime("%Y-%m-%d"), "--limit", "0")))
    table.row("--since tomorrow", [], _ids(program, "--since", (local + datetime.timedelta(days=2)).strftime("%Y-%m-%d")))


def _show(table, program):
    number = program.call("call_117")["id"]
    by_number, by_id = program.json("show", str(number)), program.json("show", "call_117")
    table.row("show by number and by id say the same", by_number, by_id)
    table.row("show --format json is one object", "dict", type(by_id).__name__)
    text = program.run("show", "call_117")
    table.row("show: exit 0, with transcript and summary", (0, "", True, True),
              (text.returncode, text.stderr, "Guten Tag" in text.stdout, "Kurz." in text.stdout))
    for unknown in ("call_none", "99999", "0", "-1", "abc", "99999999999999999999", "' OR 1=1 --", ""):
        done = program.run("show", "--", unknown)
        table.row(f"show {unknown!r}: exit 1, a word on stderr, nothing on stdout", (1, "", True), (done.returncode, done.stdout, bool(done.stderr)))


def _deliveries(table, program):
    for _ in range(3):
        post(program.port, webhook(), signed=False)
    until(lambda: program.value("SELECT count(*) FROM deliveries WHERE verdict = 'rejected'") == 3)
    for form in FORMATS:
        done = program.run("deliveries", "--format", form)
        table.row(f"deliveries --format {form}: exit 0, nothing on stderr", (0, ""), (done.returncode, done.stderr))
        if form != "table":
            rows = _read(form, done.stdout)
            table.row(f"deliveries --format {form}: 100 rows, newest first", (100, ["rejected"] * 3 + ["accepted"]), (len(rows), [row["verdict"] for row in rows[:4]]))
            table.row(f"deliveries --format {form}: what is known of each", set(),
                      {"id", "received_at", "sender", "path", "verdict", "reason", "event", "call_id", "bytes"} - rows[0].keys())
    rejected = program.json("deliveries", "--rejected")
    table.row("deliveries --rejected", ["signature_missing"] * 3, [row["reason"] for row in rejected])
    table.row("deliveries --limit 2", 2, len(program.json("deliveries", "--limit", "2")))
    table.row("deliveries --limit 0: all", 123, len(program.json("deliveries", "--limit", "0")))
    hinted = until(lambda: program.json("deliveries", "--rejected")[0]["event"])
    table.row("event and call of a rejected body: read later, marked as unverified", ("call_started", "call_attack", False),
              (hinted, *[program.json("deliveries", "--rejected")[0][name] for name in ("call_id", "verified")]))


CASES = [
    ("an accepted one", lambda body: signature(body), ["accepted"], 5),
    ("another key", lambda body: signature(body, "key_" + "f" * 32), ["rejected", "signature"], 1),
    ("too old", lambda body: signature(body, v=now_ms() - 400_000), ["rejected", "-400"], 1),
    ("seconds", lambda body: signature(body, v=now_ms() // 1000), ["rejected", "seconds"], 1),
    ("malformed", lambda body: "sha256=abc", ["rejected", "sha256=abc"], 1),
    ("nothing", lambda body: None, ["rejected"], 1),
]


def _explain(table, program):
    body = webhook("call_ended", "call_explained", duration_ms=1)
    for name, sign, words, passed in CASES:
        post(program.port, body, signed=sign(body))
        number = until(lambda: program.value("SELECT max(id) FROM deliveries WHERE bytes = ?", len(body)))
        done = program.run("deliveries", "explain", str(number))
        table.row(f"explain: {name}: exit 0, and it says why", (0, []), (done.returncode, [word for word in words if word.lower() not in done.stdout.lower()]))
        order = [done.stdout.find(word) for word in ("Sender", "Header")]
        table.row(f"explain: {name}: the checks in order", True, 0 <= order[0] < order[1])
        table.row(f"explain: {name}: so many checks passed", True, done.stdout.count("passed") >= passed)
        body += b" "
    table.row("explain of a number there is not: exit 1", 1, program.run("deliveries", "explain", "99999").returncode)


def _doctor_beside(table, program):
    port = program.port
    program.settings["webhook/listen"] = f"127.0.0.1:{port}"
    with StubApi() as program.settings["retell/baseUrl"]:
        done = program.run("doctor")
    program.settings["webhook/listen"] = "127.0.0.1:0"
    program.settings["retell/baseUrl"] = "http://127.0.0.1:9"
    table.row("doctor beside the running program: all pass, exit 0", (0, 0, ""), (done.returncode, done.stdout.count("FAILED"), done.stderr))


def _languages(table, program):
    english, german = program.run("calls", "--limit", "1").stdout, program.run("--lang", "de", "calls", "--limit", "1").stdout
    table.row("--lang de speaks German", (True, True), ("Duration" in english, "Dauer" in german))
    table.row("errors, too", True, "gibt es" in program.run("--lang", "de", "show", "call_none").stderr)
    table.row("json says the same in each language", program.run("calls", "--format", "json").stdout,
              program.run("--lang", "de", "calls", "--format", "json").stdout)
    table.row("csv, too", program.run("calls", "--format", "csv").stdout, program.run("--lang", "de", "calls", "--format", "csv").stdout)


def _full_output(table, program):
    """What could not be written must not look as if it were done."""
    if not os.path.exists("/dev/full"):
        return table.skip("output that cannot be written: there is no /dev/full")
    for command in (["calls", "--format", "json"], ["calls"], ["show", "call_117"], ["config", "list"], ["--help"]):
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([CLI, "--profile", program.profile, *command], env=program.environment(), stdout=full,
                                  stderr=subprocess.PIPE, encoding="utf-8", check=False)
        table.row(f"{' '.join(command)} to a full disk: exit 1, and a word", (1, True), (done.returncode, "stdout" in done.stderr))
    done = subprocess.run(f"{CLI} --profile {program.profile} calls --format json | head -1", shell=True, env=program.environment(),
                          capture_output=True, encoding="utf-8", check=False)
    table.row("calls | head -1: no complaint", ("[\n", ""), (done.stdout, done.stderr))


def _empty(table):
    with Program() as program:
        program.serve()
        for command in ("calls", "deliveries"):
            seen = [program.run(command, "--format", form).stdout for form in ("json", "jsonl")]
            table.row(f"{command} of an empty store", ([], ""), (json.loads(seen[0]), seen[1]))
            table.row(f"{command} of an empty store, as csv and table: exit 0", [0, 0], [program.run(command, "--format", form).returncode for form in ("csv", "table")])
        program.stop()


def _doctor(table):
    with StubApi() as url, Program({"retell/baseUrl": url}) as program:
        done = program.run("doctor")
        table.row("doctor of a new profile: exit 0, a line per check", (0, True), (done.returncode, len(done.stdout.splitlines()) >= 5))
        table.row("doctor makes nothing", False, os.path.exists(program.profile))
        for name, settings, key in (("no key", {}, None), ("a wrong setting", {"sync/maxInFlight": "65"}, program.key),
                                    ("no folder for the store", {"store/url": "sqlite:nowhere/x"}, program.key),
                                    ("an address this computer does not have", {"webhook/listen": "192.0.2.1:80"}, program.key)):
            with Program(settings, key=key) as other:
                done = other.run("doctor")
                table.row(f"doctor with {name}: exit 1, and one line says FAILED", (1, True), (done.returncode, "FAILED" in done.stdout))


def _masked(table):
    with Program({"privacy/maskNumbers": "true"}) as program:
        program.serve()
        post(program.port, webhook("call_ended", "call_masked", from_number="+4930123456789", to_number="+4989987654321"))
        for command in (["calls"], ["show", "call_masked"]):
            seen = program.run(*command).stdout.replace(" ", "")
            table.row(f"privacy/maskNumbers: {command[0]} shows no whole number", False, "30123456789" in seen or "89987654321" in seen)
        program.stop()
