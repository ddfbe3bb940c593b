// Objects of several sources that are one entity beyond an equal key: relationships that hold at nearly the same time,
// and how many producers are behind the sources. Each reader sees only the sources it may see, and counts only those.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import { readCorroborationOf, readRelatedOf } from '../../../src/service/duplicate/read-related.ts';
import { readWarning } from '../../../src/service/item/read-warning.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { publishBy, publishTo, sourcesSeenBy, to } from '../../support/publish.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

type Made = ReturnType<typeof made>;

const publish = (by: CastName, readers: CastName[], ...objects: Made[]) =>
  publishTo(world, by, readers, ...objects);
const sourcesOf = ({ id }: Made, name: CastName = 'northGrid') => sourcesSeenBy(world, name, id);
const idsOf = (...objects: Made[]) => objects.map(({ id }) => id).sort();

describe('relationships', () => {
  test('are one entity within thirty days of the one that is shown, whatever lies between', async () => {
    const [source, target] = [newIdentifier('intrusion-set'), newIdentifier('malware')];
    const uses = (start_time?: string) =>
      made('relationship', {
        relationship_type: 'uses',
        source_ref: source,
        target_ref: target,
        ...(start_time === undefined ? {} : { start_time }),
      });
    const [march, april, may, timeless] = [
      uses('2026-03-10T00:00:00Z'),
      uses('2026-04-05T12:00:00.5Z'),
      uses('2026-05-01T00:00:00Z'),
      uses(),
    ];
    await publish('cyberAgency', ['northGrid'], march, timeless);
    await publish('xbCsirt', ['northGrid'], april);
    await publish('energyCentre', ['northGrid'], may);
    expect(await sourcesOf(march)).toEqual({ ids: idsOf(march, april), corroboration: 2 });
    expect(await sourcesOf(april)).toEqual({ ids: idsOf(march, april, may), corroboration: 3 });
    expect(await sourcesOf(timeless)).toEqual({ ids: [timeless.id], corroboration: 1 });
  });
});

describe('one producer under several names', () => {
  const agency = (name: string, more: object = {}) =>
    made('identity', { name, identity_class: 'organization', ...more });
  const family = (name: string, by: { readonly id: string }) =>
    made('malware', { name, is_family: true, created_by_ref: by.id });

  test('counts once for a reader who may read its identity, and twice where that is hidden', async () => {
    const [one, other] = [agency('Far Away CERT'), agency('FAR-AWAY CERT')];
    const [first, second] = [family('Gridlock', one), family('Gridlock', other)];
    await publish('cyberAgency', ['northGrid', 'southGrid'], first, one);
    await publish('xbCsirt', ['northGrid', 'southGrid'], second);
    expect((await sourcesOf(first)).corroboration).toBe(2);
    // The other name is asserted to only one of the two readers, and to the other in an exercise.
    await publish('energyCentre', ['northGrid'], other);
    await publishBy(world, 'energyCentre', {
      audience: to('southGrid'),
      exercise: 'winter-drill',
      bundle: bundleOf(other),
    });
    expect(await sourcesOf(first)).toEqual({ ids: idsOf(first, second), corroboration: 1 });
    expect(await sourcesOf(first, 'southGrid')).toEqual({ ids: idsOf(first, second), corroboration: 2 });
  });

  test('two persons with one name are two producers', async () => {
    const person = { identity_class: 'individual' };
    const [one, other] = [agency('Ana Silva', person), agency('Ana Silva', person)];
    const [first, second] = [family('Dimmer', one), family('Dimmer', other)];
    await publish('cyberAgency', ['northGrid'], first, one, other);
    await publish('xbCsirt', ['northGrid'], second);
    expect((await sourcesOf(first)).corroboration).toBe(2);
  });

  test('a source that revoked its assertion is still listed, and does not count', async () => {
    const ofMalware = (name: string) => made('malware', { name, is_family: true });
    const revoked = (object: Made) => ({ ...object, modified: '2026-03-01T00:00:00.000Z', revoked: true });
    const [first, second] = [ofMalware('Brownout'), ofMalware('Brown-Out')];
    const ids = idsOf(first, second);
    await publish('cyberAgency', ['northGrid'], first);
    await publish('xbCsirt', ['northGrid'], second);
    expect(await sourcesOf(first)).toEqual({ ids, corroboration: 2 });
    await publish('xbCsirt', ['northGrid'], revoked(second));
    expect(await sourcesOf(first)).toEqual({ ids, corroboration: 1 });
    await publish('cyberAgency', ['northGrid'], revoked(first));
    expect(await sourcesOf(first)).toEqual({ ids, corroboration: 0 });
  });

  test('a member that asserts an object, and one that relays it, are one producer', async () => {
    const own = made('malware', { name: 'Surge', is_family: true });
    const relayed = family('Surge', { id: CAST.cyberAgency.identity });
    // Under another id elsewhere, but with the name that the member has here.
    const elsewhere = agency('Cyber Agency');
    const again = family('Surge', elsewhere);
    await publish('cyberAgency', ['northGrid'], own);
    await publish('energyCentre', ['northGrid'], again, elsewhere);
    expect((await sourcesOf(own)).corroboration).toBe(1);
    const independent = made('malware', { name: 'Surge', is_family: true });
    await publish('xbCsirt', ['northGrid'], independent);
    expect((await sourcesOf(own)).corroboration).toBe(2);
    const refused = await publishWarning(
      world.hub,
      await world.actor('xbCsirt'),
      draft({ bundle: bundleOf(relayed) }),
    );
    expect(refused).toMatchObject({ ok: false });
  });

  test('for warnings too: two that relay one report of a producer with two ids are one source', async () => {
    const [one, other] = [agency('Northern CERT'), agency('Northern CERT')];
    const report = (by: { readonly id: string }, about: Made) =>
      made('report', {
        name: 'Gateways under attack',
        published: '2026-01-01T00:00:00.000Z',
        created_by_ref: by.id,
        object_refs: [about.id],
      });
    const [flaw, same] = [
      made('vulnerability', { name: 'CVE-2031-1001' }),
      made('vulnerability', { name: 'CVE-2031-1001' }),
    ];
    const headline = 'Gateways under attack';
    const first = await publishBy(world, 'cyberAgency', {
      headline,
      audience: to('northGrid'),
      bundle: bundleOf(report(one, flaw), flaw, one),
    });
    const second = await publishBy(world, 'xbCsirt', {
      headline,
      audience: to('northGrid'),
      bundle: bundleOf(report(other, same), same),
    });
    const reader = await world.actor('northGrid', 'analyst');
    const countOf = async () => {
      const item = await readWarning(world.hub, reader, first);
      if (item === null) throw new Error('northGrid reads it');
      const related = await readRelatedOf(world.hub, reader, [item]);
      expect(related.get(first)?.map((each) => each.item.summary.id)).toEqual([second]);
      return (await readCorroborationOf(world.hub, reader, [item])).get(first);
    };
    expect(await countOf()).toBe(2);
    await publish('energyCentre', ['northGrid'], other);
    expect(await countOf()).toBe(1);
  });
});
