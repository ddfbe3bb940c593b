// Reference sets are loaded in bounded batches: an interrupted load is continued, two loaders do not disturb each other, a
// slow database gets smaller batches, and each changed key has an entry that causes its re-enrichment.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Hub } from '../../../src/hub.ts';
import { listSources } from '../../../src/service/enrichment/list-sources.ts';
import { loadShippedSets } from '../../../src/service/enrichment/load-shipped-sets.ts';
import { nextSize, refreshSet } from '../../../src/service/enrichment/refresh-set.ts';
import { SOURCES } from '../../../src/service/enrichment/sources.ts';
import type { ReferenceBatch } from '../../../src/store/references.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';

let world: TestHub;
let nowMs = Date.parse('2026-06-01T08:00:00.000Z');
beforeEach(async () => {
  world = await openTestHub({ clock: { now: () => new Date(nowMs) } });
});
afterEach(() => world.close());

/** A hub that sees each batch before it is written. */
const watched = (hub: Hub, onBatch: (batch: ReferenceBatch, number: number) => Promise<void> | void): Hub => {
  let number = 0;
  const { writeBatch } = hub.references;
  return {
    ...hub,
    references: {
      ...hub.references,
      writeBatch: async (batch, session) => {
        number += 1;
        await onBatch(batch, number);
        return writeBatch(batch, session);
      },
    },
  };
};

const rowsOf = async (hub: Hub, set: string): Promise<[string, string][]> =>
  [...(await hub.references.all(set))].sort(([one], [other]) => (one < other ? -1 : 1));
const stateOf = async (hub: Hub, set: string) => (await hub.references.states()).get(set);
/** The keys that re-enrichment will visit: of the changes that an entry names. */
const announcedKeys = async (hub: Hub, set: string): Promise<Set<string>> => {
  const keys = new Set<string>();
  for (const { subject } of await hub.entries.rows.find({ event: 'reference-set.refreshed' }).toArray()) {
    const change = await hub.references.change(subject.set ?? '');
    if (change?.set === set) for (const key of change.keys) keys.add(key);
  }
  return keys;
};

test('a load that is killed again and again ends with the whole set, and every key announced', async () => {
  const kev = SOURCES.find(({ facts }) => facts.name === 'kev');
  if (kev === undefined) throw new Error('kev is shipped');
  let kills = 0;
  for (let isWhole = false; !isWhole; nowMs += 60_000) {
    const dying = watched(world.hub, ({ change }, number) => {
      expect(change.keys.length).toBeLessThanOrEqual(1_000);
      if (change.set === 'kev' && number === 2 && kills < 3) throw new Error('killed');
    });
    isWhole = await loadShippedSets(dying).catch((error: Error) => {
      if (error.message !== 'killed') throw error;
      kills += 1;
      return false;
    });
    if (kills > 0 && !isWhole) {
      const [shown] = (await listSources(world.hub)).filter(({ name }) => name === 'kev');
      expect(shown).toMatchObject({ version: null, loadedAt: null, isStale: false });
    }
  }
  expect(kills).toBe(3);
  const rows = await rowsOf(world.hub, 'kev');
  expect(rows.length).toBeGreaterThan(1_000);
  expect(await announcedKeys(world.hub, 'kev')).toEqual(new Set(rows.map(([key]) => key)));
  const state = await stateOf(world.hub, 'kev');
  expect(state?.version).not.toBe('');
  expect(state?.loading).toBeUndefined();
  // Nothing is loaded twice.
  const before = await world.hub.entries.rows.countDocuments();
  expect(await loadShippedSets(world.hub)).toBe(true);
  expect(await world.hub.entries.rows.countDocuments()).toBe(before);
});

test('two workers that start at once: one loads, and the other does not disturb it', async () => {
  const done = await Promise.all([loadShippedSets(world.hub), loadShippedSets(world.hub)]);
  expect(done).toContain(true);
  nowMs += 60_000;
  expect(await loadShippedSets(world.hub)).toBe(true);
  const once = await rowsOf(world.hub, 'ssvc');
  expect(new Set(once.map(([key]) => key)).size).toBe(once.length);
});

const csvOf = (scores: Readonly<Record<string, string>>): string =>
  `#model_version:v1,score_date:2026-11-27T12:55:00Z\ncve,epss,percentile\n${Object.entries(scores)
    .map(([cve, score]) => `${cve},${score},0.5\n`)
    .join('')}`;
const epss = (count: number, score: string) => ({
  'epss/epss_scores-current.csv': csvOf(
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`CVE-2026-${10_000 + index}`, score])),
  ),
});

test('a refresh that begins during another one wins; the earlier one writes nothing more and says so', async () => {
  const later = { outcome: null as Awaited<ReturnType<typeof refreshSet>> | null };
  const earlier = await refreshSet(
    watched(world.hub, async (_, number) => {
      if (number === 2) later.outcome = await refreshSet(world.hub, 'epss', epss(300, '0.9'));
    }),
    'epss',
    epss(300, '0.1'),
  );
  expect(earlier).toMatchObject({ ok: false, problems: [{ code: 'SET_INTERRUPTED', path: '$.set' }] });
  expect(later.outcome).toMatchObject({ ok: true });
  const rows = await rowsOf(world.hub, 'epss');
  expect([rows.length, rows.every(([, value]) => value.includes('0.9'))]).toEqual([300, true]);
});

test('a process that is told to end stops between two batches', async () => {
  const stopped = new AbortController();
  const hub = watched(world.hub, (_, number) => {
    if (number === 2) stopped.abort();
  });
  expect(await refreshSet(hub, 'epss', epss(1_000, '0.1'), stopped.signal)).toMatchObject({ ok: false });
  const written = (await rowsOf(world.hub, 'epss')).length;
  expect([written > 0, written < 1_000]).toEqual([true, true]);
});

test('batches shrink on a slow database and grow on a fast one, within bounds', () => {
  expect([50, 30, 25].map((size) => nextSize(size, 1_001))).toEqual([25, 25, 25]);
  expect([50, 600, 1_000].map((size) => nextSize(size, 249))).toEqual([100, 1_000, 1_000]);
  expect([250, 1_000].map((tookMs) => nextSize(50, tookMs))).toEqual([50, 50]);
});
