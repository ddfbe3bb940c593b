// B22: time and memory of `npm start` for a newcomer: from the command to the line that says ready, all processes 20 s
// later, hub and worker after bundles, the folder, and the `tocsin` binary against Node alone.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../src/config/config.ts';
import { openHub } from '../src/hub.ts';
import { atMostMore, type Row, reported } from './figures.ts';
import { untilIdle } from './partnership.ts';
import { megabytesOf, memoryOf, memoryOfTree, type ProcessMemory } from './process-tree.ts';
import type { Stage } from './stage.ts';

const ROOT = path.join(import.meta.dirname, '..');
const SETTLED_MS = 20_000;
const BUNDLES = 40;
const OBJECTS = 5_000;

/** The environment of a freshly opened terminal: no server, and Node 24 not put first by the benchmark. */
const cleanEnv = (more: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (/^(TOCSIN_|MONGODB_|REDIS_|NODE_|npm_)/.test(name)) continue;
    env[name] = value;
  }
  const folders = (env['PATH'] ?? '').split(path.delimiter);
  env['PATH'] = folders.filter((folder) => !folder.includes('node_modules')).join(path.delimiter);
  return { ...env, ...more };
};

type Started = { readonly child: ChildProcess; readonly readyMs: number };

const start = async (env: NodeJS.ProcessEnv): Promise<Started> => {
  const beganAt = performance.now();
  const child = spawn('npm', ['start'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout === null) throw new Error('no output to read');
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      if (line.includes('Tocsin is ready')) resolve();
    });
    ended.then(() => reject(new Error('npm start ended before it was ready')), reject);
  });
  return { child, readyMs: performance.now() - beganAt };
};

/** npm and its shell forward no signal, so signal the process that wrote the note: it closes everything in order. */
const stop = async ({ child }: Started, note: { readonly pid: number }): Promise<void> => {
  const ended = once(child, 'exit');
  process.kill(note.pid, 'SIGTERM');
  await ended;
};

const noteIn = async (data: string): Promise<{ mongodbUrl: string; port: number; pid: number }> => {
  for (let tries = 0; ; tries += 1) {
    try {
      return JSON.parse(readFileSync(path.join(data, 'run.json'), 'utf8'));
    } catch (error) {
      if (tries > 50) throw error;
      await sleep(100);
    }
  }
};

const sayMemory = (stage: Stage, processes: readonly ProcessMemory[]): void => {
  for (const { command, ownMegabytes } of processes)
    stage.say(`  ${ownMegabytes.toFixed(0).padStart(4)} MB of its own: ${command.slice(0, 100)}`);
};

const pidIn = (data: string, name: string): number =>
  Number(readFileSync(path.join(data, name, 'pid'), 'utf8'));

/** CPU of a run to its end, over all its processes, as the shell reports it. */
const cpuMsOf = (command: readonly string[], env: NodeJS.ProcessEnv): number => {
  const script = `"$@" >/dev/null 2>&1; times`;
  const { stdout } = spawnSync('sh', ['-c', script, 'sh', ...command], { cwd: ROOT, env, encoding: 'utf8' });
  const [, children = ''] = stdout.trim().split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (total, [, minutes, seconds]) => total + Number(minutes) * 60_000 + Number(seconds) * 1_000,
    0,
  );
};

const folderMegabytes = (folder: string): number =>
  Number(execFileSync('du', ['-sm', '--exclude=.git', folder], { encoding: 'utf8' }).split('\t')[0]);

/** After a failure: stops what was started in order and keeps its data for inspection. */
const leave = async (stage: Stage, data: string): Promise<void> => {
  stage.say(`  its data is kept in ${data}`);
  if (existsSync(path.join(data, 'run.json'))) process.kill((await noteIn(data)).pid, 'SIGTERM');
};

type Figures = {
  readonly readyMs: readonly number[];
  readonly idle: readonly ProcessMemory[];
  readonly nodeAlone: number;
  readonly command: { readonly tocsin: readonly number[]; readonly node: readonly number[] };
  readonly folder: number;
  readonly bundles: number;
  readonly busy: number;
};

