#!/usr/bin/env node
// The `tocsin` command: src/cli/main.ts under Node 24, whatever Node called it. Dependencies are installed
// only when there are none.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fail, ready, root } from '../scripts/setup/node24.mjs';

async function main() {
  await ready(import.meta.url, { checkLock: false });
  const child = spawn(process.execPath, [path.join(root, 'src/cli/main.ts'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', fail);
  child.on('close', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

main().catch(fail);
