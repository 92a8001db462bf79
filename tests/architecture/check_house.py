#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house (ARCHITECTURE.md) that a compiler cannot see, read from the sources.

Usage: check_house.py SOURCE_DIR    exit 0: all hold; 1: each breach on a line of its own.
       check_house.py --self-test   every rule must catch its own example
"""
import re
import sys
from pathlib import Path

# Level and the folders a folder may include beside itself. Neighbours of a level do not know each other.
LADDER = {
    "base": set(),
    "calls": {"base"},
    "http": {"base"},
    "settings": {"base"},
    "metrics": {"calls", "base"},
    "retell": {"calls", "base"},
    "board": {"calls", "base"},
    "alerts": {"calls", "base"},
    "text": {"calls", "base"},
    "store": {"metrics", "text", "calls", "base"},
    "webhook": {"http", "retell", "calls", "base"},
    "sync": {"retell", "calls", "base"},
    "export": {"text", "calls", "base"},
    "recordings": {"text", "calls", "base"},
}
UI_FORBIDDEN = ("core/http/", "core/retell/", "core/webhook/endpoint.h", "app/")
GUI_HEADERS = re.compile(
    r"#include <Q(Widget|MainWindow|Dialog|Icon|Color|Pixmap|Painter|Label|Font|Image|Palette|Action|GuiApplication|Application)\b")
SQL_STRICT = re.compile(r'"\s*(SELECT .* FROM|INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|CREATE (TABLE|INDEX)|PRAGMA )', re.I)
TRANSLATE = re.compile(r"\b(tr|translate)\(")
SINGLETON = re.compile(r"\b(?!Q)\w+::(instance|self)\(\)")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
CLOCK_WAIT = re.compile(r"\b(qWait|qSleep|msleep|sleep_for|usleep)\s*\(")
CHARTS = re.compile(r"#include <(QtCharts|Q\w*(Chart|BarSeries|BarSet|LineSeries|ValueAxis|BarCategoryAxis)\w*)")
NESTED_LOOP = re.compile(r"\bQEventLoop\b|\bprocessEvents\s*\(|BlockingQueuedConnection|\b\w*[tT]hread\w*(\.|->)terminate\s*\(")
MAX_LINES = 500


def includes(text):
    return re.findall(r'^#include "([^"]+)"', text, re.M)


def check_includes(path, text):
    parts = path.split("/")
    for target in includes(text):
        if not re.match(r"(core|ui|app|tests)/", target):
            yield f'{path}: include "{target}" is not written from the top'
            continue
        if parts[0] == "core":
            folder, goal = parts[1], target.split("/")
            allowed = LADDER.get(folder, set()) | {folder}
            if goal[0] != "core" or goal[1] not in allowed:
                yield f'{path}: core/{folder} must not include "{target}"'
        if parts[0] == "ui" and target.startswith(UI_FORBIDDEN):
            yield f'{path}: ui must not include "{target}"'


def check_source(path, text):
    in_core, in_store = path.startswith("core/"), path.startswith("core/store/")
    yield from check_includes(path, text)
    if not text.startswith("// SPDX-License-Identifier: GPL-3.0-or-later"):
        yield f"{path}: no SPDX line"
    if path.endswith(".h") and "#pragma once" not in text:
        yield f"{path}: no #pragma once"
    if text.count("\n") > MAX_LINES:
        yield f"{path}: {text.count(chr(10))} lines, at most {MAX_LINES}"
    if in_core and GUI_HEADERS.search(text):
        yield f"{path}: widgets or pictures in core"
    if in_core and not path.startswith("core/text/") and TRANSLATE.search(text):
        yield f"{path}: words for people in core outside core/text"
    if not in_store and SQL_STRICT.search(text):
        yield f"{path}: SQL outside core/store"
    if not path.startswith("ui/charts/") and CHARTS.search(text):
        yield f"{path}: QtCharts outside ui/charts"
    if SINGLETON.search(text):
        yield f"{path}: a singleton"
    if NESTED_LOOP.search(text):
        yield f"{path}: a nested event loop, a blocking connection or a thread killed"
    if UNFINISHED.search(text):
        yield f"{path}: a word of unfinished work"


def check_test(path, text):
    if CLOCK_WAIT.search(text):
        yield f"{path}: waits by the clock"
    if not text.startswith("// SPDX-License-Identifier: GPL-3.0-or-later"):
        yield f"{path}: no SPDX line"


def breaches(top):
    for folder in ("core", "ui", "app", "tests"):
        for file in sorted((top / folder).rglob("*")):
            if file.suffix not in (".cpp", ".h") or "node_modules" in file.parts:
                continue
            path = file.relative_to(top).as_posix()
            text = file.read_text(encoding="utf-8")
            yield from (check_test if folder == "tests" else check_source)(path, text)


SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n#pragma once\n"
SELF_TEST = [
    ("core/calls/x.h", '#include "core/store/callstore.h"', "must not include"),
    ("core/http/x.h", '#include "core/settings/settings.h"', "must not include"),
    ("core/base/x.h", '#include "core/calls/call.h"', "must not include"),
    ("core/store/x.h", '#include "ui/look/look.h"', "must not include"),
    ("ui/calls/x.h", '#include "core/retell/words.h"', "must not include"),
    ("ui/calls/x.h", '#include "core/webhook/endpoint.h"', "must not include"),
    ("ui/calls/x.h", '#include "../look/look.h"', "not written from the top"),
    ("core/calls/x.h", "#include <QColor>", "pictures in core"),
    ("core/webhook/x.h", 'auto s = tr("Hello");', "outside core/text"),
    ("ui/shell/x.h", 'auto q = "SELECT id FROM calls";', "SQL outside"),
    ("app/cli/x.h", 'auto q = "PRAGMA user_version";', "SQL outside"),
    ("ui/detail/x.h", "#include <QChartView>", "outside ui/charts"),
    ("core/base/x.h", "Registry::instance().add(1);", "singleton"),
    ("core/base/x.h", "QEventLoop loop;", "nested event loop"),
    ("core/store/x.h", "m_thread.terminate();", "a thread killed"),
    ("core/base/x.h", "// TO" "DO later", "unfinished"),
    ("core/base/x.h", "\n" * (MAX_LINES + 1), "lines, at most"),
]


def self_test():
    failed = 0
    for path, line, expected in SELF_TEST:
        found = list(check_source(path, SPDX + line + "\n"))
        if not any(expected in breach for breach in found):
            failed += 1
            print(f"not caught: {line.strip()!r} in {path} (found {found})")
    if list(check_source("core/calls/x.h", SPDX + '#include "core/base/result.h"\n')):
        failed += 1
        print("a step downward was refused")
    if not list(check_test("tests/x.cpp", SPDX + "QTest::qWait(100);")):
        failed += 1
        print("not caught: qWait in a test")
    return failed


def main():
    if sys.argv[1:] == ["--self-test"]:
        return 1 if self_test() else 0
    found = list(breaches(Path(sys.argv[1])))
    print("\n".join(found) if found else "the house is in order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
