// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a call, and each kind of rejection, through the real program with the official SDK as the sender.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sign } from 'retell-sdk';
import { KEY, Program, post } from './program.mjs';

const cli = process.env.ANRUFWARTE_CLI;
const sample = (name) => readFileSync(join(process.env.ANRUFWARTE_DATA, 'samples', name), 'utf8');

const program = new Program(cli);
let url;
before(async () => { url = await program.serve(); });
after(async () => { await program.stop(); program.forget(); });

const signed = async (body, key = KEY) => post(url, body, { 'x-retell-signature': await sign(body, key) });
const event = (name, id, call = {}) => JSON.stringify({ event: name, call: { call_id: id, agent_id: 'agent_1', ...call } });
const show = (id) => program.json('show', id);

test('started, ended, analysed: the row is there, leaves the running ones, is completed', async () => {
  const files = ['call_started_phone_inbound.json', 'call_ended_phone_inbound.json', 'call_analyzed_phone_inbound.json'];
  const id = JSON.parse(sample(files[0])).call.call_id;
  assert.equal((await signed(sample(files[0]))).status, 204);
  assert.deepEqual(program.json('calls', '--ongoing').map((row) => row.retell_call_id), [id]);
  assert.equal((await signed(sample(files[1]))).status, 204);
  assert.deepEqual(program.json('calls', '--ongoing'), []);
  assert.equal(show(id).summary, null);
  assert.equal((await signed(sample(files[2]))).status, 204);
  assert.ok(show(id).summary.length > 0);
});

test('ended before started stays ended', async () => {
  assert.equal((await signed(event('call_ended', 'call_late', { call_status: 'ended', duration_ms: 5000 }))).status, 204);
  assert.equal((await signed(event('call_started', 'call_late', { call_status: 'ongoing' }))).status, 204);
  assert.equal(show('call_late').status, 'completed');
  assert.equal(show('call_late').duration_sec, 5);
});

test('analysed before ended keeps the analysis and takes the rest', async () => {
  await signed(event('call_analyzed', 'call_early', { call_status: 'ended', call_analysis: { call_summary: 'Kurz.' } }));
  await signed(event('call_ended', 'call_early', { call_status: 'ended', recording_url: 'https://r.example.invalid/1.wav' }));
  const row = show('call_early');
  assert.equal(row.summary, 'Kurz.');
  assert.equal(row.recording_url, 'https://r.example.invalid/1.wav');
});

test('a stale ongoing inside call_ended does not keep the call running', async () => {
  assert.equal((await signed(event('call_ended', 'call_stale', { call_status: 'ongoing' }))).status, 204);
  assert.equal(show('call_stale').call_status, 'ended');
  assert.equal(show('call_stale').status, 'completed');
});

test('the same delivery five times at once is one row', async () => {
  const body = event('call_started', 'call_twice', { call_status: 'ongoing' });
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => signed(body)));
  assert.deepEqual(answers.map((answer) => answer.status), [204, 204, 204, 204, 204]);
  assert.equal(program.json('calls', '--search', 'call_twice').length, 1);
});

test('each rejection says why, and changes nothing', async () => {
  const body = event('call_started', 'call_rejected');
  const header = await sign(body, KEY);
  const v = Number(/v=(\d+)/.exec(header)[1]);
  const reasons = [
    [undefined, 'signature_missing'],
    ['sha256=00', 'signature_malformed'],
    [await sign(body, 'key_of_somebody_else_1234'), 'signature_mismatch'],
    [header.replace(String(v), String(v - 400_000)), 'timestamp_expired'],
    [header.replace(String(v), String(v + 400_000)), 'timestamp_future'],
  ];
  for (const [value, reason] of reasons) {
    const answer = await post(url, body, value === undefined ? {} : { 'x-retell-signature': value });
    assert.equal(answer.status, 401, reason);
    assert.equal(JSON.parse(answer.text).reason, reason);
  }
  assert.throws(() => show('call_rejected'));
  const rejected = program.json('deliveries', '--rejected');
  assert.deepEqual(rejected.map((row) => row.reason), reasons.map(([, reason]) => reason).reverse());
  for (const row of rejected) {
    const text = program.run('--lang', 'en', 'deliveries', 'explain', String(row.id));
    assert.ok(text.length > 100, text);
    assert.ok(!text.includes(KEY));
  }
});

test('signed nonsense is named: JSON, event, call id', async () => {
  for (const [body, reason] of [['{', 'bad_json'], ['{}', 'no_event'], ['{"event":"call_ended","call":{}}', 'no_call_id']]) {
    const answer = await signed(body);
    assert.equal(answer.status, 400);
    assert.equal(JSON.parse(answer.text).reason, reason);
  }
});

test('chats and unknown events are noted with 204 and make no row', async () => {
  assert.equal((await signed('{"event":"chat_started","chat":{"chat_id":"chat_1"}}')).status, 204);
  assert.equal((await signed(event('call_teleported', 'call_unknown_event'))).status, 204);
  assert.throws(() => show('call_unknown_event'));
});
