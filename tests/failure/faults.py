# SPDX-License-Identifier: GPL-3.0-or-later
"""System calls of the real program that fail by plan: the other end of tests/support/faultycalls.cpp."""
import errno
import mmap
import os
import struct
import tempfile

from program import CLI

LIBRARY = os.environ.get("ANRUFWARTE_FAULTYCALLS", os.path.join(os.path.dirname(os.path.dirname(CLI)), "tests", "faultycalls.so"))
SOCKET = ("accept", "receive", "send", "shutdown")
STORE = ("open", "read", "write", "sync", "truncate")
CALLS = SOCKET + STORE  # numbered as in the library
ARMED, CALL, LEFT, FAILING, ERROR, FIRED, SEEN = range(7)
SHORT = 0  # in place of an errno: a single byte is moved
ALWAYS = -1


class Faults:
    """A page that the program reads at each call, as long as the `with` lasts."""

    def __init__(self):
        if not os.path.exists(LIBRARY):
            raise FileNotFoundError(f"{LIBRARY}: build the target faultycalls")
        self._file = tempfile.NamedTemporaryFile(prefix="anrufwarte-faults-")
        self._file.truncate(8 * (SEEN + len(CALLS)))
        self._page = mmap.mmap(self._file.fileno(), 0)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._page.close()
        self._file.close()

    def reach(self, program):
        """From its next start on."""
        program.base |= {"LD_PRELOAD": LIBRARY, "ANRUFWARTE_FAULTS": self._file.name}

    def arm(self, call, nth, error, failing=1):
        """The nth call from now on fails, and `failing` - 1 further ones."""
        for place, value in ((CALL, CALLS.index(call)), (LEFT, nth - 1), (FAILING, failing), (ERROR, error), (FIRED, 0), (ARMED, 1)):
            self._put(place, value)

    def lift(self):
        """How many failed."""
        self._put(ARMED, 0)
        return self.fired

    @property
    def fired(self):
        return self._get(FIRED)

    def seen(self, call):
        """So many there have been since the page was made, failed or not."""
        return self._get(SEEN + CALLS.index(call))

    def _put(self, place, value):
        struct.pack_into("=q", self._page, 8 * place, value)

    def _get(self, place):
        return struct.unpack_from("=q", self._page, 8 * place)[0]


def name_of(error):
    return "one byte only" if error == SHORT else errno.errorcode[error]
