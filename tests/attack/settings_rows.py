# SPDX-License-Identifier: GPL-3.0-or-later
"""Every setting with every kind of wrong value, from each place it can come from; and the order of those places."""
import os

from program import Program, environment_name
from wire import post, webhook

BODY = webhook(call_id="call_settings")


def whole(least, most):
    """Just outside, and everything that is no number."""
    return [str(least - 1), str(most + 1), "", "x", "1.5", "1e3", "0x10", "١٢", "1 2", "1,000", "99999999999999999999"]


NUMBERS = {
    "webhook/toleranceSeconds": (1, 3600), "webhook/maxBodyBytes": (65536, 67108864), "webhook/maxConnections": (1, 20000),
    "webhook/maxConnectionsPerPeer": (1, 20000), "poll/intervalSeconds": (0, 3600), "poll/unconfirmedAfterSeconds": (10, 86400),
    "sync/requestIntervalMs": (1, 60000), "sync/requestTimeoutSeconds": (1, 600), "sync/maxInFlight": (1, 64),
    "sync/retryDelaySeconds": (1, 86400), "sync/maxAttempts": (1, 100),
}
WRONG = {key: whole(*limits) for key, limits in NUMBERS.items()} | {
    "webhook/headerTimeoutSeconds": ["0", "-1", "x", ""], "webhook/requestTimeoutSeconds": ["0", "-1", "x", ""],
    "store/rawDays": ["-1", "x", ""], "retention/days": ["-1", "x", ""],
    "alerts/latencyP95Ms": ["-1", "x", ""], "alerts/callMinutesWarn": ["-1", "x"], "alerts/callMinutesDanger": ["-1", "x"],
    "cost/tolerance": ["-1", "x", "", "0,01", "nan", "inf"], "cost/eurRate": ["-1", "x", "0", "nan", "inf", "0,92"],
    "cost/unit": ["", "euros", "CENTS", "cent"], "ui/language": ["", "fr", "DE"], "ui/theme": ["", "blue"],
    "privacy/maskNumbers": ["", "yes", "1", "TRUE"],
    "retell/baseUrl": ["", "http://api.retellai.com", "ftp://x", "api.retellai.com", "https://", "https://user:pw@x.invalid", "https://x y",
                       "http://127.0.0.1.evil.invalid", "http://localhost.evil.invalid"],
    "webhook/publicUrl": ["ftp://x", "x", "https://user:pw@x.invalid", "javascript:alert(1)"],
    "webhook/path": ["", "webhooks", "/a?b", "/a#b", "/a b", "/ä"],
    "webhook/listen": ["", "127.0.0.1", "8787", ":8787", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:x", "::1:8787",
                       "[::1]", "[127.0.0.1]:8787", "010.0.0.1:80", "127.1:80", "[fe80::1%lo]:0", "127.0.0.1:0,,", "127.0.0.1:08787",
                       "example.org:8787", "127.0.0.1:8787, 127.0.0.1:8787"],
    "webhook/allowlist": ["x"], "webhook/trustedProxies": ["x"],
    "store/url": ["", "calls.sqlite", "sqlite:", "mysql://h/d", "postgresql://user:password@host/db", "postgresql://host/db"],
}
RIGHT = {
    "webhook/toleranceSeconds": ["1", "3600", " 300 "], "webhook/maxBodyBytes": ["65536", "67108864"], "webhook/maxConnections": ["1", "20000"],
    "poll/intervalSeconds": ["0", "1", "3600"], "poll/unconfirmedAfterSeconds": ["10", "86400"], "sync/requestIntervalMs": ["1", "60000"],
    "sync/requestTimeoutSeconds": ["1", "600"], "sync/maxInFlight": ["1", "64"], "sync/retryDelaySeconds": ["1", "86400"],
    "sync/maxAttempts": ["1", "100"], "webhook/maxConnectionsPerPeer": ["1", "20000"],
    "retell/baseUrl": ["https://api.retellai.com", "http://127.0.0.1:9000", "http://[::1]:9000", "http://localhost:9000"],
    "webhook/listen": ["127.0.0.1:8787", "[::1]:8787", "127.0.0.1:0, [::1]:0", "127.0.0.1:0,127.0.0.1:0"],
    "webhook/path": ["/webhooks/retell", "/a"], "webhook/publicUrl": ["", "https://example.org/webhooks/retell"],
    "webhook/allowlist": ["", "100.20.5.228", "100.20.5.0/24, 2001:db8::/32"], "cost/unit": ["auto", "cents", "dollars"],
    "cost/tolerance": ["0", "0.01", "1"], "cost/eurRate": ["", "0.92"], "store/url": ["sqlite:calls.sqlite", "postgresql://user@host,host2/db?target_session_attrs=primary"],
    "retention/days": ["0", "30"], "store/rawDays": ["30"], "ui/language": ["auto", "de", "en"], "ui/theme": ["auto", "light", "dark"],
    "privacy/maskNumbers": ["true", "false"], "alerts/latencyP95Ms": ["5000"],
}
DEFAULTS = {
    "retell/baseUrl": "https://api.retellai.com", "webhook/listen": "127.0.0.1:8787", "webhook/path": "/webhooks/retell", "webhook/publicUrl": "",
    "webhook/toleranceSeconds": "300", "webhook/allowlist": "", "webhook/trustedProxies": "", "webhook/tlsCertificate": "", "webhook/tlsKey": "",
    "webhook/maxBodyBytes": "8388608", "webhook/maxConnections": "512", "webhook/maxConnectionsPerPeer": "384", "webhook/headerTimeoutSeconds": "10",
    "webhook/requestTimeoutSeconds": "30", "poll/intervalSeconds": "15", "poll/unconfirmedAfterSeconds": "900", "sync/requestIntervalMs": "100",
    "sync/requestTimeoutSeconds": "60", "sync/maxInFlight": "8", "sync/retryDelaySeconds": "300", "sync/maxAttempts": "5",
    "store/url": "sqlite:calls.sqlite", "store/rawDays": "30", "retention/days": "0", "cost/unit": "auto", "cost/tolerance": "0.01", "cost/eurRate": "",
    "alerts/latencyP95Ms": "5000", "alerts/callMinutesWarn": "5", "alerts/callMinutesDanger": "10", "ui/language": "auto", "ui/theme": "auto",
    "privacy/maskNumbers": "false",
}


