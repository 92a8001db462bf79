# SPDX-License-Identifier: GPL-3.0-or-later
"""What strace saw, as calls with their begin and end in the order in which they happened."""
import dataclasses
import re
import shutil
import subprocess

CALLS = "recvfrom,sendto,pwrite64,fdatasync,fsync"
WHOLE_PAGE = 20_000  # of each argument strace shows so much: a page of the store, and the webhooks here
LINE = re.compile(r"(?P<thread>\d+)\s+(?:<\.\.\. (?P<resumed>\w+) resumed>|(?P<name>\w+)\()(?P<rest>.*)", re.DOTALL)


def launcher(path):
    """The traced one keeps its process id and gets its signals (-D)."""
    return ["strace", "-D", "-f", "-q", "-y", "-s", str(WHOLE_PAGE), "-o", path, "-e", f"trace={CALLS}", "-e", "signal=none"]


def why_not():
    """Why nothing can be traced here; nothing if it can."""
    if not shutil.which("strace"):
        return "there is no strace"
    done = subprocess.run(["strace", "-D", "-q", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return None if done.returncode == 0 else "strace may trace nothing here"


@dataclasses.dataclass
class Call:
    name: str
    place: str  # file or socket
    text: str  # arguments, and what came back
    begin: int
    end: int = -1  # -1: never ended
    result: int = -1


def read(path):
    calls, open_ones = [], {}
    with open(path, encoding="latin-1") as file:
        for number, line in enumerate(file):
            if not (match := LINE.match(line)):
                continue
            if match["resumed"]:
                call = open_ones.pop(match["thread"])
                call.text += match["rest"]
            else:
                call = Call(match["name"], place_of(match["rest"]), match["rest"], number)
                calls.append(call)
            if call.text.rstrip().endswith("<unfinished ...>"):
                open_ones[match["thread"]] = call
                continue
            call.end = number
            call.result = int(re.search(r"= (-?\d+)[^=]*$", call.text)[1])
    return calls


def place_of(arguments):
    """12</profile/calls.sqlite-wal>, … and 21<socket:[4711]>, …"""
    return re.match(r"(\d+<[^>]*>)", arguments)[1]
