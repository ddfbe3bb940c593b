// Pairs of alike warnings are a function of what is stored: no order and no overlap of jobs loses one or leaves one behind,
// and one publisher's flood costs nobody else a pair.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/domain/member.ts';
import type { WarningDraft } from '../../../src/domain/warning.ts';
import { addContext } from '../../../src/service/context/add-context.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { runBursts } from '../../prove/suites/alike-pairs.ts';
import {
  definedPairs,
  differences,
  publishersOf,
  runOverlapping,
  storedPairs,
} from '../../support/fault/burst-of-pairs.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { randomOf } from '../../support/random.ts';
import { seed } from '../../support/seed.ts';

let world: TestHub;
beforeEach(async () => {
  world = await openTestHub();
});
afterEach(() => world.close());

const cve = (id: string) => ({ externalReferences: [{ source: 'cve', id, url: null }] });
const publish = async (actor: Actor, changes: Partial<WarningDraft>): Promise<string> => {
  const published = await publishWarning(world.hub, actor, draft(changes));
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  return published.value.warning;
};

test('a burst on one CVE keeps every pair: twenty publishers make 190', async () => {
  const actors = await publishersOf(world, 20, randomOf(seed()));
  for (const actor of actors) await publish(actor, cve('CVE-2026-9001'));
  await runOverlapping(world, 20, randomOf(seed() + 1));
  expect((await storedPairs(world)).size).toBe(190);
});

test('random versions, orders, overlaps and interruptions', async () => {
  const found = await runBursts({ seed: seed(), say: () => undefined }, 3, 14);
  expect(found.failures).toEqual([]);
  expect(found.counted).toBeGreaterThan(20);
});

test('a flood of one publisher is compared with its first twenty, and costs no other publisher a pair', async () => {
  const [flooding, ...others] = await publishersOf(world, 4, randomOf(seed()));
  if (flooding === undefined) throw new Error('there are publishers');
  const flood: string[] = [];
  for (let index = 0; index < 30; index += 1) flood.push(await publish(flooding, cve('CVE-2026-9002')));
  const reports: string[] = [];
  for (const other of others) reports.push(await publish(other, cve('CVE-2026-9002')));
  for (const warning of [...flood, ...reports])
    await addContext(world.hub, { subject: { warning, version: 1 } });
  const stored = await storedPairs(world);
  expect(differences(stored, await definedPairs(world))).toEqual([]);
  const between = (some: readonly string[], more: readonly string[]): number =>
    [...stored.keys()].filter((pair) => {
      const [one = '', other = ''] = pair.split(' | ').map((side) => side.split(' ')[0] ?? '');
      return (some.includes(one) && more.includes(other)) || (some.includes(other) && more.includes(one));
    }).length;
  expect(between(reports, reports)).toBe(3);
  expect(between(flood, reports)).toBe(20 * 3);
});
