-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 2: what sync must find again after a restart, what resyncs found, and two things learned of a call or
-- a delivery later.

-- How far the sum and the parts of a cost are apart, in the payload's unit. In a table of its own: a column added to calls
-- would stand behind the big ones, and lists would have to read those.
CREATE TABLE cost_gaps (
    call_id INTEGER PRIMARY KEY REFERENCES calls (id) ON DELETE CASCADE,
    gap REAL NOT NULL
);

-- Costs are derived anew for all calls at the next start: the gaps with them.
DELETE FROM meta WHERE key = 'cost_unit';

-- One row at most. The open span begins at the mark; each of its two walks has a key of Retell's pages.
CREATE TABLE sync_ledger (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    covered_until_ms INTEGER,
    open_from_ms INTEGER,
    open_to_ms INTEGER,
    by_start_done INTEGER NOT NULL,
    by_start_key TEXT,
    by_end_done INTEGER NOT NULL,
    by_end_key TEXT
);

-- By Retell's id: a rejected webhook may name a call that is not here.
CREATE TABLE retries (
    retell_call_id TEXT PRIMARY KEY NOT NULL,
    cause TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    due_ms INTEGER NOT NULL,
    -- 0 = never
    asked_ms INTEGER NOT NULL,
    -- why nobody asks any more; empty while somebody does
    set_aside TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX retries_due ON retries (due_ms) WHERE set_aside = '';
CREATE INDEX retries_set_aside ON retries (asked_ms) WHERE set_aside <> '';

CREATE TABLE resync_runs (
    started_ms INTEGER PRIMARY KEY,
    finished_ms INTEGER NOT NULL,
    scope TEXT NOT NULL,
    -- JSON array of ids
    calls TEXT,
    days INTEGER NOT NULL,
    recheck_complete INTEGER NOT NULL,
    started_by TEXT NOT NULL,
    end_word TEXT NOT NULL,
    problem TEXT,
    total INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    fields_changed INTEGER NOT NULL,
    cost_added_micros INTEGER NOT NULL,
    cost_added_calls INTEGER NOT NULL,
    incomplete_before INTEGER NOT NULL,
    incomplete_after INTEGER NOT NULL
);

-- In the order in which the answers came. deltas: JSON array of [field, kind, before, after].
CREATE TABLE resync_results (
    id INTEGER PRIMARY KEY,
    run_started_ms INTEGER NOT NULL REFERENCES resync_runs (started_ms) ON DELETE CASCADE,
    retell_call_id TEXT NOT NULL,
    direction TEXT,
    call_type TEXT,
    from_number TEXT,
    to_number TEXT,
    start_timestamp INTEGER,
    verdict TEXT NOT NULL,
    set_aside TEXT NOT NULL,
    problem TEXT,
    deltas TEXT NOT NULL,
    was_new INTEGER NOT NULL,
    is_complete INTEGER NOT NULL,
    took_ms INTEGER NOT NULL,
    UNIQUE (run_started_ms, retell_call_id)
);

CREATE INDEX resync_results_call ON resync_results (retell_call_id);

-- Whoever deletes a call deletes what was noted about it.
CREATE TRIGGER calls_forgotten AFTER DELETE ON calls BEGIN
    DELETE FROM retries WHERE retell_call_id = OLD.retell_call_id; DELETE FROM resync_results
        WHERE retell_call_id = OLD.retell_call_id; END;

-- Covering: the list of those without a retry entry is asked often and needs nothing else of them.
DROP INDEX calls_incomplete;
CREATE INDEX calls_incomplete ON calls (listed_ms, retell_call_id, incomplete) WHERE incomplete = 1;

-- verdict 'ingested': rejected, and taken in later after all.
ALTER TABLE deliveries ADD COLUMN ingested_ms INTEGER;
CREATE INDEX deliveries_accepted ON deliveries (received_ms) WHERE verdict = 'accepted';

PRAGMA user_version = 2;
