# SPDX-License-Identifier: GPL-3.0-or-later
"""The real anrufwarte-simulator, and what it knows better than anybody."""
import http.client
import json
import os
import re
import socket
import subprocess

from program import CHECKOUT
from wire import KEY

SIMULATOR = os.environ.get("ANRUFWARTE_SIMULATOR", f"{CHECKOUT}/build/dev/bin/anrufwarte-simulator")


def free_port():
    """A port that nobody has just now; for a listener that comes and goes, and is to be found again."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


class Simulator:
    """Runs as long as the `with` lasts. Options as on its command line: live_transcripts=False, api_any=0.3."""

    def __init__(self, key=KEY, **options):
        arguments = [SIMULATOR, "--listen", "127.0.0.1:0"]
        for name, value in options.items():
            arguments.append("--" + name.replace("_", "-") + ("" if value is True else f"={value}"))
        self.process = subprocess.Popen(arguments, stdout=subprocess.PIPE, encoding="ascii",
                                        env={"PATH": os.environ.get("PATH", ""), "ANRUFWARTE_SIMULATOR_KEY": key, "LC_ALL": "C.UTF-8"})
        self.origin = re.match(r"listening (\S+)", self.process.stdout.readline())[1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def _ask(self, method, path, body=None):
        connection = http.client.HTTPConnection(self.origin.removeprefix("http://"), timeout=60)
        try:
            connection.request(method, path, body)
            return json.loads(connection.getresponse().read())
        finally:
            connection.close()

    def counts(self):
        return self._ask("GET", "/__counts")

    def truth(self):
        """Of every call how it ends, by its id; and per call the events that were acknowledged."""
        told = self._ask("GET", "/__truth")
        return {call["call_id"]: call for call in told["calls"]}, told["acknowledged"]

    def control(self, **wishes):
        return self._ask("POST", "/__control", json.dumps(wishes))

    def is_at_rest(self):
        """All calls have begun and all events are out."""
        counts = self.counts()
        return not counts["calls_begin"] and counts["calls_unfinished"] == 0
