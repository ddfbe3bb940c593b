// An object marked more strictly than its warning leaves no trace for readers who may not see it: not in the summary's
// CVEs, not in the search, not by id in the hub's report. A cancellation can still be found by what it cancels.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { observableIdentifier } from 'stix2-ts/identifier';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import { readFeed } from '../../src/service/feed/read-feed.ts';
import { readWarning } from '../../src/service/item/read-warning.ts';
import { bundleOfWarning } from '../../src/service/object/bundle/bundle-of-warning.ts';
import { cancelWarning } from '../../src/service/warning/cancel-warning.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { draft, openTestHub, type TestHub } from '../support/hub.ts';
import { bundleOf, made } from '../support/objects.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

const red = { object_marking_refs: [TLP2_MARKING_IDS.RED] };
const vulnerability = (name: string, more: object = {}) => made('vulnerability', { name, ...more });
const address = { type: 'ipv4-addr', spec_version: '2.1', value: '198.51.100.77' };
const addressId = observableIdentifier(address);

const found = async (text: string): Promise<readonly string[]> => {
  const reader = await world.actor('northGrid', 'analyst');
  const page = await readFeed(world.hub, reader, { first: 10, after: null, filter: { text } });
  if (!page.ok) throw new Error('a page');
  return page.value.items.map(({ summary }) => summary.id);
};

test('neither summary, search nor report names it, and a cancellation is found by what it cancels', async () => {
  const publisher = await world.actor('cyberAgency');
  const objects = [
    vulnerability('CVE-2026-4001'),
    vulnerability('CVE-2026-4002', red),
    { ...address, id: addressId, ...red },
  ];
  const published = await publishWarning(
    world.hub,
    publisher,
    draft({ marking: 'GREEN', bundle: bundleOf(...objects) }),
  );
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  await world.drain();
  const { warning } = published.value;
  const reader = await world.actor('northGrid', 'analyst');
  const item = await readWarning(world.hub, reader, warning);
  if (item === null) throw new Error('northGrid reads it');
  expect(item.summary.cves).toEqual(['CVE-2026-4001']);
  expect(await found('cve-2026-4001')).toEqual([warning]);
  expect(await found('cve-2026-4002')).toEqual([]);
  const bundle = JSON.stringify(await bundleOfWarning(world.hub, reader, item));
  expect(bundle).toContain('CVE-2026-4001');
  expect(bundle).not.toContain('CVE-2026-4002');
  expect(bundle).not.toContain(addressId);

  const cancelled = await cancelWarning(world.hub, publisher, {
    id: warning,
    expectedVersion: 1,
    reason: 'It was a drill of one operator.',
  });
  expect(cancelled.ok).toBe(true);
  await world.drain();
  expect(await found('cve-2026-4001')).toEqual([warning]);
  expect(await found('cve-2026-4002')).toEqual([]);
});
