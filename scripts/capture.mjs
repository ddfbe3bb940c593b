// `npm run capture`: writes docs/terminal, the screens of the command line at 80 columns, by the test that compares them.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fail, ready, root } from './setup/node24.mjs';

const TEST = 'test/journey/cli/captures-are-current.test.ts';

async function main() {
  await ready(import.meta.url);
  const child = spawn(process.execPath, [path.join(root, 'scripts/test.mjs'), TEST], {
    cwd: root,
    env: { ...process.env, TOCSIN_CAPTURE: '1' },
    stdio: 'inherit',
  });
  child.on('error', fail);
  child.on('close', (code) => {
    process.exitCode = code ?? 1;
  });
}

main().catch(fail);
