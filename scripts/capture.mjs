// `npm run capture`: writes docs/terminal, the screens of the command line at 80 columns, by the test that compares them.
// `npm run capture -- console [picture …]`: writes docs/console, the pictures of the console's views, by Debian's Chromium.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fail, ready, root } from './setup/node24.mjs';

const CONSOLE = 'test/capture/console.ts';
const TEST = 'test/journey/cli/captures-are-current.test.ts';

async function main() {
  await ready(import.meta.url);
  const [what, ...pictures] = process.argv.slice(2);
  if (what === 'console') return captureConsole(pictures);
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

async function captureConsole(pictures) {
  const { runBeside, startServers } = await import('./setup/servers.mjs');
  const servers = await startServers({ ephemeral: true, ownGroup: true });
  const code = await runBeside([path.join(root, CONSOLE), ...pictures], {
    TOCSIN_TEST_MONGODB_URL: servers.mongodbUrl,
    TOCSIN_TEST_REDIS_URL: servers.redisUrl,
  });
  await servers.stop();
  process.exit(code);
}

main().catch(fail);
