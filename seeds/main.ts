// Writes the sample partnership into the hub's database. `npm start` runs it; the worker numbers and delivers what it
// writes. Running it again changes nothing.
import { readConfig } from '../src/config/config.ts';
import { openHub } from '../src/hub.ts';
import { openLog } from '../src/outside/log.ts';
import { endOnFault } from '../src/service/health/end-on-fault.ts';
import { startOrExit } from '../src/service/health/start-or-exit.ts';
import { plant } from './plant.ts';
import { openSeedClock } from './seed-clock.ts';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) throw new Error(`Tocsin needs Node 24; this is ${process.version}. Start it with npm start.`);

const beganAt = performance.now();
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

endOnFault(openLog('info', 'seeds'));
const { clock, entropy, play } = openSeedClock();
const hub = await startOrExit(() =>
  openHub(readConfig(), 'seeds', {
    clock,
    entropy,
    // For a person who looks on: that an empty database gets its collections is told by the log of the hub.
    log: openLog('warn', 'seeds'),
  }),
);
try {
  if ((await hub.counters.findSetting('origin')) !== null) {
    say('This hub was founded: no sample is planted into a real partnership.');
    // `npm start` has to know, so that it invites nobody in as a person of the sample.
    if (process.argv.includes('--tell-founded')) process.exitCode = 3;
  } else {
    await plantSample();
  }
} finally {
  await hub.close();
}

async function plantSample(): Promise<void> {
  say('Planting the sample partnership (three fictional States):');
  await plant(hub, { clock, entropy, play }, say);
  say(`Planted in ${((performance.now() - beganAt) / 1_000).toFixed(1)} s.`);
}
