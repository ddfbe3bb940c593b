// Preloaded into a hub (`--import`): measures the longest turn of its event loop and its memory, and reports them on its own
// port, which it prints on standard output. `?` asks for the longest turn since the last answer, `m` for the memory.
import { openSync, readSync } from 'node:fs';
import { createServer } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const openSchedule = (): number | null => {
  try {
    return openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
  } catch {
    return null;
  }
};

const schedule = openSchedule();
const page = Buffer.alloc(128);

/** How long this thread was runnable but waiting for a CPU; 0 where the system does not report it. */
const waitedMs = (): number => {
  if (schedule === null) return 0;
  const size = readSync(schedule, page, 0, page.length, 0);
  return Number(page.toString('latin1', 0, size).split(' ')[1]) / 1e6;
};

let longest = { ms: 0, waitedMs: 0 };
let ended = performance.now();
let endedWaited = waitedMs();

/** Runs in each turn: the time since the last run is one turn, and up to a millisecond of idling. */
const note = (): void => {
  const now = performance.now();
  const waited = waitedMs();
  const ms = now - ended - (waited - endedWaited);
  if (ms > longest.ms) longest = { ms, waitedMs: waited - endedWaited };
  ended = now;
  endedWaited = waited;
};
setInterval(note, 1).unref();

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** In bytes: what is in use after a collection, and what the process occupies. */
const memory = () => {
  collectGarbage();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heldBytes: heapUsed + arrayBuffers, residentBytes: rss };
};

const server = createServer((asker) => {
  asker.on('data', (asked) => {
    // The turn that answers a request may not be over yet for the timer.
    note();
    asker.write(JSON.stringify(String(asked) === 'm' ? memory() : longest));
    ended = performance.now();
    endedWaited = waitedMs();
    longest = { ms: 0, waitedMs: 0 };
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') process.stdout.write(`turns are reported at ${address?.port}\n`);
});
server.unref();
