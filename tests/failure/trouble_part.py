# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes away around a running program, beyond tests/attack/store_rows.py (locked, full, replaced, read-only at the
start): while it lasts nothing is acknowledged and it is told, afterwards it heals by itself, and nothing acknowledged
before is lost."""
import errno
import glob
import os
import resource
import selectors
import shutil
import signal
import sqlite3
import subprocess

from faults import ALWAYS, Faults
from program import CLI, Program
from store_rows import SmallDisk
from table import until
from truth import doubled, ended, health, status, untrue
from wire import post


def add(table, _options):
    for group in (_folder_gone, _folder_removed, _log_removed, _unlinked_and_full, _no_descriptors, _quota, _read_only_disk,
                  _full_at_the_start, _locked_is_told, _unsynced_log, _no_reader_of_the_log):
        table.group(group)


class Trouble:
    """The rows that are the same in each kind of trouble."""

    def __init__(self, table, program, what, first=20):
        self.table, self.program, self.what = table, program, what
        self.acknowledged = []
        for n in range(first):
            self.take(f"call_{n}")

    def take(self, call_id):
        answer = post(self.program.port, ended(call_id, transcript="x" * 3000))
        if answer == "204":
            self.acknowledged.append(call_id)
        return answer

    def lasts(self):
        self.table.row(f"{self.what}: 503", "503 store_unavailable", self.take("call_refused"))
        self.table.row("… health says degraded", "degraded", status(self.program))
        self.table.row("… the log says so", True, until(lambda: "the store cannot write" in self.program.logged()))

    def is_over(self):
        self.table.row("… it is over: health says ok by itself", "ok", until(lambda: status(self.program) == "ok" and "ok", 10))
        self.table.row("… and webhooks are taken", "204", self.take("call_after"))
        self.look("… nothing acknowledged is missing or double")
        self.table.row("… SIGTERM ends with 0", 0, self.program.stop())

    def look(self, words):
        self.table.row(words, ([], []), (untrue(self.program, self.acknowledged), doubled(self.program)))
        self.table.row("… the file is sound, none was set aside", ("ok", []),
                       (self.program.value("PRAGMA integrity_check"), glob.glob(self.program.store + "*.broken-*")))


def _folder_gone(table):
    with Program() as program:
        program.serve()
        trouble = Trouble(table, program, "the profile's folder is moved away")
        os.rename(program.profile, program.profile + ".away")
        trouble.lasts()
        os.rename(program.profile + ".away", program.profile)
        trouble.is_over()


def _folder_removed(table):
    """Only the open files still hold what was acknowledged."""
    with Program() as program:
        program.serve()
        trouble = Trouble(table, program, "the profile's folder is removed with all in it")
        shutil.rmtree(program.profile)
        trouble.lasts()
        os.mkdir(program.profile, mode=0o700)
        trouble.is_over()


def _log_removed(table):
    """Somebody takes the -wal for waste. What is in it is acknowledged, and after a kill nothing else has it."""
    with Program() as program:
        program.serve()
        trouble = Trouble(table, program, "the write-ahead log is deleted")
        os.remove(program.store + "-wal")
        table.row("the write-ahead log is deleted: webhooks are taken again soon", "204",
                  until(lambda: (answer := trouble.take("call_next")) == "204" and answer))
        table.row("… the log says so", True, until(lambda: "log was deleted" in program.logged()))
        table.row("… another process reads all of it", [], untrue(program, trouble.acknowledged))
        done = program.json("calls", "--limit", "100")
        table.row("… the program itself, too", len(trouble.acknowledged), len(done))
        program.stop(signal.SIGKILL)
        program.serve()
        table.row("… and kill -9 at once: health says ok", "ok", until(lambda: status(program) == "ok" and "ok"))
        trouble.is_over()


def _unlinked_and_full(table):
    """The file is deleted while there is no room to write it back."""
    with Program() as outer, SmallDisk(os.path.join(outer._own, "disk")) as disk:
        if not disk.is_there:
            return table.skip("a deleted file on a full disk: this account may mount nothing")
        with Program(profile=os.path.join(disk.folder, "profile")) as program:
            program.serve()
            trouble = Trouble(table, program, "the file is deleted on a full disk")
            filler = _fill(disk.folder)
            os.remove(program.store)
            trouble.lasts()
            os.remove(filler)
            trouble.is_over()


def _no_descriptors(table):
    """The file must be opened again and there is no descriptor left."""
    with Program() as program:
        program.serve()
        trouble = Trouble(table, program, "no descriptor is left to open the file with")
        with Faults() as faults:
            faults.reach(program)
            program.stop()
            program.serve()
            faults.arm("open", 1, errno.EMFILE, ALWAYS)
            os.rename(program.store, program.store + ".away")
            trouble.lasts()
            os.rename(program.store + ".away", program.store)
            faults.lift()
            trouble.is_over()


def _quota(table):
    """No file may grow beyond what it has: the system says so with a signal, too."""
    with Program() as program:
        program.serve()
        trouble = Trouble(table, program, "the account's quota for a file is used up")
        size = os.path.getsize(program.store + "-wal")
        before = resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        trouble.lasts()
        resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, before)
        trouble.is_over()


def _read_only_disk(table):
    """As after an error of the file system: the files are open, and every write is refused."""
    with Faults() as faults, Program() as program:
        faults.reach(program)
        program.serve()
        trouble = Trouble(table, program, "the disk turns read-only under the program")
        faults.arm("write", 1, errno.EROFS, ALWAYS)
        trouble.lasts()
        faults.lift()
        trouble.is_over()


def _full_at_the_start(table):
    with Program() as outer, SmallDisk(os.path.join(outer._own, "disk")) as disk:
        if not disk.is_there:
            return table.skip("a disk that is full at the start: this account may mount nothing")
        with Program(profile=os.path.join(disk.folder, "profile")) as program:
            os.mkdir(program.profile, mode=0o700)
            filler = _fill(disk.folder)
            done = program.run("serve")
            table.row("the disk is full at the first start: exit 3 with a sentence", (3, "", True),
                      (done.returncode, done.stdout, len(done.stderr) > 20))
            os.remove(filler)
            program.serve()
            table.row("… there is room again: webhooks are taken", "204", post(program.port, ended("call_1")))
            table.row("… SIGTERM ends with 0", 0, program.stop())


def _fill(folder):
    path = os.path.join(folder, "filler")
    with open(path, "wb", buffering=0) as file:
        try:
            while True:
                file.write(b"a" * 4096)
        except OSError:
            return path


def _locked_is_told(table):
    with Program() as program:
        program.serve()
        trouble = Trouble(table, program, "another process holds the write lock")
        other = sqlite3.connect(program.store, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        trouble.lasts()
        other.execute("COMMIT")
        other.close()
        trouble.is_over()


def _unsynced_log(table):
    """After a failed sync nobody knows what of the log is on the disk; SQLite plays nothing back that lies behind a gap. So
    nothing is acknowledged until the log has been begun anew, however many others have the file open."""
    with Faults() as faults, Program() as program:
        faults.reach(program)
        program.serve()
        trouble = Trouble(table, program, "a sync fails while another process reads")
        reader = sqlite3.connect(f"file:{program.store}?mode=ro", uri=True, isolation_level=None)
        table.row("the other process reads", len(trouble.acknowledged), reader.execute("SELECT count(*) FROM calls").fetchone()[0])
        before = _log_salts(program)
        faults.arm("sync", 1, errno.EIO, ALWAYS)
        trouble.lasts()
        faults.lift()
        table.row("… it heals by itself", "ok", until(lambda: status(program) == "ok" and "ok", 10))
        table.row("… webhooks are taken", "204", trouble.take("call_first_after"))
        table.holds("… and the log has been begun anew", "another salt", f"{before.hex()}, {_log_salts(program).hex()}", before != _log_salts(program))
        reader.close()
        trouble.is_over()


def _log_salts(program):
    with open(program.store + "-wal", "rb") as file:
        return file.read(32)[16:24]


def _no_reader_of_the_log(table):
    """serve 2>&1 | head: whoever read its words has gone."""
    with Program() as program:
        reading, writing = os.pipe()
        program.process = subprocess.Popen([CLI, "--profile", program.profile, "serve"], env=program.environment(), stdout=subprocess.PIPE,
                                           stderr=writing)
        os.close(writing)
        with selectors.DefaultSelector() as selector:
            selector.register(program.process.stdout, selectors.EVENT_READ)
            line = os.read(program.process.stdout.fileno(), 4096).decode() if selector.select(30) else ""
        program.port = int(line.rpartition(":")[2].split("/")[0])
        os.close(reading)
        for n in range(20):
            post(program.port, ended("call_forged"), signed=False)  # each is a line in the log
        table.row("nobody reads its log any more: it goes on", "204", post(program.port, ended("call_1")))
        table.row("… health says ok", "ok", health(program)["status"])
        table.row("… SIGTERM ends with 0", 0, program.stop())