export const startUp = async (stage: Stage): Promise<readonly Row[]> => {
  const data = mkdtempSync(path.join(tmpdir(), 'tocsin-start-'));
  // The second hub runs next to the benchmark's own, on another port.
  const env = cleanEnv({ TOCSIN_DATA: data, TOCSIN_PORT: '4717', TOCSIN_PUBLISHES_PER_SECOND: '1000000' });
  let isDone = false;
  try {
    const first = await start(env);
    stage.say(`  first start: ready after ${(first.readyMs / 1000).toFixed(1)} s`);
    await stop(first, await noteIn(data));
    const readyMs: number[] = [];
    for (let round = 1; round < stage.repetitions; round += 1) {
      const again = await start(env);
      readyMs.push(again.readyMs);
      await stop(again, await noteIn(data));
    }
    const last = await start(env);
    readyMs.push(last.readyMs);
    const note = await noteIn(data);
    await sleep(SETTLED_MS);
    const idle = memoryOfTree(last.child.pid ?? 0);
    sayMemory(stage, idle);
    const bundles = stage.isQuick ? BUNDLES / 5 : BUNDLES;
    const figures: Figures = {
      readyMs,
      idle,
      bundles,
      nodeAlone: await nodeAlone(env),
      command: commandCosts(stage, env),
      folder: folderMegabytes(ROOT) + folderMegabytes(data),
      busy: await afterBundles(stage, { data, bundles }, note),
    };
    await stop(last, note);
    isDone = true;
    return rowsOf(figures);
  } finally {
    // After a failed run its servers may still use the data.
    if (isDone) rmSync(data, { recursive: true, force: true });
    else await leave(stage, data);
  }
};

const rowsOf = ({ readyMs, idle, nodeAlone: node, command, folder, bundles, busy }: Figures): Row[] => {
  const time = { id: 'B22', unit: 's' };
  const size = { id: 'B22', unit: 'MB' };
  const hub = idle.filter((each) => each.command.includes('src/main.ts'));
  const afterwards = `hub and worker after ${bundles} bundles of ${OBJECTS} objects`;
  return [
    atMostMore(4, {
      ...time,
      what: 'npm start, warm: until it says ready',
      ...alone(readyMs.map((ms) => ms / 1_000)),
    }),
    atMostMore(750, {
      ...size,
      what: 'all processes of npm start, 20 s later',
      ...alone([megabytesOf(idle)]),
    }),
    reported({ ...size, what: 'the hub alone; Node alone' }, [megabytesOf(hub)], [node]),
    atMostMore(500, { ...size, what: afterwards, ...alone([busy]) }),
    atMostMore(1_000, { ...size, what: 'the folder with its data', ...alone([folder]) }),
    atMostMore(0.25, { ...time, what: 'tocsin feed --first 1 by its bin: CPU', ...alone(command.tocsin) }),
    reported({ ...time, what: 'the same; Node alone' }, command.tocsin, command.node),
  ];
};

/** A figure with a target but no rival. */
const alone = (ours: readonly number[]) => ({ ours, rival: ours.map(() => 0) });

const nodeAlone = async (env: NodeJS.ProcessEnv): Promise<number> => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { env, stdio: 'ignore' });
  await sleep(1_000);
  const megabytes = megabytesOf(memoryOf(child.pid ?? 0));
  child.kill();
  return megabytes;
};

const commandCosts = (stage: Stage, env: NodeJS.ProcessEnv): { tocsin: number[]; node: number[] } => {
  const costs = { tocsin: [] as number[], node: [] as number[] };
  const underNode24 = { ...env, PATH: `${path.dirname(process.execPath)}${path.delimiter}${env['PATH']}` };
  const ask = ['bin/tocsin.mjs', 'feed', '--as', 'analyst', '--first', '1'];
  for (let round = -1; round < stage.repetitions; round += 1) {
    const tocsin = cpuMsOf([process.execPath, ...ask], underNode24) / 1000;
    const node = cpuMsOf([process.execPath, '-e', '0'], underNode24) / 1000;
    if (round < 0) continue;
    costs.tocsin.push(tocsin);
    costs.node.push(node);
  }
  return costs;
};

const afterBundles = async (
  stage: Stage,
  { data, bundles }: { readonly data: string; readonly bundles: number },
  { mongodbUrl, port }: { readonly mongodbUrl: string; readonly port: number },
): Promise<number> => {
  const key = readFileSync(path.join(data, 'keys/centre-manager.key'), 'utf8').trim();
  for (let bundle = 0; bundle < bundles; bundle += 1) {
    await stage.load.call('prepare', stage.seed, 1_000 + bundle, OBJECTS);
    await stage.load.call('fire', `http://127.0.0.1:${port}`, key);
  }
  const config = readConfig({ MONGODB_URL: mongodbUrl, TOCSIN_LOG_LEVEL: 'silent' });
  const observer = await openHub(config, 'bench');
  await untilIdle(observer);
  await observer.close();
  const memory = ['hub', 'worker'].flatMap((name) => memoryOf(pidIn(data, name)));
  sayMemory(stage, memory);
  return megabytesOf(memory);
};
