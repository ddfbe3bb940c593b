// Widening a marking or an audience, and exporting a register: done by two persons, and never by one.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import type { Actor, Role } from '../../../src/domain/member.ts';
import {
  careOfProposals,
  recipientsOfProposals,
  type ToConsider,
} from '../../../src/service/approval/care-of.ts';
import { approve, withdraw } from '../../../src/service/approval/decide-proposal.ts';
import { readProposal } from '../../../src/service/approval/list-proposals.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { readRegister } from '../../../src/service/approval/read-register.ts';
import { readWarning } from '../../../src/service/item/read-warning.ts';
import { bundleOfWarning } from '../../../src/service/object/bundle/bundle-of-warning.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { codes, good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';

let now = new Date('2030-01-01T12:00:00.000Z');
let world: TestHub;
beforeAll(async () => {
  world = await openTestHub({ clock: { now: () => now } });
});
afterAll(() => world.close());

const careOfProposal = async (hub: TestHub['hub'], actor: Actor, proposal: ToConsider) =>
  (await careOfProposals(hub, actor, [proposal]))[0] ?? [];

const signedIn = async (name: CastName, role: Role): Promise<Actor> => {
  // Makes the person.
  await world.token(name, role);
  return { ...(await world.actor(name, role)), via: { way: 'PASSKEY', range: null } };
};
const ask = async (kind: string, payload: object, by?: Actor) =>
  propose(world.hub, by ?? (await signedIn('cyberAgency', 'publisher')), { kind, payload });
const readBy = async (name: CastName, warning: string) =>
  readWarning(world.hub, await world.actor(name, 'analyst'), warning);
const gang = made('intrusion-set', { name: 'Quiet Harbour' });

