// Objects that may be one entity under two names, and entities that share one: a reviewer is asked about what it may
// read, and its ruling holds for what it could read, in everybody's sources, until its maker or a manager of the maker's
// member reverses it. A ruled pair is never asked again; hidden rows are no evidence.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import { MAX_PAGE_SIZE } from '../../../src/domain/limit/page-size.ts';
import type { Actor } from '../../../src/domain/member.ts';
import {
  acceptObjectDuplicate,
  listObjectProposals,
  rejectObjectDuplicate,
  undoObjectMerge,
} from '../../../src/service/entity/review-entities.ts';
import type { CastName } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { bundleOf, exchangePolicy, made } from '../../support/objects.ts';
import { publishBy, publishTo, sourcesSeenBy, to } from '../../support/publish.ts';
import { allProposals } from '../../support/world/proposals.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

type Made = ReturnType<typeof made>;

const group = (name: string, ...aliases: string[]): Made =>
  made('intrusion-set', { name, ...(aliases.length === 0 ? {} : { aliases }) });
const publish = (by: CastName, readers: CastName[], ...objects: Made[]) =>
  publishTo(world, by, readers, ...objects);
const sourcesOf = ({ id }: Made, name: CastName = 'northGrid') => sourcesSeenBy(world, name, id);
const alone = ({ id }: Made) => ({ ids: [id], corroboration: 1 });
const together = (...objects: Made[]) => ({
  ids: objects.map(({ id }) => id).sort(),
  corroboration: objects.length,
});

const askedOf = (reviewer: Actor, partition: string | null = null) =>
  allProposals((request) => listObjectProposals(world.hub, reviewer, request), partition);
const proposalsFor = async (name: CastName, ...about: Made[]) => {
  return (await askedOf(await world.actor(name))).filter(({ objects }) =>
    objects.every(({ id }) => about.some((each) => each.id === id)),
  );
};
const both = (one: Made, other: Made) => ({ one: one.id, other: other.id });
const eventsOfPairs = async () =>
  (await world.hub.entries.rows.find({ 'subject.pair': /^object-duplicate--/ }).toArray()).map(
    ({ event }) => event,
  );

