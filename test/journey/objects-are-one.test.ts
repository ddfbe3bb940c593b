// Objects of many sources that are one thing beyond what a key says: relationships that held at nearly the same time.
// Each reader sees the sources that it may see, and how many of them are independent.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { objectSources } from '../../src/service/object/object-sources.ts';
import { readObject } from '../../src/service/object/read-objects.ts';
import { newIdentifier } from '../../src/stix/identifier.ts';
import type { CastName } from '../support/cast.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { bundleOf, made } from '../support/objects.ts';
import { publishBy, to } from '../support/publish.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
}, 120_000);
afterAll(() => world.close());

type Made = ReturnType<typeof made>;

const tell = (by: CastName, readers: CastName[], ...objects: Made[]) =>
  publishBy(world, by, { audience: to(...readers), bundle: bundleOf(...objects) });

const sourcesOf = async ({ id }: Made, name: CastName = 'northGrid') => {
  const reader = await world.actor(name, 'analyst');
  const object = await readObject(world.hub, reader, id);
  if (object === null) throw new Error(`${name} reads it`);
  const { tellers, corroboration } = await objectSources(world.hub, reader, object);
  return { ids: tellers.map((each) => each.id).sort(), corroboration };
};

const idsOf = (...objects: Made[]) => objects.map(({ id }) => id).sort();

describe('relationships', () => {
  test('are one thing within thirty days of the one that is shown, whatever lies between', async () => {
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
    await tell('cyberAgency', ['northGrid'], march, timeless);
    await tell('xbCsirt', ['northGrid'], april);
    await tell('energyCentre', ['northGrid'], may);
    expect(await sourcesOf(march)).toEqual({ ids: idsOf(march, april), corroboration: 2 });
    expect(await sourcesOf(april)).toEqual({ ids: idsOf(march, april, may), corroboration: 3 });
    expect(await sourcesOf(timeless)).toEqual({ ids: [timeless.id], corroboration: 1 });
  });
});
