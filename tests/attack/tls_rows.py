# SPDX-License-Identifier: GPL-3.0-or-later
"""TLS: what is spoken, what is refused, and a certificate that changes while the program runs."""
import os
import shutil
import socket
import ssl
import subprocess
import tempfile
import threading

import crowd
from program import Program
from table import until
from watch import Watch
from wire import Closed, Wire, ask, request, webhook

BODY = webhook(call_id="call_tls")


def openssl(*arguments):
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)


class Files:
    """Certificates made for the occasion."""

    def __init__(self, folder):
        self.folder = folder

    def path(self, name):
        return os.path.join(self.folder, name)

    def make(self, name, *how):
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=localhost",
                "-keyout", self.path(f"{name}.key"), "-out", self.path(f"{name}.pem"), *(how or ("-days", "30")))
        os.chmod(self.path(f"{name}.key"), 0o600)

    def make_dated(self, name, begins, ends):
        """Valid from and until those moments, YYMMDDHHMMSSZ, which `openssl req` cannot say."""
        with open(self.path("ca.conf"), "w", encoding="ascii") as file:
            file.write("[ca]\ndefault_ca=own\n[own]\ndatabase=" + self.path("index") + "\nnew_certs_dir=" + self.folder
                       + "\nserial=" + self.path("serial") + "\ndefault_md=sha256\npolicy=any\n[any]\ncommonName=supplied\n")
        for ending, text in (("index", ""), ("index.attr", "unique_subject=no\n"), ("serial", "01\n")):
            with open(self.path(ending), "w", encoding="ascii") as file:
                file.write(text)
        openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=localhost",
                "-keyout", self.path(f"{name}.key"), "-out", self.path(f"{name}.csr"))
        openssl("ca", "-batch", "-selfsign", "-config", self.path("ca.conf"), "-keyfile", self.path(f"{name}.key"), "-notext",
                "-in", self.path(f"{name}.csr"), "-out", self.path(f"{name}.pem"), "-startdate", begins, "-enddate", ends)
        os.chmod(self.path(f"{name}.key"), 0o600)

    def settings(self, certificate, key):
        return {"webhook/tlsCertificate": self.path(certificate), "webhook/tlsKey": self.path(key)}

    def put(self, name):
        """Replaces the pair in use, each file in one step."""
        for ending in ("pem", "key"):
            shutil.copy(self.path(f"{name}.{ending}"), self.path("new"))
            os.replace(self.path("new"), self.path(f"used.{ending}"))


def client(most=ssl.TLSVersion.TLSv1_3, least=ssl.TLSVersion.TLSv1_2):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    if least < ssl.TLSVersion.TLSv1_2:
        context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version, context.maximum_version = least, most
    return context.wrap_socket


def shown(port):
    """The certificate that a new connection sees."""
    with Wire(port, wrap=client()) as wire:
        return wire.socket.getpeercert(binary_form=True)


def der(path):
    with open(path, encoding="ascii") as file:
        return ssl.PEM_cert_to_DER_cert(file.read())


def add(table):
    if not shutil.which("openssl"):
        return table.skip("TLS: there is no openssl to make certificates with")
    with tempfile.TemporaryDirectory(prefix="anrufwarte-tls-") as folder:
        files = Files(folder)
        files.make("first")
        files.make("second")
        files.put("first")
        table.group(_spoken, files)
        table.group(_half_closed, files)
        table.group(_crowded, files)
        table.group(_changes, files)
        table.group(_none_dropped, files)
        table.group(_refused, files)
        table.group(_dates, files)


def _spoken(table, files):
    with Program(files.settings("used.pem", "used.key")) as program:
        port = program.serve().port
        watch = Watch(program, wrap=client())
        table.row("the URL that is printed begins with https", True, program.listening[0].startswith("listening https://127.0.0.1:"))
        for version in (ssl.TLSVersion.TLSv1_3, ssl.TLSVersion.TLSv1_2):
            table.row(f"{version.name}: taken", "204", ask(port, request(BODY), wrap=client(version, version)))
        for version in (ssl.TLSVersion.TLSv1_1, ssl.TLSVersion.TLSv1):
            try:
                seen = ask(port, request(BODY), wrap=client(version, version))
            except (ssl.SSLError, ConnectionError) as error:
                seen = "refused" if isinstance(error, ConnectionError) or "ALERT" in str(error) else str(error)
            table.row(f"{version.name}: refused", "refused", seen)
        table.row("plain HTTP on the TLS port: nothing is taken", {"closed", "reset"}, _end_of_plain(port))
        with Wire(port, wrap=client()) as wire:
            wire.send(request(BODY) * 20)
            table.row("20 at once on one TLS connection", ["204"] * 20, [str(wire.answer()) for _ in range(20)])
        silent = [socket.create_connection(("127.0.0.1", port)) for _ in range(50)]
        table.row("50 that say no hello: others are served", "204", ask(port, request(BODY), wrap=client()))
        for each in silent:
            each.close()
        big = webhook(call_id="call_tls_big", transcript="ä" * 2_000_000)
        table.row("4 MB over TLS", "204", ask(port, request(big), wrap=client()))
        watch.judge(table, "after all that comes over TLS")
        table.row("4 MB over TLS: stored whole", 2_000_000, program.value("SELECT length(transcript) FROM calls WHERE retell_call_id = 'call_tls_big'"))


