# SPDX-License-Identifier: GPL-3.0-or-later
"""serve as a process: start, second start, end, and what it must never say."""
import os
import signal
import socket
import subprocess

from program import CLI, Program
from table import until
from wire import KEY, Closed, Wire, post, request, signature, webhook

BODY = webhook(call_id="call_process", call_status="ongoing", from_number="+4930123456789", transcript="Agent: streng geheim\n")


def add(table):
    for group in (_second, _address_in_use, _privileged_port, _drain, _signals, _secrets, _announced, _rotation_of_keys):
        table.group(group)


def _second(table):
    with Program() as first:
        first.serve()
        with Program(profile=first.profile) as second:
            done = second.run("serve")
            table.row("a second listener on the profile: exit 3, a sentence, nothing on stdout", (3, "", True),
                      (done.returncode, done.stdout, len(done.stderr) > 20))
            table.row("… and the first one goes on", "204", post(first.port, BODY))
            table.row("other commands work beside it", [0] * 4, [second.run(*command).returncode for command in (
                ["calls"], ["show", "call_process"], ["deliveries"], ["config", "list"])])
        first.process.send_signal(signal.SIGKILL)
        first.process.wait()
        with Program(profile=first.profile) as third:
            third.serve()
            table.row("after kill -9 the profile is free", 0, third.stop())


def _address_in_use(table):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with Program({"webhook/listen": f"127.0.0.1:{port}"}) as program:
            done = program.run("serve")
            table.row("the port is in use: exit 2, and it is named", (2, "", True), (done.returncode, done.stdout, str(port) in done.stderr))
        with Program({"webhook/listen": f"127.0.0.1:0, 127.0.0.1:{port}"}) as program:
            done = program.run("serve")
            table.row("one of two ports is in use: exit 2, not half a start", (2, ""), (done.returncode, done.stdout))
    with Program({"webhook/listen": "192.0.2.1:0"}) as program:
        done = program.run("serve")
        table.row("an address this computer does not have: exit 2, and it is named", (2, "", True),
                  (done.returncode, done.stdout, "192.0.2.1" in done.stderr))
    with Program() as program:
        port = program.serve().port
        program.stop()
        program.settings["webhook/listen"] = f"127.0.0.1:{port}"
        program.serve()
        table.row("the same port at once after the end", 0, program.stop())


def _privileged_port(table):
    with open("/proc/sys/net/ipv4/ip_unprivileged_port_start", encoding="ascii") as file:
        if int(file.read()) <= 81:
            return table.skip("a privileged port: on this machine there is none")
    with Program({"webhook/listen": "127.0.0.1:81"}) as program:
        def as_nobody():
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
        if os.geteuid() == 0:
            os.chown(program._own, 65534, 65534)
        done = subprocess.run([CLI, "--profile", program.profile, "serve"], env=program.environment(), preexec_fn=as_nobody,
                              stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=30, check=False)
        table.row("a privileged port: exit 2; it is named, and what to do", (2, "", True, True),
                  (done.returncode, done.stdout, "127.0.0.1:81" in done.stderr, "1024" in done.stderr))


def _drain(table):
    with Program() as program:
        port = program.serve().port
        empty = program.figures()["sockets"]
        whole = request(BODY)
        half, idle, silent = Wire(port), Wire(port), Wire(port)
        half.send(whole[:-10])
        idle.send(whole)
        idle.answer()
        until(lambda: program.figures()["sockets"] == empty + 3)
        program.process.send_signal(signal.SIGTERM)
        table.row("SIGTERM: idle connections are closed", "closed", idle.ending())
        def is_refused():
            try:
                Wire(port).socket.close()
            except ConnectionRefusedError:
                return True
            return False
        table.row("SIGTERM: nobody new is let in", True, until(is_refused))
        half.send(whole[-10:])
        try:
            seen = str(half.answer())
        except Closed as end:
            seen = end.how
        table.row("SIGTERM: what is on its way is finished", "204", seen)
        table.row("SIGTERM: exit 0", 0, program.process.wait(5))
        table.row("… and it is stored", 2, program.value("SELECT count(*) FROM deliveries"))
        silent.socket.close()
    with Program() as program:
        port = program.serve().port
        empty = program.figures()["sockets"]
        stuck = Wire(port)
        stuck.send(request(BODY)[:-10])
        until(lambda: program.figures()["sockets"] == empty + 1)
        program.process.send_signal(signal.SIGTERM)
        table.row("SIGTERM with a client that never finishes: exit 0 within 5 s", 0, program.process.wait(5))
        stuck.socket.close()


