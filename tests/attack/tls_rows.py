# SPDX-License-Identifier: GPL-3.0-or-later
"""TLS: what is spoken, what is refused, and a certificate that changes while the program runs."""
import os
import shutil
import socket
import ssl
import subprocess
import tempfile

from program import Program
from table import until
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
        table.group(_changes, files)
        table.group(_refused, files)


def _spoken(table, files):
    with Program(files.settings("used.pem", "used.key")) as program:
        port = program.serve().port
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


def _refused(table, files):
    files.make("encrypted")
    openssl("ec", "-in", files.path("encrypted.key"), "-out", files.path("locked.key"), "-aes128", "-passout", "pass:abcd")
    os.chmod(files.path("locked.key"), 0o600)
    shutil.copy(files.path("first.key"), files.path("open.key"))
    os.chmod(files.path("open.key"), 0o644)
    with open(files.path("text.pem"), "w", encoding="ascii") as file:
        file.write("no certificate")
    cases = [
        ("a certificate that is not there", "nowhere.pem", "first.key", "nowhere.pem"),
        ("a key that is not there", "first.pem", "nowhere.key", "nowhere.key"),
        ("text as certificate", "text.pem", "first.key", "text.pem"),
        ("a certificate as key", "first.pem", "text.pem", "text.pem"),
        ("the key of another certificate", "first.pem", "second.key", "second.key"),
        ("a key that others can read", "first.pem", "open.key", "open.key"),
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
