# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting for what a program on the desktop does, while its signals are heard."""
import time

from gi.repository import GLib

PATIENCE_SECONDS = 60


def until(what, ask):
    """Asks again until the answer is true; fails with what was waited for."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            answer = ask()
        except GLib.Error:
            answer = None  # an object went while we looked at it
        if answer:
            return answer
        time.sleep(0.05)
    raise AssertionError(f"waited in vain for {what}")
