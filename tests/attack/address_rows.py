# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is believed to have sent it: list of senders, trusted proxies, mapped addresses."""
import socket

from program import Program
from table import until
from wire import ask, post, request, webhook

BODY = webhook(call_id="call_address")
TAKEN, NOT_ALLOWED = "204", "401 sender_not_allowed"

# Settings, fields of the request, the address it comes from, the answer.
LISTS = [
    ("an address on the list", {"webhook/allowlist": "127.0.0.1"}, [], None, TAKEN),
    ("an address off the list", {"webhook/allowlist": "127.0.0.2"}, [], None, NOT_ALLOWED),
    ("the other address of the machine", {"webhook/allowlist": "127.0.0.2"}, [], "127.0.0.2", TAKEN),
    ("a network", {"webhook/allowlist": "192.0.2.0/24, 127.0.0.0/30"}, [], "127.0.0.3", TAKEN),
    ("just outside the network", {"webhook/allowlist": "127.0.0.0/30"}, [], "127.0.0.4", NOT_ALLOWED),
    ("0.0.0.0/0", {"webhook/allowlist": "0.0.0.0/0"}, [], None, TAKEN),
    ("::/0 holds IPv4, too", {"webhook/allowlist": "::/0"}, [], None, TAKEN),
    ("a mapped address on the list", {"webhook/allowlist": "::ffff:127.0.0.1"}, [], None, TAKEN),
    ("a mapped network in upper case", {"webhook/allowlist": "::FFFF:7F00:0/104"}, [], None, TAKEN),
    ("X-Forwarded-For of a stranger", {"webhook/allowlist": "192.0.2.7"}, ["X-Forwarded-For: 192.0.2.7"], None, NOT_ALLOWED),
    ("X-Forwarded-For of a stranger whose own address is listed", {"webhook/allowlist": "127.0.0.1"},
     ["X-Forwarded-For: 192.0.2.7"], None, TAKEN),
]

PROXY = {"webhook/trustedProxies": "127.0.0.1, 10.0.0.0/8, 2001:db8:1::/48", "webhook/allowlist": "192.0.2.7, 2001:db8::7"}
HOPS = [
    ("192.0.2.7", TAKEN),
    ("198.51.100.1, 192.0.2.7", TAKEN),
    ("192.0.2.7, 198.51.100.1", NOT_ALLOWED),
    ("192.0.2.7, 10.1.2.3", TAKEN),
    ("192.0.2.7,10.1.2.3 ,\t127.0.0.1", TAKEN),
    ("192.0.2.7, 198.51.100.1, 10.1.2.3", NOT_ALLOWED),
    ("192.0.2.7, 2001:db8:1::5", TAKEN),
    ("::ffff:192.0.2.7", TAKEN),
    ("::FFFF:C000:207", TAKEN),
    ("2001:DB8:0:0::7", TAKEN),
    ("192.0.2.07", NOT_ALLOWED),
    ("0300.0.2.7", NOT_ALLOWED),
    ("192.0.2.7, garbage", NOT_ALLOWED),
    ("192.0.2.7, ", NOT_ALLOWED),
    ("192.0.2", NOT_ALLOWED),
    ("3221225991", NOT_ALLOWED),
    ("2001:db8::7%eth0", NOT_ALLOWED),
    ("", NOT_ALLOWED),
]
OTHER_FIELDS = ["Forwarded: for=192.0.2.7", "X-Real-IP: 192.0.2.7", "X-Client-IP: 192.0.2.7", "CF-Connecting-IP: 192.0.2.7",
                "True-Client-IP: 192.0.2.7"]

WRONG = ["127.0.0", "127.1", "010.0.0.1", "127.0.0.1/33", "127.0.0.1/-1", "127.0.0.1/", "127.0.0.1/8/8", "::1/129",
         "fe80::1%eth0", "localhost", "all", "*", "127.0.0.1;127.0.0.2", "127.0.0.1,,127.0.0.2", "0x7f.0.0.1", "2130706433",
         "127.0.0.1 127.0.0.2", "::ffff:300.1.1.1", "::ffff:010.0.0.1", "1.2.3.4/08"]


def add(table):
    for fault, settings, fields, source, expected in LISTS:
        with Program(settings) as program:
            table.row(f"{fault} ({settings['webhook/allowlist']})", expected,
                      ask(program.serve().port, request(BODY, fields=fields), source=source))
    with Program({"webhook/allowlist": "127.0.0.1"}) as program:
        table.row("an address on the list replaces no signature", "401 signature_missing",
                  post(program.serve().port, BODY, signed=False))
    table.group(_proxies)
    table.group(_both_families)
    for key in ("webhook/allowlist", "webhook/trustedProxies"):
        for value in WRONG:
            with Program({key: value}) as program:
                done = program.run("serve")
                table.row(f"{key} = {value}: exit 2, named", (2, "", True), (done.returncode, done.stdout, key in done.stderr))


def _proxies(table):
    with Program(PROXY) as program:
        port = program.serve().port
        for value, expected in HOPS:
            table.row(f"trusted proxy, X-Forwarded-For: {value or '(empty)'}", expected,
                      ask(port, request(BODY, fields=[f"X-Forwarded-For: {value}"])))
        table.row("trusted proxy, the field twice: read as one list", TAKEN,
                  ask(port, request(BODY, fields=["X-Forwarded-For: 198.51.100.1", "x-forwarded-for: 192.0.2.7"])))
        table.row("trusted proxy, the field twice, the stranger last", NOT_ALLOWED,
                  ask(port, request(BODY, fields=["X-Forwarded-For: 192.0.2.7", "x-forwarded-for: 198.51.100.1"])))
        for field in OTHER_FIELDS:
            table.row(f"trusted proxy, {field}: not believed", NOT_ALLOWED, ask(port, request(BODY, fields=[field])))
        table.row("the same field from another peer: not believed", NOT_ALLOWED,
                  ask(port, request(BODY, fields=["X-Forwarded-For: 192.0.2.7"]), source="127.0.0.9"))
        senders = {row["sender"] for row in program.rows("SELECT DISTINCT sender FROM deliveries WHERE verdict = 'accepted'")}
        table.row("deliveries show the sender, mapped ones as IPv4", {"192.0.2.7", "2001:db8::7"}, senders)
        def peers():
            return {row["peer"] for row in program.rows("SELECT DISTINCT peer FROM deliveries")}
        until(lambda: len(peers()) == 2)
        table.row("deliveries show the peer", {"127.0.0.1", "127.0.0.9"}, peers())


def _both_families(table):
    with Program({"webhook/listen": "127.0.0.1:0, [::1]:0", "webhook/allowlist": "::1"}) as program:
        program.serve(lines=2)
        table.row("one line per address", ["http://127.0.0.1:", "http://[::1]:"],
                  [line.removeprefix("listening ")[:line.rindex(":") - 9] for line in program.listening])
        table.row("::1 on the list, asked from ::1", TAKEN, post(program.ports[1], BODY, at="::1"))
        table.row("::1 on the list, asked from 127.0.0.1", NOT_ALLOWED, post(program.ports[0], BODY))
    with socket.create_server(("", 0)) as unused:
        port = unused.getsockname()[1]
    with Program({"webhook/listen": f"0.0.0.0:{port}, [::]:{port}"}) as program:
        program.serve(lines=2)
        table.row("all addresses of both families on one port", [TAKEN, TAKEN],
                  [post(port, BODY), post(port, BODY, at="::1")])
