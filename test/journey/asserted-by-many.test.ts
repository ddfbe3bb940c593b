// One event, several publishers: warnings about the same event are linked or proposed for review, never dropped. Each
// reader sees only the links, reasons and number of independent sources that it may see.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import type { WarningDraft } from '../../src/domain/warning.ts';
import { readCorroborationOf, readRelatedOf } from '../../src/service/duplicate/read-related.ts';
import {
  acceptDuplicate,
  listProposals,
  rejectDuplicate,
  undoMerge,
} from '../../src/service/duplicate/review-duplicates.ts';
import { readWarning } from '../../src/service/item/read-warning.ts';
import { printWarning } from '../../src/service/print/print-warning.ts';
import { cancelWarning } from '../../src/service/warning/cancel-warning.ts';
import type { CastName } from '../support/cast.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { publishBy, to } from '../support/publish.ts';
import { allProposals } from '../support/world/proposals.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

const at = '2026-01-01T00:00:00.000Z';
const names = (...cves: string[]) => ({
  externalReferences: cves.map((id) => ({ source: 'cve', id, url: null })),
});
const publish = (name: CastName, changes: Partial<WarningDraft>) => publishBy(world, name, changes);

const seenBy = async (name: CastName, id: string) => {
  const reader = await world.actor(name, 'analyst');
  const item = await readWarning(world.hub, reader, id);
  if (item === null) throw new Error(`${name} reads it`);
  const related = (await readRelatedOf(world.hub, reader, [item])).get(id) ?? [];
  const count = (await readCorroborationOf(world.hub, reader, [item])).get(id);
  return { related, others: related.map(({ item: other }) => other.summary.id).sort(), count };
};
const proposalsFor = async (name: CastName) => {
  const reviewer = await world.actor(name);
  return allProposals((request) => listProposals(world.hub, reviewer, request));
};
const eventsOf = async (pair: string) =>
  (await world.hub.entries.rows.find({ 'subject.pair': pair }).toArray()).map(({ event }) => event);

const gateway = { headline: 'Ivanti Connect Secure under attack' };

describe('the same event reported by several members', () => {
  test('is linked by rule, with reasons, for readers of both; a hidden warning neither shows nor counts', async () => {
    const all = ['CVE-2024-21887', 'CVE-2023-46805'];
    const first = await publish('cyberAgency', {
      ...gateway,
      ...names(...all),
      audience: to('northGrid', 'southGrid'),
    });
    const second = await publish('xbCsirt', {
      headline: 'Ivanti Connect Secure: Angriffe',
      ...names(...all),
      audience: to('northGrid', 'southGrid'),
    });
    const hidden = await publish('energyCentre', {
      ...gateway,
      ...names(...all),
      marking: 'AMBER+STRICT',
      audience: to('southGrid'),
    });
    const north = await seenBy('northGrid', first);
    expect(north.others).toEqual([second]);
    expect(north.count).toBe(2);
    expect(north.related[0]).toMatchObject({
      kind: 'CORROBORATES',
      reasons: [
        'Both name CVE-2023-46805, CVE-2024-21887.',
        'Published on the same day.',
        expect.stringContaining('ivanti'),
      ],
    });
    const south = await seenBy('southGrid', first);
    expect(south.others).toEqual([second, hidden].sort());
    expect(south.count).toBe(3);
    expect(await eventsOf(north.related[0]?.pair ?? '')).toEqual(['duplicate.linked']);
  });

  test('a publisher does not corroborate itself; nor does a cancelled or exercise warning', async () => {
    const one = await publish('cyberAgency', { ...names('CVE-2025-1111'), audience: to('northGrid') });
    await publish('cyberAgency', { ...names('CVE-2025-1111'), audience: to('northGrid') });
    await publish('xbCsirt', {
      ...names('CVE-2025-1111'),
      audience: to('northGrid'),
      exercise: 'winter-drill',
    });
    expect(await seenBy('northGrid', one)).toMatchObject({ others: [], count: 1 });
    const other = await publish('xbCsirt', { ...names('CVE-2025-1111'), audience: to('northGrid') });
    expect(await seenBy('northGrid', one)).toMatchObject({ others: [other], count: 2 });
    const cancelled = await cancelWarning(world.hub, await world.actor('xbCsirt'), {
      id: other,
      expectedVersion: 1,
      reason: 'It was nothing.',
    });
    expect(cancelled).toMatchObject({ ok: true });
    await world.drain();
    expect(await seenBy('northGrid', one)).toMatchObject({ others: [], count: 1 });
  });

  test('observables link too, but not one marked more strictly than its warning', async () => {
    const bundle = (value: string, isStrict: boolean) => ({
      type: 'bundle',
      id: newIdentifier('bundle'),
      objects: [
        {
          type: 'indicator',
          spec_version: '2.1',
          id: newIdentifier('indicator'),
          created: at,
          modified: at,
          name: 'C2',
          pattern: `[ipv4-addr:value = '${value}']`,
          pattern_type: 'stix',
          valid_from: at,
          ...(isStrict ? { object_marking_refs: [TLP2_MARKING_IDS.RED] } : {}),
        },
      ],
    });
    const audience = to('northGrid');
    const one = await publish('cyberAgency', { audience, bundle: bundle('198.51.100.77', false) });
    const other = await publish('xbCsirt', { audience, bundle: bundle('198.51.100.77', false) });
    expect((await seenBy('northGrid', one)).others).toEqual([other]);
    const strict = await publish('cyberAgency', { audience, bundle: bundle('198.51.100.78', true) });
    await publish('xbCsirt', { audience, bundle: bundle('198.51.100.78', true) });
    expect((await seenBy('northGrid', strict)).others).toEqual([]);
    expect(await world.hub.pairs.ofWarnings([strict])).toEqual([]);
  });
});

