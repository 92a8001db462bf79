// SPDX-License-Identifier: GPL-3.0-or-later
// Starts the real anrufwarte-cli on a throw-away profile and asks it what it knows.
import { spawn, execFileSync } from 'node:child_process';
import { webcrypto } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Debian 12's Node 18 has the Web Crypto that the SDK signs with, but not under its global name.
globalThis.crypto ??= webcrypto;

export const KEY = 'key_5f0c2e9a7b134d6e8f90a1b2c3d47f3a';

export class Program {
  constructor(cli) {
    this.cli = cli;
    this.profile = mkdtempSync(join(tmpdir(), 'anrufwarte-sdk-'));
    // No poller: no test asks the real Retell.
    this.env = { ...process.env, ANRUFWARTE_RETELL_API_KEY: KEY, ANRUFWARTE_WEBHOOK_LISTEN: '127.0.0.1:0',
      ANRUFWARTE_POLL_INTERVAL_SECONDS: '0', LC_ALL: 'C.UTF-8' };
  }

  /** Resolves with the webhook URL once the program accepts. */
  async serve() {
    this.child = spawn(this.cli, ['--profile', this.profile, 'serve'], { env: this.env });
    this.exited = new Promise((resolve) => this.child.once('exit', (code, signal) => resolve({ code, signal })));
    let log = '';
    this.child.stderr.on('data', (chunk) => (log = (log + chunk).slice(-4000)));
    let out = '';
    const listening = new Promise((resolve) => {
      this.child.stdout.on('data', (chunk) => {
        out += chunk;
        const match = /listening (\S+)/.exec(out);
        if (match) resolve(match[1]);
      });
    });
    const died = this.exited.then(({ code }) => { throw new Error(`serve ended with ${code}: ${log}`); });
    this.url = await Promise.race([listening, died]);
    died.catch(() => {});
    return this.url;
  }

  run(...args) {
    return execFileSync(this.cli, ['--profile', this.profile, ...args], { env: this.env, encoding: 'utf8', maxBuffer: 1 << 28 });
  }

  json(...args) {
    return JSON.parse(this.run(...args, '--format', 'json'));
  }

  /** Ends the program and gives its exit code. */
  async stop() {
    this.child.kill('SIGTERM');
    const { code } = await this.exited;
    return code;
  }

  forget() {
    rmSync(this.profile, { recursive: true, force: true });
  }
}

export async function post(url, body, headers = {}) {
  const answer = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  return { status: answer.status, text: await answer.text() };
}
