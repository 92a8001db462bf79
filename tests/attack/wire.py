# SPDX-License-Identifier: GPL-3.0-or-later
"""HTTP on bare sockets: only what is written here goes over the wire, byte for byte."""
import hashlib
import hmac
import json
import socket
import struct
import time

KEY = "key_5f0c2e9a7b134d6e8f90a1b2c3d47f3a"
PATH = "/webhooks/retell"
PATIENCE = 20.0  # seconds; an answer that takes longer is none


def now_ms():
    return time.time_ns() // 1_000_000


def mac(key, *parts):
    return hmac.new(key.encode(), b"".join(parts), hashlib.sha256).hexdigest()


def signature(body, key=KEY, v=None, form="d"):
    v = now_ms() if v is None else v
    moment = str(int(v)).encode()
    digest = mac(key, body, moment) if form == "d" else mac(key, moment, b".", body)
    return f"v={v},{form}={digest}"


def webhook(event="call_started", call_id="call_attack", envelope=None, **members):
    """The body of one webhook, as compact JSON."""
    body = {"event": event, "call": {"call_id": call_id, **members}, **(envelope or {})}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def request(body=b"", path=PATH, method="POST", version="HTTP/1.1", signed=True, fields=(), host="x", length=True):
    """The bytes of one request. `fields` come last; `signed` may also be the value of the signature header."""
    lines = [f"{method} {path} {version}".encode()]
    if host is not None:
        lines.append(f"Host: {host}".encode())
    if signed:
        value = signature(body) if signed is True else signed
        lines.append(b"X-Retell-Signature: " + (value if isinstance(value, bytes) else value.encode()))
    if length:
        lines.append(b"Content-Length: %d" % len(body))
    lines += [field if isinstance(field, bytes) else field.encode("latin-1") for field in fields]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def chunked(body, size=7):
    pieces = [body[i:i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


class Answer:
    def __init__(self, status, fields, body):
        self.status, self.fields, self.body = status, fields, body

    @property
    def reason(self):
        """The reason code; empty when there is no body, or when it is not what the contract says."""
        try:
            said = json.loads(self.body)
        except ValueError:
            return ""
        return said.get("reason", "") if isinstance(said, dict) and said.get("error") else ""

    def __str__(self):
        return f"{self.status} {self.reason}".strip()


class Closed(Exception):
    """The other side ended the connection before a whole answer was there."""

    def __init__(self, how):
        super().__init__(how)
        self.how = how


class Wire:
    """One connection."""

    def __init__(self, port, host="127.0.0.1", source=None, wrap=None):
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.socket = socket.socket(family, socket.SOCK_STREAM)
        self.socket.settimeout(PATIENCE)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if source:
            self.socket.bind((source, 0))
        self.socket.connect((host, port))
        if wrap:
            self.socket = wrap(self.socket)
        self.waiting = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, data):
        """False when the other side takes no more."""
        try:
            self.socket.sendall(data)
            return True
        except (ConnectionError, TimeoutError):
            return False

    def finish_sending(self):
        self.socket.shutdown(socket.SHUT_WR)

    def reset(self):
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()

    def _more(self):
        try:
            data = self.socket.recv(65536)
        except ConnectionError:
            raise Closed("reset") from None
        except TimeoutError:
            raise Closed("silence") from None
        if not data:
            raise Closed("closed")
        self.waiting += data

    def answer(self, head_only=False):
        """The next final or interim answer."""
        while b"\r\n\r\n" not in self.waiting:
            self._more()
        head, self.waiting = self.waiting.split(b"\r\n\r\n", 1)
        first, *lines = head.split(b"\r\n")
        fields = {}
        for line in lines:
            name, _, value = line.partition(b":")
            fields[name.strip().lower().decode()] = value.strip().decode()
        length = 0 if head_only else int(fields.get("content-length", 0))
        while len(self.waiting) < length:
            self._more()
        body, self.waiting = self.waiting[:length], self.waiting[length:]
        return Answer(int(first.split(b" ")[1]), fields, body)

    def ending(self):
        """How the connection ends after what was answered: 'closed', 'reset', 'silence' or what came instead."""
        try:
            while not self.waiting:
                self._more()
        except Closed as end:
            return end.how
        return "more: " + repr(self.waiting[:60])


def ask(port, data, **options):
    """Sends the bytes; '204', '401 signature_missing', … or how the connection ended without an answer."""
    with Wire(port, **options) as wire:
        wire.send(data)
        try:
            return str(wire.answer())
        except Closed as end:
            return end.how


def post(port, body, at="127.0.0.1", source=None, **options):
    return ask(port, request(body, **options), host=at, source=source)