def _end_of_plain(port):
    """TLS alerts may come before the end."""
    with Wire(port) as wire:
        wire.send(request(BODY))
        try:
            while True:
                wire._more()
        except Closed as end:
            return end.how if b"HTTP/" not in wire.waiting else repr(wire.waiting[:40])


def _changes(table, files):
    with Program(files.settings("used.pem", "used.key")) as program:
        port = program.serve().port
        first, second = der(files.path("first.pem")), der(files.path("second.pem"))
        with Wire(port, wrap=client()) as open_before:
            table.row("a new certificate: it was the first", True, shown(port) == first)
            files.put("second")
            table.row("a new certificate: seen without a restart", True, until(lambda: shown(port) == second))
            with open(files.path("used.pem"), "w", encoding="ascii") as file:
                file.write("no certificate")
            table.row("a broken certificate: the log says so", True, until(lambda: "not used" in program.logged()))
            table.row("a broken certificate: the last good one stays", True, shown(port) == second)
            files.put("first")
            table.row("a good one again: taken", True, until(lambda: shown(port) == first))
            open_before.send(request(BODY))
            table.row("connections from before go on", "204", str(open_before.answer()))
        table.row("SIGTERM ends with 0", 0, program.stop())


class Said:
    """A TLS client by hand: what it says can be put into one piece with its goodbye."""

    def __init__(self, port, version):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        context.minimum_version = context.maximum_version = version
        self.incoming, self.outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.tls = context.wrap_bio(self.incoming, self.outgoing)
        self.socket = socket.create_connection(("127.0.0.1", port), 10)
        self._until_done(self.tls.do_handshake)

    def _until_done(self, act):
        while True:
            try:
                return act()
            except ssl.SSLWantReadError:
                self.flush()
                data = self.socket.recv(65536)
                if not data:
                    raise Closed("closed") from None
                self.incoming.write(data)

    def flush(self):
        if self.outgoing.pending:
            self.socket.sendall(self.outgoing.read())

    def ends_behind(self, data, close_notify, fin):
        """The request and the end of its sending, in one piece where that is possible."""
        self.tls.write(data)
        try:
            if close_notify:
                self.tls.unwrap()
        except ssl.SSLWantReadError:
            pass
        self.flush()
        if fin:
            self.socket.shutdown(socket.SHUT_WR)

    def answers(self, count):
        seen = b""
        try:
            while seen.count(b"HTTP/1.1 ") < count:
                seen += self._until_done(lambda: self.tls.read(65536))
        except (ssl.SSLZeroReturnError, Closed):
            seen += b"HTTP/1.1 end"
        except OSError as error:
            seen += f"HTTP/1.1 {type(error).__name__}".encode()
        return [piece.split()[0].decode() for piece in seen.split(b"HTTP/1.1 ")[1:]]


def _half_closed(table, files):
    """A client that has finished sending still listens, whether TLS says so or TCP or both."""
    with Program(files.settings("used.pem", "used.key")) as program:
        port = program.serve().port
        watch = Watch(program, wrap=client())
        sent = [("a good webhook", request(BODY), ["204"]), ("three at once", request(BODY) * 3, ["204"] * 3),
                ("a refused one", request(BODY, signed=False), ["401"]), ("half a request", request(BODY)[:-9], ["end"])]
        ends = {"close_notify": (True, False), "close_notify and FIN": (True, True), "a bare FIN": (False, True)}
        for version in (ssl.TLSVersion.TLSv1_3, ssl.TLSVersion.TLSv1_2):
            for name, data, expected in sent:
                for end, how in ends.items():
                    talker = Said(port, version)
                    talker.ends_behind(data, *how)
                    table.row(f"{version.name}: {name}, and {end} right behind it", expected, talker.answers(len(expected)))
                    talker.socket.close()
        watch.judge(table, "after goodbyes over TLS")
        table.row("SIGTERM ends with 0", 0, program.stop())


def _crowded(table, files):
    """Every place is taken by clients that never say hello; a handshake takes longer than a plain header."""
    with Program(files.settings("used.pem", "used.key")) as program:
        port = program.serve().port
        watch = Watch(program, wrap=client())
        for name, opening in (("nothing", crowd.SILENT), ("half a hello", b"\x16\x03\x01\x02\x00\x01")):
            with crowd.Crowd(port, {"127.0.0.2": 300, "127.0.0.3": 300}, opening, drip=b""):
                seen = [_answer(lambda: ask(port, request(BODY), wrap=client())) for _ in range(60)]
            table.row(f"600 clients that say {name} on the TLS port: 60 good webhooks", ["204"] * 60, seen)
        watch.judge(table, "after 600 clients without a handshake")
        program.stop()