describe('two that share aliases and no name', () => {
  test('are not one until a reviewer says so, and then for everybody who may read both', async () => {
    const one = group('Amber Tide', 'Silver Fox', 'Night Owl', 'TG-1');
    const other = group('Quiet Harbour', 'night-owl', 'SILVER FOX');
    await publish('cyberAgency', ['northGrid', 'southGrid'], one);
    await publish('xbCsirt', ['northGrid', 'cyberAgency'], other);
    expect(await sourcesOf(one)).toEqual(alone(one));
    const [asked, ...more] = await proposalsFor('cyberAgency', one, other);
    expect(more).toEqual([]);
    expect(asked).toMatchObject({ state: 'PROPOSED' });
    expect(asked?.objects.map(({ id }) => id).sort()).toEqual([one.id, other.id].sort());
    expect(asked?.sharedNames).toHaveLength(2);
    expect(asked?.reasons).toHaveLength(1);
    expect(asked?.reasons[0]).toContain('2 of 3 aliases of “Amber Tide”');
    expect(asked?.reasons[0]).toContain('2 of 2 aliases of “Quiet Harbour”');
    const before = await eventsOfPairs();
    const reviewer = await world.actor('cyberAgency', 'manager');
    expect(await undoObjectMerge(world.hub, reviewer, both(one, other))).toMatchObject({
      problems: [{ code: 'DUPLICATE_NOT_LINKED', path: '$.other' }],
    });
    expect(await acceptObjectDuplicate(world.hub, reviewer, both(one, other))).toMatchObject({
      ok: true,
      value: { state: 'ACCEPTED' },
    });
    expect(await acceptObjectDuplicate(world.hub, reviewer, both(other, one))).toMatchObject({ ok: true });
    expect(await rejectObjectDuplicate(world.hub, reviewer, both(one, other))).toMatchObject({
      problems: [{ code: 'DUPLICATE_LINKED' }],
    });
    expect(await sourcesOf(one)).toEqual(together(one, other));
    expect(await sourcesOf(other)).toEqual(together(one, other));
    // Another bearer of the name, which the reviewer may not read: the ruling says nothing of it.
    const later = group('QUIET-HARBOUR');
    await publish('energyCentre', ['northGrid'], later);
    expect(await sourcesOf(one)).toEqual(together(one, other));
    expect(await sourcesOf(other)).toEqual(together(one, other, later));
    expect(await sourcesOf(later)).toEqual(together(other, later));
    // Who may not read the other sees nothing of it.
    expect(await sourcesOf(one, 'southGrid')).toEqual(alone(one));
    expect(await proposalsFor('cyberAgency', one, other)).toEqual([]);
    expect(await undoObjectMerge(world.hub, reviewer, both(one, later))).toMatchObject({
      problems: [{ code: 'NOT_FOUND', path: '$.other' }],
    });
    expect(await undoObjectMerge(world.hub, reviewer, both(one, other))).toMatchObject({
      ok: true,
      value: { state: 'APART' },
    });
    expect(await sourcesOf(one)).toEqual(alone(one));
    expect(await sourcesOf(other)).toEqual(together(other, later));
    expect((await eventsOfPairs()).slice(before.length)).toEqual(['duplicate.accepted', 'duplicate.undone']);
  });

  test('a reviewer is asked only on the evidence it may read, and finds nothing under other ids', async () => {
    const one = group('Iron Heron', 'Marsh Wolf');
    const other = group('Glass Otter', 'Marsh Wolf');
    const unmatched = group('Glass Otter');
    await publish('cyberAgency', ['xbCsirt'], one);
    await publish('energyCentre', ['northGrid'], other);
    expect(await proposalsFor('xbCsirt', one, other)).toEqual([]);
    const reviewer = await world.actor('xbCsirt');
    for (const act of [acceptObjectDuplicate, rejectObjectDuplicate, undoObjectMerge]) {
      const hidden = await act(world.hub, reviewer, both(one, other));
      expect(hidden).toEqual(
        await act(world.hub, reviewer, both(one, { ...other, id: newIdentifier('intrusion-set') })),
      );
      expect(hidden).toMatchObject({ ok: false, problems: [{ code: 'NOT_FOUND', path: '$.other' }] });
    }
    // An assertion of the other that it may read, without the alias: the evidence is hidden, so there is no question.
    await publish('northGrid', ['xbCsirt'], unmatched);
    expect(await proposalsFor('xbCsirt', one, unmatched)).toEqual([]);
    expect(await acceptObjectDuplicate(world.hub, reviewer, both(one, unmatched))).toMatchObject({
      problems: [{ code: 'DUPLICATE_UNRELATED', path: '$.other' }],
    });
    const analyst = await world.actor('xbCsirt', 'analyst');
    expect(await acceptObjectDuplicate(world.hub, analyst, both(one, unmatched))).toMatchObject({
      problems: [{ code: 'ROLE_MAY_NOT' }],
    });
    expect(
      await listObjectProposals(world.hub, analyst, { first: 10, after: null, partition: null }),
    ).toMatchObject({
      ok: false,
    });
    expect(
      await listObjectProposals(world.hub, reviewer, {
        first: MAX_PAGE_SIZE + 1,
        after: null,
        partition: null,
      }),
    ).toMatchObject({
      problems: [{ code: 'PAGE_TOO_LARGE' }],
    });
  });

  test('a rejected pair is never asked again, whoever asserts it; an exercise decides nothing about real traffic', async () => {
    const one = group('Copper Lynx', 'Salt Moth');
    const other = group('Paper Crane', 'Salt Moth');
    await publish('cyberAgency', ['northGrid', 'xbCsirt'], one);
    await publish('xbCsirt', ['northGrid', 'cyberAgency'], other);
    await publishBy(world, 'xbCsirt', {
      audience: to('northGrid', 'cyberAgency'),
      exercise: 'winter-drill',
      bundle: bundleOf(group('Paper Crane', 'Salt Moth'), group('Copper Lynx', 'Salt Moth')),
    });
    const reviewer = await world.actor('cyberAgency');
    const askedIn = async (partition: string | null): Promise<(string | null)[]> => {
      const moths = (await askedOf(reviewer, partition)).filter(({ sharedNames }) =>
        sharedNames.includes('Salt Moth'),
      );
      return moths.map(({ objects }) => objects[0].through.content.access.exercise);
    };
    expect(await askedIn(null)).toEqual([null]);
    expect(await askedIn('winter-drill')).toEqual(['winter-drill']);
    expect(await rejectObjectDuplicate(world.hub, reviewer, both(one, other))).toMatchObject({
      ok: true,
      value: { state: 'APART' },
    });
    expect(await rejectObjectDuplicate(world.hub, reviewer, both(one, other))).toMatchObject({ ok: true });
    const again = group('Paper Crane', 'Salt Moth', 'Copper Lynx');
    await publish('energyCentre', ['northGrid', 'cyberAgency', 'xbCsirt'], again);
    expect(await proposalsFor('cyberAgency', one, other, again)).toEqual([]);
    // A source that lists one name as an alias of the other came later: the names join it until the reviewer has seen it.
    expect(await sourcesOf(one)).toEqual(together(one, again));
    expect(await undoObjectMerge(world.hub, reviewer, both(one, again))).toMatchObject({
      ok: true,
      value: { state: 'APART' },
    });
    expect(await sourcesOf(one)).toEqual(alone(one));
    expect(await sourcesOf(again)).toEqual(together(other, again));
    expect(await askedIn(null)).toEqual([]);
    expect(await askedIn('winter-drill')).toEqual(['winter-drill']);
    // A wrong ruling can be corrected.
    expect(await acceptObjectDuplicate(world.hub, reviewer, both(one, other))).toMatchObject({ ok: true });
    expect(await sourcesOf(one)).toEqual(together(one, other, again));
  });
});

