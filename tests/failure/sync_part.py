# SPDX-License-Identifier: GPL-3.0-or-later
"""Before each 204 a sync of the write-ahead log has ended that began after this webhook's row was written to it; seen from
outside, with strace: the row is recognised by its call id in the bytes that are written."""
import os
import re
import threading

import straced
from program import Program
from table import until
from truth import ended, untrue
from wire import Wire, request

SINGLE = 100
AT_ONCE = 32
ROUNDS = 8
ENOUGH_S = 60  # for strace to write down what it has seen


def add(table, _options):
    if why := straced.why_not():
        return table.skip(f"a sync before each 204: {why}")
    with Program() as program:
        path = os.path.join(program._own, "trace")
        program.launcher = straced.launcher(path)
        program.serve()
        ids = [f"call_single{n:04}_" for n in range(SINGLE)]
        with Wire(program.port) as wire:
            answers = [_ask(wire, call_id) for call_id in ids]
        answers += _at_once(program, ids)
        table.row("SIGTERM ends with 0", 0, program.stop(seconds=60))
        until(lambda: f"{program.process.pid} +++ exited with 0 +++" in _tail(path), ENOUGH_S)
        calls = straced.read(path)
        if not any(call.name == "sendto" and "HTTP/1.1 " in call.text for call in calls):
            return table.skip("a sync before each 204: strace sees no bytes here (a program that hides its memory needs root)")
        table.row(f"{SINGLE} webhooks alone and {ROUNDS} times {AT_ONCE} at once: 204", {"204"}, set(answers))
        table.row("… which say what is so", [], untrue(program, ids))
        table.row(f"each of {len(ids)}: sync of the log after its row was written, ended before its 204", [], _unsynced(calls, ids))
        without = [call for call in calls if call.name not in ("fdatasync", "fsync")]
        table.row("the same trace without its syncs: each of them is noticed", len(ids), len(_unsynced(without, ids)))
        syncs = sum(call.name == "fdatasync" and call.place.endswith("-wal>") for call in calls)
        print(f"{len(ids)} answers 204, {syncs} syncs of the log, {len(calls)} calls seen")


def _tail(path):
    with open(path, "rb") as file:
        file.seek(max(0, os.path.getsize(path) - 200))
        return file.read().decode("latin-1")


def _ask(wire, call_id):
    wire.send(request(ended(call_id)))
    return str(wire.answer())


def _at_once(program, ids):
    wires = [Wire(program.port) for _ in range(AT_ONCE)]
    answers = []
    for turn in range(ROUNDS):
        gate = threading.Barrier(AT_ONCE)

        def run(n, turn=turn, gate=gate):
            call_id = f"call_group{turn}_{n:04}_"
            ids.append(call_id)
            gate.wait()
            answers.append(_ask(wires[n], call_id))
        threads = [threading.Thread(target=run, args=(n,)) for n in range(AT_ONCE)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    for wire in wires:
        wire.socket.close()
    return answers


def _unsynced(calls, ids):
    """Ids whose 204 was sent before it was earned, with what was missing."""
    written, syncs = {}, []
    waiting, wrong = {}, {call_id: "no 204 seen" for call_id in ids}
    for call in calls:
        if call.name == "pwrite64" and call.place.endswith("-wal>"):
            for call_id in set(re.findall(r"call_(?:single|group\d+_)\d{4}_", call.text)):
                written.setdefault(call_id, call)
        elif call.name in ("fdatasync", "fsync") and call.place.endswith("-wal>") and call.result == 0:
            syncs.append(call)
        elif call.name == "recvfrom" and (found := re.search(r'\\"call_id\\":\\"(\w+)', call.text)):
            waiting[call.place] = found[1]
        elif call.name == "sendto" and '"HTTP/1.1 204' in call.text and call.place in waiting:
            call_id = waiting.pop(call.place)
            wrong.pop(call_id, None)
            row = written.get(call_id)
            if not row or row.end > call.begin:
                wrong[call_id] = "its row was not written"
            elif not any(row.end < sync.begin and sync.end < call.begin for sync in reversed(syncs)):
                wrong[call_id] = "no sync between its row and its 204"
    return sorted(wrong.items())
