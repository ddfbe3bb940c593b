// `npm run check`: the static checks. All of them run and their times are printed; any failure exits with 1. Arguments
// select checks by name: `npm run check -- types`.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fail, ready, root } from './setup/node24.mjs';
import { say } from './setup/say.mjs';

const bin = (name) => path.join(root, 'node_modules/.bin', name);
const folders = ['src', 'packages', 'workers', 'seeds', 'bench', 'test', 'scripts', 'bin'];

const checks = [
  { name: 'format and lint', run: [bin('biome'), 'ci', '--diagnostic-level=error'] },
  { name: 'types', run: [bin('tsc'), '-p', 'tsconfig.json', '--noEmit'] },
  // Without Node's types and with the lib of Node 20, so that it runs in browsers too.
  {
    name: 'types of stix2-ts',
    run: [bin('tsc'), '-p', 'packages/stix2-ts/tsconfig.json', '--noEmit'],
  },
  { name: 'types of the console', run: [bin('tsc'), '-p', 'src/console/tsconfig.json'] },
  {
    name: 'layers',
    run: [bin('depcruise'), ...folders.filter((folder) => existsSync(path.join(root, folder)))],
  },
  { name: 'folders of service', run: [process.execPath, 'scripts/structure/check-folders.mjs'] },
  { name: 'sizes', run: [process.execPath, 'scripts/structure/check-sizes.mjs'] },
  { name: 'generated files', run: [process.execPath, 'scripts/generate.mjs', '--check'] },
  { name: 'unused exports', run: [bin('knip'), '--no-progress'] },
];

async function main() {
  await ready(import.meta.url);
  const wanted = process.argv.slice(2);
  const chosen = checks.filter(
    ({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
  );
  if (chosen.length === 0)
    throw new Error(`No such check. There are: ${checks.map(({ name }) => name).join(', ')}.`);
  const results = [];
  const waiting = [...chosen.entries()];
  // Two at once: each uses one core, and the least machine has two.
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      results[next[0]] = await result(next[1]);
  };
  await Promise.all([lane(), lane()]);
  say('');
  for (const { name, isGood, tookMs } of results) {
    say(`${isGood ? 'ok    ' : 'FAILED'}  ${name.padEnd(18)}  ${(tookMs / 1000).toFixed(1)} s`);
  }
  process.exit(results.every(({ isGood }) => isGood) ? 0 : 1);
}

async function result({ name, run }) {
  const beganAt = Date.now();
  const { code, output } = await outcome(run);
  if (code !== 0) say(`--- ${name}\n${output.trimEnd()}`);
  return { name, isGood: code === 0, tookMs: Date.now() - beganAt };
}

function outcome([command, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

main().catch(fail);
