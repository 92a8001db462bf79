// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace anrufwarte {

/// Before anything is read or written: new files are for the owner alone, and in a release build neither a
/// core file nor another process of the account gets to see our memory, which holds keys (faults.md 2.6).
/// And as many descriptors as the account may have: each connection takes one, and without any Qt ends the
/// program where it would start a thread. Blocks of a megabyte and more, which only large bodies need, grow
/// without a copy and go back to the system when they are freed. A reader of our output that went away, and a
/// quota on files, are errors of one write.
void guardProcess();

/// For a program that only prints: a reader that went away ends it, as `| head` expects.
void endWithReader();

} // namespace anrufwarte
