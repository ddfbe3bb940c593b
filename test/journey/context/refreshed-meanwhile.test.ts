// A set is refreshed while a version is walked: in either order, the stored context is that of the refreshed set.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Hub } from '../../../src/hub.ts';
import { addContext } from '../../../src/service/context/add-context.ts';
import { loadShippedSets } from '../../../src/service/enrichment/load-shipped-sets.ts';
import { reEnrichSet } from '../../../src/service/enrichment/re-enrich-set.ts';
import { refreshSet } from '../../../src/service/enrichment/refresh-set.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { textOf } from '../../../src/store/objects.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { bundleOf, made } from '../../support/objects.ts';

const KEV = join(import.meta.dirname, '../../../data/kev/known-exploited.json');
let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
  await loadShippedSets(world.hub);
  await world.drain();
});
afterAll(() => world.close());

/** A hub where `meanwhile` runs once, between looking up the set and writing the result. */
const interrupted = (hub: Hub, meanwhile: () => Promise<void>): Hub => {
  let isDone = false;
  const { lookUp } = hub.references;
  return {
    ...hub,
    references: {
      ...hub.references,
      lookUp: async (set, keys) => {
        const found = await lookUp(set, keys);
        if (set === 'kev' && !isDone) {
          isDone = true;
          await meanwhile();
        }
        return found;
      },
    },
  };
};

test('a refresh between the lookup and the write', async () => {
  const { hub } = world;
  const catalogue = JSON.parse(await readFile(KEV, 'utf8'));
  const [first] = catalogue.vulnerabilities;
  const bundle = bundleOf(made('vulnerability', { name: first.cveID }));
  const published = await publishWarning(hub, await world.actor('cyberAgency'), draft({ bundle }));
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  const { warning } = published.value;
  const kept = async (): Promise<string[]> =>
    (await hub.context.enrichments.find({ warning, set: 'kev' }).toArray()).map((row) =>
      String(JSON.parse(textOf(row)).content),
    );
  const entry = await hub.entries.rows.findOne({ 'subject.warning': warning, event: 'warning.published' });
  if (entry === null) throw new Error('a version has its entry');

  first.requiredAction = 'Switch it off before noon.';
  const refresh = async (): Promise<void> => {
    const texts = { 'kev/known-exploited.json': JSON.stringify(catalogue) };
    expect(await refreshSet(hub, 'kev', texts)).toMatchObject({ ok: true, value: { changed: 1 } });
    const refreshed = await hub.entries.rows
      .find({ event: 'reference-set.refreshed' })
      .sort({ _id: -1 })
      .next();
    if (refreshed === null) throw new Error('a refresh has its entry');
    await reEnrichSet(hub, refreshed);
  };
  await addContext(interrupted(hub, refresh), entry);
  expect(await kept()).toEqual([expect.stringContaining('Switch it off before noon.')]);

  catalogue.vulnerabilities.shift();
  await addContext(interrupted(hub, refresh), entry);
  expect(await kept()).toEqual([]);
});
