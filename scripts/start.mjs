// `npm start`: takes a bare clone to a running hub with sample data (`-- --empty`: without) and reports each step; Ctrl-C shuts down in order.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isOnThisMachine, printedUrl } from './console/printed-url.mjs';
import { beganAt, fail, ready, root, SetupError, whenOrphaned } from './setup/node24.mjs';
import { say, seconds } from './setup/say.mjs';
import { openDataDirectory } from './setup/server/data-directory.mjs';

// The hub, the worker and the seeds. TOCSIN_PROGRAMS names another folder, so that tests can use stand-ins.
const place = process.env.TOCSIN_PROGRAMS ? path.resolve(process.env.TOCSIN_PROGRAMS) : root;
const entry = (file) => path.join(place, file);

async function start() {
  await ready(import.meta.url, { isCompiledKept: true });
  const { startServers } = await import('./setup/servers.mjs');
  const { keepRunning, runOnce, untilReady } = await import('./setup/stack.mjs');
  const { endLeftovers, hold } = await import('./setup/hold.mjs');
  const { lookAround } = await import('./setup/machine.mjs');

  const { port, data, origin, database } = await ground();
  const closing = closer();
  const note = path.join(data, 'run.json');
  closing.push('data directory', hold(data));
  rmSync(note, { force: true });
  await endLeftovers(
    data,
    ['hub', 'worker', 'mongod', 'redis'],
    [entry('src/main.ts'), entry('workers/main.ts')],
  );
  for (const lack of await lookAround({ directory: data, port })) say(`Warning: ${lack}.`);
  const last = { data, lacks: await lacksOf(process.env.REDIS_URL) };

  const servers = await startServers({
    dataDirectory: data,
    mongodbUrl: process.env.MONGODB_URL,
    redisUrl: process.env.REDIS_URL,
    isHeld: true,
    ownGroup: true,
    onLost: (name, how) => closing.begin(1, `${name} ended by itself (${how}); its log is under ${data}.`),
  });
  closing.push('servers', servers.stop);
  await prepareConsole();
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
  const url = printedUrl(origin, port);
  const links = await linksOfSample(url, env);
  const hub = keepRunning({ ...run, env: links.env, name: 'hub', entry: entry('src/main.ts') });
  closing.push('hub', hub.stop);
  process.once('exit', () => {
    for (const program of [hub, worker]) program.abandon();
  });

  const upAndReady = untilReady(`http://127.0.0.1:${port}/readyz`, () => closing.reason());
  const once = { cwd: root, env, signal: closing.signal };
  // The sample is written through the database, so it need not wait for the hub's endpoint.
  const [planted] = await Promise.all([isEmpty ? null : runOnce({ ...once, ...PLANTING }), upAndReady]);
  if (closing.isOn()) return;

  await writeNote(note, servers, { port, database });
  closing.push('note', () => rmSync(note, { force: true }));
  if (!isEmpty && planted !== PLANTING.allowed) return welcome(url, last, links);
  welcomeEmpty(url, data);
  if (!isEmpty) return sayLast(last);
  await runOnce({ ...once, name: 'founding', entry: entry('src/cli/main.ts'), args: ['init', '--if-empty'] });
  if (!closing.isOn()) sayLast(last);
}

const PLANTING = {
  name: 'seeding of the sample partnership',
  entry: entry('seeds/main.ts'),
  // With this code it says that the hub was founded: there is no sample, and nobody enters as a person of it.
  args: ['--tell-founded'],
  allowed: 3,
};

// What a newcomer reads first. The seeds know the identities and keys, so they write all but the first line.
function welcome(url, last, links) {
  const { data } = last;
  const guide = path.join(data, 'keys/README.txt');
  const lines = existsSync(guide)
    ? readFileSync(guide, 'utf8').trimEnd()
    : [`The API: ${url}/graphql (GraphQL), ${url}/healthz, ${url}/metrics`, `The data is in ${data}.`].join(
        '\n',
      );
  say(`\nTocsin is ready at ${url}  (${seconds(beganAt)})\n`);
  say(lines.replaceAll('http://localhost:4000', url));
  if (links.lines !== '') say(`\n${links.lines}`);
  sayLast(last);
}

function welcomeEmpty(url, data) {
  say(`\nTocsin is ready at ${url}  (${seconds(beganAt)})\n`);
  say(`The API: ${url}/graphql (GraphQL), ${url}/healthz, ${url}/metrics. The data is in ${shown(data)}.\n`);
}