test('the printable page names who else reported it, but nobody whose warning is marked more strictly', async () => {
  const audience = to('northGrid');
  const shared = { ...names('CVE-2025-3001'), audience, headline: 'Ivanti gateways under attack' };
  const open = await publish('cyberAgency', { ...shared, marking: 'GREEN' });
  const same = await publish('xbCsirt', { ...shared, marking: 'GREEN' });
  const stricter = await publish('energyCentre', { ...shared, marking: 'AMBER' });
  const pageOf = async (id: string) =>
    (await printWarning(world.hub, await world.actor('northGrid', 'analyst'), id))?.text;
  expect((await seenBy('northGrid', open)).others).toEqual([same, stricter].sort());
  const green = await pageOf(open);
  expect(green).toContain(`Also reported by:\n   Xb Csirt (XB)\n   ${same}\n`);
  expect(green).not.toContain(stricter);
  const amber = await pageOf(stricter);
  expect(amber).toContain(open);
  expect(amber).toContain(same);
});

describe('what a reviewer is asked', () => {
  /** Half of the identifiers in common and different words: enough to ask a reviewer, not to link. */
  const halfAlike = async (cve: string, ...readers: CastName[]) => {
    const one = await publish('cyberAgency', {
      headline: 'Gateways under attack',
      ...names(cve, `${cve}1`),
      audience: to(...readers),
    });
    const other = await publish('xbCsirt', {
      headline: 'Patch your firewalls',
      ...names(cve),
      audience: to(...readers),
    });
    return { one, other };
  };

  test('only those who may read both and may publish are asked', async () => {
    const { one, other } = await halfAlike('CVE-2025-2001', 'northGrid', 'cyberAgency');
    expect((await seenBy('northGrid', one)).others).toEqual([]);
    const [asked, ...more] = await proposalsFor('cyberAgency');
    expect(more).toEqual([]);
    expect(asked?.warnings.map(({ summary }) => summary.id).sort()).toEqual([one, other].sort());
    // The other publisher may not read the first warning: it is asked nothing and finds nothing under the id.
    expect(await proposalsFor('xbCsirt')).toEqual([]);
    const stranger = await world.actor('xbCsirt');
    const id = asked?.id ?? '';
    for (const act of [acceptDuplicate, rejectDuplicate, undoMerge]) {
      const answer = await act(world.hub, stranger, id);
      expect(answer).toEqual(await act(world.hub, stranger, newIdentifier('duplicate')));
      expect(answer).toMatchObject({ ok: false, problems: [{ code: 'NOT_FOUND', path: '$.id' }] });
    }
    const analyst = await world.actor('cyberAgency', 'analyst');
    expect(await acceptDuplicate(world.hub, analyst, id)).toMatchObject({
      ok: false,
      problems: [{ code: 'ROLE_MAY_NOT' }],
    });
    expect(
      await listProposals(world.hub, analyst, { first: 10, after: null, partition: null }),
    ).toMatchObject({ ok: false });
    const reviewer = await world.actor('cyberAgency', 'manager');
    expect(await undoMerge(world.hub, reviewer, id)).toMatchObject({
      problems: [{ code: 'DUPLICATE_NOT_LINKED' }],
    });
    expect(await acceptDuplicate(world.hub, reviewer, id)).toMatchObject({
      ok: true,
      value: { state: 'ACCEPTED' },
    });
    expect(await acceptDuplicate(world.hub, reviewer, id)).toMatchObject({ ok: true });
    expect(await rejectDuplicate(world.hub, reviewer, id)).toMatchObject({
      problems: [{ code: 'DUPLICATE_LINKED' }],
    });
    expect(await seenBy('northGrid', one)).toMatchObject({
      related: [{ kind: 'DUPLICATE', pair: id }],
      count: 2,
    });
    expect(await undoMerge(world.hub, reviewer, id)).toMatchObject({ ok: true, value: { state: 'APART' } });
    expect(await seenBy('northGrid', one)).toMatchObject({ others: [], count: 1 });
    expect(await proposalsFor('cyberAgency')).toEqual([]);
    expect(await eventsOf(id)).toEqual(['duplicate.proposed', 'duplicate.accepted', 'duplicate.undone']);
    // It is not asked again, but a wrong ruling can still be corrected.
    expect(await acceptDuplicate(world.hub, reviewer, id)).toMatchObject({ ok: true });
    expect(await seenBy('northGrid', one)).toMatchObject({ count: 2 });
  });

  test('an accepted pair can return to the proposals, and nothing else can', async () => {
    const { one } = await halfAlike('CVE-2025-2007', 'northGrid', 'cyberAgency');
    const reviewer = await world.actor('cyberAgency');
    const [asked] = await proposalsFor('cyberAgency');
    const id = asked?.id ?? '';
    const reopen = () => undoMerge(world.hub, reviewer, id, true);
    const notAccepted = { ok: false, problems: [{ code: 'DUPLICATE_NOT_ACCEPTED', path: '$.reopen' }] };
    expect(await acceptDuplicate(world.hub, reviewer, id)).toMatchObject({ ok: true });
    const stranger = await world.actor('cyberAgency', 'publisher', 'cyber-agency/bo');
    expect(await undoMerge(world.hub, stranger, id, true)).toMatchObject({
      problems: [{ code: 'RULING_OF_ANOTHER' }],
    });
    expect(await reopen()).toMatchObject({ ok: true, value: { state: 'PROPOSED' } });
    expect(await reopen()).toMatchObject({ ok: true, value: { state: 'PROPOSED' } });
    expect((await proposalsFor('cyberAgency')).map((pair) => pair.id)).toContain(id);
    expect(await seenBy('northGrid', one)).toMatchObject({ others: [], count: 1 });
    // Whoever comes first rules anew.
    expect(await rejectDuplicate(world.hub, stranger, id)).toMatchObject({ ok: true });
    expect(await undoMerge(world.hub, stranger, id, true)).toMatchObject(notAccepted);
    expect(await eventsOf(id)).toEqual([
      'duplicate.proposed',
      'duplicate.accepted',
      'duplicate.undone',
      'duplicate.rejected',
    ]);
  });

  test('a ruling is reversed by its maker or a manager of the same member, and by nobody else', async () => {
    const { one } = await halfAlike('CVE-2025-2004', 'northGrid', 'cyberAgency', 'energyCentre');
    const maker = await world.actor('energyCentre', 'publisher', 'energy-centre/ann');
    const [asked] = await allProposals((request) => listProposals(world.hub, maker, request));
    const id = asked?.id ?? '';
    expect(await acceptDuplicate(world.hub, maker, id)).toMatchObject({ ok: true });
    const strangers = [
      await world.actor('cyberAgency', 'manager'),
      await world.actor('energyCentre', 'publisher', 'energy-centre/bo'),
    ];
    for (const stranger of strangers) {
      // To agree changes nothing.
      expect(await acceptDuplicate(world.hub, stranger, id)).toMatchObject({ ok: true });
      expect(await undoMerge(world.hub, stranger, id)).toMatchObject({
        problems: [{ code: 'RULING_OF_ANOTHER', path: '$.id' }],
      });
    }
    expect(await seenBy('northGrid', one)).toMatchObject({ count: 2 });
    const manager = await world.actor('energyCentre', 'manager', 'energy-centre/cy');
    expect(await undoMerge(world.hub, manager, id)).toMatchObject({ ok: true });
    expect(await acceptDuplicate(world.hub, maker, id)).toMatchObject({
      problems: [{ code: 'RULING_OF_ANOTHER' }],
    });
    expect(await acceptDuplicate(world.hub, manager, id)).toMatchObject({ ok: true });
  });

  test('a rejected pair is never proposed again, whatever the worker does', async () => {
    const { one, other } = await halfAlike('CVE-2025-2002', 'northGrid', 'cyberAgency');
    const reviewer = await world.actor('cyberAgency');
    const [asked] = await proposalsFor('cyberAgency');
    expect(await rejectDuplicate(world.hub, reviewer, asked?.id ?? '')).toMatchObject({ ok: true });
    const entries = await world.hub.entries.rows
      .find({ event: 'warning.published', 'subject.warning': { $in: [one, other] } })
      .toArray();
    expect(entries).toHaveLength(2);
    const { pairWarnings } = await import('../../src/service/duplicate/pair-warnings.ts');
    for (const entry of entries) await pairWarnings(world.hub, entry);
    expect(await proposalsFor('cyberAgency')).toEqual([]);
    expect((await seenBy('northGrid', one)).others).toEqual([]);
    expect(await eventsOf(asked?.id ?? '')).toEqual(['duplicate.proposed', 'duplicate.rejected']);
  });
});