describe('a ruling', () => {
  test('holds for what its reviewer could read; others rule on what they can read', async () => {
    const one = group('Tin Falcon', 'Grey Tide');
    const other = group('Blue Ridge', 'Grey Tide');
    const unread = group('Blue Ridge', 'Grey Tide');
    await publish('cyberAgency', ['northGrid', 'xbCsirt'], one);
    await publish('xbCsirt', ['northGrid', 'cyberAgency'], other);
    await publish('energyCentre', ['northGrid'], unread);
    const first = await world.actor('cyberAgency');
    expect(await acceptObjectDuplicate(world.hub, first, both(one, other))).toMatchObject({ ok: true });
    expect(await sourcesOf(one)).toEqual(together(one, other));
    // Only the two have one name, and that is no ruling.
    expect(await sourcesOf(unread)).toEqual(together(other, unread));
    // A reviewer who reads all three sees the same, and says so of the third.
    const second = await world.actor('northGrid');
    expect(await acceptObjectDuplicate(world.hub, second, both(one, unread))).toMatchObject({
      ok: true,
      value: { state: 'ACCEPTED' },
    });
    expect(await sourcesOf(one)).toEqual(together(one, other, unread));
    // The first ruling ends; the other one still holds for what its reviewer could read.
    expect(await undoObjectMerge(world.hub, first, both(one, other))).toMatchObject({
      ok: true,
      value: { state: 'ACCEPTED' },
    });
    expect(await sourcesOf(one)).toEqual(together(one, other, unread));
    expect(await undoObjectMerge(world.hub, second, both(one, unread))).toMatchObject({
      ok: true,
      value: { state: 'APART' },
    });
    expect(await sourcesOf(one)).toEqual(alone(one));
  });

  test('is reversed by its maker or a manager of the same member, and by nobody else', async () => {
    const one = group('Cold Harrier', 'Low Sun');
    const other = group('Warm Harrier', 'Low Sun');
    const audience: CastName[] = ['northGrid', 'xbCsirt', 'cyberAgency', 'energyCentre'];
    await publish('cyberAgency', audience, one);
    await publish('xbCsirt', audience, other);
    const maker = await world.actor('energyCentre', 'publisher', 'energy-centre/ann');
    const colleague = await world.actor('energyCentre', 'publisher', 'energy-centre/bo');
    const manager = await world.actor('energyCentre', 'manager', 'energy-centre/cy');
    const strangers = [await world.actor('cyberAgency', 'manager'), await world.actor('xbCsirt'), colleague];
    expect(await acceptObjectDuplicate(world.hub, maker, both(one, other))).toMatchObject({ ok: true });
    for (const stranger of strangers) {
      expect(await undoObjectMerge(world.hub, stranger, both(one, other))).toMatchObject({
        problems: [{ code: 'RULING_OF_ANOTHER', path: '$.other' }],
      });
      // To agree is not to reverse.
      expect(await sourcesOf(one)).toEqual(together(one, other));
    }
    expect(await undoObjectMerge(world.hub, manager, both(one, other))).toMatchObject({ ok: true });
    expect(await sourcesOf(one)).toEqual(alone(one));
    for (const stranger of [...strangers, maker])
      expect(await acceptObjectDuplicate(world.hub, stranger, both(one, other))).toMatchObject({
        problems: [{ code: 'RULING_OF_ANOTHER' }],
      });
    expect(await acceptObjectDuplicate(world.hub, manager, both(one, other))).toMatchObject({ ok: true });
    expect(await sourcesOf(one)).toEqual(together(one, other));
  });
});

