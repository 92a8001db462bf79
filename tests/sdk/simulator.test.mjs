// SPDX-License-Identifier: GPL-3.0-or-later
// The official SDK reads the simulator's answers without a complaint, and verifies its webhooks.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { Retell, verify } from 'retell-sdk';
import { KEY } from './program.mjs';

let simulator, client, hooks, webhooks;
const seen = [];

function waitForLine(child, pattern) {
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
      const match = pattern.exec(out);
      if (match) resolve(match[1]);
    });
    child.once('exit', (code) => reject(new Error(`simulator ended with ${code}`)));
  });
}

before(async () => {
  webhooks = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
      const body = Buffer.concat(chunks).toString('utf8');
      seen.push({ body: JSON.parse(body), valid: await verify(body, KEY, request.headers['x-retell-signature']) });
      response.writeHead(204).end();
      webhooks.emit('webhook');
    });
  });
  await new Promise((resolve) => webhooks.listen(0, '127.0.0.1', resolve));
  hooks = `http://127.0.0.1:${webhooks.address().port}/webhooks/retell`;
  simulator = spawn(process.env.ANRUFWARTE_SIMULATOR,
    ['--listen', '127.0.0.1:0', '--webhook-url', hooks, '--concurrent', '4', '--speed', '40', '--seed', '7', '--history', '120',
      '--basic-storage', '0', '--no-summary', '0'],
    { env: { ...process.env, ANRUFWARTE_SIMULATOR_KEY: KEY } });
  const base = await waitForLine(simulator, /listening (\S+)/);
  client = new Retell({ apiKey: KEY, baseURL: base, maxRetries: 0 });
});

after(() => {
  simulator.kill('SIGTERM');
  webhooks.close();
  webhooks.closeAllConnections();
});

test('list-calls pages through the history without a gap or a double', async () => {
  const ids = [];
  let page = await client.call.list({ limit: 50, filter_criteria: { call_status: { type: 'enum', op: 'in', value: ['ended', 'not_connected'] } } });
  for (;;) {
    ids.push(...page.items.map((item) => item.call_id));
    assert.ok(page.items.every((item) => item.transcript === undefined));
    if (!page.has_more) break;
    page = await client.call.list({ limit: 50, pagination_key: page.pagination_key, filter_criteria: { call_status: { type: 'enum', op: 'in', value: ['ended', 'not_connected'] } } });
  }
  assert.ok(ids.length >= 120);
  assert.equal(new Set(ids).size, ids.length);
});

test('get-call: a finished call adds up', async () => {
  const { items } = await client.call.list({ limit: 1, filter_criteria: { call_status: { type: 'enum', op: 'in', value: ['ended'] } } });
  const call = await client.call.retrieve(items[0].call_id);
  assert.equal(call.call_status, 'ended');
  assert.ok(call.transcript.includes('Agent: '));
  const sum = call.call_cost.product_costs.reduce((total, part) => total + part.cost, 0);
  assert.ok(Math.abs(sum - call.call_cost.combined_cost) < 1e-6);
  assert.equal(call.call_cost.total_duration_seconds, Math.ceil(call.duration_ms / 1000));
  assert.equal(call.end_timestamp - call.start_timestamp, call.duration_ms);
});

test('unknown call 422, wrong key 401, concurrency, agents, key info', async () => {
  await assert.rejects(client.call.retrieve('call_unknown'), (error) => error.status === 422);
  const stranger = new Retell({ apiKey: 'key_wrong', baseURL: client.baseURL, maxRetries: 0 });
  await assert.rejects(stranger.call.retrieve('call_unknown'), (error) => error.status === 401);
  const concurrency = await client.concurrency.retrieve();
  assert.equal(concurrency.concurrency_limit, 20);
});

test('webhooks are signed for the official verifier and follow a call to its end', async () => {
  const done = () => seen.some(({ body }) => body.event === 'call_analyzed');
  while (!done()) await new Promise((resolve) => webhooks.once('webhook', resolve));
  assert.ok(seen.every(({ valid }) => valid === true));
  const { body } = seen.find((entry) => entry.body.event === 'call_analyzed');
  const events = seen.filter((entry) => entry.body.call.call_id === body.call.call_id).map((entry) => entry.body.event);
  assert.ok(events.includes('call_ended'));
  assert.ok(body.call.call_analysis.call_summary.length > 0);
});
