# SPDX-License-Identifier: GPL-3.0-or-later
"""Who signed: forms of the header, keys, the window of time, and what a replay does."""
import base64
import hashlib
import hmac
import json

from program import Program
from table import until
from watch import Watch
from wire import KEY, mac, now_ms, post, signature, webhook

BODY = webhook(call_id="call_signature", agent_name="Bürgertelefon", call_status="ongoing")
OTHER = "key_ffffffffffffffffffffffffffffffff"


def fresh(change=lambda value: value, body=BODY, key=KEY, shift=0, form="d"):
    """Signs at the moment of the call, then changes the header."""
    return lambda: change(signature(body, key, now_ms() + shift, form))


def digest_only(algorithm, encode=lambda h: h.hexdigest()):
    return lambda: f"v={now_ms()},d={encode(hmac.new(KEY.encode(), BODY, algorithm))}"


def crossed(form):
    """The hash of the one form under the name of the other."""
    def make():
        v = now_ms()
        moment = str(v).encode()
        digest = mac(KEY, moment, b".", BODY) if form == "d" else mac(KEY, BODY, moment)
        return f"v={v},{form}={digest}"
    return make


def separated(*parts):
    """Near misses of the message that is hashed."""
    def make():
        v = now_ms()
        known = {"body": BODY, "v": str(v).encode(), "s": str(v // 1000).encode()}
        return f"v={v},d={mac(KEY, *[known.get(part, part) for part in parts])}"
    return make


def replaced(old, new):
    return lambda value: value.replace(old, new, 1)


MISSING, MALFORMED, MISMATCH = "401 signature_missing", "401 signature_malformed", "401 signature_mismatch"
EXPIRED, FUTURE = "401 timestamp_expired", "401 timestamp_future"

HEADERS = [
    ("Retell's form", fresh(), "204"),
    ("the former system's form", fresh(form="signature"), "204"),
    ("upper-case hex", fresh(lambda h: h[:h.index("d=") + 2] + h[h.index("d=") + 2:].upper()), "204"),
    ("upper-case member names", fresh(lambda h: h.replace("v=", "V=").replace("d=", "D=")), "204"),
    ("the former form in upper case", fresh(lambda h: h.replace("signature=", "SIGNATURE="), form="signature"), "204"),
    ("leading zeros of v", fresh(replaced("v=", "v=000")), "204"),
    ("400 leading zeros of v", fresh(replaced("v=", "v=" + "0" * 400)), "204"),
    ("blanks around the value, which HTTP takes away", fresh(lambda h: f"  {h} \t"), "204"),
    ("four minutes and 55 seconds old", fresh(shift=-295_000), "204"),
    ("four minutes and 55 seconds ahead", fresh(shift=295_000), "204"),
    ("five minutes and a second old", fresh(shift=-301_000), EXPIRED),
    ("five minutes and five seconds ahead", fresh(shift=305_000), FUTURE),
    ("the former form, too old", fresh(shift=-301_000, form="signature"), EXPIRED),
    ("the former form, too far ahead", fresh(shift=305_000, form="signature"), FUTURE),
    ("seconds instead of milliseconds", lambda: signature(BODY, v=now_ms() // 1000), EXPIRED),
    ("v = 0", lambda: signature(BODY, v=0), EXPIRED),
    ("v = 2^53", lambda: signature(BODY, v=2**53), FUTURE),
    ("v = 2^53 + 1", lambda: signature(BODY, v=2**53 + 1), MALFORMED),
    ("v = 2^64 + now", lambda: signature(BODY, v=2**64 + now_ms()), MALFORMED),
    ("v = 40 digits", lambda: signature(BODY, v=10**39), MALFORMED),
    ("no header", lambda: None, MISSING),
    ("an empty header", lambda: "", {MISSING, MALFORMED}),
    ("only the digest", fresh(lambda h: h.split("=")[-1]), MALFORMED),
    ("only v", fresh(lambda h: h.split(",")[0]), MALFORMED),
    ("only d", fresh(lambda h: h.split(",")[1]), MALFORMED),
    ("members swapped", fresh(lambda h: ",".join(reversed(h.split(",")))), MALFORMED),
    ("a blank after the comma", fresh(replaced(",", ", ")), MALFORMED),
    ("a blank before the comma", fresh(replaced(",", " ,")), MALFORMED),
    ("a third member", fresh(lambda h: h + ",x=1"), MALFORMED),
    ("a comma at the end", fresh(lambda h: h + ","), MALFORMED),
    ("both forms at once", fresh(lambda h: h + ",signature=" + h[-64:]), MALFORMED),
    ("the header twice in one line", fresh(lambda h: h + "," + h), MALFORMED),
    ("62 digits", fresh(lambda h: h[:-2]), MALFORMED),
    ("63 digits", fresh(lambda h: h[:-1]), MALFORMED),
    ("66 digits", fresh(lambda h: h + "00"), MALFORMED),
    ("an empty digest", fresh(lambda h: h[:-64]), MALFORMED),
    ("no hex", fresh(lambda h: h[:-1] + "g"), MALFORMED),
    ("v below zero", fresh(replaced("v=", "v=-")), MALFORMED),
    ("v with +", fresh(replaced("v=", "v=+")), MALFORMED),
    ("v with a fraction", fresh(replaced(",", ".5,")), MALFORMED),
    ("v in hex", lambda: f"v={now_ms():#x},d={'0' * 64}", MALFORMED),
    ("v empty", fresh(lambda h: "v=," + h.split(",")[1]), MALFORMED),
    ("v in Arabic digits", fresh(lambda h: h.split(",")[0].translate(
        {ord(str(i)): chr(0x660 + i) for i in range(10)}).encode() + b"," + h.split(",")[1].encode()), MALFORMED),
    ("sha256=", fresh(lambda h: "sha256=" + h[-64:]), MALFORMED),
    ("t=,v1=", fresh(lambda h: f"t={now_ms() // 1000},v1={h[-64:]}"), MALFORMED),
    ("another member name", fresh(replaced(",d=", ",digest=")), MALFORMED),
    ("SHA-1", digest_only(hashlib.sha1), MALFORMED),
    ("SHA-512", digest_only(hashlib.sha512), MALFORMED),
    ("base64", digest_only(hashlib.sha256, lambda h: base64.b64encode(h.digest()).decode()), MALFORMED),
    ("HMAC of the body alone", digest_only(hashlib.sha256), MISMATCH),
    ("no HMAC, only SHA-256", lambda: f"v={now_ms()},d={hashlib.sha256(BODY).hexdigest()}", MISMATCH),
    ("another key", fresh(key=OTHER), MISMATCH),
    ("an empty key", fresh(key=""), MISMATCH),
    ("the key with a line end", fresh(key=KEY + "\n"), MISMATCH),
    ("the key in upper case", fresh(key=KEY.upper()), MISMATCH),
    ("another body", fresh(body=BODY + b" "), MISMATCH),
    ("the body with escapes instead of UTF-8", fresh(body=json.dumps(json.loads(BODY)).encode()), MISMATCH),
    ("the body indented", fresh(body=json.dumps(json.loads(BODY), indent=1).encode()), MISMATCH),
    ("v changed by a millisecond", fresh(lambda h: f"v={int(h[2:h.index(',')]) + 1}{h[h.index(','):]}"), MISMATCH),
    ("one digit of the digest changed", fresh(lambda h: h[:-1] + ("0" if h[-1] != "0" else "1")), MISMATCH),
    ("Retell's name over the former message", crossed("d"), MISMATCH),
    ("the former name over Retell's message", crossed("signature"), MISMATCH),
    ("body.v instead of v.body", separated("body", b".", "v"), MISMATCH),
    ("v before the body", separated("v", "body"), MISMATCH),
    ("hashed with seconds", separated("body", "s"), MISMATCH),
    ("zeros as a digest", lambda: f"v={now_ms()},d={'0' * 64}", MISMATCH),
]


def add(table):
    with Program() as program:
        port = program.serve().port
        for fault, make, expected in HEADERS:
            table.row(f"signature: {fault}", expected, post(port, BODY, signed=make()))
        table.row("signature: two header lines", MALFORMED,
                  post(port, BODY, fields=[f"X-Retell-Signature: {signature(BODY)}"]))
        table.row("signature: the header's name in any case", "204",
                  post(port, BODY, signed=False, fields=[f"x-rEtElL-sIgNaTuRe: {signature(BODY)}"]))
        table.row("signature: in another header only", MISSING,
                  post(port, BODY, signed=False, fields=[f"X-Signature: {signature(BODY)}"]))
        for name, body in (("nothing", b""), ("one blank", b" "), ("bytes that are no text", bytes(range(256)))):
            table.row(f"a signed body of {name}", "400 bad_json", post(port, body))
            table.row(f"an unsigned body of {name}", MISSING, post(port, body, signed=False))
        table.row("nothing unsigned became a call", ["call_signature"],
                  [row["retell_call_id"] for row in program.rows("SELECT retell_call_id FROM calls")])
        table.group(_kept, program)
        table.group(_rewritten, port)
        table.group(_replay, program, port)
        watch = Watch(program)
        rounds = [[post(port, BODY, signed=make()) for _, make, _ in HEADERS] for _ in range(5)]
        table.row("all headers five times over: the same answers each time", rounds[:1] * 5, rounds)
        watch.judge(table, "after all signatures")
        program.stop()
    table.group(_keys)
    table.group(_tolerance)
    table.group(_no_key)


# The same JSON in other words: a body that somebody has read and written again on the way.
SIGNED = b'{"event":"call_started","call":{"call_id":"call_signature","a":1.0,"b":"\\u00e4\\/","c":[1,2],"d":1e2}}'
REWRITTEN = [
    ("1.0 became 1", SIGNED.replace(b"1.0", b"1")), ("1e2 became 100", SIGNED.replace(b"1e2", b"100")),
    ("escapes became UTF-8", SIGNED.replace(b"\\u00e4", "ä".encode())), ("a slash lost its escape", SIGNED.replace(b"\\/", b"/")),
    ("blanks came in", SIGNED.replace(b",", b", ")), ("a line end came behind it", SIGNED + b"\n"), ("CRLF came behind it", SIGNED + b"\r\n"),
    ("members changed places", b'{"call":' + SIGNED.partition(b'"call":')[2][:-1] + b',"event":"call_started"}'),
    ("a byte order mark came before it", b"\xef\xbb\xbf" + SIGNED), ("it is cut by a byte", SIGNED[:-1]),
]


def _is_json(body):
    try:
        return body[:1] == b"{" and bool(json.loads(body))
    except ValueError:
        return False


def _rewritten(table, port):
    """Verified over the bytes as they came, in whatever words: only those."""
    table.row("a body in odd words, signed as it is", "204", post(port, SIGNED))
    for fault, body in REWRITTEN:
        for form in ("d", "signature"):
            table.row(f"on its way, {fault} ({form}=)", MISMATCH, post(port, body, signed=signature(SIGNED, form=form)))
            if _is_json(body):
                table.row(f"{fault}, and it is signed as that ({form}=)", "204", post(port, body, signed=signature(body, form=form)))
    pretty = json.dumps(json.loads(SIGNED), indent=2).replace("\n", "\r\n").encode()
    table.row("an indented body with CRLF, signed as it is", "204", post(port, pretty))


def _kept(table, program):
    """Every verdict is in `deliveries`, with what was sent. Rejections are noted behind what is genuine."""
    until(lambda: program.value("SELECT reason FROM deliveries ORDER BY id DESC") == "signature_missing")  # the last one sent
    reasons = {row["reason"] for row in program.rows("SELECT DISTINCT reason FROM deliveries WHERE verdict = 'rejected'")}
    table.row("each reason is in deliveries", {"signature_missing", "signature_malformed", "signature_mismatch",
                                                "timestamp_expired", "timestamp_future", "bad_json"}, reasons)
    bodies = program.value("SELECT count(*) FROM delivery_bodies JOIN deliveries ON id = delivery_id "
                           "WHERE verdict = 'rejected' AND body = ?", BODY)
    rejected = program.value("SELECT count(*) FROM deliveries WHERE verdict = 'rejected' AND bytes = ?", len(BODY))
    table.row("rejected bodies are kept byte for byte", rejected, bodies)
    skew = program.rows("SELECT skew_ms FROM deliveries WHERE reason = 'timestamp_expired' ORDER BY id")[0]["skew_ms"]
    table.holds("the skew is told", "about -301000 ms", skew, -303_000 < skew < -300_900)


def _replay(table, program, port):
    body = webhook("call_ended", "call_replay", call_status="ended", duration_ms=1000, envelope={"event_timestamp": now_ms()})
    same = signature(body)
    def state():
        call = program.call("call_replay")
        return (call["duration_ms"], program.value("SELECT count(*) FROM call_changes WHERE call_id = ?", call["id"]))
    first = post(port, body, signed=same)
    before = state()
    table.row("a replay, and a retry with a new v: taken", ["204", "204", "204"],
              [first, post(port, body, signed=same), post(port, body)])
    table.row("a replay has one effect", before, state())
    table.row("a replay is noted each time", 3, program.value("SELECT count(*) FROM deliveries WHERE call_id = 'call_replay'"))


def _keys(table):
    first, second = "key_" + "1" * 32, "key_" + "2" * 32
    with Program() as program:
        program.base["ANRUFWARTE_RETELL_WEBHOOK_KEY"] = f" {first}\n,, {second} ,"
        port = program.serve().port
        table.row("key change: both keys are taken", ["204", "204"],
                  [post(port, BODY, signed=signature(BODY, key)) for key in (first, second)])
        table.row("key change: which one matched is noted, by its end only", {first[-4:], second[-4:]},
                  {row["matched_key"] for row in program.rows("SELECT matched_key FROM deliveries")})
        table.row("with a webhook key the API key signs nothing", MISMATCH, post(port, BODY, signed=signature(BODY, KEY)))
        table.row("the list as a whole is no key", MISMATCH,
                  post(port, BODY, signed=signature(BODY, f"{first},{second}")))
        program.stop()
    with Program(key=f"  {KEY}\r\n") as program:
        table.row("a pasted line end is no part of the key", "204", post(program.serve().port, BODY))
        program.stop()


def _tolerance(table):
    with Program({"webhook/toleranceSeconds": 3600}) as program:
        port = program.serve().port
        table.row("a tolerance of an hour", ["204", EXPIRED],
                  [post(port, BODY, signed=signature(BODY, v=now_ms() - age)) for age in (3_590_000, 3_601_000)])
        program.stop()


def _no_key(table):
    for key in (None, "", "   ", "\n"):
        with Program(key=None) as program:
            if key is not None:
                program.base["ANRUFWARTE_RETELL_API_KEY"] = key
            done = program.run("serve")
            table.row(f"serve with the key {key!r}: exit 2 and a word why", (2, "", True),
                      (done.returncode, done.stdout, "key" in done.stderr.lower()))
