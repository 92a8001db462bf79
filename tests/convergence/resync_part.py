# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's resync from the command line: a dry run changes nothing, a whole one fills, a second one finds nothing, and
whoever interrupts or kills it loses nothing."""
import hashlib
import json
import os
import signal
import sqlite3
import subprocess

from comparison import differences, summary
from program import CLI, Program
from simulator import Simulator
from table import until
from wire import post, webhook

CALLS = 140


def add(table, _options):
    with Simulator(history=CALLS, concurrent=0, seed=13, no_summary=0) as retell:
        truth, _ = retell.truth()
        heard = {call_id: call for call_id, call in truth.items() if call["call_status"] == "ended"}
        with Program() as program:
            _hear_of_ends(table, program, heard)
            program.settings |= {"retell/baseUrl": retell.origin, "sync/requestIntervalMs": 25}
            table.group(_dry_run, retell, program, len(heard))
            table.group(_interrupted, program, heard)
            table.group(_killed, program)
            table.group(_whole, retell, program, heard)
            table.group(_recent, program, truth)


def _hear_of_ends(table, program, heard):
    """The store as a receiver leaves it that only heard that each call is over."""
    program.serve()
    answers = {post(program.port, webhook("call_ended", call_id, call_status="ended")) for call_id in heard}
    table.row(f"{len(heard)} calls of which nothing is known but their end", ({"204"}, len(heard)), (answers, _incomplete(program)))
    program.stop()


def _incomplete(program):
    return program.value("SELECT count(*) FROM calls WHERE incomplete = 1")


def _resync(program, *options):
    done = program.run("resync", *options, "--format", "json", seconds=120)
    return done.returncode, json.loads(done.stdout), done.stderr


def _content(program):
    """Of the main file byte by byte, and of all tables."""
    with open(program.store, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    connection = sqlite3.connect(f"file:{program.store}?mode=ro", uri=True)
    try:
        return digest, hashlib.sha256("\n".join(connection.iterdump()).encode()).hexdigest()
    finally:
        connection.close()


def _dry_run(table, retell, program, calls):
    before = _content(program)
    asked = retell.counts()["api_asked"]
    code, rows, _ = _resync(program, "--all", "--dry-run")
    table.row("dry run: exit 0, every call would be updated", (0, calls, {"updated"}), (code, len(rows), {row["verdict"] for row in rows}))
    table.row("… each was asked for", True, retell.counts()["api_asked"] - asked >= calls)
    table.row("… not a byte of the file has changed, nor a row", before, _content(program))
    done = program.run("resync", "--all", "--dry-run", seconds=60)
    names = [word for word in ("Duration", "Cost", "Transcript", "Recording", "Summary", "Latency", "latency")
             if word.lower() not in done.stdout.lower()]
    table.row("… as text it names what comes", (0, []), (done.returncode, names))


def _start(program):
    return subprocess.Popen([CLI, "--profile", program.profile, "resync", "--all", "--format", "json"], env=program.environment(),
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8")


def _interrupted(table, program, heard):
    before = _incomplete(program)
    running = _start(program)
    until(lambda: _incomplete(program) <= before - 20, 20)
    running.send_signal(signal.SIGINT)
    out, _ = running.communicate(timeout=15)
    rows = json.loads(out)
    filled = before - _incomplete(program)
    table.holds("SIGINT midway: done in part, exit 1", "20 or more of all, and 1", (filled, running.returncode),
                20 <= filled < before and running.returncode == 1)
    table.row("… it says what it has written", filled, len(rows))
    table.row("… and that is as Retell has it", "none", summary(_wrong_among_complete(program, heard)))
    table.row("… noted as cancelled", "cancelled", program.value("SELECT end_word FROM resync_runs ORDER BY started_ms DESC LIMIT 1"))


def _wrong_among_complete(program, heard):
    complete = {row["retell_call_id"] for row in program.rows("SELECT retell_call_id FROM calls WHERE incomplete = 0")}
    return {call_id: columns for call_id, columns in differences(program, heard).items() if call_id in complete}


def _killed(table, program):
    before = _incomplete(program)
    running = _start(program)
    until(lambda: _incomplete(program) <= before - 20, 20)
    running.kill()
    running.communicate()
    after = _incomplete(program)
    table.holds("kill -9 midway: what is written stays", f"0 to {before - 20} incomplete", after, 0 < after <= before - 20)
    table.row("… and the file is sound", "ok", program.value("PRAGMA integrity_check"))


def _whole(table, retell, program, heard):
    before = _incomplete(program)
    code, rows, said = _resync(program, "--all")
    table.row("the next run: exit 0, the rest is updated", (0, before, {"updated"}), (code, len(rows), {row["verdict"] for row in rows}))
    table.row("… nothing is missing", 0, _incomplete(program))
    table.row("… every call is as Retell has it", "none", summary(differences(program, heard)))
    asked, content = retell.counts()["api_asked"], _rows(program)
    code, rows, said = _resync(program, "--all")
    table.row("again: exit 0, nothing to do, nothing asked", (0, [], asked), (code, rows, retell.counts()["api_asked"]))
    table.row("… and no row has changed", content, _rows(program))
    table.row("… no key, no transcript in what it says", False, "Agent:" in said or program.key[-8:] in said)


def _rows(program):
    return hashlib.sha256(repr(program.rows("SELECT * FROM calls ORDER BY id")).encode()).hexdigest()


def _recent(table, program, truth):
    code, rows, _ = _resync(program, "--recent", "2")
    table.row("--recent 2: exit 0", 0, code)
    table.row("… also calls that were never heard of", "none", summary(differences(program, truth)))
    table.row("one row per call", len(truth), program.value("SELECT count(*) FROM calls"))
    table.row("the lock is free and nothing is left behind", [], [name for name in os.listdir(program.profile) if "journal" in name])
