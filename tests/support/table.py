# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of faults: what was expected of the program, and what was seen."""
import re
import time
import traceback

LONGEST = 70


class Table:
    """Collects rows; a row is a sentence with what was expected and what was seen."""

    def __init__(self):
        self.rows = []
        self.skipped = []

    def row(self, fault, expected, seen):
        """Passes if both are equal; `expected` may also be a set of allowed values or a predicate with a name."""
        if callable(expected):
            passed, wanted = bool(expected(seen)), expected.__doc__
        elif isinstance(expected, set) and not isinstance(seen, set):
            passed, wanted = seen in expected, " or ".join(sorted(map(str, expected)))
        else:
            passed, wanted = expected == seen, str(expected)
        self.rows.append((fault, wanted, str(seen), passed))
        return passed

    def holds(self, fault, expected, seen, passed):
        """For what is no plain comparison."""
        self.rows.append((fault, str(expected), str(seen), bool(passed)))
        return passed

    def skip(self, why):
        self.skipped.append(why)

    def group(self, function, *arguments):
        """Runs one function that adds rows; what it throws is a failed row and not the end of the others."""
        try:
            function(self, *arguments)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
            where = traceback.extract_tb(error.__traceback__)[-1]
            self.rows.append((f"{function.__name__} runs to its end", "no exception",
                              f"{type(error).__name__}: {error} ({where.filename}:{where.lineno})", False))

    @property
    def failures(self):
        return [row for row in self.rows if not row[3]]

    def print(self, shows_all):
        shown = self.rows if shows_all else self.failures
        if shown:
            print(f"{'fault':<{LONGEST}} | {'expected':<40} | {'seen':<40} | ok")
        for fault, expected, seen, passed in shown:
            cut = 40 if passed else 400
            print(f"{plain(fault, 200):<{LONGEST}} | {plain(expected, cut):<40} | {plain(seen, cut):<40} | "
                  f"{'yes' if passed else 'NO'}")
        for why in self.skipped:
            print(f"left out: {why}")


def plain(text, longest):
    text = re.sub(r"[\x00-\x1f\x7f-\x9f]", lambda m: f"\\x{ord(m[0]):02x}", text)
    text = text.encode("utf-8", "backslashreplace").decode()
    return text if len(text) <= longest else text[:longest - 1] + "…"


def named(text):
    """Gives a predicate the words that stand in the table for it."""
    def give(predicate):
        predicate.__doc__ = text
        return predicate
    return give


def until(is_so, seconds=5.0):
    """Looks until something outside has happened; what it last saw is the answer."""
    end = time.monotonic() + seconds
    while not (seen := is_so()) and time.monotonic() < end:
        time.sleep(0.01)
    return seen
