// `npm run judge`: compares our STIX code and a hub's output with independent implementations (stix2, stix2-validator and
// stix2-patterns, from PyPI at pinned versions). They run in a Python environment in the user's cache directory, against
// servers started for the run. Options: `--only ids,patterns,…`, `--seed N`, `--quick`. A full run updates docs/judged.md.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheDirectory } from './setup/cache-directory.mjs';
import { fail, ready, root } from './setup/node24.mjs';
import { say } from './setup/say.mjs';

const requirements = path.join(root, 'test/judge/requirements.txt');

function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', (error) => reject(new Error(`${program} could not be run: ${error.message}`)));
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ${args.join(' ')} ended with ${code}.`)),
    );
  });
}

// The Python environment of the judges, rebuilt when the pinned versions change.
async function judgesPython() {
  const directory = path.join(cacheDirectory(), 'judges');
  const python = path.join(directory, 'bin/python');
  const stamp = path.join(directory, 'requirements.sha256');
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  if (existsSync(python) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return python;
  say(`Installing the judges into ${directory} …`);
  rmSync(directory, { recursive: true, force: true });
  await run('python3', ['-m', 'venv', directory]);
  await run(python, ['-m', 'pip', 'install', '--quiet', '--no-deps', '--requirement', requirements]);
  writeFileSync(stamp, wanted);
  return python;
}

async function main() {
  await ready(import.meta.url);
  const python = await judgesPython();
  const { runBeside, startServers } = await import('./setup/servers.mjs');
  const servers = await startServers({ ephemeral: true, ownGroup: true });
  const code = await runBeside([path.join(root, 'test/judge/run.ts'), ...process.argv.slice(2)], {
    TOCSIN_JUDGES_PYTHON: python,
    TOCSIN_TEST_MONGODB_URL: servers.mongodbUrl,
    TOCSIN_TEST_REDIS_URL: servers.redisUrl,
  });
  await servers.stop();
  process.exit(code);
}

main().catch(fail);