def _signals(table):
    for name in (signal.SIGINT, signal.SIGTERM):
        with Program() as program:
            program.serve()
            table.row(f"{name.name}: exit 0", 0, program.stop(name))
    with Program() as program:
        program.serve()
        program.process.send_signal(signal.SIGTERM)
        program.process.send_signal(signal.SIGTERM)
        table.row("SIGTERM twice: exit 0", 0, program.process.wait(5))
    with Program() as program:
        program.serve()
        program.process.stdout.close()
        table.row("nobody reads its stdout any more: it goes on", "204", post(program.port, BODY))
        program.process.send_signal(signal.SIGTERM)
        table.row("… and ends with 0", 0, program.process.wait(5))


def _secrets(table):
    with Program() as program:
        program.base["ANRUFWARTE_RETELL_WEBHOOK_KEY"] = f"{KEY},key_second_{'9' * 24}"
        secrets = (KEY, "key_second_" + "9" * 24)
        program.serve()
        post(program.port, BODY)
        post(program.port, BODY, signed=False)
        post(program.port, b"{}", fields=[f"Authorization: Bearer {KEY}", f"X-Key: {KEY}"])
        with open(f"/proc/{program.process.pid}/cmdline", "rb") as file:
            cmdline = file.read().decode()
        texts = {"the command line": cmdline}
        for command in (["doctor"], ["config", "list"], ["config", "get", "retell/apiKey"], ["config", "get", "retell/webhookKey"],
                        ["deliveries"], ["deliveries", "--format", "json"], ["deliveries", "explain", "1"], ["deliveries", "explain", "2"],
                        ["calls", "--format", "json"], ["show", "call_process", "--format", "json"]):
            done = program.run(*command)
            texts[" ".join(command)] = done.stdout + done.stderr
        program.stop()
        texts["the log"] = program.logged()
        for folder, _, files in os.walk(program.profile):
            for name in files:
                with open(os.path.join(folder, name), "rb") as file:
                    texts[name] = file.read().decode("latin-1")
        for where, text in texts.items():
            table.row(f"no key in {where}", [], [secret[-4:] for secret in secrets if secret in text or secret[4:-4] in text])
        table.row("doctor shows four characters at most", [], [s[-4:] for s in secrets if s[-5:] in texts["doctor"]])
        for what in ("geheim", "4930123456789", "Agent:"):
            table.row(f"the log holds nothing of a call: {what}", False, what in texts["the log"])
        table.row("the log holds no control characters", [], [c for c in texts["the log"] if ord(c) < 32 and c != "\n"])
    with Program() as program:
        done = program.run("config", "set-secret", "retell/apiKey", "key_on_the_command_line")
        table.row("a key on the command line: exit 2, and it is not repeated", (2, False),
                  (done.returncode, "key_on_the" in done.stdout + done.stderr))
        done = program.run("config", "set", "retell/apiKey", "key_on_the_command_line")
        table.row("a key through config set: exit 2, and it is not repeated", (2, False),
                  (done.returncode, "key_on_the" in done.stdout + done.stderr))
        table.row("… nothing is written", False, os.path.exists(os.path.join(program.profile, "settings.ini")))
        done = program.run("config", "set-secret", "retell/apiKey", stdin=f"  {KEY}\r\n")
        table.row("a key through stdin: exit 0, and it is not repeated", (0, False), (done.returncode, KEY in done.stdout + done.stderr))
        program.key = None
        program.serve()
        table.row("… trimmed, and used without an environment", "204", post(program.port, BODY))
        program.stop()
        table.row("… not in settings.ini", False, os.path.exists(settings := os.path.join(program.profile, "settings.ini"))
                  and KEY in open(settings, encoding="utf-8").read())
        os.chmod(os.path.join(program.profile, "secrets.ini"), 0o644)
        done = program.run("serve")
        table.row("a key file that others can read: not used, exit 2", (2, "", True), (done.returncode, done.stdout, "secrets.ini" in done.stderr))
    with Program(key=None) as program:
        os.makedirs(program.profile, mode=0o700)
        with open(os.path.join(program.profile, "settings.ini"), "w", encoding="ascii") as file:
            file.write(f"[retell]\napiKey={KEY}\n")
        done = program.run("serve")
        table.row("a key in settings.ini: refused, and not repeated", (2, False), (done.returncode, KEY in done.stderr))
    with Program(key=None) as program:
        folder = os.path.join(program._own, "credentials")
        os.makedirs(folder)
        with open(os.path.join(folder, "retell-api-key"), "w", encoding="ascii") as file:
            file.write(KEY + "\n")
        program.base["CREDENTIALS_DIRECTORY"] = folder
        program.serve()
        table.row("a key as systemd credential: used", "204", post(program.port, BODY))
        program.stop()


