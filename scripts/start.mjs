// `npm start`: from a bare clone to a running partnership, saying what it does; Ctrl-C closes all in order.
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beganAt, fail, ready, root, whenOrphaned } from './setup/node24.mjs';
import { say, seconds } from './setup/say.mjs';

// The three programs; another place may be named to try this script on stand-ins.
const place = process.env.TOCSIN_PROGRAMS ? path.resolve(process.env.TOCSIN_PROGRAMS) : root;
const entry = (file) => path.join(place, file);

async function start() {
  await ready(import.meta.url, { isCompiledKept: true });
  const { startServers } = await import('./setup/servers.mjs');
  const { keepRunning, runOnce, untilReady } = await import('./setup/stack.mjs');
  const { endLeftovers, hold } = await import('./setup/hold.mjs');
  const { lookAround } = await import('./setup/machine.mjs');

  const port = Number(process.env.TOCSIN_PORT || 4000);
  const data = dataDirectory();
  const closing = closer();
  const note = path.join(data, 'run.json');
  closing.push('data directory', hold(data));
  rmSync(note, { force: true });
  await endLeftovers(
    data,
    ['hub', 'worker', 'mongod', 'redis'],
    [entry('src/main.ts'), entry('workers/main.ts')],
  );
  for (const lack of await lookAround({ directory: data, port })) say(`Careful: ${lack}.`);

  const servers = await startServers({
    dataDirectory: data,
    mongodbUrl: process.env.MONGODB_URL,
    redisUrl: process.env.REDIS_URL,
    isHeld: true,
    ownGroup: true,
    onLost: (name, how) => closing.begin(1, `${name} ended by itself (${how}); its log is under ${data}.`),
  });
  closing.push('servers', servers.stop);
  if (closing.isOn()) return;

  const env = {
    ...process.env,
    MONGODB_URL: servers.mongodbUrl,
    REDIS_URL: servers.redisUrl,
    TOCSIN_PORT: String(port),
    TOCSIN_DATA: data,
  };
  const onGivenUp = (error) => closing.begin(1, error.message);
  const run = { cwd: root, directory: data, env, log: say, onGivenUp };
  const worker = keepRunning({ ...run, name: 'worker', entry: entry('workers/main.ts') });
  closing.push('worker', worker.stop);
  const hub = keepRunning({ ...run, name: 'hub', entry: entry('src/main.ts') });
  closing.push('hub', hub.stop);
  process.once('exit', () => {
    for (const program of [hub, worker]) program.abandon();
  });

  const url = `http://127.0.0.1:${port}`;
  const planting = {
    name: 'planting of the sample partnership',
    entry: entry('seeds/main.ts'),
    cwd: root,
    env,
    signal: closing.signal,
  };
  // The sample is planted through the database; it need not wait for the hub's doors.
  await Promise.all([untilReady(`${url}/readyz`, () => closing.reason()), runOnce(planting)]);
  if (closing.isOn()) return;

  const { mongodbUrl, redisUrl } = servers;
  writeFileSync(note, `${JSON.stringify({ mongodbUrl, redisUrl, port, pid: process.pid }, null, 2)}\n`, {
    mode: 0o600,
  });
  closing.push('note', () => rmSync(note, { force: true }));
  welcome(url, data);
}

// What a newcomer reads first. The seeds know the cast and its keys, so the lines after the first are theirs.
function welcome(url, data) {
  const guide = path.join(data, 'keys/README.txt');
  const lines = existsSync(guide)
    ? readFileSync(guide, 'utf8').trimEnd()
    : [`The API: ${url}/graphql (GraphQL), ${url}/healthz, ${url}/metrics`, `The data is in ${data}.`].join(
        '\n',
      );
  say(`\nTocsin is ready at ${url}  (${seconds(beganAt)})\n`);
  say(lines.replaceAll('http://127.0.0.1:4000', url));
  say(
    `\nWhat hub and worker note: ${['hub', 'worker'].map((name) => shown(path.join(data, name, 'log'))).join(', ')}`,
  );
  say('Ctrl-C closes all in order; the data stays.');
}

const shown = (file) => path.relative(process.cwd(), file) || file;

function dataDirectory() {
  const directory = path.resolve(root, process.env.TOCSIN_DATA || '.tocsin');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return realpathSync(directory);
}

// Closes what was opened, the last first, once; later signals change nothing.
function closer() {
  const open = [];
  const abort = new AbortController();
  let ending = null;
  let reason = null;
  const closing = {
    signal: abort.signal,
    isOn: () => ending !== null,
    reason: () => reason,
    // What opens while all is closing is closed by the same round.
    push: (name, close) => open.push({ name, close }),
    begin(code, why) {
      if (ending) return ending;
      reason = new Error(why);
      (code === 0 ? process.stdout : process.stderr).write(`\n${why}\n`);
      const isUp = open.some(({ name }) => name === 'servers');
      if (isUp) say('Closing hub, worker and servers …');
      abort.abort();
      ending = closeAll(open).then(() => {
        if (isUp) say('Closed.');
        process.exit(code);
      });
      return ending;
    },
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => closing.begin(0, `${signal} received.`));
  whenOrphaned(() => closing.begin(0, 'The process that started this one is gone.'));
  // Who listened to our words may be gone (`npm start | head`): what was opened is closed in order all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  begun = closing;
  return closing;
}

async function closeAll(open) {
  while (open.length > 0) {
    const { name, close } = open.pop();
    await Promise.resolve(close()).catch((error) => say(`  ${name}: ${error.message}`));
  }
}

let begun = null;

start().catch((error) => {
  if (!begun) return fail(error);
  // While it closes, whatever was still under way fails; that is no news.
  if (begun.isOn()) return;
  return begun.begin(1, error.name === 'SetupError' ? error.message : error.stack);
});
