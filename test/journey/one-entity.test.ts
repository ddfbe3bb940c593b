// One entity, many sources: the same advisory from two publishers, the same object again, the same content under
// another id. The reader sees one entity with all the sources it may see, each with its own marking.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import { REAL_FIRST } from '../../src/domain/exercise/partition.ts';
import type { WarningDraft } from '../../src/domain/warning.ts';
import { listDeliveries } from '../../src/service/delivery/list-deliveries.ts';
import {
  acceptDuplicate,
  rejectDuplicate,
  undoMerge,
} from '../../src/service/duplicate/review-duplicates.ts';
import { readFeed } from '../../src/service/feed/read-feed.ts';
import { readSourcesOf } from '../../src/service/feed/read-sources.ts';
import { readWarning } from '../../src/service/item/read-warning.ts';
import { objectSources } from '../../src/service/object/object-sources.ts';
import { readObject } from '../../src/service/object/read-objects.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { updateWarning } from '../../src/service/warning/update-warning.ts';
import type { CastName } from '../support/cast.ts';
import { draft, openTestHub, type TestHub } from '../support/hub.ts';
import { bundleOf, MADE_AT, made } from '../support/objects.ts';
import { publishBy, to } from '../support/publish.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

const at = '2026-01-01T00:00:00.000Z';
const advisory = (id: string) => ({ externalReferences: [{ source: 'xa-cert', id, url: null }] });
const indicator = (pattern: string, changes: object = {}) =>
  made('indicator', { name: 'C2', pattern, pattern_type: 'stix', valid_from: MADE_AT, ...changes });

const publish = (name: CastName, changes: Partial<WarningDraft>) => publishBy(world, name, changes);

const feedOf = async (name: CastName) => {
  const page = await readFeed(world.hub, await world.actor(name, 'analyst'), {
    first: 100,
    after: null,
    filter: {},
  });
  if (!page.ok) throw new Error('a page');
  return page.value.items.map(({ summary }) => summary.id);
};

const advisorySourcesOf = async (name: CastName, id: string) => {
  const reader = await world.actor(name, 'analyst');
  const item = await readWarning(world.hub, reader, id);
  if (item === null) throw new Error(`${name} reads it`);
  return (await readSourcesOf(world.hub, reader, [item])).get(id) ?? [];
};

describe('the same advisory by two publishers', () => {
  test('is one entity to readers of both, with both as sources, each with its own marking', async () => {
    const first = await publish('cyberAgency', {
      ...advisory('XA-2026-001'),
      marking: 'GREEN',
      audience: to('northGrid', 'riverWater'),
    });
    const second = await publish('xbCsirt', {
      ...advisory(' xa-2026-001'),
      marking: 'AMBER',
      audience: to('northGrid', 'southGrid'),
    });
    const seen = await feedOf('northGrid');
    expect(seen).toContain(first);
    expect(seen).not.toContain(second);
    const sources = await advisorySourcesOf('northGrid', first);
    expect(sources.map(({ publisher, tlp }) => [publisher.slug, tlp])).toEqual([
      ['cyber-agency', 'GREEN'],
      ['xb-csirt', 'AMBER'],
    ]);
  });

  test('an assertion that a reader may not see collapses nothing for it and is not among its sources', async () => {
    const hidden = await publish('cyberAgency', { ...advisory('XA-2026-002'), audience: to('riverWater') });
    const open = await publish('xbCsirt', {
      ...advisory('XA-2026-002'),
      audience: to('southGrid', 'riverWater'),
    });
    expect(await feedOf('southGrid')).toContain(open);
    expect((await advisorySourcesOf('southGrid', open)).map(({ warning }) => warning)).toEqual([open]);
    expect(await feedOf('riverWater')).toContain(hidden);
    expect(await feedOf('riverWater')).not.toContain(open);
    const csirt = await world.actor('xbCsirt');
    const own = await readWarning(world.hub, csirt, open);
    const page =
      own === null ? null : await listDeliveries(world.hub, csirt, own, { first: 10, after: null });
    expect(page).toMatchObject({ ok: true });
    if (page?.ok)
      expect(page.value.deliveries.map(({ delivery }) => delivery.state)).toEqual(['SENT', 'SENT']);
  });
});

