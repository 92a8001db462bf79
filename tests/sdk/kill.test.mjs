// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 in the middle of load, restart: nothing acknowledged is missing, nothing is there twice.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { sign } from 'retell-sdk';
import { KEY, Program, post } from './program.mjs';

const ROUNDS = Number(process.env.ANRUFWARTE_KILL_ROUNDS ?? 10);
const SENDERS = 16;

/** Sends distinct calls over many connections until the program is gone; gives the ids that were acknowledged. */
async function load(url, round, enough) {
  const acknowledged = [];
  const send = async (sender) => {
    for (let n = 0; ; ++n) {
      const id = `call_r${round}_s${sender}_n${n}`;
      const body = JSON.stringify({ event: 'call_started', call: { call_id: id, agent_id: 'agent_1', call_status: 'ongoing' } });
      let answer;
      try {
        answer = await post(url, body, { 'x-retell-signature': await sign(body, KEY) });
      } catch {
        return; // the program was killed
      }
      assert.equal(answer.status, 204);
      acknowledged.push(id);
      if (acknowledged.length === enough.count) enough.reached();
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, (_, sender) => send(sender)));
  return acknowledged;
}

test(`${ROUNDS} rounds of kill -9 under load`, async () => {
  const program = new Program(process.env.ANRUFWARTE_CLI);
  const all = [];
  try {
    for (let round = 0; round < ROUNDS; ++round) {
      const url = await program.serve();
      let reached;
      const enough = new Promise((resolve) => (reached = resolve));
      const running = load(url, round, { count: 40 + 37 * round, reached });
      await enough;
      program.child.kill('SIGKILL');
      all.push(...(await running));
      await program.exited;
    }
    await program.serve();
    const stored = program.json('calls', '--ongoing').map((row) => row.retell_call_id);
    const distinct = new Set(stored);
    assert.equal(distinct.size, stored.length, 'a call is there twice');
    assert.deepEqual(all.filter((id) => !distinct.has(id)), [], 'acknowledged calls are missing');
    assert.equal(await program.stop(), 0);
    const check = execFileSync('sqlite3', [`${program.profile}/calls.sqlite`, 'PRAGMA integrity_check'], { encoding: 'utf8' });
    assert.equal(check.trim(), 'ok');
    console.log(`${all.length} acknowledged, ${stored.length} stored, none missing, none double`);
  } finally {
    program.forget();
  }
});
