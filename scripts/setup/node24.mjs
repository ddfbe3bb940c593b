// Prepares a command: installs the dependencies of the lock file, and makes sure that it runs under Node 24, which runs
// TypeScript directly. Works on Node 18; returns only under Node 24, and otherwise runs the command again there.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepCompiled } from './compile-cache.mjs';
import { progress, say, seconds } from './say.mjs';
import { isAtLeast } from './versions.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const minimum = '24.0.0';

// When the command started, even if a parent process under another Node started it.
export const beganAt = Number(process.env.TOCSIN_BEGAN || Date.now());

// Resolves under Node 24 with all dependencies in place.
export async function ready(scriptUrl, { checkLock = true, isCompiledKept = false } = {}) {
  if (isCompiledKept) keepCompiled();
  if (!process.env.TOCSIN_LAUNCHED) await install(checkLock);
  if (isAtLeast(process.versions.node, minimum)) {
    process.env.TOCSIN_LAUNCHED = '1';
    const { resolveSource } = await import('./source-condition.mjs');
    resolveSource();
    return;
  }
  await runElsewhere(scriptUrl);
}

async function install(checkLock) {
  const lock = path.join(root, 'package-lock.json');
  const kept = path.join(root, 'node_modules/.package-lock.json');
  if (existsSync(kept) && (!checkLock || isInstalled(readJson(lock), readJson(kept)))) return;
  if (process.env.TOCSIN_INSTALL === 'never') return;
  const total = Object.keys(readJson(lock).packages).filter((name) =>
    /^node_modules\/[^/]+$/.test(name),
  ).length;
  say(`Installing the dependencies as package-lock.json says (npm ci), ${total} packages …`);
  const began = Date.now();
  await npmCi(total);
  say(`  dependencies are in place (${seconds(began)})`);
}

// npm records what it installed in node_modules/.package-lock.json. Is each package there, at the locked version?
export function isInstalled(lock, kept) {
  return Object.entries(lock.packages).every(
    ([name, { version, optional, link }]) =>
      name === '' || optional || link || kept.packages[name]?.version === version,
  );
}

// How long npm may be silent before somebody should know. It tries for minutes without a word.
const silenceMs = 10_000;

function npmCi(total) {
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  // At the level `http` npm reports each request, and with it the first attempt that failed.
  const args = ['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional', '--loglevel=http'];
  return new Promise((resolve, reject) => {
    // A group of its own, so that what npm starts ends with it.
    const child = spawn(npm[0], [...npm.slice(1), ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: process.platform !== 'win32',
    });
    const end = endWithUs(child);
    const bar = progress('packages', total, (count) => String(count));
    const network = networkWatch();
    const look = setInterval(() => {
      const count = packagesIn(path.join(root, 'node_modules'));
      network.saw(count);
      bar.update(count);
    }, 200);
    linesOf(child.stderr, (line) => {
      network.heard(line);
      if (isForPeople(line)) process.stderr.write(`${line}\n`);
    });
    child.on('error', (error) => reject(new SetupError(`npm could not be run: ${error.message}`)));
    child.on('close', (code) => {
      clearInterval(look);
      end();
      bar.end();
      if (code === 0) resolve();
      else reject(new SetupError(`npm ci ended with ${code}. Run \`npm ci\` by hand to see more.`));
    });
  });
}

// What npm prints at the level `error`; the rest is only listened to.
const isForPeople = (line) => !/^npm (?:http|notice|info|warn|verb|sill)\b/i.test(line);

// Says within seconds that nothing arrives, once: npm itself waits for minutes before it does.
function networkWatch() {
  let last = 0;
  let since = Date.now();
  let isSaid = false;
  const warn = (what) => {
    if (isSaid) return;
    isSaid = true;
    say(`  ${what} Is there a network, or is a proxy needed? npm goes on trying; Ctrl-C ends it.`);
  };
  return {
    heard(line) {
      const failed = /attempt \d+ failed with (\S+)/.exec(line);
      if (failed) warn(`The package registry cannot be reached (${failed[1]}).`);
      else since = Date.now();
    },
    saw(count) {
      if (count !== last) since = Date.now();
      last = count;
      if (Date.now() - since > silenceMs) warn(`Nothing has arrived for ${silenceMs / 1000} s.`);
    },
  };
}