describe('widening', () => {
  test('a marking takes another person, and makes a new version with the same objects', async () => {
    // The hospital is reached by a dependency only, which TLP:AMBER+STRICT does not allow.
    const warning = await publishBy(world, 'cyberAgency', {
      marking: 'AMBER+STRICT',
      bundle: bundleOf(gang),
    });
    await world.drain();
    expect(await readBy('cityHospital', warning)).toBeNull();
    const widening = { warning, expectedVersion: 1, marking: 'GREEN' };
    const proposed = await ask('WIDEN_MARKING', widening);
    if (!proposed.ok) throw new Error(JSON.stringify(proposed.problems));
    expect((await readBy('northGrid', warning))?.summary.version).toBe(1);
    const approver = await signedIn('cyberAgency', 'approver');
    const headline = (await readBy('northGrid', warning))?.summary.headline ?? '';
    expect(headline).not.toBe('');
    expect((await readProposal(world.hub, approver, proposed.value.id))?.about.join()).toContain(headline);
    // An approver elsewhere knows nothing of it.
    expect(codes(await approve(world.hub, await signedIn('xbCsirt', 'approver'), proposed.value.id))).toEqual(
      ['NOT_FOUND $.id'],
    );
    const done = await approve(world.hub, await signedIn('cyberAgency', 'approver'), proposed.value.id);
    expect(codes(done)).toEqual([]);
    await world.drain();
    const item = await readBy('cityHospital', warning);
    expect(item).toMatchObject({ summary: { version: 2, tlp: 'GREEN', messageType: 'UPDATE' } });
    if (item === null) throw new Error('it is readable');
    const bundle = await bundleOfWarning(world.hub, await world.actor('cityHospital', 'analyst'), item);
    expect(bundle.objects?.map(({ id }) => id)).toContain(gang.id);
    const lines = await world.hub.acts.rows.find({ warning }).toArray();
    expect(lines.map(({ event, facts }) => [event, facts['to']]).sort()).toEqual([
      ['approval.given', 'GREEN'],
      ['approval.proposed', 'GREEN'],
    ]);
    // What was approved is of the version that it names.
    expect(codes(await ask('WIDEN_MARKING', widening))).toEqual([
      'VERSION_CONFLICT $.payload.expectedVersion',
    ]);
    expect(codes(await ask('WIDEN_MARKING', { ...widening, expectedVersion: 2 }))).toEqual([
      'NOT_WIDER $.payload.marking',
    ]);
    const other = await signedIn('xbCsirt', 'publisher');
    expect(codes(await ask('WIDEN_MARKING', widening, other))).toEqual(['NOT_FOUND $.payload.warning']);
  });

  test('an audience adds readers, and nobody loses it', async () => {
    const warning = await publishBy(world, 'cyberAgency', {
      audience: { ...to('northGrid'), excludes: [CAST.riverWater.slug] },
    });
    await world.drain();
    expect(await readBy('xbCsirt', warning)).toBeNull();
    const payload = {
      warning,
      expectedVersion: 1,
      alternatives: [{ members: ['xb-csirt'] }],
      include: ['river-water'],
    };
    const proposed = await ask('WIDEN_AUDIENCE', payload);
    if (!proposed.ok) throw new Error(JSON.stringify(proposed.problems));
    expect(
      codes(await approve(world.hub, await signedIn('cyberAgency', 'approver'), proposed.value.id)),
    ).toEqual([]);
    await world.drain();
    for (const name of ['northGrid', 'xbCsirt'] as const)
      expect((await readBy(name, warning))?.reason.kind).toBe('DIRECT');
    const item = await readWarning(world.hub, await world.actor('cyberAgency'), warning);
    expect(item?.access.audience.excludes).toEqual([]);
    const deliveries = await world.hub.deliveries.rows.find({ warning, version: 2 }).toArray();
    expect(deliveries.map(({ member }) => member)).toEqual(
      expect.arrayContaining([CAST.northGrid.id, CAST.xbCsirt.id]),
    );
    const wrong = {
      ...payload,
      expectedVersion: 2,
      alternatives: [{ members: ['nobody'] }],
      include: ['no-one'],
    };
    expect(codes(await ask('WIDEN_AUDIENCE', wrong))).toEqual([
      'MEMBER_UNKNOWN $.payload.alternatives[0].members[0]',
      'MEMBER_UNKNOWN $.payload.include[0]',
    ]);
    expect(codes(await ask('WIDEN_AUDIENCE', { warning, expectedVersion: 2 }))).toEqual([
      'PAYLOAD_MALFORMED $.payload',
    ]);
  });

  test('asks the same care as publishing, of both persons', async () => {
    // What this publisher does usually.
    for (let turn = 0; turn < 5; turn += 1)
      await publishBy(world, 'xbCsirt', { audience: to('northGrid'), marking: 'AMBER' });
    const warning = await publishBy(world, 'xbCsirt', { audience: to('northGrid'), marking: 'AMBER' });
    const publisher = await signedIn('xbCsirt', 'publisher');
    const approver = await signedIn('xbCsirt', 'approver');
    const careOf = async (kind: string, payload: object) => {
      const { id } = good(await propose(world.hub, publisher, { kind, payload }));
      const seen = [];
      for (const actor of [publisher, approver]) {
        const shown = await readProposal(world.hub, actor, id);
        if (shown === null) throw new Error('both read it');
        seen.push(await careOfProposal(world.hub, actor, shown));
      }
      expect(seen[0]).toEqual(seen[1]);
      good(await withdraw(world.hub, publisher, id));
      const withdrawn = await readProposal(world.hub, publisher, id);
      expect(withdrawn && (await careOfProposal(world.hub, publisher, withdrawn))).toEqual([]);
      return (seen[0] ?? []).map(({ code, path, message }) => [code, path, message]);
    };
    expect(await careOf('WIDEN_MARKING', { warning, expectedVersion: 1, marking: 'GREEN' })).toEqual([
      ['MARKING_UNUSUAL', '$.payload.marking', 'You have not lately used TLP:GREEN.'],
    ]);
    const alternatives = [{ members: ['river-water'] }, { sectors: ['space'] }];
    expect(await careOf('WIDEN_AUDIENCE', { warning, expectedVersion: 1, alternatives })).toEqual([
      [
        'AUDIENCE_UNUSUAL',
        '$.payload.alternatives',
        'You have not lately addressed sector space, member river-water.',
      ],
    ]);
    // Another member is told nothing, whatever it gives.
    const given = { kind: 'WIDEN_MARKING', payload: { warning, expectedVersion: 1, marking: 'GREEN' } };
    const other = await signedIn('cyberAgency', 'approver');
    expect(await careOfProposal(world.hub, other, { ...given, state: 'OPEN' })).toEqual([]);
  });

  test('reads what a publisher does usually once for many, and looks at a few at the same time', async () => {
    const warning = await publishBy(world, 'xbCsirt', { audience: to('northGrid'), marking: 'AMBER' });
    const publisher = await signedIn('xbCsirt', 'publisher');
    const proposed = good(
      await propose(world.hub, publisher, {
        kind: 'WIDEN_MARKING',
        payload: { warning, expectedVersion: 1, marking: 'GREEN' },
      }),
    );
    const one = await readProposal(world.hub, publisher, proposed.id);
    if (one === null) throw new Error('it is shown');
    let [habits, atOnce, most] = [0, 0, 0];
    const { warnings, ways } = world.hub;
    const counting = {
      ...world.hub,
      warnings: {
        ...warnings,
        publishedBy: (...asked: Parameters<typeof warnings.publishedBy>) => {
          habits += 1;
          return warnings.publishedBy(...asked);
        },
      },
      ways: {
        ...ways,
        of: async (...asked: Parameters<typeof ways.of>) => {
          atOnce += 1;
          most = Math.max(most, atOnce);
          const found = await ways.of(...asked);
          atOnce -= 1;
          return found;
        },
      },
    };
    const all = await careOfProposals(counting, publisher, Array(30).fill(one));
    expect(all.map((each) => each.map(({ code }) => code))).toEqual(Array(30).fill(['MARKING_UNUSUAL']));
    expect(habits).toBe(1);
    expect(most).toBeLessThanOrEqual(5);
    good(await withdraw(world.hub, publisher, proposed.id));
  });

  test('is asked of an essential action too, whom it would reach first of all', async () => {
    const publisher = await signedIn('cyberAgency', 'publisher');
    const careOf = async (kind: string, payload: object) => {
      const { id } = good(await propose(world.hub, publisher, { kind, payload }));
      const approver = await signedIn('cyberAgency', 'approver');
      const shown = await readProposal(world.hub, approver, id);
      if (shown === null) throw new Error('it is shown');
      const care = await careOfProposal(world.hub, approver, shown);
      good(await withdraw(world.hub, publisher, id));
      return care.filter(({ code }) => !code.endsWith('_UNUSUAL')).map(({ code, path }) => `${code} ${path}`);
    };
    const nobody = {
      audience: { alternatives: [{ sectors: ['space'] }], excludes: [] },
      allowEmptyAudience: true,
    };
    const {
      kind: _,
      bundle: _b,
      level: _l,
      ...given
    } = draft({ answerBy: '2030-01-01T22:00:00.000Z', ...nobody });
    expect(await careOf('PUBLISH_ESSENTIAL', given)).toEqual(['AUDIENCE_REACHES_NOBODY $.payload.audience']);
    const id = await publishBy(world, 'cyberAgency', nobody);
    const { marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = given;
    expect(await careOf('CORRECT_ESSENTIAL', { id, expectedVersion: 1, ...texts })).toEqual([
      'AUDIENCE_REACHES_NOBODY $.payload',
    ]);
  });

  test('says of an essential action how many it goes to, and whom its short names stand for', async () => {
    const publisher = await signedIn('cyberAgency', 'publisher');
    const approver = await signedIn('cyberAgency', 'approver');
    const { kind: _, bundle: _b, level: _l, ...given } = draft({ audience: to('northGrid', 'riverWater') });
    const payload = { ...given, answerBy: '2030-01-01T22:00:00.000Z' };
    const trial = good(
      await publishWarning(world.hub, publisher, draft({ ...payload, level: 'ESSENTIAL_ACTION' }), {
        isTrial: true,
      }),
    );
    const { id } = good(await propose(world.hub, publisher, { kind: 'PUBLISH_ESSENTIAL', payload }));
    const told = async () => {
      const shown = await readProposal(world.hub, approver, id);
      if (shown === null) throw new Error('it is shown');
      return { about: shown.about, counts: await recipientsOfProposals(world.hub, approver, [shown]) };
    };
    expect(trial.recipients).toBeGreaterThanOrEqual(2);
    const names = ['north-grid: North Grid', 'river-water: River Water'];
    expect(await told()).toEqual({ about: names, counts: [trial.recipients] });
    // What its organisation is not told of any more has no name, and nothing is counted by it.
    const listAs = async (isUnlisted: boolean) => {
      await world.hub.members.save({ ...CAST.riverWater, isUnlisted });
      world.hub.directory.forget();
    };
    await listAs(true);
    expect(await told()).toEqual({ about: names.slice(0, 1), counts: [null] });
    await listAs(false);
    const withdrawn = good(await withdraw(world.hub, publisher, id));
    expect(await recipientsOfProposals(world.hub, approver, [withdrawn])).toEqual([null]);
    const corrected = await publishBy(world, 'cyberAgency', { audience: to('northGrid') });
    const { marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = payload;
    const correction = { id: corrected, expectedVersion: 1, ...texts };
    const proposed = good(
      await propose(world.hub, publisher, { kind: 'CORRECT_ESSENTIAL', payload: correction }),
    );
    const [count] = await recipientsOfProposals(world.hub, approver, [proposed]);
    expect(count).toBeGreaterThanOrEqual(1);
    // Another organisation's person could not make one of it, and is told nothing by its id.
    const other = await signedIn('northGrid', 'approver');
    expect(await recipientsOfProposals(world.hub, other, [proposed])).toEqual([null]);
    good(await withdraw(world.hub, publisher, proposed.id));
  });

  test('does not rewrite how a report of the publisher’s own is marked', async () => {
    const report = made('report', {
      name: 'Own words',
      published: '2030-01-01T00:00:00.000Z',
      object_refs: [gang.id],
      object_marking_refs: ['marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421'],
    });
    const warning = await publishBy(world, 'cyberAgency', {
      marking: 'AMBER',
      bundle: bundleOf(report, gang),
    });
    await world.drain();
    expect(codes(await ask('WIDEN_MARKING', { warning, expectedVersion: 1, marking: 'GREEN' }))).toEqual([
      'MARKING_OF_REPORT $.payload.marking',
    ]);
  });
});

test('a register is for who proposed its export, for a day, and the audit trail says so', async () => {
  const ann = await signedIn('cyberAgency', 'hub-operator');
  const bea = { ...ann, person: personIdOf('cyber-agency/bea') };
  const proposed = await ask('EXPORT_REGISTER', { part: 'MEMBERS' }, ann);
  const id = proposed.ok ? proposed.value.id : '';
  expect(codes(await readRegister(world.hub, ann, id))).toEqual(['NOT_FOUND $.proposal']);
  expect(codes(await approve(world.hub, bea, id))).toEqual([]);
  const register = await readRegister(world.hub, ann, id);
  expect(register.ok && register.value.rows.map(({ slug }) => slug)).toEqual(
    expect.arrayContaining(['north-grid', 'city-hospital']),
  );
  expect(codes(await readRegister(world.hub, bea, id))).toEqual(['NOT_FOUND $.proposal']);
  expect((await world.hub.acts.last('register.exported'))?.facts).toMatchObject({ part: 'MEMBERS' });
  now = new Date(now.getTime() + 25 * 3_600_000);
  expect(codes(await readRegister(world.hub, ann, id))).toEqual(['NOT_FOUND $.proposal']);
});
