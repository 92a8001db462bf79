# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways in which a store's files lose their content, each at random places."""
import os

PAGE = 16384
LOG_HEADER = 32
FRAME = 24 + PAGE


def bits(rng, data, low=0):
    for _ in range(rng.choice((1, 1, 2, 8, 64))):
        data[rng.randrange(low, len(data))] ^= 1 << rng.randrange(8)
    return data


def structure_bits(rng, data):
    """Where pages keep their order: the first bytes of each."""
    for _ in range(rng.choice((1, 3, 10))):
        data[rng.randrange(len(data) // PAGE) * PAGE + rng.randrange(64)] ^= 1 << rng.randrange(8)
    return data


def header(rng, data):
    at = rng.randrange(100)
    end = min(100, at + rng.choice((1, 4, 100)))
    data[at:end] = rng.randbytes(end - at)
    return data


def cut(rng, data):
    return data[:rng.choice((rng.randrange(len(data)), rng.randrange(len(data) // PAGE) * PAGE))]


def page(filling):
    def damage(rng, data):
        for _ in range(rng.choice((1, 1, 3))):
            at = rng.randrange(len(data) // PAGE) * PAGE
            data[at:at + PAGE] = filling(rng)
        return data
    damage.__name__ = filling.__name__
    return damage


def zeroed_page(_):
    return bytes(PAGE)


def garbled_page(rng):
    return rng.randbytes(PAGE)


def swapped_pages(rng, data):
    one, other = (rng.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    data[one:one + PAGE], data[other:other + PAGE] = data[other:other + PAGE], data[one:one + PAGE]
    return data


def garbage(rng, data):
    return bytearray(rng.randbytes(rng.choice((1, 700, 50_000, len(data)))))


def words(_, __):
    return bytearray(b"this is no database, but somebody put it here\n" * 900)


def gone(_, __):
    return bytearray()


def log_header(rng, data):
    data[rng.randrange(LOG_HEADER)] ^= 1 << rng.randrange(8)
    return data


def swapped_frames(rng, data):
    count = (len(data) - LOG_HEADER) // FRAME
    one, other = (LOG_HEADER + rng.randrange(count) * FRAME for _ in range(2))
    data[one:one + FRAME], data[other:other + FRAME] = data[other:other + FRAME], data[one:one + FRAME]
    return data


FILE = (bits, structure_bits, structure_bits, header, cut, page(zeroed_page), page(garbled_page), swapped_pages, garbage, words, gone)
LOG = (bits, log_header, cut, garbage, swapped_frames, gone)


def inflict(rng, store, has_log):
    """Damages one of the files; its words."""
    suffix, kinds = ("-wal", LOG) if has_log and rng.random() < 0.35 else ("", FILE)
    kind = rng.choice(kinds)
    with open(store + suffix, "rb") as file:
        before = file.read()
    after = bytes(kind(rng, bytearray(before)))
    with open(store + suffix, "wb") as file:
        file.write(after)
    return f"{os.path.basename(store)}{suffix}: {kind.__name__}", before != after