function linesOf(stream, act) {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    lines.forEach(act);
  });
  stream.on('end', () => rest !== '' && act(rest));
}

// npm that unpacks takes a signal as a wish: it waits for its requests, which may take five minutes.
const graceMs = 2_000;

// Ends the whole group of a child when this process is told to end; returns how to stop caring.
function endWithUs(child) {
  const kill = (signal) => {
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
    } catch {
      // It has ended already.
    }
  };
  const act = (code) => {
    kill('SIGTERM');
    child.once('close', () => process.exit(code));
    setTimeout(() => process.exit(code), graceMs);
  };
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  const handlers = Object.entries(codes).map(([signal, code]) => {
    const heard = () => act(code);
    process.on(signal, heard);
    return [signal, heard];
  });
  // Whatever of the group is still there.
  const abandon = () => kill('SIGKILL');
  process.once('exit', abandon);
  let isOver = false;
  whenOrphaned(() => isOver || act(143));
  return () => {
    isOver = true;
    process.off('exit', abandon);
    for (const [signal, heard] of handlers) process.off(signal, heard);
  };
}

// npm creates all directories first and fills them later, so a package counts when its package.json exists.
function packagesIn(directory) {
  if (!existsSync(directory)) return 0;
  const names = readdirSync(directory).filter((name) => !name.startsWith('.') && !name.startsWith('@'));
  return names.filter((name) => existsSync(path.join(directory, name, 'package.json'))).length;
}

// Where Node 24 may be: the npm packages node-linux-* contain the program itself and need no install script.
function node24() {
  const bin = path.join(root, `node_modules/node-${process.platform}-${process.arch}/bin`);
  if (existsSync(path.join(bin, 'node'))) return bin;
  throw new SetupError(
    [
      `Tocsin runs on Node 24; this is ${process.versions.node}, and there is no node-${process.platform}-${process.arch}`,
      'in node_modules (that package exists for Linux on x64 and arm64).',
      'Put Node 24 first on PATH (https://nodejs.org/en/download, nvm, fnm, brew install node@24) and try again.',
    ].join('\n'),
  );
}

function runElsewhere(scriptUrl) {
  const bin = node24();
  const env = {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    TOCSIN_LAUNCHED: '1',
    TOCSIN_SHADOW: '1',
    TOCSIN_BEGAN: String(beganAt),
  };
  // Node's fetch respects the proxy settings only when enabled at startup.
  if (env.HTTPS_PROXY || env.https_proxy) env.NODE_USE_ENV_PROXY ??= '1';
  const args = [fileURLToPath(scriptUrl), ...process.argv.slice(2)];
  return passThrough(spawn(path.join(bin, 'node'), args, { env, stdio: 'inherit' }));
}

// This process forwards signals to the child and exits with its code.
function passThrough(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  whenOrphaned(() => child.kill('SIGTERM'));
  return new Promise((_, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

// A SIGTERM to `npm start` ends npm and its shell and never reaches us, so the parent process is watched instead.
// Only under npm or a forwarding parent: a process started from a shell may outlive it.
export function whenOrphaned(act) {
  if (!process.env.npm_lifecycle_event && !process.env.TOCSIN_SHADOW) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 500);
  watch.unref();
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

// A failure that the user can fix: shown without a stack.
export class SetupError extends Error {
  name = 'SetupError';
}

// Prints what went wrong and ends the process.
export function fail(error) {
  const known = error?.name === 'SetupError';
  process.stderr.write(`\n${known ? error.message : (error?.stack ?? error)}\n`);
  process.exit(1);
}