describe('a wrong collapse', () => {
  const pairIn = async (name: CastName, shown: string, collapsed: string): Promise<string> => {
    const source = (await advisorySourcesOf(name, shown)).find(({ warning }) => warning === collapsed);
    if (source?.pair == null) throw new Error('a pair by which it is undone');
    return source.pair;
  };

  test('is undone by a reviewer for everybody: both are shown, also in new versions', async () => {
    const audience = to('northGrid', 'riverWater');
    const first = await publish('cyberAgency', { ...advisory('XA-2026-010'), audience });
    const second = await publish('xbCsirt', { ...advisory('XA-2026-010'), audience });
    expect(await feedOf('northGrid')).not.toContain(second);
    const pair = await pairIn('northGrid', first, second);
    expect(await pairIn('northGrid', second, first)).toBe(pair);
    const analyst = await world.actor('northGrid', 'analyst');
    expect(await undoMerge(world.hub, analyst, pair)).toMatchObject({ problems: [{ code: 'ROLE_MAY_NOT' }] });
    const stranger = await world.actor('energyCentre');
    expect(await undoMerge(world.hub, stranger, pair)).toMatchObject({ problems: [{ code: 'NOT_FOUND' }] });
    const reviewer = await world.actor('northGrid');
    expect(await rejectDuplicate(world.hub, reviewer, pair)).toMatchObject({
      problems: [{ code: 'DUPLICATE_LINKED' }],
    });
    expect(await undoMerge(world.hub, reviewer, pair)).toMatchObject({ ok: true, value: { state: 'APART' } });
    const updated = await updateWarning(world.hub, await world.actor('xbCsirt'), {
      id: second,
      expectedVersion: 1,
      draft: draft({ ...advisory('XA-2026-010'), audience, headline: 'Now with more' }),
    });
    expect(updated).toMatchObject({ ok: true });
    await world.drain();
    for (const name of ['northGrid', 'riverWater'] as const) {
      expect(await feedOf(name)).toEqual(expect.arrayContaining([first, second]));
      expect((await advisorySourcesOf(name, first)).map(({ warning }) => warning)).toEqual([first]);
    }
    expect(await acceptDuplicate(world.hub, reviewer, pair)).toMatchObject({ ok: true });
    expect(await feedOf('riverWater')).not.toContain(second);
    expect(await pairIn('riverWater', first, second)).toBe(pair);
    const events = await world.hub.entries.rows.find({ 'subject.pair': pair }).toArray();
    expect(events.map(({ event }) => event)).toEqual([
      'duplicate.folded',
      'duplicate.undone',
      'duplicate.accepted',
    ]);
  });

  test('one of three that is distinct from the one shown is shown, although it is not distinct from the third', async () => {
    const audience = to('northGrid', 'riverWater');
    const first = await publish('cyberAgency', { ...advisory('XA-2026-011'), audience });
    const second = await publish('xbCsirt', { ...advisory('XA-2026-011'), audience });
    const third = await publish('energyCentre', { ...advisory('XA-2026-011'), audience });
    const shown = async () =>
      (await feedOf('riverWater')).filter((id) => [first, second, third].includes(id)).sort();
    expect(await shown()).toEqual([first]);
    const pair = await pairIn('riverWater', first, third);
    expect(await undoMerge(world.hub, await world.actor('northGrid'), pair)).toMatchObject({ ok: true });
    expect(await shown()).toEqual([first, third].sort());
    const sources = async (id: string) =>
      (await advisorySourcesOf('riverWater', id)).map(({ warning }) => warning);
    expect(await sources(first)).toEqual([first, second]);
    expect(await sources(third)).toEqual([second, third]);
  });

  test('with the other side cancelled, hidden or of an exercise, nothing is collapsed and there is nothing to undo', async () => {
    const audience = to('northGrid');
    const first = await publish('cyberAgency', { ...advisory('XA-2026-012'), audience });
    await publish('xbCsirt', { ...advisory('XA-2026-012'), audience, exercise: 'winter-drill' });
    await publish('xbCsirt', { ...advisory('XA-2026-012'), audience: to('southGrid') });
    expect(await advisorySourcesOf('northGrid', first)).toMatchObject([{ warning: first, pair: null }]);
  });
});

