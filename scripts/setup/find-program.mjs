// Finds mongod or redis-server: on PATH, in the cache, by download, or in a Python wheel, in this order.
// Returns { path, version, from }, or throws one message with what was tried, why it failed, and what to do.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fetchArchive } from './archive/archive.mjs';
import { fetchWheel } from './archive/wheel.mjs';
import { cachedFile, keep, workDirectory } from './cache.mjs';
import { say } from './say.mjs';
import { isAtLeast, parseVersion } from './versions.mjs';

// The sources of a program on a system, in the order they are tried.
export function sourcesOf(program, { platform, arch, osRelease }) {
  const archive = program.archive(platform, arch, osRelease);
  const { wheel } = program;
  const hasWheel = wheel.platforms.includes(`${platform}-${arch}`);
  return [
    ...program.names.map((name) => ({ kind: 'path', label: `${name} on PATH`, file: name })),
    ...(archive ? [{ kind: 'cache', label: 'the cache', version: archive.version }] : []),
    ...(hasWheel ? [{ kind: 'cache', label: 'the cache', version: wheel.memberVersion }] : []),
    ...(archive ? [{ kind: 'archive', label: archive.url, version: archive.version, archive }] : []),
    ...(hasWheel
      ? [
          {
            kind: 'wheel',
            label: `PyPI wheel ${wheel.project} ${wheel.version}`,
            version: wheel.memberVersion,
            wheel,
          },
        ]
      : []),
  ];
}

export function failureText(program, attempts, system) {
  const fetchable = attempts.some(({ kind }) => kind === 'archive' || kind === 'wheel');
  return [
    `Tocsin needs ${program.name} ${program.minimum} or later and found none.`,
    ...attempts.map(({ label, reason }) => `  tried ${label}: ${reason}`),
    ...(fetchable ? [] : [`  no download exists for ${system.platform}-${system.arch}`]),
    'By hand:',
    ...program.byHand.map((line) => `  ${line}`),
  ].join('\n');
}

export async function findProgram(program, { env = process.env, system = thisSystem() } = {}) {
  const attempts = [];
  for (const source of sourcesOf(program, system)) {
    try {
      const found = await take(program, source, env);
      return { ...found, from: source.kind === 'path' ? 'PATH' : source.kind };
    } catch (error) {
      attempts.push({ kind: source.kind, label: source.label, reason: error.message });
      if (source.kind === 'archive') say(`  not from ${new URL(source.label).host}: ${error.message}`);
    }
  }
  const failure = new Error(failureText(program, attempts, system));
  failure.name = 'SetupError';
  throw failure;
}

async function take(program, source, env) {
  if (source.kind === 'path') return inspected(program, source.file, env);
  const cached = cachedFile(program.name, source.version, env);
  if (source.kind === 'cache') {
    if (!existsSync(cached)) throw new Error(`no ${cached}`);
    return inspected(program, cached, env);
  }
  say(`Fetching ${program.name} ${source.version} (${source.label}) …`);
  const work = await workDirectory(env);
  try {
    const file = await (source.kind === 'archive'
      ? fetchArchive(source.archive, work.directory)
      : fetchWheel(source.wheel, work.directory));
    const kept = await keep(file, program.name, source.version, env);
    say(`  kept in ${kept}`);
    return inspected(program, kept, env);
  } finally {
    await work.done();
  }
}

// Runs the program once, so that one that cannot run here (another libc, a missing library) is detected now.
function inspected(program, file, env) {
  const answer = spawnSync(file, ['--version'], { encoding: 'utf8', env, timeout: 20_000 });
  if (answer.error?.code === 'ENOENT') throw new Error('not found');
  const version = parseVersion(answer.stdout)?.join('.');
  if (answer.status !== 0 || !version) {
    throw new Error(
      `does not run: ${(answer.stderr || answer.error?.message || 'no output').trim().split('\n')[0]}`,
    );
  }
  if (!isAtLeast(version, program.minimum)) throw new Error(`is ${version}, too old`);
  return { path: file, version };
}

function thisSystem() {
  const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return { platform: process.platform, arch: process.arch, osRelease };
}
