// Starts the servers that Tocsin needs: a mongod as a replica set and a redis-server. Given a URL, that server is used
// and nothing is started or installed for it. Types: servers.d.mts.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, statfsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findProgram } from './find-program.mjs';
import { endLeftovers, hold } from './hold.mjs';
import { root, whenOrphaned } from './node24.mjs';
import * as programs from './programs.mjs';
import { say } from './say.mjs';
import { startReplicaSet } from './server/mongod.mjs';
import { startRedis } from './server/redis.mjs';
import { isAtLeast } from './versions.mjs';

export async function startServers(options = {}) {
  const { mongodbUrl, redisUrl, replicaNodes = 1, ephemeral = false, isHeld = false } = options;
  const { log = say, onLost, ownGroup = false } = options;
  const spawning = { onLost, ownGroup };
  const isForTests = ephemeral === 'memory';
  const directory = await place(options.dataDirectory, ephemeral);
  const release = isHeld ? () => {} : hold(directory);
  const running = [];
  let redis = null;
  let sockets = null;
  const abandon = () => {
    for (const server of running) server.abandon();
  };
  process.once('exit', abandon);

  async function stop() {
    // Redis first; the members of the set in parallel, so that none waits for another to take over.
    await redis?.kill('SIGTERM');
    await Promise.all(running.map((server) => server.kill('SIGTERM')));
    if (sockets) await rm(sockets, { recursive: true, force: true });
    process.off('exit', abandon);
    release();
    if (ephemeral) await rm(directory, { recursive: true, force: true });
  }

  try {
    if (!isHeld) await endLeftovers(directory, ['mongod', 'redis']);
    const mongodProgram = mongodbUrl ? null : await lookFor(programs.mongod, log);
    const redisProgram = redisUrl ? null : await lookFor(programs.redis, log);
    // In parallel, since starting is mostly waiting. If one fails, the other is ended.
    const begun = await Promise.allSettled([
      mongodProgram &&
        startReplicaSet({
          ...{ program: mongodProgram.path, directory, nodes: replicaNodes, isForTests },
          ...spawning,
        }),
      redisProgram && startRedis({ program: redisProgram.path, directory, ...spawning }),
    ]);
    const [set, store] = begun.map(({ value }) => value ?? null);
    redis = store;
    sockets = set?.sockets ?? null;
    running.push(...(set?.members ?? []), ...(redis ? [redis] : []));
    const failed = begun.find(({ status }) => status === 'rejected');
    if (failed) throw failed.reason;
    return {
      directory,
      mongodbUrl: mongodbUrl || set.url,
      redisUrl: redisUrl || redis.url,
      mongod: set?.members[0] ?? null,
      mongods: set?.members ?? [],
      primary: set?.primary ?? (async () => null),
      redis,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

// Runs a program of the project to its end and returns its exit code; what ends us ends it.
export async function runBeside(args, env) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const end = () => child.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  whenOrphaned(end);
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

const SHARED_MEMORY = '/dev/shm';
/** What the suite's databases take at most, with room for everything else that runs. */
const ENOUGH_BYTES = 10e9;

/** Shared memory where the machine has plenty: a test file creates some forty collections, and each waits for the disk. */
function inMemory() {
  try {
    const { bavail, bsize } = statfsSync(SHARED_MEMORY);
    return Math.min(bavail * bsize, availableBytes()) >= ENOUGH_BYTES ? SHARED_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** Free memory, with what the system holds as a cache of files. */
function availableBytes() {
  const [, kilobytes = '0'] = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

async function place(dataDirectory, ephemeral) {
  if (!dataDirectory && ephemeral)
    return realpathSync(mkdtempSync(path.join(ephemeral === 'memory' ? inMemory() : tmpdir(), 'tocsin-')));
  if (!dataDirectory) throw new TypeError('startServers needs dataDirectory, or ephemeral');
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  return realpathSync(dataDirectory);
}

const warned = new Set();

async function lookFor(program, log) {
  const found = await findProgram(program);
  log(`${program.name} ${found.version} (${found.from === 'PATH' ? 'on PATH' : found.path})`);
  if (!isAtLeast(found.version, program.supported) && !warned.has(program.name)) {
    warned.add(program.name);
    log(
      `  old: fine for a first run and tests on this machine; for a service use ${program.supported} or later`,
    );
  }
  return found;
}