describe('the same object', () => {
  test('again from its source makes no second row; with other content it is refused', async () => {
    const object = indicator("[ipv4-addr:value = '198.51.100.7']");
    await publish('cyberAgency', { bundle: bundleOf(object) });
    await publish('cyberAgency', { bundle: bundleOf(object) });
    expect(await world.hub.objects.rows.countDocuments({ stixId: object.id })).toBe(1);
    const changed = await publishWarning(
      world.hub,
      await world.actor('cyberAgency'),
      draft({ bundle: bundleOf({ ...object, name: 'Other' }) }),
    );
    expect(changed).toMatchObject({
      ok: false,
      problems: [{ code: 'OBJECT_CONFLICT', path: '$.bundle.objects[0]' }],
    });
  });

  test('hidden from a publisher, the answer is the same as if there were none; readable, it is kept and flagged', async () => {
    const hidden = indicator("[ipv4-addr:value = '198.51.100.8']");
    await publish('cyberAgency', {
      marking: 'AMBER+STRICT',
      audience: to('riverWater'),
      bundle: bundleOf(hidden),
    });
    const other = { ...hidden, name: 'Another content' };
    expect(
      await publishWarning(world.hub, await world.actor('xbCsirt'), draft({ bundle: bundleOf(other) })),
    ).toMatchObject({ ok: true });
    const shown = indicator("[ipv4-addr:value = '198.51.100.9']");
    await publish('cyberAgency', { audience: to('northGrid'), bundle: bundleOf(shown) });
    const rival = await publishWarning(
      world.hub,
      await world.actor('northGrid'),
      draft({ audience: to('cyberAgency'), bundle: bundleOf({ ...shown, name: 'Other' }) }),
    );
    expect(rival).toMatchObject({
      ok: true,
      value: { findings: expect.arrayContaining([expect.objectContaining({ code: 'OBJECT_DIFFERS' })]) },
    });
  });

  test('content under another id is one entity: sources are those the reader may see', async () => {
    const one = indicator("[domain-name:value = 'c2.example' OR ipv4-addr:value = '203.0.113.5']");
    const same = indicator("[ipv4-addr:value='203.0.113.5'   OR domain-name:value='c2.example']");
    const secret = indicator("[ domain-name:value = 'c2.example' OR ipv4-addr:value = '203.0.113.5' ]");
    await publish('cyberAgency', { audience: to('northGrid', 'southGrid'), bundle: bundleOf(one) });
    await publish('xbCsirt', { audience: to('northGrid'), bundle: bundleOf(same) });
    await publish('energyCentre', {
      marking: 'AMBER+STRICT',
      audience: to('riverWater'),
      bundle: bundleOf(secret),
    });
    const sourcesFor = async (name: CastName) => {
      const reader = await world.actor(name, 'analyst');
      const object = await readObject(world.hub, reader, one.id, REAL_FIRST);
      if (object === null) throw new Error(`${name} reads it`);
      const { tellers, corroboration } = await objectSources(world.hub, reader, object);
      return [corroboration, ...tellers.map(({ publisher }) => publisher.slug).sort()];
    };
    expect(await sourcesFor('northGrid')).toEqual([2, 'cyber-agency', 'xb-csirt']);
    expect(await sourcesFor('southGrid')).toEqual([1, 'cyber-agency']);
  });
});

describe('names', () => {
  const named = (type: string, name: string, changes: object = {}) => ({
    type,
    spec_version: '2.1',
    id: newIdentifier(type),
    created: at,
    modified: at,
    name,
    ...changes,
  });
  const sourcesOf = async (id: string) => {
    const reader = await world.actor('northGrid', 'analyst');
    const object = await readObject(world.hub, reader, id, REAL_FIRST);
    if (object === null) throw new Error('northGrid reads it');
    const { tellers, corroboration } = await objectSources(world.hub, reader, object);
    return { ids: tellers.map((each) => each.id).sort(), corroboration };
  };

  test('a name matches an alias of another; an alias that two share joins nobody', async () => {
    const one = named('intrusion-set', 'Voltage Group', { aliases: ['Amber Owl'] });
    const other = named('intrusion-set', 'AMBER-OWL');
    const third = named('intrusion-set', 'Tidewater', { aliases: ['Amber Owl'] });
    await publish('cyberAgency', { audience: to('northGrid'), bundle: bundleOf(one) });
    await publish('xbCsirt', { audience: to('northGrid'), bundle: bundleOf(other) });
    await publish('energyCentre', { audience: to('northGrid'), bundle: bundleOf(third) });
    expect(await sourcesOf(one.id)).toEqual({ ids: [one.id, other.id].sort(), corroboration: 2 });
    expect(await sourcesOf(other.id)).toEqual({ ids: [one.id, other.id, third.id].sort(), corroboration: 3 });
  });

  test('a relay of the same producer is another source, but no corroboration', async () => {
    const creator = newIdentifier('identity');
    const one = named('malware', 'GridBreaker', { is_family: true, created_by_ref: creator });
    const relayed = named('malware', 'Grid Breaker', { is_family: true, created_by_ref: creator });
    await publish('cyberAgency', { audience: to('northGrid'), bundle: bundleOf(one) });
    await publish('xbCsirt', { audience: to('northGrid'), bundle: bundleOf(relayed) });
    expect(await sourcesOf(one.id)).toEqual({ ids: [one.id, relayed.id].sort(), corroboration: 1 });
  });
});
