# SPDX-License-Identifier: GPL-3.0-or-later
"""The real anrufwarte-cli on a throw-away profile."""
import ctypes
import json
import os
import re
import selectors
import shutil
import signal
import sqlite3
import subprocess
import tempfile

from wire import KEY

CHECKOUT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILT = [f"{CHECKOUT}/build/{preset}/bin/anrufwarte-cli" for preset in ("release", "dev")]
CLI = os.environ.get("ANRUFWARTE_CLI") or next(filter(os.path.exists, BUILT), BUILT[0])


LISTENS = "0A"  # the state of a socket in /proc/net/tcp


def environment_name(key):
    """The rule of the contract: retell/baseUrl = ANRUFWARTE_RETELL_BASE_URL."""
    return "ANRUFWARTE_" + re.sub("([A-Z])", r"_\1", key).replace("/", "_").upper()


class Ended(Exception):
    """serve ended although it should have listened."""


class Program:
    """A profile, the settings it runs with, and at most one running `serve`."""

    def __init__(self, settings=None, key=KEY, profile=None):
        self._own = None if profile else tempfile.mkdtemp(prefix="anrufwarte-attack-")
        self.profile = profile or os.path.join(self._own, "profile")
        self.base = {name: os.environ[name] for name in ("PATH", "TMPDIR", "ASAN_OPTIONS") if name in os.environ}
        self.base |= {"HOME": self._own or profile, "LC_ALL": "C.UTF-8", "TZ": "Europe/Berlin"}
        self.settings = {"webhook/listen": "127.0.0.1:0", "poll/intervalSeconds": "0",
                         "retell/baseUrl": "http://127.0.0.1:9", **(settings or {})}  # port 9: nobody, and never Retell itself
        self.key = key
        self.launcher = []  # in front of `serve`: strace and its like
        self.process = None
        self.log = tempfile.TemporaryFile()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self._own:
            shutil.rmtree(self._own, ignore_errors=True)
        self.log.close()

    def environment(self, more=None):
        env = dict(self.base)
        if self.key:
            env["ANRUFWARTE_RETELL_API_KEY"] = self.key
        env |= {environment_name(key): str(value) for key, value in self.settings.items()}
        return env | (more or {})

    def run(self, *arguments, stdin="", env=None, seconds=30):
        """Any command to its end."""
        return subprocess.run([CLI, "--profile", self.profile, *arguments], env=self.environment(env),
                              input=stdin, capture_output=True, encoding="utf-8", timeout=seconds, check=False)

    def serve(self, before=None, lines=1):
        """Starts it and waits until it says where it listens."""
        self.process = subprocess.Popen([*self.launcher, CLI, "--profile", self.profile, "serve"], env=self.environment(),
                                        stdout=subprocess.PIPE, stderr=self.log, preexec_fn=before)
        said = b""
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            while said.count(b"\n") < lines:
                data = os.read(self.process.stdout.fileno(), 4096) if selector.select(30) else b""
                if not data:
                    self.process.wait()
                    raise Ended(f"exit {self.process.returncode}: {self.logged()}")
                said += data
        self.listening = said.decode().splitlines()
        self.ports = [int(re.search(r":(\d+)/", line)[1]) for line in self.listening]
        self.port = self.ports[0]
        return self

    def stop(self, by=signal.SIGTERM, seconds=15):
        """The exit code."""
        self.process.send_signal(by)
        code = self.process.wait(seconds)
        self.process.stdout.close()
        return code

    def logged(self):
        self.log.seek(0)
        return self.log.read().decode("utf-8", "replace")

    @property
    def store(self):
        return os.path.join(self.profile, "calls.sqlite")

    def rows(self, sql, *values):
        """Asks the file itself, as a BI tool would."""
        connection = sqlite3.connect(f"file:{self.store}?mode=ro", uri=True, timeout=5)
        connection.row_factory = sqlite3.Row
        try:
            return [dict(row) for row in connection.execute(sql, values)]
        finally:
            connection.close()

    def value(self, sql, *values):
        row = self.rows(sql, *values)
        return next(iter(row[0].values())) if row else None

    def call(self, call_id):
        rows = self.rows("SELECT * FROM calls WHERE retell_call_id = ?", call_id)
        return rows[0] if rows else None

    def json(self, *arguments):
        done = self.run(*arguments, "--format", "json")
        if done.returncode != 0:
            raise AssertionError(f"{arguments}: exit {done.returncode}: {done.stderr}")
        return json.loads(done.stdout)

    def figures(self):
        """Descriptors, sockets among them, threads and resident MB of the running program."""
        place = f"/proc/{self.process.pid}"
        with open(f"{place}/status", encoding="ascii") as file:
            status = dict(line.split(":", 1) for line in file.read().splitlines() if ":" in line)
        targets = [link(f"{place}/fd/{name}") for name in os.listdir(f"{place}/fd")]
        return {"descriptors": len(targets), "sockets": sum(target.startswith("socket:") for target in targets),
                "threads": int(status["Threads"]), "MB": int(status["VmRSS"].split()[0]) // 1024}

    def connections(self):
        """How many it has accepted and holds, over IPv4. Those that wait in the kernel belong to nobody yet."""
        place = f"/proc/{self.process.pid}"
        held = {link(f"{place}/fd/{name}").removeprefix("socket:[").rstrip("]") for name in os.listdir(f"{place}/fd")}
        with open(f"{place}/net/tcp", encoding="ascii") as file:
            rows = [line.split() for line in file.readlines()[1:]]
        own = [row for row in rows if row[3] != LISTENS and int(row[1].split(":")[1], 16) == self.port]
        return len(held & {row[9] for row in own})  # a table that changes while it is read may show a row twice

    def threads(self):
        """Their names, of at most 15 characters."""
        place = f"/proc/{self.process.pid}/task"
        names = []
        for thread in os.listdir(place):
            try:
                with open(f"{place}/{thread}/comm", encoding="utf-8") as file:
                    names.append(file.read().strip())
            except OSError:
                pass  # it has just ended
        return names

    def peak_mb(self):
        """The highest resident memory since the start, or since forget_peak()."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
            return int(next(line for line in file if line.startswith("VmHWM")).split()[1]) // 1024

    def forget_peak(self):
        try:
            with open(f"/proc/{self.process.pid}/clear_refs", "w", encoding="ascii") as file:
                file.write("5")
        except PermissionError:
            pass  # the program guards its memory, and this account may not: the peak of its start counts, too

    def kept_bodies(self, verdict):
        """What the store keeps of the deliveries with that verdict, as it was sent."""
        return [plain_body(row["encoding"], row["body"]) for row in self.rows(
            "SELECT encoding, body FROM delivery_bodies JOIN deliveries ON id = delivery_id WHERE verdict = ?", verdict)]


def plain_body(encoding, stored):
    """Bodies from a few kB on may be kept as zstd; the program's own library opens them."""
    if encoding != "zstd":
        return bytes(stored)
    library = ctypes.CDLL("libzstd.so.1")
    library.ZSTD_getFrameContentSize.restype = ctypes.c_ulonglong
    library.ZSTD_decompress.restype = ctypes.c_size_t
    size = library.ZSTD_getFrameContentSize(stored, ctypes.c_size_t(len(stored)))
    plain = ctypes.create_string_buffer(size)
    written = library.ZSTD_decompress(plain, ctypes.c_size_t(size), stored, ctypes.c_size_t(len(stored)))
    return plain.raw[:written]


def link(path):
    """Where it points; nothing if it has gone meanwhile."""
    try:
        return os.readlink(path)
    except OSError:
        return ""
