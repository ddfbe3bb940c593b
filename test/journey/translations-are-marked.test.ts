// A translation repeats the text of what it translates: a reader who may not see one may not see the other.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import { REAL_FIRST } from '../../src/domain/exercise/partition.ts';
import { readObject } from '../../src/service/object/read-objects.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { bundleOf, made } from '../support/objects.ts';
import { publishBy } from '../support/publish.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

const translated = (id: string, more: object = {}) =>
  made('language-content', { object_ref: id, contents: { de: { name: 'Der geheime Name' } }, ...more });

test('a translation without a marking inherits its object’s, whole or granular; its own marking counts too', async () => {
  const open = made('tool', { name: 'The open name' });
  const whole = made('tool', { name: 'The secret name', object_marking_refs: [TLP2_MARKING_IDS.RED] });
  const granular_markings = [{ marking_ref: TLP2_MARKING_IDS.RED, selectors: ['name'] }];
  const part = made('tool', { name: 'The secret name', granular_markings });
  const closed = translated(open.id, { object_marking_refs: [TLP2_MARKING_IDS.RED] });
  const [ofOpen, ofWhole, ofPart] = [open, whole, part].map(({ id }) => translated(id));
  if (ofOpen === undefined || ofWhole === undefined || ofPart === undefined) throw new Error('three');
  await publishBy(world, 'cyberAgency', {
    bundle: bundleOf(open, whole, part, ofOpen, ofWhole, ofPart, closed),
  });
  const readBy = async (name: 'northGrid' | 'cyberAgency') => {
    const actor = await world.actor(name, 'analyst');
    const found = [ofOpen, ofWhole, ofPart, closed].map(({ id }) =>
      readObject(world.hub, actor, id, REAL_FIRST),
    );
    return (await Promise.all(found)).map((object) => object !== null);
  };
  expect(await readBy('northGrid')).toEqual([true, false, false, false]);
  expect(await readBy('cyberAgency')).toEqual([true, true, true, true]);
});