// What the commands of whoever runs the machine go by, whatever is set where they are typed.
async function writeNote(file, { mongodbUrl, redisUrl }, { port, database }) {
  const { databaseIn } = await import('../src/config/server-urls.ts');
  const noted = {
    mongodbUrl,
    redisUrl,
    port,
    database: database ?? databaseIn(mongodbUrl),
    pid: process.pid,
  };
  writeFileSync(file, `${JSON.stringify(noted, null, 2)}\n`, { mode: 0o600 });
}

function sayLast({ data, lacks }) {
  if (lacks !== '') say(`\nWarning: ${lacks}`);
  say(
    `\nLogs of hub and worker: ${['hub', 'worker'].map((name) => shown(path.join(data, name, 'log'))).join(', ')}`,
  );
  say('Ctrl-C stops everything in order; the data is kept.');
}

// `npm start -- --empty`: no sample; a setup code is printed, with which a real partnership is founded.
const isEmpty = process.argv.includes('--empty');
// Stand-ins of tests serve no console.
const hasConsole = () => place === root && !isOff(process.env.TOCSIN_CONSOLE);

// Before the hub, which reads the build when it starts.
async function prepareConsole() {
  if (!hasConsole()) return;
  const { buildConsole } = await import('./console/build-console.mjs');
  await buildConsole();
}

// For the five people of the sample; none where there is no sample or no console, whatever the environment says. The address
// is localhost: passkeys and cookies are for it, and a number is no name for them. Under another address they sign nobody in.
async function linksOfSample(url, env) {
  if (isEmpty || !hasConsole() || !isOnThisMachine(url))
    return { env: { ...env, TOCSIN_SAMPLE_LINKS: '' }, lines: '' };
  const { sampleLinks } = await import('./console/sample-links.mjs');
  const { setting, lines } = await sampleLinks(url);
  return { env: { ...env, TOCSIN_SAMPLE_LINKS: setting }, lines };
}

const isOff = (value) => ['off', 'false', 'no', '0', 'n', 'disabled'].includes(String(value).toLowerCase());

const shown = (file) => path.relative(process.cwd(), file) || file;

// A line for each setting that cannot work, before anything starts; and one for each that is none.
async function lookAtSettings() {
  const { readConfig } = await import('../src/config/config.ts');
  const { misspeltSettings } = await import('../src/config/misspelt-settings.ts');
  for (const { name, meant } of misspeltSettings(process.env))
    say(`Warning: ${name} is no setting, so it does nothing. Did you mean ${meant}?`);
  try {
    return readConfig();
  } catch (error) {
    throw new SetupError(error.message);
  }
}

// The hub takes warnings without Redis, so this is no reason to end; nobody hears of them, so it is said first and last.
async function lacksOf(redisUrl) {
  const { redisFault } = await import('./setup/server/given-redis.mjs');
  const fault = redisUrl ? await redisFault(redisUrl) : null;
  if (fault === null) return '';
  const lacks = `${fault}\nNothing is delivered until it answers.`;
  say(`Warning: ${lacks}`);
  return lacks;
}

// Where it runs, once the settings were looked at. Port 0 is any that is free, as for the hub itself; the links that are printed
// need its number before the hub runs.
async function ground() {
  const { origin, database } = await lookAtSettings();
  const { freePort } = await import('./setup/server/server-process.mjs');
  const port = Number(process.env.TOCSIN_PORT || 4000);
  const data = openDataDirectory(path.resolve(root, process.env.TOCSIN_DATA || '.tocsin'));
  return { port: port === 0 ? await freePort(0) : port, data, origin, database };
}

// Closes everything that was opened, once, in reverse order; later signals have no effect.
function closer() {
  const open = [];
  const abort = new AbortController();
  let ending = null;
  let reason = null;
  const closing = {
    signal: abort.signal,
    isOn: () => ending !== null,
    reason: () => reason,
    // What opens while closing is closed in the same pass.
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
  whenOrphaned(() => closing.begin(0, 'The parent process is gone.'));
  // The reader of our output may be gone (`npm start | head`); shutdown must still happen in order.
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
  // During shutdown pending work fails as expected.
  if (begun.isOn()) return;
  return begun.begin(1, error.name === 'SetupError' ? error.message : error.stack);
});
