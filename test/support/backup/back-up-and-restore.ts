// One round of a backup under load: a hub with so many objects publishes while it is backed up; the restore is killed once,
// then done; three readers compare what they see of what was there before the backup began.
import { createReadStream, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { totalOf } from '../../../src/domain/backup/backup.ts';
import { readBackup } from '../../../src/service/backup/read-backup.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { pageOf, seenBy, type World } from '../../fixtures/database-63bd018/questions.ts';
import type { ChunkOptions, ChunkResult } from '../../prove/suite.ts';
import type { CastName } from '../cast.ts';
import type { Ask } from '../endpoint.ts';
import { draft, openTestHub, type TestHub } from '../hub.ts';
import { bundleOf, made } from '../objects.ts';
import { startProcess } from '../processes.ts';
import { type Random, randomOf } from '../random.ts';
import {
  backUpTo,
  configOf,
  databaseName,
  dropDatabase,
  listeningHub,
  temporaryFolder,
} from './backup-world.ts';

const READERS = ['cyberAgency', 'northGrid', 'cityHospital'] as const satisfies readonly CastName[];
const OBJECTS_EACH = 500;
/** Warnings and objects that each reader asks for one by one, at most. */
const ASKED = 40;

const publish = async (
  world: TestHub,
  headline: string,
  objects: number,
  random: Random,
): Promise<string> => {
  const bundle = bundleOf(
    ...Array.from({ length: objects }, (_, number) =>
      made('malware', {
        name: `${headline}, sample ${number}`,
        description: `Seen ${random.below(1_000)} times. `.repeat(8),
        is_family: false,
      }),
    ),
  );
  const marking = random.pick(['GREEN', 'AMBER', 'CLEAR'] as const);
  const actor = await world.actor('cyberAgency');
  const published = await publishWarning(world.hub, actor, draft({ headline, marking, bundle }));
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  return published.value.warning;
};

/** A bundle is built for each answer, under a new id, and each answer to a reader is noted on its delivery. */
const comparable = (seen: object): string =>
  JSON.stringify(seen)
    .replaceAll(/bundle--[0-9a-f-]{36}/g, 'bundle--')
    .replaceAll(/"state":"RECEIVED"/g, '"state":"SENT"')
    .replaceAll(/"receivedAt":"[^"]+"/g, '"receivedAt":null');

const seeAll = async (
  ask: (token: string) => Ask,
  tokens: readonly string[],
  world: World,
): Promise<string[]> => {
  const seen: string[] = [];
  for (const token of tokens) seen.push(comparable(await seenBy(ask(token), world, false)));
  return seen;
};

const seconds = (since: number): number => (performance.now() - since) / 1_000;

/** Publishes until it is stopped. */
const publishing = (world: TestHub, random: Random) => {
  let isStopped = false;
  let count = 0;
  const running = (async () => {
    while (!isStopped) {
      await publish(world, `Published beside the backup ${count}`, 3, random);
      count += 1;
    }
  })();
  return async (): Promise<number> => {
    isStopped = true;
    await running;
    return count;
  };
};

type Round = {
  readonly world: TestHub;
  readonly random: Random;
  /** Holds the file, the identity that opens it, and the journal. */
  readonly folder: string;
  readonly target: string;
};

const fileOf = ({ folder }: Round): string => join(folder, 'hub.age');
const identityFile = ({ folder }: Round): string => join(folder, 'key');
const targetConfig = ({ world, target, folder }: Round) => configOf(world, target, folder);

/** What there is, and what three readers see of it. */
const plant = async ({ world, random, folder }: Round, objects: number) => {
  const warnings: string[] = [];
  for (let number = 0; number * OBJECTS_EACH < objects; number += 1)
    warnings.push(await publish(world, `Warning ${number}`, Math.min(OBJECTS_EACH, objects), random));
  await world.drain();
  const tokens: string[] = [];
  for (const name of READERS) tokens.push(await world.token(name, 'analyst'));
  const ids = (await world.hub.objects.rows.distinct('stixId')).map(String);
  // The identity of the publisher is in what is published later, too.
  const some = ids.filter((id) => !id.startsWith('identity--')).slice(0, Math.min(ASKED, objects / 10));
  const asked: World = { warnings: warnings.slice(-ASKED), objects: some, exercise: 'exercise--none' };
  const source = await listeningHub(configOf(world, world.database, folder));
  const before = await seeAll(source.ask, tokens, asked);
  const cursor = (await pageOf(source.ask(tokens[0] ?? ''), 1, null)).end;
  await source.close();
  return { tokens, asked, before, cursor };
};

/** Backs up beside a publisher, and reads the file to its end. */
const backUp = async (round: Round) => {
  const { world, random } = round;
  const identity = await generateX25519Identity();
  writeFileSync(identityFile(round), identity);
  const stop = publishing(world, random);
  const startedAt = performance.now();
  const { manifest } = await backUpTo(world.hub, fileOf(round), {
    recipients: [await identityToRecipient(identity)],
  });
  const backupSeconds = seconds(startedAt);
  const beside = await stop();
  const keys = { identities: [identity], passphrase: null };
  const readAt = performance.now();
  await readBackup(createReadStream(fileOf(round)), { keys, release: targetConfig(round).release });
  return { ...totalOf(manifest), backupSeconds, beside, readSeconds: seconds(readAt) };
};

/** Kills one restore at a stage that is drawn, and does it again; returns how long the whole one took. */
const restore = async (round: Round, failures: string[]): Promise<number> => {
  const { world, random, folder, target } = round;
  const env = {
    MONGODB_URL: world.mongodbUrl,
    REDIS_URL: world.redisUrl,
    TOCSIN_DATABASE: target,
    TOCSIN_DATA: folder,
  };
  const args = ['restore', '--identity', identityFile(round), '--without-journal', '--again', fileOf(round)];
  const killed = startProcess('src/cli/main.ts', env, args);
  await killed.saw(random.pick(['Load', 'Compare', 'Bring the database to this release']));
  await killed.kill('SIGKILL');
  const opened = await listeningHub(targetConfig(round)).then(
    (hub) => hub.close().then(() => true),
    () => false,
  );
  if (opened) failures.push('a hub opened what a killed restore left');
  const startedAt = performance.now();
  const again = startProcess('src/cli/main.ts', env, args);
  if ((await again.ended()) !== 0) failures.push(`restore: ${again.said().slice(-5).join(' ')}`);
  return seconds(startedAt);
};

/** One round; each sentence that does not hold is a failure. */
export const backUpAndRestore = async (
  { chunk, seed, say }: ChunkOptions,
  objects: number,
): Promise<ChunkResult> => {
  const folder = temporaryFolder();
  const world = await openTestHub({ env: { TOCSIN_DATA: folder.path } });
  const round: Round = { world, random: randomOf(seed), folder: folder.path, target: databaseName() };
  const failures: string[] = [];
  try {
    const { tokens, asked, before, cursor } = await plant(round, objects);
    const { rows, bytes, backupSeconds, beside, readSeconds } = await backUp(round);
    const megabytes = bytes / 1e6;
    say(
      `${rows} rows, ${megabytes.toFixed(1)} MB in ${backupSeconds.toFixed(1)} s, beside ${beside} warnings`,
    );
    const restoreSeconds = await restore(round, failures);
    const restored = await listeningHub(targetConfig(round));
    const after = await seeAll(restored.ask, tokens, asked);
    for (const [index, seen] of after.entries())
      if (seen !== before[index]) failures.push(`${READERS[index]} sees something else`);
    const answer = await pageOf(restored.ask(tokens[0] ?? ''), 1, cursor).catch(String);
    if (!String(answer).includes('RESYNC')) failures.push('an old cursor is taken');
    await restored.close();
    return {
      counted: objects,
      failures: failures.map((each) => `${each} (chunk ${chunk}, seed ${seed})`),
      figures: {
        rows,
        MB: Math.round(megabytes),
        'MB on disk': Math.round(statSync(fileOf(round)).size / 1e6),
        'backup MB/s': Math.round(megabytes / backupSeconds),
        'verify MB/s': Math.round(megabytes / readSeconds),
        'restore s': Math.round(restoreSeconds),
        'published beside it': beside,
      },
    };
  } finally {
    await dropDatabase(targetConfig(round));
    await world.close();
    folder.remove();
  }
};
