# SPDX-License-Identifier: GPL-3.0-or-later
"""Foreign bytes that broke other programs. They lie beside the checkout and are not part of the project."""
import base64
import json
import os

from program import CHECKOUT

FOLDER = os.path.join(os.path.dirname(CHECKOUT), "shared", "corpora")


def is_there(name):
    return os.path.exists(os.path.join(FOLDER, name))


def read(*names):
    with open(os.path.join(FOLDER, *names), "rb") as file:
        return file.read()


def lines(*names, member="b64"):
    """The entries of a .jsonl, with their bytes decoded."""
    entries = [json.loads(line) for line in read(*names).splitlines() if line]
    return [{**entry, "bytes": base64.b64decode(entry[member])} for entry in entries]
