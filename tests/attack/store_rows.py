# SPDX-License-Identifier: GPL-3.0-or-later
"""The store in trouble: locked, full, read-only, gone, damaged; what was acknowledged is there, what was not is told."""
import glob
import json
import os
import signal
import sqlite3
import stat
import subprocess
import threading
import time

from program import Program
from table import until
from wire import Closed, Wire, post, request, webhook


def ended(number):
    return webhook("call_ended", f"call_{number}", duration_ms=number)


def add(table):
    for group in (_locked, _queue_full, _readers, _removed, _replaced, _killed, _full, _modes, _damaged, _places, _beside):
        table.group(group)


def _answer(program, body):
    with Wire(program.port) as wire:
        wire.send(request(body))
        return wire.answer()


def _health(program):
    with Wire(program.port) as wire:
        wire.send(request(path="/webhooks/retell/health", method="GET", signed=False))
        return json.loads(wire.answer().body)["status"]


def _locked(table):
    with Program() as program:
        program.serve()
        post(program.port, ended(1))
        other = sqlite3.connect(program.store, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        answer = _answer(program, ended(2))
        table.row("another process holds the write lock: 503, and when to come again", ("503 store_unavailable", True),
                  (str(answer), answer.fields.get("retry-after", "").isdigit()))
        table.row("… health says degraded", "degraded", _health(program))
        table.row("… nothing of it is stored", 1, program.value("SELECT count(*) FROM calls"))
        other.execute("COMMIT")
        table.row("the lock is gone: taken again", "204", until(lambda: post(program.port, ended(3)) == "204" and "204"))
        table.row("… health says ok", "ok", until(lambda: _health(program) == "ok" and "ok"))
        other.execute("BEGIN IMMEDIATE")
        seen = []
        thread = threading.Thread(target=lambda: seen.append(post(program.port, ended(4))))
        thread.start()
        thread.join(0.5)
        other.execute("COMMIT")
        thread.join()
        table.row("a lock of half a second is waited for", ["204"], seen)
        other.close()
        table.row("SIGTERM ends with 0", 0, program.stop())


def _queue_full(table):
    """More waits than may wait while another process holds the lock: the rest is refused at once, not lost in silence."""
    with Program() as program:
        program.serve()
        post(program.port, ended(1))
        other = sqlite3.connect(program.store, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        wires, each = [Wire(program.port) for _ in range(200)], 32
        for n, wire in enumerate(wires):
            wire.send(b"".join(request(ended(1000 + 100 * n + i)) for i in range(each)))
        answers = [wire.answer() for wire in wires for _ in range(each)]
        table.row("6400 webhooks while nothing can be written: refused or told to wait", {"503 queue_full", "503 store_unavailable"},
                  {str(answer) for answer in answers})
        table.row("… each is told when to come again", True, all(answer.fields.get("retry-after", "").isdigit() for answer in answers))
        other.execute("COMMIT")
        other.close()
        table.row("… afterwards webhooks are taken again", "204", until(lambda: post(program.port, ended(2)) == "204" and "204"))
        table.row("… and what was refused is not there", {"call_1", "call_2"},
                  {row["retell_call_id"] for row in program.rows("SELECT retell_call_id FROM calls")})
        for wire in wires:
            wire.socket.close()
        other = sqlite3.connect(program.store, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with Wire(program.port) as wire:
            for _ in range(20):
                wire.send(request(ended(1), signed=False) * 25)
                for _ in range(25):
                    wire.answer()
        began = time.monotonic()
        table.row("SIGTERM while nothing can be written and 500 rejections wait to be noted: exit 0", 0, program.stop(seconds=60))
        table.holds("… and soon", "< 5 s", f"{time.monotonic() - began:.1f} s", time.monotonic() - began < 5)
        other.close()


def _readers(table):
    """BI tools read at any time, and hold nobody up."""
    with Program() as program:
        program.serve()
        post(program.port, ended(1))
        reader = sqlite3.connect(f"file:{program.store}?mode=ro", uri=True, isolation_level=None)
        reader.execute("BEGIN")
        first = reader.execute("SELECT count(*) FROM calls").fetchone()[0]
        table.row("a reader in a transaction holds no webhook up", ["204"] * 20, [post(program.port, ended(i)) for i in range(2, 22)])
        table.row("… and sees its own moment", (1, 1), (first, reader.execute("SELECT count(*) FROM calls").fetchone()[0]))
        reader.execute("COMMIT")
        table.row("… and later all", 21, reader.execute("SELECT count(*) FROM calls").fetchone()[0])
        table.row("journal_mode", "wal", reader.execute("PRAGMA journal_mode").fetchone()[0])
        reader.close()
        program.stop()


def _removed(table):
    with Program() as program:
        program.serve()
        for i in range(1, 6):
            post(program.port, ended(i))
        os.remove(program.store)
        seen = until(lambda: (answer := post(program.port, ended(6))) != "503 store_unavailable" and answer)
        table.row("the file is deleted under the program: taken again soon", "204", seen)
        kept = until(lambda: os.path.exists(program.store) and program.value("SELECT count(*) FROM calls"))
        table.row("… acknowledged calls are all there", 6, kept)
        table.row("SIGTERM ends with 0", 0, program.stop())
        table.row("… also after the end", 6, program.value("SELECT count(*) FROM calls"))
    with Program() as program:
        program.serve()
        post(program.port, ended(1))
        for path in glob.glob(program.store + "*"):
            os.remove(path)
        seen = until(lambda: (answer := post(program.port, ended(2))) != "503 store_unavailable" and answer)
        table.row("the file and its companions are deleted: taken again soon", "204", seen)
        table.row("… what is acknowledged afterwards is in the file", "ended", program.value("SELECT call_status FROM calls WHERE retell_call_id = 'call_2'"))
        table.row("SIGTERM ends with 0", 0, program.stop())


def _replaced(table):
    with Program() as program:
        program.serve()
        post(program.port, ended(1))
        with open(program.store + ".new", "w", encoding="ascii") as file:
            file.write("this is no database, but somebody put it here " * 100)
        os.replace(program.store + ".new", program.store)
        def until_decided():
            return until(lambda: (answer := post(program.port, ended(2))) == "204" and answer, 3) or post(program.port, ended(2))
        seen = until_decided()
        where = program.rows("SELECT retell_call_id FROM calls") if seen == "204" else []
        table.holds("the file is replaced by text: nothing is acknowledged that is not kept", "503, or stored", (seen, where),
                    seen == "503 store_unavailable" or {"retell_call_id": "call_2"} in where)
        program.process.kill()
        program.process.wait()


def _killed(table):
    """What was acknowledged survives kill -9 at any moment; nothing is there twice."""
    with Program() as program:
        acknowledged = set()
        for moment in (30, 120, 250):
            program.serve()
            port = program.port

            def run(first):
                try:
                    with Wire(port) as wire:
                        for i in range(first, first + 400):
                            wire.send(request(ended(i)))
                            if wire.answer().status == 204:
                                acknowledged.add(f"call_{i}")
                except (Closed, OSError):
                    pass
            begin = 10_000 * moment
            threads = [threading.Thread(target=run, args=(begin + 1000 * n,)) for n in range(6)]
            before = len(acknowledged)
            for thread in threads:
                thread.start()
            until(lambda: len(acknowledged) >= before + moment)
            program.process.send_signal(signal.SIGKILL)
            for thread in threads:
                thread.join()
            program.process.wait()
            program.process.stdout.close()
        program.serve()
        stored = {row["retell_call_id"] for row in program.rows("SELECT retell_call_id FROM calls")}
        table.row(f"kill -9 three times: none of {len(acknowledged)} acknowledged calls is lost", set(), acknowledged - stored)
        table.row("kill -9: the file is sound", "ok", program.value("PRAGMA integrity_check"))
        table.row("kill -9: no call is there twice", [], program.rows("SELECT retell_call_id FROM calls GROUP BY 1 HAVING count(*) > 1"))
        table.row("SIGTERM ends with 0", 0, program.stop())


class SmallDisk:
    """A file system of a few MB, where that is allowed."""

    def __init__(self, folder, size="6m"):
        self.folder = folder
        os.makedirs(folder)
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True, check=False)
        self.is_there = done.returncode == 0

    def remount(self, how):
        subprocess.run(["mount", "-o", f"remount,{how}", self.folder], check=True, capture_output=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.is_there:
            subprocess.run(["umount", "-l", self.folder], check=False, capture_output=True)


def _full(table):
    with Program() as outer, SmallDisk(os.path.join(outer._own, "disk")) as disk:
        if not disk.is_there:
            return table.skip("a full and a read-only disk: this account may mount nothing")
        with Program(profile=os.path.join(disk.folder, "profile")) as program:
            program.serve()
            post(program.port, ended(1))
            filler = os.path.join(disk.folder, "filler")
            with open(filler, "wb", buffering=0) as file:
                try:
                    while True:
                        file.write(b"a" * 4096)
                except OSError:
                    pass
            noise = os.urandom(300_000).hex()
            seen = until(lambda: (answer := _answer(program, webhook("call_ended", "call_big", transcript=noise))).status == 503 and answer)
            table.row("the disk is full: 503, and when to come again", ("503 store_unavailable", True),
                      (str(seen), bool(seen) and "retry-after" in seen.fields))
            table.row("the disk is full: health says degraded", "degraded", _health(program))
            os.remove(filler)
            again = until(lambda: post(program.port, ended(2)) == "204" and "204")
            table.row("there is space again: it heals by itself", "204", again)
            table.row("… health says ok", "ok", until(lambda: _health(program) == "ok" and "ok"))
            table.row("… acknowledged calls are there", {"call_1", "call_2"},
                      {row["retell_call_id"] for row in program.rows("SELECT retell_call_id FROM calls WHERE retell_call_id <> 'call_big'")})
            table.row("… the file is sound", "ok", program.value("PRAGMA integrity_check"))
            table.row("SIGTERM ends with 0", 0, program.stop())
            disk.remount("ro")
            done = program.run("serve")
            table.row("a read-only disk at the start: exit 3, nothing on stdout", (3, ""), (done.returncode, done.stdout))
            disk.remount("rw")


def _modes(table):
    def modes(program):
        found = {}
        for folder, folders, files in os.walk(program.profile):
            for path in [folder, *(os.path.join(folder, name) for name in files)]:
                found[os.path.relpath(path, program.profile)] = (oct(stat.S_IMODE(os.stat(path).st_mode)), os.path.isdir(path))
        return found
    with Program() as program:
        old = os.umask(0)
        try:
            program.run("config", "set", "poll/intervalSeconds", "0")
            program.run("config", "set-secret", "retell/webhookKey", stdin="key_12345678901234567890")
            program.serve()
        finally:
            os.umask(old)
        program.key = None
        post(program.port, ended(1))
        program.run("calls")
        for when in ("running", "ended"):
            wrong = {name: mode for name, (mode, is_folder) in modes(program).items() if mode != ("0o700" if is_folder else "0o600")}
            table.row(f"folders 0700, files 0600, whatever the umask ({when})", {}, wrong)
            if when == "running":
                table.row("the companions of the store are among them", True, {"calls.sqlite", "calls.sqlite-wal", "calls.sqlite-shm"} <= modes(program).keys())
                program.stop()


def _damaged(table):
    for name, damage in (("text", b"no database " * 1000), ("cut", None), ("zeros in the middle", b"\0"), ("empty", b"")):
        with Program() as program:
            program.serve()
            for i in range(50):
                post(program.port, webhook("call_ended", f"call_{i}", transcript="x" * 2000))
            program.stop()
            size = os.path.getsize(program.store)
            if damage is None:
                os.truncate(program.store, size // 3)
            elif damage == b"\0":
                with open(program.store, "r+b") as file:
                    file.seek(100)
                    file.write(b"\0" * (size - 100))
            else:
                with open(program.store, "wb") as file:
                    file.write(damage)
            program.serve()
            table.row(f"a damaged file ({name}): it starts and takes webhooks", "204", post(program.port, ended(1)))
            aside = glob.glob(program.store + ".broken-*")
            if name != "empty":
                table.row(f"a damaged file ({name}): it is set aside", True, bool(aside))
                table.row(f"a damaged file ({name}): the log says so", True, "damaged" in program.logged())
            table.row(f"a damaged file ({name}): the new one is sound", "ok", program.value("PRAGMA integrity_check"))
            program.stop()
    with Program() as program:
        program.serve()
        program.stop()
        other = sqlite3.connect(program.store)
        other.execute("PRAGMA user_version = 9999")
        other.close()
        before = open(program.store, "rb").read()
        done = program.run("serve")
        table.row("a newer file: exit 3, and not touched", (3, True), (done.returncode, before == open(program.store, "rb").read()))
        table.row("a newer file: calls", 3, program.run("calls").returncode)
        os.remove(program.store)
        other = sqlite3.connect(program.store)
        other.execute("CREATE TABLE theirs (a)")
        other.commit()
        other.close()
        before = open(program.store, "rb").read()
        done = program.run("serve")
        table.row("another program's file: exit 3, and not touched", (3, True), (done.returncode, before == open(program.store, "rb").read()))


def _places(table):
    with Program({"store/url": "sqlite:nowhere/calls.sqlite"}) as program:
        done = program.run("serve")
        table.row("the folder of the store is missing: exit 3, and it is named", (3, "", True), (done.returncode, done.stdout, "nowhere" in done.stderr))
    with Program({"store/url": "postgresql://user@host/db"}) as program:
        done = program.run("serve")
        table.row("a server this program cannot use: exit 3", (3, ""), (done.returncode, done.stdout))
    with Program({"store/url": "sqlite:other.db"}) as program:
        program.serve()
        post(program.port, ended(1))
        table.row("a store of another name lies in the profile", True, os.path.exists(os.path.join(program.profile, "other.db")))
        program.stop()
    with Program() as program:
        os.makedirs(program.store)
        done = program.run("serve")
        table.row("a folder in the place of the store: exit 3", (3, ""), (done.returncode, done.stdout))
    with Program() as program:
        os.makedirs(program._own, exist_ok=True)
        with open(program.profile, "w", encoding="ascii") as file:
            file.write("a file")
        done = program.run("serve")
        table.row("a file in the place of the profile: exit 3", (3, ""), (done.returncode, done.stdout))


def _beside(table):
    """Reading commands change nothing, and none makes a store."""
    with Program() as program:
        for command in (["calls"], ["calls", "--format", "json"], ["deliveries"], ["show", "1"], ["deliveries", "explain", "1"]):
            done = program.run(*command)
            table.row(f"{' '.join(command)} without a store: exit 3 and nothing made", (3, "", False),
                      (done.returncode, done.stdout, os.path.exists(program.profile)))
        program.serve()
        post(program.port, ended(1))
        program.stop()
        before = open(program.store, "rb").read()
        for command in (["calls"], ["show", "1"], ["deliveries"], ["deliveries", "explain", "1"], ["doctor"], ["config", "list"]):
            program.run(*command)
        table.row("reading commands leave the file as it was", True, before == open(program.store, "rb").read())
