// One server as a child process that can be killed and restarted on the same port and data.
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { SetupError } from '../node24.mjs';
import { keepBounded } from './bounded-log.mjs';

const graceMs = 15_000;
const readyMs = 60_000;

// `command(port)` returns the arguments; `isReady(port)` resolves to true once the server answers; `reopenSignal` makes it open
// its renamed log anew (null: it does so by itself). The server has its own process group, so that Ctrl-C reaches only us and
// we shut down in order.
export async function serverProcess({ name, program, directory, command, isReady, ...options }) {
  const { onLost, ownGroup, reopenSignal, logBytes } = options;
  const portFile = path.join(directory, 'port');
  const pidFile = path.join(directory, 'pid');
  const port = await rememberedPort(portFile);
  let child = null;
  let isWanted = false;
  let unbound = null;

  async function start() {
    if (child) return;
    unbound?.();
    unbound = boundLogs({ name, directory, logBytes }, () => reopenSignal && child?.kill(reopenSignal));
    const output = openSync(path.join(directory, `${name}.out`), 'a');
    const started = spawn(program, command(port), {
      stdio: ['ignore', output, output],
      cwd: directory,
      detached: ownGroup,
    });
    child = started;
    isWanted = true;
    started.ended = new Promise((resolve) => {
      started.once('error', resolve);
      started.once('exit', resolve);
    });
    started.ended.then(() => {
      if (child === started) child = null;
      if (isWanted) onLost?.(name, started.exitCode ?? started.signalCode);
    });
    await writeFile(pidFile, String(started.pid));
    await waitUntil(isReady, port, started);
  }

  async function waitUntil(check, ...args) {
    const deadline = Date.now() + readyMs;
    while (!(await check(...args))) {
      if (!child) throw new SetupError(await wentDown(name, directory));
      if (Date.now() > deadline)
        throw new SetupError(`${name} was not ready within ${readyMs / 1000} s; see ${directory}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  async function kill(signal = 'SIGKILL') {
    isWanted = false;
    unbound?.();
    const running = child;
    if (!running) return;
    running.kill(signal);
    const timer = setTimeout(() => running.kill('SIGKILL'), graceMs);
    await running.ended;
    clearTimeout(timer);
  }

  return {
    port,
    get pid() {
      return child?.pid ?? null;
    },
    start,
    kill,
    restart: async () => {
      await kill('SIGTERM');
      await start();
    },
    // Called when this process exits: there is no time to wait.
    abandon: () => child?.kill('SIGTERM'),
  };
}

const boundLogs = ({ name, directory, logBytes }, reopen) =>
  keepBounded(
    [{ file: path.join(directory, `${name}.log`), reopen }, { file: path.join(directory, `${name}.out`) }],
    { bytes: logBytes },
  );

async function wentDown(name, directory) {
  const log = await readFile(path.join(directory, `${name}.log`), 'utf8').catch(() => '');
  const tail = log.trim().split('\n').slice(-5).join('\n');
  return `${name} ended during startup. Its log is in ${directory}; the last lines:\n${tail}`;
}

// The port of the last start if it is still free, else another free one, saved for the next start.
async function rememberedPort(file) {
  const previous = Number(await readFile(file, 'utf8').catch(() => '0'));
  const port = (previous > 0 && (await freePort(previous))) || (await freePort(0));
  await writeFile(file, String(port));
  return port;
}

// The port if it is free on loopback (0: any), else null.
export function freePort(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(port, '127.0.0.1', () => {
      const found = probe.address().port;
      probe.close(() => resolve(found));
    });
  });
}