def _none_dropped(table, files):
    """Requests keep coming, on new connections and on old ones, while the certificate is exchanged again and again."""
    files.put("first")
    with Program(files.settings("used.pem", "used.key")) as program:
        port = program.serve().port
        over, seen = threading.Event(), []

        def anew():
            while not over.is_set():
                seen.append(_answer(lambda: ask(port, request(BODY), wrap=client())))

        def on_one():
            with Wire(port, wrap=client()) as wire:
                while not over.is_set():
                    wire.send(request(BODY))
                    seen.append(_answer(lambda: str(wire.answer())))
        threads = [threading.Thread(target=run) for run in (anew, anew, on_one)]
        for thread in threads:
            thread.start()
        for name in ("second", "first") * 3:
            files.put(name)
            goal = der(files.path(f"{name}.pem"))
            table.row(f"a new certificate under load ({name}): seen", True, until(lambda goal=goal: shown(port) == goal))
        over.set()
        for thread in threads:
            thread.join()
        table.holds("six new certificates under load: no request is dropped", "only 204",
                    f"{len(seen)} requests: {set(seen)}", set(seen) == {"204"} and len(seen) > 100)
        table.row("SIGTERM ends with 0", 0, program.stop())


def _answer(ask_it):
    try:
        return ask_it()
    except (OSError, Closed) as error:
        return repr(error)


def _dates(table, files):
    files.make_dated("expired", "200101000000Z", "200201000000Z")
    files.make_dated("future", "400101000000Z", "410101000000Z")
    for name, date, said, german in (("expired", "2020-02-01", "expired on", "abgelaufen"), ("future", "2040-01-01", "not valid before", "gilt erst ab")):
        with Program(files.settings(f"{name}.pem", f"{name}.key")) as program:
            done = program.run("serve")
            table.row(f"a certificate that is {name}: exit 2; file and date are named", (2, "", True, True, True),
                      (done.returncode, done.stdout, f"{name}.pem" in done.stderr, date in done.stderr, said in done.stderr))
            done = program.run("--lang", "de", "serve")
            table.row(f"a certificate that is {name}, in German", (2, True, True), (done.returncode, german in done.stderr, date in done.stderr))
    files.put("first")
    with Program(files.settings("used.pem", "used.key")) as program:
        port = program.serve().port
        good = shown(port)
        files.put("expired")
        table.row("it is exchanged for an expired one: the log says so", True, until(lambda: "not used" in program.logged()))
        table.row("… and the last good one stays", (True, "204"), (shown(port) == good, ask(port, request(BODY), wrap=client())))
        program.stop()


def _refused(table, files):
    files.make("encrypted")
    openssl("ec", "-in", files.path("encrypted.key"), "-out", files.path("locked.key"), "-aes128", "-passout", "pass:abcd")
    os.chmod(files.path("locked.key"), 0o600)
    shutil.copy(files.path("first.key"), files.path("open.key"))
    os.chmod(files.path("open.key"), 0o644)
    shutil.copy(files.path("first.key"), files.path("group.key"))
    os.chmod(files.path("group.key"), 0o640)
    with open(files.path("text.pem"), "w", encoding="ascii") as file:
        file.write("no certificate")
    cases = [
        ("a certificate that is not there", "nowhere.pem", "first.key", "nowhere.pem"),
        ("a key that is not there", "first.pem", "nowhere.key", "nowhere.key"),
        ("text as certificate", "text.pem", "first.key", "text.pem"),
        ("a certificate as key", "first.pem", "text.pem", "text.pem"),
        ("the key of another certificate", "first.pem", "second.key", "second.key"),
        ("a key that others can read", "first.pem", "open.key", "open.key"),
        ("a key that its group can read", "first.pem", "group.key", "group.key"),
        ("a key with a passphrase", "first.pem", "locked.key", "locked.key"),
        ("a folder as certificate", ".", "first.key", ""),
    ]
    for fault, certificate, key, named in cases:
        with Program(files.settings(certificate, key)) as program:
            done = program.run("serve")
            table.row(f"{fault}: exit 2, and the file is named", (2, "", True), (done.returncode, done.stdout, named in done.stderr))
    for key in ("webhook/tlsCertificate", "webhook/tlsKey"):
        with Program({key: files.path("first.pem")}) as program:
            done = program.run("serve")
            table.row(f"only {key}: exit 2", (2, "", True), (done.returncode, done.stdout, "webhook/tls" in done.stderr))