def _announced(table):
    """Changes of another process reach the running one: its health keeps ok and nothing is lost on either side."""
    with Program() as program:
        program.serve()
        wrong = "key_of_yesterday_0123456789abcdef"
        for i in range(3):
            body = webhook("call_ended", f"call_late_{i}", duration_ms=1000)
            post(program.port, body, signed=signature(body, wrong))
        until(lambda: program.value("SELECT count(*) FROM delivery_bodies") == 3)
        done = program.run("deliveries", "ingest", "--all-valid")
        table.row("ingest with today's key: nothing passes", (0, ""), (done.returncode, done.stdout))
        env = {"ANRUFWARTE_RETELL_WEBHOOK_KEY": wrong}
        done = program.run("deliveries", "ingest", "1", env=env)
        table.row("ingest of one with the right key, beside the running program", (0, 1),
                  (done.returncode, program.value("SELECT count(*) FROM calls")))
        done = program.run("deliveries", "ingest", "--all-valid", env=env)
        table.row("ingest --all-valid: all that pass", (0, 3), (done.returncode, program.value("SELECT count(*) FROM calls")))
        before = program.rows("SELECT id, duration_ms, status FROM calls")
        done = program.run("deliveries", "ingest", "--all-valid", env=env)
        table.row("ingest again changes nothing", (0, before), (done.returncode, program.rows("SELECT id, duration_ms, status FROM calls")))
        done = program.run("deliveries", "ingest", "99", env=env)
        table.row("ingest of a number there is not: exit 1", 1, done.returncode)
        done = program.run("deliveries", "ingest", "1", "99", env=env)
        table.row("ingest done in part: exit 1", 1, done.returncode)
        for arguments in (["ingest"], ["ingest", "x"], ["ingest", "1", "--all-valid"], ["ingest", "-1"], ["explain"], ["explain", "x"],
                          ["explain", "1", "2"], ["forget"], ["--all-valid"]):
            table.row(f"deliveries {' '.join(arguments)}: exit 2", 2, program.run("deliveries", *arguments, env=env).returncode)
        table.row("the running program goes on", "204", post(program.port, BODY))
        program.stop()


def _rotation_of_keys(table):
    """After a change of keys and a restart the old key no longer counts, and stored requests can be taken in."""
    new = "key_new_" + "3" * 24
    with Program() as program:
        program.serve()
        post(program.port, BODY)
        program.stop()
        program.key = f"{new}"
        program.serve()
        table.row("after the key change: the old key", "401 signature_mismatch", post(program.port, BODY))
        table.row("after the key change: the new key", "204", post(program.port, BODY, signed=signature(BODY, new)))
        program.stop()
