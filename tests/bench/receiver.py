#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The receiver's load table: anrufwarte-cli serve beside the receiver a user would write instead (express,
retell-sdk, better-sqlite3), nginx that throws the body away and what the store's own engine can do with plain
rows, in interleaved rounds on this machine. barereceiver runs in the same rounds: it verifies, stores one plain row
and does nothing else; its table says what the machine allows at all.

    cmake --build --preset release --target anrufwarte-cli webhookload storelimit barereceiver
    (cd tests/bench/peer && npm ci)
    tests/bench/receiver.py [--rounds 3] [--bin build/release]

Each round runs every receiver once, each in a process of its own with an empty store; a figure is the median
of the ratios within the rounds. Absolute figures mean nothing on a shared machine.
"""
import argparse
import json
import os
import pathlib
import resource
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
KEY = "key_of_the_benchmark"
SIZES = {2_000: 12_000, 20_000: 6_000, 100_000: 1_500}  # bytes: webhooks a round
IDLE_CONNECTIONS = 10_000
TICKS = os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, process):
    for _ in range(600):
        if process.poll() is not None:
            sys.exit(f"{process.args[0]} ended with {process.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    sys.exit(f"{process.args[0]} does not listen")


class Receiver:
    """One receiver process over an empty store."""

    def __init__(self, arguments):
        self.bin = pathlib.Path(arguments.bin)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="anrufwarte-bench-", dir=arguments.scratch))
        self.port = free_port()
        self.process = subprocess.Popen(self.command(), env=self.environment(), stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        wait_for(self.port, self.process)

    def environment(self):
        return dict(os.environ)

    def pids(self):
        return [self.process.pid]

    def cpu_seconds(self):
        total = 0
        for pid in self.pids():
            fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def megabytes(self, figure="VmHWM:"):
        total = 0
        for pid in self.pids():
            for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
                if line.startswith(figure):
                    total += int(line.split()[1])
        return total / 1024

    def stored_bytes(self):
        return 0

    def end(self):
        self.process.terminate()
        self.process.wait(30)
        stored = self.stored_bytes()
        shutil.rmtree(self.folder)
        return stored


def database_bytes(file):
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return file.stat().st_size


class Anrufwarte(Receiver):
    name = "anrufwarte"

    def command(self):
        return [self.bin / "bin" / "anrufwarte-cli", "--profile", self.folder, "serve"]

    def environment(self):
        return dict(os.environ, ANRUFWARTE_RETELL_API_KEY=KEY, ANRUFWARTE_POLL_INTERVAL_SECONDS="0",
                    ANRUFWARTE_RETELL_BASE_URL="http://127.0.0.1:9",
                    ANRUFWARTE_WEBHOOK_LISTEN=f"127.0.0.1:{self.port}")

    def stored_bytes(self):
        return database_bytes(self.folder / "calls.sqlite")


class Crowded(Anrufwarte):
    """Takes all that come."""

    def environment(self):
        most = str(IDLE_CONNECTIONS + 2_000)
        return dict(super().environment(), ANRUFWARTE_WEBHOOK_MAX_CONNECTIONS=most,
                    ANRUFWARTE_WEBHOOK_MAX_CONNECTIONS_PER_PEER=most)


class Express(Receiver):
    name = "express"

    def command(self):
        return ["node", HERE / "peer" / "receiver.mjs", str(self.port), KEY, self.folder / "peer.sqlite"]

    def stored_bytes(self):
        return database_bytes(self.folder / "peer.sqlite")


class Bare(Receiver):
    name = "bare"

    def command(self):
        return [self.bin / "bin" / "barereceiver", str(self.port), KEY, self.folder / "bare.sqlite"]


class Nginx(Receiver):
    name = "nginx"

    def command(self):
        (self.folder / "nginx.conf").write_text(
            f"daemon off; worker_processes 1; pid {self.folder}/pid; error_log {self.folder}/error.log;\n"
            "events { worker_connections 1024; }\n"
            f"http {{ access_log off; keepalive_requests 10000000; client_max_body_size 8m;\n"
            f"  client_body_temp_path {self.folder}/body; server {{ listen 127.0.0.1:{self.port};\n"
            "    location / { return 204; } } }\n")
        return ["nginx", "-p", self.folder, "-c", self.folder / "nginx.conf"]

    def pids(self):
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [self.process.pid, *map(int, children.split())]


def load(receiver, arguments, *options):
    command = [receiver.bin / "bin" / "webhookload", "--port", str(receiver.port), "--key", KEY, *options]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=600).stdout)


def measure(kind, arguments, size, count, rate=0):
    receiver = kind(arguments)
    try:
        load(receiver, arguments, "--count", "300", "--bytes", str(size))  # warm
        before = receiver.cpu_seconds()
        figures = load(receiver, arguments, "--count", str(count), "--bytes", str(size), "--rate", str(rate))
        figures["cpu_us"] = (receiver.cpu_seconds() - before) / count * 1e6
        figures["peak_mb"] = receiver.megabytes()
    finally:
        stored = receiver.end()
    figures["stored_per_body"] = stored / (count + 300) / figures["bytes"]
    print(f"  {kind.name:10} {size // 1000:4} kB  {figures['per_second']:9.0f}/s  "
          f"ack p50 {figures['p50_ms']:.2f} p99 {figures['p99_ms']:.2f} p99.9 {figures['p999_ms']:.2f} ms  "
          f"CPU {figures['cpu_us']:.0f} us  peak {figures['peak_mb']:.0f} MB", flush=True)
    return figures


def measure_limit(arguments, size, count):
    command = [pathlib.Path(arguments.bin) / "bin" / "storelimit", "--count", str(count), "--bytes", str(size)]
    if arguments.scratch:
        command += ["--folder", arguments.scratch]
    figures = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=600).stdout)
    print(f"  {'the store':10} {size // 1000:4} kB  {figures['per_second']:9.0f}/s  plain rows in groups of 128",
          flush=True)
    return figures


def idle_megabytes(arguments):
    """What 10,000 keep-alive connections that have had an answer cost, measured before they are closed."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if most != resource.RLIM_INFINITY and most < IDLE_CONNECTIONS + 3_000:
        sys.exit(f"{IDLE_CONNECTIONS} connections need more than {most} descriptors")
    resource.setrlimit(resource.RLIMIT_NOFILE, (IDLE_CONNECTIONS + 3_000, most))
    receiver = Crowded(arguments)
    connections = []
    try:
        load(receiver, arguments, "--count", "300", "--bytes", "2000")  # warm
        before = receiver.megabytes("VmRSS:")
        began = time.monotonic()
        for _ in range(IDLE_CONNECTIONS):
            connections.append(socket.create_connection(("127.0.0.1", receiver.port), timeout=10))
            connections[-1].sendall(b"GET /webhooks/retell/health HTTP/1.1\r\nHost: localhost\r\n\r\n")
        answered = sum(connection.recv(4096).startswith(b"HTTP/1.1 200") for connection in connections)
        grown = receiver.megabytes("VmRSS:") - before
        took = time.monotonic() - began
    finally:
        for connection in connections:
            connection.close()
        receiver.end()
    print(f"{answered} connections answered and resting after {took:.1f} s: {grown:.1f} MB more", flush=True)
    if answered < IDLE_CONNECTIONS or took > 15:
        sys.exit("not all of them rested at the same time")
    return grown


