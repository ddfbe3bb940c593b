// The hub process: stores, live broker, endpoints. It publishes with MongoDB alone: without Redis its rates count for
// this process only (I22).
import { flushCompileCache } from 'node:module';
import { readConfig } from './config/config.ts';
import { misspeltSettings } from './config/misspelt-settings.ts';
import { loadCompiler } from './graphql/execute.ts';
import { listen } from './http/listen.ts';
import { openHub } from './hub.ts';
import { openLog } from './outside/log.ts';
import { keepJournal } from './service/backup/keep-journal.ts';
import { endOnFault } from './service/health/end-on-fault.ts';
import { startOrExit } from './service/health/start-or-exit.ts';
import { openBroker } from './service/live/broker.ts';
import { logSealed, sealStored } from './service/secret/reseal-secrets.ts';

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(`Tocsin needs Node 24; this is ${process.versions.node}. \`npm start\` brings it.\n`);
  process.exit(1);
}

endOnFault(openLog('info', 'hub'));
const hub = await startOrExit(() => openHub(readConfig(), 'hub'));
for (const { name, meant } of misspeltSettings(process.env))
  hub.log.warn({ name, meant }, 'a setting of the environment is none and does nothing');
await loadCompiler();
// The workers that read the same file have it before the first secret is sealed.
await hub.secrets.current();
logSealed(hub, await sealStored(hub));
const broker = await openBroker(hub);
const listening = await listen(hub, broker);
const journal = keepJournal(hub);
/** A supervisor kills after 15 s. */
const LATE_MS = 11_000;

let isClosing = false;
const close = async (signal: string): Promise<void> => {
  if (isClosing) return;
  isClosing = true;
  hub.log.info({ signal }, 'the hub closes');
  setTimeout(() => {
    hub.log.error({}, 'the hub did not close in time');
    process.exit(1);
  }, LATE_MS).unref();
  await listening.close();
  await journal.stop();
  await hub.close();
  process.exit(0);
};
process.on('SIGTERM', close);
process.on('SIGINT', close);

// Whoever reads this line may stop the hub.
hub.log.info({ url: listening.url }, 'the hub listens');
// Write the compile cache now, if there is one: a killed process writes nothing.
flushCompileCache();