def add(table):
    for group in (_wrong, _right, _defaults, _order, _file, _set):
        table.group(group)


def _told(done, key, value):
    """Named: the setting, the value (never a password), and what is allowed."""
    said = done.stderr
    shows_value = value in said or "pw" in value or "password" in value
    return done.returncode == 2 and not done.stdout and key in said and shows_value and ("Allowed" in said or "allowed" in said)


def _wrong(table):
    with Program() as program:
        program.settings = {}
        for key, values in WRONG.items():
            for value in values:
                done = program.run("serve", env={environment_name(key): value})
                table.holds(f"{key} = {value!r} in the environment", "exit 2; name, value and what is allowed",
                            (done.returncode, done.stdout, done.stderr), _told(done, key, value))
        done = program.run("serve", env={environment_name("retell/baseUrl"): "https://user:pw123@x.invalid"})
        table.row("a password in a URL is not repeated", False, "pw123" in done.stderr)
        both = program.run("serve", env={environment_name("ui/theme"): "blue", environment_name("sync/maxInFlight"): "65"})
        table.row("two wrong settings: both are told", True, "ui/theme" in both.stderr and "sync/maxInFlight" in both.stderr)
        table.row("wrong settings make no profile", False, os.path.exists(program.profile))


def _right(table):
    with Program() as program:
        program.settings = {}
        for key, values in RIGHT.items():
            for value in values:
                done = program.run("config", "get", key, env={environment_name(key): value})
                table.row(f"{key} = {value!r}: taken", (0, "", value.strip().replace(",1", ", 1")),
                          (done.returncode, done.stderr, done.stdout.removesuffix("\n")))


def _defaults(table):
    with Program(key=None) as program:
        program.settings = {}
        listed = program.run("config", "list").stdout
        for key, value in DEFAULTS.items():
            done = program.run("config", "get", key)
            table.row(f"{key}: its default", (0, value), (done.returncode, done.stdout.removesuffix("\n")))
            table.row(f"{key}: in config list", True, key in listed)
        table.row("config list shows the keys of secrets, too", True, "retell/apiKey" in listed and "retell/webhookKey" in listed)