describe('what names join without a ruling', () => {
  test('a name that is an alias of another can be separated, for everybody', async () => {
    const one = group('Velvet Gale', 'Stone Finch');
    const other = group('STONE-FINCH');
    await publish('cyberAgency', ['northGrid', 'xbCsirt'], one);
    await publish('xbCsirt', ['northGrid', 'southGrid'], other);
    expect(await sourcesOf(one)).toEqual(together(one, other));
    expect(await proposalsFor('xbCsirt', one, other)).toEqual([]);
    const reviewer = await world.actor('xbCsirt', 'manager');
    expect(await rejectObjectDuplicate(world.hub, reviewer, both(one, other))).toMatchObject({
      problems: [{ code: 'DUPLICATE_LINKED' }],
    });
    expect(await undoObjectMerge(world.hub, reviewer, both(one, other))).toMatchObject({
      ok: true,
      value: { state: 'APART', reasons: ['“Velvet Gale” is also called “Stone Finch”.'] },
    });
    expect(await sourcesOf(one)).toEqual(alone(one));
    expect(await sourcesOf(other)).toEqual(alone(other));
    expect(await sourcesOf(other, 'southGrid')).toEqual(alone(other));
    expect(await undoObjectMerge(world.hub, reviewer, both(one, other))).toMatchObject({ ok: true });
  });

  test('two with one name are separated by their ids; others with the name stay with both', async () => {
    const family = () => made('malware', { name: 'Kraken', is_family: true });
    const [one, other, third] = [family(), family(), family()];
    await publish('cyberAgency', ['northGrid', 'xbCsirt'], one);
    await publish('xbCsirt', ['northGrid'], other);
    await publish('energyCentre', ['northGrid'], third);
    expect(await sourcesOf(one)).toEqual(together(one, other, third));
    const reviewer = await world.actor('xbCsirt');
    expect(await undoObjectMerge(world.hub, reviewer, both(one, other))).toMatchObject({
      ok: true,
      value: { state: 'APART', sharedNames: ['Kraken'] },
    });
    expect(await sourcesOf(one)).toEqual(together(one, third));
    expect(await sourcesOf(other)).toEqual(together(other, third));
    expect(await sourcesOf(third)).toEqual(together(one, other, third));
  });

  test('an object identified by its content raises no question of names', async () => {
    const flaw = () => made('vulnerability', { name: 'CVE-2031-2002' });
    const [first, second] = [flaw(), flaw()];
    await publish('cyberAgency', ['xbCsirt'], first);
    await publish('xbCsirt', ['cyberAgency'], second);
    const reviewer = await world.actor('xbCsirt');
    expect(await undoObjectMerge(world.hub, reviewer, both(first, second))).toMatchObject({
      problems: [{ code: 'DUPLICATE_UNRELATED' }],
    });
    const [one, same] = [group('Sole Heron'), group('Sole Heron')];
    await publish('cyberAgency', ['xbCsirt'], one);
    expect(await undoObjectMerge(world.hub, reviewer, both(one, one))).toMatchObject({
      problems: [{ code: 'DUPLICATE_UNRELATED' }],
    });
    expect(await undoObjectMerge(world.hub, reviewer, both(same, one))).toMatchObject({
      problems: [{ code: 'NOT_FOUND', path: '$.one' }],
    });
  });
});

