-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 1. Each step runs in one transaction and ends by naming its version.
-- A statement ends with a semicolon at the end of a line; no other line may end with one.
-- Names and meanings of table calls are public (contract §5). Small columns stand first: lists never touch the
-- overflow pages in which the big ones end up.

PRAGMA application_id = 1097757303;

CREATE TABLE meta (
    key TEXT PRIMARY KEY NOT NULL,
    value NOT NULL
) WITHOUT ROWID;

INSERT INTO meta (key, value) VALUES ('revision', 0);

CREATE TABLE calls (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    retell_call_id TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL,
    call_status TEXT,
    call_type TEXT,
    direction TEXT,
    from_number TEXT,
    to_number TEXT,
    agent_id TEXT,
    agent_name TEXT,
    agent_version INTEGER,
    start_timestamp INTEGER,
    end_timestamp INTEGER,
    transfer_end_timestamp INTEGER,
    duration_ms INTEGER,
    duration_sec INTEGER,
    cost_micros INTEGER,
    cost REAL,
    cost_cents INTEGER,
    cost_unit TEXT,
    retell_cost_usd REAL,
    twilio_cost_usd REAL,
    end_to_end_latency REAL,
    end_to_end_latency_p95 REAL,
    user_sentiment TEXT,
    call_successful INTEGER,
    in_voicemail INTEGER,
    disconnection_reason TEXT,
    data_storage_setting TEXT,
    opt_in_signed_url INTEGER,
    no_turns INTEGER,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    last_source TEXT NOT NULL,
    -- start, else when first heard of: the order of lists
    listed_ms INTEGER NOT NULL,
    first_seen_ms INTEGER NOT NULL,
    last_seen_ms INTEGER NOT NULL,
    -- 0 = not over as far as we know
    finished_seen_ms INTEGER NOT NULL,
    corrected INTEGER NOT NULL,
    -- of the six parts, one bit each: what is there, what can never come
    parts_present INTEGER NOT NULL,
    parts_never INTEGER NOT NULL,
    -- finished, and a part is neither there nor impossible
    incomplete INTEGER NOT NULL,
    furthest_stage INTEGER NOT NULL,
    -- of the last commit that touched the row; grows over the whole table
    revision INTEGER NOT NULL,
    -- single measurements of latency.e2e in ms, doubles, little-endian
    e2e_values BLOB,
    -- which statement each field stands on (stamps.h)
    stamps BLOB NOT NULL,
    transfer_destination TEXT,
    agent_tag TEXT,
    recording_url TEXT,
    recording_multi_channel_url TEXT,
    scrubbed_recording_url TEXT,
    scrubbed_recording_multi_channel_url TEXT,
    public_log_url TEXT,
    knowledge_base_retrieved_contents_url TEXT,
    summary TEXT,
    cost_breakdown TEXT,
    latency_metrics TEXT,
    transcript TEXT,
    -- JSON text, or a zstd frame of it (BLOB) where that is big
    custom_analysis_data,
    llm_token_usage,
    telephony_identifier,
    custom_sip_headers,
    retell_llm_dynamic_variables,
    collected_dynamic_variables,
    metadata,
    custom_attributes,
    extra_members,
    turns
);

CREATE INDEX calls_listed ON calls (listed_ms);
CREATE INDEX calls_revision ON calls (revision);
CREATE INDEX calls_live ON calls (listed_ms) WHERE finished_seen_ms = 0;
CREATE INDEX calls_finished ON calls (finished_seen_ms) WHERE finished_seen_ms > 0;
CREATE INDEX calls_incomplete ON calls (listed_ms) WHERE incomplete = 1;

CREATE TABLE call_changes (
    id INTEGER PRIMARY KEY,
    call_id INTEGER NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
    changed_at TEXT NOT NULL,
    source TEXT NOT NULL,
    field TEXT NOT NULL,
    before TEXT,
    after TEXT,
    reason TEXT
);

CREATE INDEX call_changes_call ON call_changes (call_id);

-- Members that could not be read: they are NULL, and this says so.
CREATE TABLE call_warnings (
    call_id INTEGER NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
    member TEXT NOT NULL,
    found TEXT NOT NULL,
    first_at TEXT NOT NULL,
    PRIMARY KEY (call_id, member)
) WITHOUT ROWID;

-- Every request that reached the handler. event and call_id are unverified unless verified = 1.
CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY,
    received_ms INTEGER NOT NULL,
    received_at TEXT NOT NULL,
    sender TEXT,
    peer TEXT,
    method TEXT,
    path TEXT,
    verdict TEXT NOT NULL,
    http_status INTEGER NOT NULL,
    reason TEXT,
    event TEXT,
    call_id TEXT,
    verified INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    signature_header BLOB,
    matched_key TEXT,
    skew_ms INTEGER,
    checks TEXT,
    hints TEXT
);

CREATE INDEX deliveries_rejected ON deliveries (received_ms) WHERE verdict = 'rejected';

-- encoding: raw or zstd. The two last columns let the bound of rejected bodies be counted without reading them.
CREATE TABLE delivery_bodies (
    delivery_id INTEGER PRIMARY KEY REFERENCES deliveries (id) ON DELETE CASCADE,
    encoding TEXT NOT NULL,
    rejected INTEGER NOT NULL,
    stored_bytes INTEGER NOT NULL,
    body BLOB NOT NULL
);

CREATE INDEX delivery_bodies_rejected ON delivery_bodies (delivery_id, stored_bytes) WHERE rejected = 1;

PRAGMA user_version = 1;
