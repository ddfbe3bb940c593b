// The worker process: config, hub, queue, health, worker; closes in reverse on SIGTERM or SIGINT.
import { flushCompileCache } from 'node:module';
import { readConfig } from '../src/config/config.ts';
import { openHub } from '../src/hub.ts';
import { systemClock } from '../src/outside/clock.ts';
import { openFollowedClock } from '../src/outside/followed-clock.ts';
import { openLog } from '../src/outside/log.ts';
import { openQueue } from '../src/queue/queue.ts';
import { endOnFault } from '../src/service/health/end-on-fault.ts';
import { startOrExit } from '../src/service/health/start-or-exit.ts';
import { openInTime } from './follow-time.ts';
import { openFigures } from './health/figures.ts';
import { serveHealth } from './health/serve.ts';
import { startKeepingUp } from './keep-up.ts';
import { startLoading } from './load-sets.ts';
import { startTelling } from './upkeep/keep-told.ts';
import { startWorker } from './worker.ts';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) throw new Error(`Tocsin needs Node 24; this is ${process.version}. Start it with npm start.`);

/** A job that takes longer is begun again by another worker. A supervisor kills after 15 s. */
const LATE_MS = 11_000;

endOnFault(openLog('info', 'worker'));
const config = readConfig();
const clock = openFollowedClock(systemClock);
const { hub, time } = await startOrExit(() =>
  openInTime(config, clock, () => openHub(config, 'worker', { clock })),
);
// After a restore the names in Redis are others: what is left there is of a time that this hub does not know.
const name = [hub.database.name, ...(hub.restored.epoch === null ? [] : [hub.restored.epoch])].join('-');
let lastError = '';
const queue = openQueue(config.redisUrl.reveal(), name, (error) => {
  if (error.message !== lastError) hub.log.warn({ reason: error.message }, 'Redis');
  lastError = error.message;
});
const figures = openFigures(hub, queue);
const health =
  config.workerPort === null ? null : await serveHealth({ hub, queue, figures }, config.workerPort);
if (health !== null) hub.log.info({ url: health.url }, 'the worker serves its health');
const worker = await startWorker(hub, queue, figures.observer);
if (health !== null) health.phase = 'working';
const sets = startLoading(hub);
const upkeep = startKeepingUp(hub, figures.observer);
const telling = startTelling(hub, figures.observer);

const close = async (): Promise<void> => {
  time.stop();
  if (health !== null) health.phase = 'closing';
  await upkeep.stop();
  await telling.stop();
  await sets.stop();
  await worker.close();
  await health?.close();
  await queue.close();
  await hub.close();
};
let isClosing = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (isClosing) return;
    isClosing = true;
    const late = setTimeout(() => process.exit(1), LATE_MS);
    close().then(
      () => {
        clearTimeout(late);
        process.exit(0);
      },
      () => process.exit(1),
    );
  });
}

// Whoever reads this line may stop the worker.
hub.log.info({}, 'the worker is ready');
// Write the compile cache now, if there is one: a killed process writes nothing.
flushCompileCache();