test('an alias of many entities proposes the first of each source only, so that cost does not grow with its frequency', async () => {
  const groups = Array.from({ length: 30 }, (_, index) => group(`Common Group ${100 + index}`, 'Everybody'));
  await publish('cyberAgency', ['northGrid'], ...groups);
  const rows = await world.hub.entityPairs.rows.find({ sides: /^intrusion-set:commongroup/ }).toArray();
  expect(rows).toHaveLength((10 * 9) / 2);
});

test('however many entities others hide under an alias, two that a reviewer reads are proposed', async () => {
  const one = group('Plain Heron', 'Crowded');
  const flood = (of: string): Made[] =>
    Array.from({ length: 30 }, (_, index) => group(`Hidden ${of} ${100 + index}`, 'Crowded'));
  await publish('energyCentre', ['riverWater'], ...flood('before'));
  await publish('northGrid', ['riverWater'], ...flood('beside them'));
  await publish('cyberAgency', ['xbCsirt'], one);
  await publish('energyCentre', ['riverWater'], ...flood('between'));
  const other = group('Marsh Plover', 'Crowded');
  await publish('xbCsirt', ['cyberAgency'], other);
  expect(await proposalsFor('cyberAgency', one, other)).toHaveLength(1);
  // Nor does what the same member publishes without its name use up what it says under its name.
  const policy = exchangePolicy({ provider_attribution: 'must-not' });
  const under = flood('unnamed').map((each) => ({ ...each, object_marking_refs: [policy.id] }));
  await publishTo(world, 'xbCsirt', ['riverWater'], policy, ...under);
  const third = group('Reed Bunting', 'Crowded');
  await publish('xbCsirt', ['cyberAgency'], third);
  expect(await proposalsFor('cyberAgency', one, third)).toHaveLength(1);
});

const isHeld = (holders: readonly { readonly thing: string }[] = [], entity: string): boolean =>
  holders.some(({ thing }) => thing === entity);

test('of two concurrent objects at least one finds the other, whether the alias is new or known', async () => {
  const { entityPairs } = world.hub;
  for (const round of [1, 2, 3]) {
    const uses = (entity: string) =>
      Array.from({ length: 50 }, (_, index) => ({
        alias: `malware:atonce${index}`,
        thing: `malware:${entity}${round}`,
        by: `member--${entity}`,
      }));
    const [one, other] = [uses('one'), uses('other')];
    const [left, right] = await Promise.all([
      entityPairs.noteAliases('', one),
      entityPairs.noteAliases('', other),
    ]);
    const met = one.filter(
      ({ alias }) =>
        isHeld(left.get(alias), `malware:other${round}`) || isHeld(right.get(alias), `malware:one${round}`),
    );
    expect(met).toHaveLength(50);
  }
});

test('the last of fifty aliases joins like the first', async () => {
  const aliases = Array.from({ length: 50 }, (_, index) => `Fiftyfold ${100 + index}`);
  const [one, first, last] = [group('Manyname', ...aliases), group('Fiftyfold 100'), group('Fiftyfold 149')];
  await publish('cyberAgency', ['northGrid'], one);
  await publish('xbCsirt', ['northGrid'], first);
  await publish('energyCentre', ['northGrid'], last);
  expect(await sourcesOf(one)).toEqual(together(one, first, last));
});