def ratio(rounds, a, b, figure):
    values = [r[a][figure] / r[b][figure] for r in rounds if r[b][figure]]
    return statistics.median(values) if values else float("nan")


def row(number, what, value, floor, stretch, more_is_better=True):
    met = value >= floor if more_is_better else value <= floor
    print(f"| {number} | {what} | {value:.3g} | {floor} | {stretch} | {'met' if met else 'SHORT'} |")
    return met


def parse(description=__doc__, rounds=3):
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=rounds)
    parser.add_argument("--bin", default=str(HERE.parent.parent / "build" / "release"))
    parser.add_argument("--scratch", default=None, help="folder of the throw-away stores")
    parser.add_argument("--share", type=float, default=1.0, help="of the webhooks of a round")
    return parser.parse_args()


def throughput(kinds, arguments):
    rounds = {size: [] for size in SIZES}
    for number in range(arguments.rounds):
        print(f"round {number + 1}: as fast as the answers come, 32 connections")
        for size, count in SIZES.items():
            count = max(1, int(count * arguments.share))
            figures = {kind.name: measure(kind, arguments, size, count) for kind in kinds}
            rounds[size].append(figures | {"limit": measure_limit(arguments, size, count)})
    return rounds


def steady(arguments):
    rounds = []
    for number in range(arguments.rounds):
        print(f"round {number + 1}: 500 a second, open loop")
        rounds.append({kind.name: measure(kind, arguments, 2_000, max(1, int(5_000 * arguments.share)), 500)
                       for kind in (Anrufwarte, Bare, Express)})
    return rounds