def _write(program, text):
    os.makedirs(program.profile, mode=0o700, exist_ok=True)
    with open(os.path.join(program.profile, "settings.ini"), "w", encoding="utf-8") as file:
        file.write(text)


def _order(table):
    with Program() as program:
        program.settings = {}
        def theme(env=None, *options):
            return program.run(*options, "config", "get", "ui/language", env=env).stdout.strip()
        seen = [theme()]
        _write(program, "[ui]\nlanguage=de\n")
        seen.append(theme())
        seen.append(theme({"ANRUFWARTE_UI_LANGUAGE": "en"}))
        seen.append(theme({"ANRUFWARTE_UI_LANGUAGE": "en"}, "--lang", "de"))
        table.row("default, then the file, then the environment, then the command line", ["auto", "de", "en", "de"], seen)
        table.row("--lang with another word: exit 2", 2, program.run("--lang", "fr", "calls").returncode)


def _file(table):
    for text, key, value in (("[sync]\nmaxInFlight=65\n", "sync/maxInFlight", "65"), ("[cost]\nunit=euros\n", "cost/unit", "euros"),
                             ("[webhook]\nlisten=127.0.0.1\n", "webhook/listen", "127.0.0.1"), ("[poll]\nintervalSeconds=-1\n", "poll/intervalSeconds", "-1")):
        with Program() as program:
            program.settings = {}
            _write(program, text)
            done = program.run("serve")
            table.holds(f"{key} = {value} in settings.ini", "exit 2; name, value and what is allowed", (done.returncode, done.stderr), _told(done, key, value))
    with Program() as program:
        program.settings = {}
        _write(program, "[webhook]\nlisten=127.0.0.1:0, 127.0.0.1:0\ntoleranceSeconds=60\n[poll]\nintervalSeconds=0\n[nonsense]\nword=1\n")
        program.serve(lines=2)
        table.row("a list without quotes in settings.ini", 2, len(program.listening))
        table.row("an unknown setting is told and no reason to stop", (True, "204"), ("nonsense/word" in program.logged(), post(program.port, BODY)))
        program.stop()
    with Program() as program:
        program.settings = {}
        os.makedirs(os.path.join(program.profile, "settings.ini"))
        done = program.run("serve")
        table.row("a folder in the place of settings.ini: exit 2, and it is named", (2, "", True), (done.returncode, done.stdout, "settings.ini" in done.stderr))


def _set(table):
    with Program() as program:
        program.settings = {}
        seen = program.run("config", "set", "sync/maxInFlight", "64")
        table.row("config set", (0, "64\n"), (seen.returncode, program.run("config", "get", "sync/maxInFlight").stdout))
        seen = program.run("config", "set", "sync/maxInFlight", "65")
        table.holds("config set of a wrong value", "exit 2; name, value and what is allowed", (seen.returncode, seen.stderr), _told(seen, "sync/maxInFlight", "65"))
        table.row("… changes nothing", "64\n", program.run("config", "get", "sync/maxInFlight").stdout)
        for arguments in (["set", "no/such", "1"], ["get", "no/such"], ["set", "sync/maxInFlight"], ["get"], ["forget", "a"], [], ["list", "x"],
                          ["set-secret", "cost/unit"], ["set-secret"]):
            table.row(f"config {' '.join(arguments)}: exit 2", (2, ""), (lambda d: (d.returncode, d.stdout))(program.run("config", *arguments, stdin="x")))
        table.row("config set-secret without a key on stdin: exit 2", 2, program.run("config", "set-secret", "retell/apiKey", stdin=" \n").returncode)
        program.run("config", "set", "webhook/listen", "127.0.0.1:0, [::1]:0")
        program.run("config", "set", "webhook/publicUrl", "https://example.org/a?b=c;d,e%20f")
        table.row("config set of a list, and of signs an ini file has a meaning for", ["127.0.0.1:0, [::1]:0\n", "https://example.org/a?b=c;d,e%20f\n"],
                  [program.run("config", "get", key).stdout for key in ("webhook/listen", "webhook/publicUrl")])
        table.row("a wrong value in the environment can be seen and does not stop config", 0,
                  program.run("config", "set", "ui/theme", "dark", env={"ANRUFWARTE_UI_THEME": "blue"}).returncode)
