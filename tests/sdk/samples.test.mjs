// SPDX-License-Identifier: GPL-3.0-or-later
// The official SDK signs every sample body; the real program takes it, and its columns are what was worked out by hand.
//   ANRUFWARTE_CLI, ANRUFWARTE_DATA (tests/data), ANRUFWARTE_RECORDED (folder beside the checkout, may be absent)
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sign } from 'retell-sdk';
import { KEY, Program, post } from './program.mjs';

const cli = process.env.ANRUFWARTE_CLI;
const data = process.env.ANRUFWARTE_DATA;
const recorded = process.env.ANRUFWARTE_RECORDED ?? '';

/** A webhook body is posted as it is, byte for byte; the answer of get-call gets an envelope. */
function webhookBody(folder, file, expected) {
  const text = readFileSync(join(folder, file), 'utf8');
  return 'event' in JSON.parse(text) ? text : `{"event":"${expected.event}","call":${text}}`;
}

function storedColumns(call, expected) {
  const found = {};
  for (const name of Object.keys(expected)) {
    if (name === 'transcript_sha256')
      found[name] = call.transcript === null ? null : createHash('sha256').update(call.transcript).digest('hex');
    else if (name === 'call_successful')
      found[name] = call[name] === null ? null : Boolean(call[name]);
    else
      found[name] = call[name];
  }
  return found;
}

async function checkFolder(t, folder, expectedFile) {
  const expected = JSON.parse(readFileSync(join(data, expectedFile), 'utf8'));
  for (const [file, want] of Object.entries(expected)) {
    await t.test(file, async () => {
      const program = new Program(cli);
      try {
        const url = await program.serve();
        const body = webhookBody(folder, file, want);
        const answer = await post(url, body, { 'x-retell-signature': await sign(body, KEY) });
        assert.equal(answer.status, 204, answer.text);
        const call = program.json('show', want.call_id);
        assert.deepEqual(storedColumns(call, want.columns), want.columns);
        assert.equal(await program.stop(), 0);
      } finally {
        program.forget();
      }
    });
  }
}

test('every sample body, signed by the SDK, is stored as worked out by hand', (t) =>
  checkFolder(t, join(data, 'samples'), 'expected_samples.json'));

test('every recorded body, signed by the SDK, is stored as worked out by hand',
  { skip: existsSync(recorded) ? false : 'the recorded bodies are not beside this checkout' },
  (t) => checkFolder(t, recorded, 'expected_recorded.json'));
