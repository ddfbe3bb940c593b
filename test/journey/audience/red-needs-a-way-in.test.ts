// TLP:RED goes to persons, and a person is known only by keys: one answer for a person of no member, one that does not exist
// and one who can no longer sign in. None of them counts as reached or is shown as sent.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import type { Role } from '../../../src/domain/member.ts';
import { createKey } from '../../../src/service/access/create-key.ts';
import { revokeKey } from '../../../src/service/access/revoke-key.ts';
import { previewAudience } from '../../../src/service/audience/preview-audience.ts';
import { targetWarning } from '../../../src/service/pipeline/target-warning.ts';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { contentOf } from '../../../src/store/content/stored-content.ts';
import { CAST } from '../../support/cast.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { good } from '../../support/outcome.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

const keyOf = async (
  person: string,
  role: Role = 'contact',
  expiresAt: Date | null = null,
): Promise<string> => {
  const member = person.slice(0, person.indexOf('/'));
  const created = await createKey(world.hub, { member, role, person, expiresAt });
  if (!created.ok) throw new Error(JSON.stringify(created.problems));
  return created.value.id;
};
const toPersons = (...persons: string[]) => ({ alternatives: [{ persons }], excludes: [] });
const red = async (...persons: string[]) =>
  publishWarning(
    world.hub,
    await world.actor('cyberAgency'),
    draft({ marking: 'RED', audience: toPersons(...persons) }),
  );
const previewed = async (...persons: string[]) => {
  const request = { marking: 'RED', audience: toPersons(...persons), exercise: null } as const;
  return previewAudience(world.hub, await world.actor('cyberAgency'), request);
};

test('one answer for all who cannot sign in, whether they exist or not', async () => {
  await revokeKey(world.hub, await keyOf('north-grid/left'));
  await keyOf('north-grid/expired', 'contact', new Date(Date.now() - 1_000));
  await keyOf('north-grid/machine', 'integrator');
  await keyOf('north-grid/ann');
  const wrong = [
    'nobody-here/ann',
    'north-grid/nobody',
    'north-grid/left',
    'north-grid/expired',
    'north-grid/machine',
  ];
  for (const person of [...wrong, 'north-grid', '']) {
    const path = '$.audience.alternatives[0].persons[1]';
    const refusal = {
      code: 'PERSON_UNKNOWN',
      path,
      message: `Nobody can sign in as "${person}".`,
      remedy: 'Ask the organisation whom to name, and write it as <member slug>/<name>.',
    };
    for (const answer of [await red('north-grid/ann', person), await previewed('north-grid/ann', person)])
      expect(answer).toEqual({ ok: false, problems: [refusal] });
  }
});

test('a person is the same however its name is typed, at every marking and for a key', async () => {
  const asKey = { member: 'south-grid', role: 'contact' } as const;
  const personOf = async (person: string) =>
    good(await createKey(world.hub, { ...asKey, person })).personId ?? '';
  const id = await personOf('south-grid/kim');
  expect(await personOf(' South-Grid/KIM')).toBe(id);
  for (const marking of ['RED', 'AMBER'] as const) {
    const audience = toPersons('South-Grid/Kim ', id);
    const by = await world.actor('cyberAgency');
    const { warning } = good(await publishWarning(world.hub, by, draft({ marking, audience })));
    const head = await world.hub.warnings.head(warning);
    expect(head && contentOf(head.content).access.audience.alternatives).toEqual([{ persons: [id] }]);
  }
});

test('a person who can sign in is counted; a report that makes it RED asks the same', async () => {
  await keyOf('south-grid/bo');
  expect(await red('south-grid/bo')).toMatchObject({ ok: true, value: { recipients: 1 } });
  const preview = await previewed('south-grid/bo');
  expect(preview.ok && preview.value.receives.map(({ member }) => member.slug)).toEqual(['south-grid']);
  const report = made('report', {
    name: 'Strict',
    report_types: ['threat-report'],
    published: '2026-01-01T00:00:00.000Z',
    object_refs: [CAST.cyberAgency.identity],
    object_marking_refs: [TLP2_MARKING_IDS.RED],
  });
  const under = async (person: string) =>
    publishWarning(
      world.hub,
      await world.actor('cyberAgency'),
      draft({ marking: 'AMBER', audience: toPersons(person), bundle: bundleOf(report) }),
    );
  expect(await under('south-grid/nobody')).toMatchObject({
    ok: false,
    problems: [{ code: 'PERSON_UNKNOWN' }],
  });
  expect(await under('south-grid/bo')).toMatchObject({ ok: true, value: { recipients: 1 } });
});

test('under a wider marking a person stands for the member, who has other ways in', async () => {
  const amber = draft({ marking: 'AMBER', audience: toPersons('river-water/nobody') });
  expect(await publishWarning(world.hub, await world.actor('cyberAgency'), amber)).toMatchObject({
    ok: true,
    value: { recipients: 1 },
  });
});

test('when the last named person loses the key, it is withheld and not counted', async () => {
  const key = await keyOf('city-hospital/cy');
  await keyOf('north-grid/dee');
  const published = await red('city-hospital/cy', 'north-grid/dee');
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  const { warning } = published.value;
  await targetWarning(world.hub, { subject: { warning, version: 1 } });
  await revokeKey(world.hub, key);
  await world.drain();
  const states = async (version: number) =>
    Object.fromEntries(
      (await world.hub.deliveries.rows.find({ warning, version }).toArray()).map(
        ({ member, state, failure }) => [member, [state, failure]],
      ),
    );
  expect(await states(1)).toEqual({
    [CAST.cityHospital.id]: ['WITHHELD', 'NOBODY_CAN_SIGN_IN'],
    [CAST.northGrid.id]: ['SENT', null],
  });
  const cancelled = await cancelWarning(world.hub, await world.actor('cyberAgency'), {
    id: warning,
    expectedVersion: 1,
    reason: 'It is over.',
  });
  expect(cancelled).toMatchObject({ ok: true, value: { recipients: 1 } });
  await world.drain();
  expect(await states(2)).toEqual(await states(1));
});
