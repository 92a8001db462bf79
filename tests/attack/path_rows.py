# SPDX-License-Identifier: GPL-3.0-or-later
"""Which path is ours: whole segments, nothing decoded, nothing normalised; and the health answer."""
import json

from program import Program
from table import until
from wire import PATH, Wire, ask, post, request, webhook

BODY = webhook(call_id="call_path")

OURS = [PATH, PATH + "/", PATH + "/call-ended", PATH + "/a/b/c", PATH + "?a=b", PATH + "?", PATH + "/x?y=/../%2f",
        PATH + "/call_started", PATH + "/health"]
OTHERS = ["/", "/webhooks", "/webhooks/", "/webhooks/retel", PATH + "x", "/Webhooks/retell", PATH.upper(), "/" + PATH,
          "/webhooks//retell", PATH + "//", PATH + "//x", PATH + "/../retell", PATH + "/..", PATH + "/.", PATH + "/./x",
          "/webhooks/../webhooks/retell", "/./webhooks/retell", "/webhooks%2fretell", "/webhooks%2Fretell",
          PATH + "%2fx", PATH + "/%2fx", PATH + "/%2e%2e/x", PATH + "%00", PATH + "/%00", PATH + ";x", PATH + "%20",
          "/%77ebhooks/retell", "\\webhooks\\retell", PATH + "\\x", "/x" + PATH, "?" + PATH]

HEALTH = PATH + "/health"
FORWARDED = [("X-Forwarded-For", "192.0.2.1"), ("Forwarded", "for=192.0.2.1"), ("Via", "1.1 proxy"), ("X-Forwarded-For", "")]


def add(table):
    with Program() as program:
        port = program.serve().port
        for path in OURS:
            table.row(f"{path}: ours", "204", post(port, BODY, path=path))
        for path in OTHERS:
            table.row(f"{path}: not ours", {"404 not_found", "400 bad_request"}, post(port, BODY, path=path))
        def are_kept():
            kept = {row["path"] for row in program.rows("SELECT path FROM deliveries WHERE reason = 'not_found'")}
            return {"/webhooks", "/webhooks/retellx"} <= kept
        table.row("other paths are kept as rejected deliveries", True, until(are_kept))
        table.group(_health, port)
        program.stop()
    with Program({"webhook/path": "/hook"}) as program:
        port = program.serve().port
        table.row("the URL that is printed ends with the path", True, program.listening[0].endswith(f":{port}/hook"))
        table.row("another path is set: it is ours", "204", post(port, BODY, path="/hook/x"))
        table.row("another path is set: the usual one is not", "404 not_found", post(port, BODY))
        program.stop()


def _health(table, port):
    with Wire(port) as wire:
        wire.send(request(method="GET", path=HEALTH, signed=False, length=False))
        answer = wire.answer()
        said = json.loads(answer.body)
        table.row("health of a loopback peer", (200, "ok", "application/json"),
                  (answer.status, said.get("status"), answer.fields["content-type"].split(";")[0]))
    for name, value in FORWARDED:
        seen = ask(port, request(method="GET", path=HEALTH, signed=False, fields=[f"{name}: {value}"]))
        table.row(f"health with {name}: {value or '(empty)'}", "404 not_found", seen)
    table.row("health with a query", "200", ask(port, request(method="GET", path=HEALTH + "?x=1", signed=False)))
    table.row("health below health", "405 method_not_allowed", ask(port, request(method="GET", path=HEALTH + "/x", signed=False)))
