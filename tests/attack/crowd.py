# SPDX-License-Identifier: GPL-3.0-or-later
"""Many slow clients at once, from several addresses of this machine."""
import resource
import socket
import struct
import threading
import time

SLOW_HEAD = b"POST /webhooks/retell HTTP/1.1\r\nHost: x\r\nX-Slow: "
SLOW_BODY = b"POST /webhooks/retell HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n{"
SILENT = b""


def raise_descriptors(count):
    """As many as that, if the machine allows it; False if not. For this process, and as preexec_fn for the program."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    is_enough = hard == resource.RLIM_INFINITY or hard >= count
    try:
        if soft < count:
            resource.setrlimit(resource.RLIMIT_NOFILE, (count, hard if is_enough else count))
    except ValueError:
        return False
    return True


def connect(port, source):
    """Ends with a reset when closed: thousands must not leave thousands of ports waiting."""
    client = socket.socket()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.settimeout(20)
    client.bind((source, 0))
    client.connect(("127.0.0.1", port))
    client.setblocking(False)
    return client


class Crowd:
    """`counts` of clients by address; each sends `opening`, then `drip` about once a second, and comes back when ended."""

    def __init__(self, port, counts, opening, drip=b"a", comes_back=True):
        self.port, self.opening, self.drip, self.comes_back = port, opening, drip, comes_back
        self.ended = 0
        self._missing = []
        self.clients = [self._new(source) for source, count in counts.items() for _ in range(count)]
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._stop.set()
        self._thread.join()
        for _, client in self.clients:
            client.close()

    def _new(self, source):
        client = connect(self.port, source)
        if self.opening:
            client.send(self.opening)
        return source, client

    def _run(self):
        dripped = time.monotonic()
        while not self._stop.wait(0.02):
            drips = bool(self.drip) and time.monotonic() - dripped > 1
            dripped = time.monotonic() if drips else dripped
            over = [each for each in self.clients if self._is_over(each[1], drips)]
            self.ended += len(over)
            for each in over:
                self.clients.remove(each)
                each[1].close()
            self._missing += [source for source, _ in over if self.comes_back]
            while self._missing and not self._stop.is_set():
                try:
                    self.clients.append(self._new(self._missing[-1]))
                    self._missing.pop()
                except OSError:
                    break  # tried again in the next turn

    def _is_over(self, client, drips):
        try:
            if drips:
                client.send(self.drip)
            return not client.recv(4096)
        except BlockingIOError:
            return False
        except OSError:
            return True
