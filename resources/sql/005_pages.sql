-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 5: fewer pages in each commit. What was counted in tables of its own follows from the rows, and meta keeps it
-- only beyond rows that were deleted: the revision, and the greatest id that a call ever had. The changes of a
-- call stand together, in the tree of their key.

INSERT OR REPLACE INTO meta (key, value) SELECT 'last_call', seq FROM sqlite_sequence WHERE name = 'calls';

-- What the file holds stays the same without the word: https://www.sqlite.org/lang_altertable.html, section 7.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'id INTEGER PRIMARY KEY AUTOINCREMENT', 'id INTEGER PRIMARY KEY')
    WHERE type = 'table' AND name = 'calls';
PRAGMA writable_schema = RESET;
DELETE FROM sqlite_sequence;

-- id: the order within the call.
CREATE TABLE changes_of_calls (
    call_id INTEGER NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    source TEXT NOT NULL,
    field TEXT NOT NULL,
    before TEXT,
    after TEXT,
    reason TEXT,
    PRIMARY KEY (call_id, id)
) WITHOUT ROWID;
INSERT INTO changes_of_calls SELECT call_id, id, changed_at, source, field, before, after, reason FROM call_changes;
DROP TABLE call_changes;
ALTER TABLE changes_of_calls RENAME TO call_changes;

PRAGMA user_version = 5;