def against_peers(name, rounds, paced):
    """The rows 1 to 5 of one receiver: number, what, measured, floor, stretch, whether more is better."""
    rows = [(1, f"webhooks/s against express, {size // 1000} kB", ratio(rounds[size], name, "express", "per_second"),
             floor, stretch, True) for size, floor, stretch in zip(SIZES, (8, 6, 4), (14, 11, 8))]
    if shutil.which("nginx"):
        rows += [(2, f"webhooks/s against nginx, {size // 1000} kB", ratio(rounds[size], name, "nginx", "per_second"),
                  floor, stretch, True)
                 for size, floor, stretch in zip(SIZES, (0.15, 0.08, 0.08), (0.30, 0.20, 0.25))]
    rows += [(3, f"webhooks/s against plain rows in the store, {size // 1000} kB",
              ratio(rounds[size], name, "limit", "per_second"), 0.5, 0.8, True) for size in SIZES]
    rows += [(4, f"CPU per webhook against express, {size // 1000} kB", ratio(rounds[size], name, "express", "cpu_us"),
              floor, stretch, False) for size, floor, stretch in zip(SIZES, (0.12, 0.17, 0.25), (0.06, 0.10, 0.12))]
    rows.append((5, "ack p99 at 500/s against express", ratio(paced, name, "express", "p99_ms"), 0.2, 0.05, False))
    rows.append((5, "p99.9 / p50 at 500/s", statistics.median(r[name]["p999_ms"] / r[name]["p50_ms"] for r in paced),
                 40, 15, False))
    return rows


def main():
    arguments = parse()
    kinds = [Anrufwarte, Bare, Express] + ([Nginx] if shutil.which("nginx") else [])
    print("node", subprocess.run(["node", "--version"], stdout=subprocess.PIPE, text=True).stdout.strip(),
          "" if Nginx in kinds else "- nginx is not installed: rows 2 are left out")
    rounds = throughput(kinds, arguments)
    paced = steady(arguments)
    resting = idle_megabytes(arguments)
    print("\nA receiver that only verifies and stores a plain row would have (floor):")
    for number, what, value, floor, _, _ in against_peers("bare", rounds, paced):
        print(f"  row {number}, {what}: {value:.3g} ({floor})")
    print("\n| # | goal | measured | floor | stretch | |\n|---|---|---|---|---|---|")
    met = all([row(*goal) for goal in against_peers("anrufwarte", rounds, paced)])
    met &= row(7, "peak memory against express, 20 kB", ratio(rounds[20_000], "anrufwarte", "express", "peak_mb"),
               0.25, 0.12, False)
    met &= row(7, "MB more with 10,000 idle connections", resting, 50, 30, False)
    met &= row(21, "stored bytes per 20 kB body", statistics.median(
        r["anrufwarte"]["stored_per_body"] for r in rounds[20_000]), 1.2, 0.35, False)
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
