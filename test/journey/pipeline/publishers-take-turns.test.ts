// A burst of one publisher, or a large announced import, does not keep the warnings of others waiting, and no walk over a
// large bundle does (I20). With a real Redis; the jobs are only noted, in the order in which a worker gets them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Hub } from '../../../src/hub.ts';
import { type JobPayload, QUEUE_OF } from '../../../src/queue/jobs.ts';
import { type JobQueue, openQueue } from '../../../src/queue/queue.ts';
import { importAdvisory } from '../../../src/service/import/import-advisory.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { ObjectId } from '../../../src/store/connect.ts';
import { takeLease } from '../../../workers/keep-lease.ts';
import { reconcile, relay } from '../../../workers/relay.ts';
import { openPace, sequence } from '../../../workers/sequence.ts';
import { backlogOf } from '../../support/fault/backlog.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { eventually } from '../../support/processes.ts';
import { to } from '../../support/publish.ts';

const SEEDS = join(import.meta.dirname, '../../../seeds/advisories');

const BURST = 400;

let world: TestHub;
let hub: Hub;
let queue: JobQueue;
beforeEach(async () => {
  world = await openTestHub();
  hub = world.hub;
  queue = openQueue(world.redisUrl, world.database, () => undefined);
});
afterEach(async () => {
  await queue.close();
  await world.close();
});

const publish = async (by: 'cyberAgency' | 'xbCsirt', isUrgent: boolean): Promise<string> => {
  const urgency = isUrgent ? 'IMMEDIATE' : 'EXPECTED';
  const published = await publishWarning(
    hub,
    await world.actor(by),
    draft({ urgency, audience: to('northGrid') }),
  );
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  return published.value.warning;
};

const numberAll = async (): Promise<void> => {
  const taken = await takeLease(hub);
  if (taken === null) throw new Error('the lease is free');
  await sequence(hub, () => taken.lease, openPace());
  await taken.release();
};

/** Warnings of the jobs of the queue `line`, in the order in which one slot of a worker gets them, up to one of `last`. */
const servedUpTo = async (last: string, concurrency = 1): Promise<string[]> => {
  const served: string[] = [];
  const stop = await queue.work(
    async ({ entry, job }: JobPayload) => {
      const row = await hub.entries.byId(new ObjectId(entry));
      if (QUEUE_OF[job] === 'line' && !served.includes(last)) served.push(row?.subject.warning ?? '');
    },
    { line: concurrency, context: 1 },
  );
  await eventually('its turn comes', async () => served.includes(last));
  await stop();
  return served;
};

test('another publisher’s warning waits for one job of a burst that was enqueued before', async () => {
  const original = await publish('cyberAgency', false);
  await backlogOf(hub, original, BURST);
  await numberAll();
  await relay(hub, queue);
  const other = await publish('xbCsirt', false);
  await numberAll();
  await relay(hub, queue);
  expect((await servedUpTo(other)).length).toBeLessThanOrEqual(3);
});

test('a batch of the relay has the entries of every publisher that waits, urgent ones first', async () => {
  const original = await publish('cyberAgency', false);
  await backlogOf(hub, original, BURST);
  const urgent = await publish('cyberAgency', true);
  const other = await publish('xbCsirt', false);
  await numberAll();
  const batch = (await hub.entries.toRelay(30)).map(({ subject }) => subject.warning);
  expect(batch).toContain(urgent);
  expect(batch).toContain(other);
  expect(batch.length).toBeLessThanOrEqual(30);
});

test('an urgent warning goes before a burst of its own publisher', async () => {
  const original = await publish('cyberAgency', false);
  await backlogOf(hub, original, BURST);
  await numberAll();
  await relay(hub, queue);
  const urgent = await publish('cyberAgency', true);
  await numberAll();
  await relay(hub, queue);
  expect(await servedUpTo(urgent)).toEqual([urgent]);
});

test('an announced import of a folder keeps nobody waiting', async () => {
  const importer = await world.actor('cyberAgency');
  const files = readdirSync(SEEDS).filter((name) => name.endsWith('.json'));
  for (const name of files) {
    const text = readFileSync(join(SEEDS, name), 'utf8');
    const imported = await importAdvisory(hub, importer, text, { announce: true });
    expect([name, imported.ok]).toEqual([name, true]);
  }
  expect(files.length).toBeGreaterThan(30);
  await numberAll();
  await relay(hub, queue);
  const other = await publish('xbCsirt', true);
  await numberAll();
  await relay(hub, queue);
  // Imported advisories may be urgent themselves.
  expect((await servedUpTo(other)).length).toBeLessThanOrEqual(3);
});

test('what was queued long ago is overdue, and so is what a clock that was ahead queued', async () => {
  const original = await publish('cyberAgency', false);
  const [old = '', ahead = ''] = await backlogOf(hub, original, 2);
  await numberAll();
  await relay(hub, queue);
  expect(await hub.entries.overdue(8_000, 10)).toEqual([]);
  const hour = 3_600_000;
  for (const [warning, shift] of [
    [old, -hour],
    [ahead, hour],
  ] as const) {
    await hub.entries.rows.updateOne({ 'subject.warning': warning }, [
      { $set: { queuedAt: { $add: ['$queuedAt', shift] } } },
    ]);
  }
  const overdue = (await hub.entries.overdue(8_000, 10)).map(({ subject }) => subject.warning);
  expect(overdue).toEqual([old, ahead]);
});

test('enqueueing again what is still queued moves nothing', async () => {
  const original = await publish('cyberAgency', false);
  const copies = await backlogOf(hub, original, 50);
  await numberAll();
  await relay(hub, queue);
  await hub.entries.rows.updateMany({ work: 'QUEUED' }, { $set: { queuedAt: new Date(0) } });
  await reconcile(hub, queue);
  const counts = await queue.counts();
  expect(counts.line['prioritized']).toBe(51);
  expect(await servedUpTo(copies.at(-1) ?? '')).toEqual([original, ...copies]);
});

test('walks over large bundles leave the slots of targeting free', async () => {
  const original = await publish('cyberAgency', false);
  await backlogOf(hub, original, 12);
  await numberAll();
  await relay(hub, queue);
  let release = (): void => undefined;
  const end = new Promise<void>((resolve) => {
    release = resolve;
  });
  const running = new Map<string, number>();
  let targeted = 0;
  const stop = await queue.work(
    async ({ job }) => {
      if (job !== 'add-context') {
        targeted += 1;
        return;
      }
      running.set(job, (running.get(job) ?? 0) + 1);
      await end;
    },
    { line: 8, context: 2 },
  );
  // No walk ends, and all 13 warnings are targeted.
  await eventually('all are targeted', async () => targeted === 13);
  expect(running.get('add-context')).toBeLessThanOrEqual(2);
  release();
  await stop();
});
