// SPDX-License-Identifier: GPL-3.0-or-later
// receiver.mjs PORT KEY FILE
// The receiver a user would write instead: express with its body limit raised, the official retell-sdk to
// verify, better-sqlite3, durable (WAL, synchronous=FULL), one transaction per webhook, 204 after the commit.
import Database from 'better-sqlite3';
import { webcrypto } from 'node:crypto';
import express from 'express';
import { Retell } from 'retell-sdk';

globalThis.crypto ??= webcrypto; // Node 18 has it only in node:crypto
const [port, key, file] = process.argv.slice(2);

const db = new Database(file);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(`CREATE TABLE IF NOT EXISTS calls (retell_call_id TEXT PRIMARY KEY, status TEXT, duration_ms INTEGER,
         cost REAL, transcript TEXT);
         CREATE TABLE IF NOT EXISTS deliveries (id INTEGER PRIMARY KEY, received_ms INTEGER, body TEXT)`);
const putCall = db.prepare(`INSERT INTO calls VALUES (?, ?, ?, ?, ?) ON CONFLICT (retell_call_id) DO UPDATE SET
    status = excluded.status, duration_ms = excluded.duration_ms, cost = excluded.cost,
    transcript = excluded.transcript`);
const putDelivery = db.prepare('INSERT INTO deliveries (received_ms, body) VALUES (?, ?)');
const keep = db.transaction((text, call) => {
    putDelivery.run(Date.now(), text);
    putCall.run(call.call_id, call.call_status ?? null, call.duration_ms ?? null,
        call.call_cost?.combined_cost ?? null, call.transcript ?? null);
});

const app = express();
app.post('/webhooks/retell', express.raw({ type: '*/*', limit: '4mb' }), async (request, response) => {
    const text = request.body.toString('utf8');
    if (!(await Retell.verify(text, key, request.get('x-retell-signature') ?? '')))
        return response.status(401).end();
    keep(text, JSON.parse(text).call);
    response.status(204).end();
});
const server = app.listen(Number(port), '127.0.0.1', () => console.log('listening'));
server.keepAliveTimeout = 120_000; // at a slow pace some connections rest longer than node's five seconds
