// Hub and worker as children of `npm start`: started in order, restarted a few times when they die, and stopped in order.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from './node24.mjs';
import { say } from './say.mjs';
import { bound, keepBounded } from './server/bounded-log.mjs';

const graceMs = 15_000;
const wordMs = 30_000;
const restartsAllowed = 5;
// Exit code of a program that refuses to start here, so that a restart is pointless (start-or-exit.ts).
const refusedCode = 78;
// After this uptime the restart count is reset.
const settledMs = 60_000;

// V8 lets the young generation grow to three times 16 MB and never shrinks it; a quarter is enough for requests.
const nodeFlags = ['--max-semi-space-size=4'];
// glibc keeps an arena of freed memory per thread; two are enough for a process with one busy thread.
const nodeEnv = { MALLOC_ARENA_MAX: '2' };

const spawnNode = (args, { env, ...options }) =>
  spawn(process.execPath, [...nodeFlags, ...args], { ...options, env: { ...nodeEnv, ...env } });

// Returns { stop(), pid }. `onGivenUp(error)` is called once when the program keeps dying.
export function keepRunning({ name, entry, cwd, env, log, onGivenUp, directory, firstPauseMs = 500 }) {
  const { pidFile, logFile } = placeOf(path.join(directory, name));
  let child = null;
  let ended = Promise.resolve();
  let isWanted = true;
  let restarts = 0;
  let saidBefore = 0;
  let pause = null;
  const unbound = keepBounded([{ file: logFile }]);

  function start() {
    const beganAt = Date.now();
    const output = openLog(logFile);
    saidBefore = statSync(logFile).size;
    child = spawnNode([entry], { cwd, env, stdio: ['ignore', output, output], detached: true });
    closeSync(output);
    if (child.pid) writeFileSync(pidFile, String(child.pid));
    ended = new Promise((resolve) => {
      child.once('error', resolve);
      child.once('exit', (code, signal) => {
        child = null;
        if (isWanted && code === refusedCode) refused();
        else if (isWanted) again(signal ?? `code ${code}`, Date.now() - beganAt);
        resolve();
      });
    });
  }

  function refused() {
    isWanted = false;
    onGivenUp(new SetupError(`The ${name} refused to start: ${plainLines(logFile, saidBefore)}`));
  }

  function again(how, livedMs) {
    restarts = livedMs > settledMs ? 1 : restarts + 1;
    if (restarts > restartsAllowed) {
      isWanted = false;
      onGivenUp(
        new SetupError(
          `The ${name} ended ${restarts} times in a row (${how}). The last lines of ${logFile}:\n${lastLines(logFile)}`,
        ),
      );
      return;
    }
    const pauseMs = firstPauseMs * 2 ** (restarts - 1);
    log(
      `The ${name} ended (${how}); starting it again in ${pauseMs / 1000} s (${restarts} of ${restartsAllowed}).`,
    );
    pause = setTimeout(start, pauseMs);
  }

  async function stop() {
    isWanted = false;
    unbound();
    clearTimeout(pause);
    const running = child;
    if (!running) return;
    running.kill('SIGTERM');
    const timer = setTimeout(() => running.kill('SIGKILL'), graceMs);
    await ended;
    clearTimeout(timer);
  }

  start();
  return {
    stop,
    get pid() {
      return child?.pid ?? null;
    },
    abandon: () => child?.kill('SIGTERM'),
  };
}

function placeOf(directory) {
  mkdirSync(directory, { recursive: true });
  return { pidFile: path.join(directory, 'pid'), logFile: path.join(directory, 'log') };
}

// Logs go to a file: JSON lines are for machines, not for the terminal.
function openLog(file) {
  bound(file);
  return openSync(file, 'a', 0o600);
}

const lastLines = (file, count = 8) =>
  readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');

// What was said since then for people, without the JSON lines.
const plainLines = (file, since) =>
  readFileSync(file)
    .subarray(since)
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('{'))
    .join('\n');

// Runs a program to its end with our stdout and stderr; returns its exit code, 0 or the one that is `allowed`.
export async function runOnce({ name, entry, args = [], allowed = 0, cwd, env, signal }) {
  const child = spawnNode([entry, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    signal,
  });
  const how = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, killed) => resolve(killed ?? code));
  });
  if (how === 0 || how === allowed) return how;
  if (how === refusedCode) throw new SetupError(`The ${name} refused to start; see the line above.`);
  const why = typeof how === 'number' ? `code ${how}` : how;
  throw new SetupError(`The ${name} did not finish (${why}); see the lines above.`);
}

// Resolves when the address answers 200. A migration can take long; `isOver()` returns a reason to stop waiting, such as
// a hub that died.
export async function untilReady(url, isOver, deadlineMs = 900_000) {
  const deadline = Date.now() + deadlineMs;
  let nextWord = Date.now() + wordMs;
  for (;;) {
    const over = isOver();
    if (over) throw over;
    const status = await fetch(url, { signal: AbortSignal.timeout(2000) })
      .then((answer) => answer.status)
      .catch(() => 0);
    if (status === 200) return;
    if (Date.now() > nextWord) {
      say('The hub is not ready yet; if it migrates the database, its log shows the progress.');
      nextWord = Date.now() + wordMs;
    }
    if (Date.now() > deadline) {
      throw new SetupError(
        `The hub was not ready within ${deadlineMs / 1000} s (${url} answered ${status || 'nothing'}).`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
