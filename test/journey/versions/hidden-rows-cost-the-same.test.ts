// A publication costs the database the same whatever is hidden from its publisher (I6, T7): the profiler shows equal
// commands, no body of a hidden row is read, and a flood of hidden rows is not scanned.
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { to } from '../../support/publish.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
  // From its second publication on, a member's identity object exists.
  for (const name of ['xbCsirt', 'cyberAgency'] as const) {
    expect(await publish(name, [tool(THIRD)(newIdentifier('tool'))], false)).toBe('PUBLISHED');
  }
});
afterAll(() => world.close());

/** A command as the database's profiler records it. */
type Profiled = {
  readonly op: string;
  readonly ns: string;
  readonly nreturned?: number;
  readonly command: {
    readonly find?: string;
    readonly filter?: { readonly _id?: { readonly $in?: unknown[] } };
  };
};

const database = () => {
  const { db } = world.hub.database.connection;
  if (db === undefined) throw new Error('a connection has a database');
  return db;
};

/** What a refusal did not wait for is asked all the same, and ends a little later. */
const settled = async (): Promise<void> => {
  const count = () =>
    database()
      .collection('system.profile')
      .countDocuments({ ns: /(?<!system[.]profile)$/ });
  let before = -1;
  for (let now = await count(); now !== before; now = await count()) {
    before = now;
    await setTimeout(50);
  }
};

const profiled = async (act: () => Promise<void>): Promise<Profiled[]> => {
  await database().command({ profile: 0 });
  await database()
    .collection('system.profile')
    .drop()
    .catch(() => undefined);
  await database().command({ profile: 2 });
  await act();
  await settled();
  await database().command({ profile: 0 });
  const all = (await database().collection('system.profile').find().toArray()) as unknown as Profiled[];
  return all.filter(({ ns }) => !ns.endsWith('.system.profile'));
};

/** Sorted, since concurrent commands arrive in any order. */
const namesOf = (commands: readonly Profiled[]): string[] =>
  commands
    .map(({ op, ns, command }) => `${op} ${ns.split('.')[1]} ${Object.keys(command)[0]}`)
    // The directory cache refreshes and the disk is measured from time to time, whoever publishes.
    .filter((name) => !/ (\$cmd|counters|members|dependencies) | dbStats$/.test(name))
    .sort();

const publish = async (name: CastName, objects: readonly object[], isHidden: boolean): Promise<string> => {
  const whom = isHidden
    ? ({ audience: to('riverWater'), marking: 'AMBER+STRICT' } as const)
    : { audience: to('northGrid') };
  const request = draft({ ...whom, bundle: bundleOf(...objects) });
  const outcome = await publishWarning(world.hub, await world.actor(name), request);
  return outcome.ok ? 'PUBLISHED' : outcome.problems.map(({ code }) => code).join();
};

const at = (nth: number): string => new Date(Date.parse('2026-01-01T00:00:00.000Z') + nth).toISOString();
const rowsOf = (ids: readonly string[]) => world.hub.objects.rows.find({ stixId: { $in: [...ids] } });

type Offer = (id: string) => object;
const THIRD = { created_by_ref: newIdentifier('identity') };
const tool =
  (creator: object, modified = at(500), name = 'offered'): Offer =>
  (id) =>
    made('tool', { id, ...creator, modified, name });

/** The offered objects, the publisher's earlier assertions, and hidden rows under the same ids. */
const CASES: readonly (readonly [
  string,
  { offered: Offer; before?: Offer; hidden: (nth: number) => Offer },
])[] = [
  [
    "a third party's object",
    { offered: tool(THIRD), hidden: (nth) => tool(THIRD, at(nth), `hidden ${nth}`) },
  ],
  [
    'the same version with other content',
    { offered: tool(THIRD, at(0)), hidden: (nth) => tool(THIRD, at(nth), `hidden ${nth}`) },
  ],
  [
    'a version of an earlier assertion',
    {
      offered: tool(THIRD),
      before: tool(THIRD, at(400)),
      hidden: (nth) => tool(THIRD, at(nth), `hidden ${nth}`),
    },
  ],
  [
    'an object of its own',
    {
      offered: tool({ created_by_ref: CAST.xbCsirt.identity }),
      hidden: (nth) => tool(THIRD, at(nth), `hidden ${nth}`),
    },
  ],
  [
    'an object of another member',
    {
      offered: tool({ created_by_ref: CAST.cyberAgency.identity }),
      hidden: (nth) => tool({ created_by_ref: CAST.cyberAgency.identity }, at(500 - nth), `hidden ${nth}`),
    },
  ],
  [
    'a marking that does not exist',
    {
      offered: (id) =>
        made('tool', { name: 'marked', object_marking_refs: [id.replace('tool', 'marking-definition')] }),
      hidden: (nth) => (id) => ({
        type: 'marking-definition',
        spec_version: '2.1',
        id: id.replace('tool', 'marking-definition'),
        created: at(0),
        definition_type: 'statement',
        definition: { statement: `hidden ${nth}` },
      }),
    },
  ],
];

describe('the commands of a publication', () => {
  test.each(CASES)('%s', async (_what, { offered, before, hidden }) => {
    const outcomes: { answer: string; names: string[] }[] = [];
    for (const count of [0, 1, 20]) {
      const ids = Array.from({ length: 5 }, () => newIdentifier('tool'));
      if (before !== undefined) expect(await publish('xbCsirt', ids.map(before), false)).toBe('PUBLISHED');
      for (let nth = 0; nth < count; nth += 1) {
        expect(await publish('cyberAgency', ids.map(hidden(nth)), true)).toBe('PUBLISHED');
      }
      const secret = (
        await rowsOf([...ids, ...ids.map((id) => id.replace('tool', 'marking-definition'))]).toArray()
      )
        .filter(({ source }) => source === CAST.cyberAgency.id)
        .map(({ _id }) => _id.toHexString());
      expect(secret).toHaveLength(5 * count);
      let answer = '';
      const commands = await profiled(async () => {
        answer = await publish('xbCsirt', ids.map(offered), false);
      });
      const read = commands
        .filter(({ command }) => command.find === 'objects')
        .flatMap(({ command }) => command.filter?._id?.$in ?? []);
      expect(read.map(String).filter((id) => secret.includes(id))).toEqual([]);
      outcomes.push({ answer, names: namesOf(commands) });
    }
    expect(outcomes[0]?.names.filter((name) => name.includes('objects')).length).toBeGreaterThan(1);
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(outcomes[2]).toEqual(outcomes[0]);
  });
});

test('a flood of hidden rows under one id is not scanned', async () => {
  const id = newIdentifier('tool');
  const own = () => world.hub.objects.rows.countDocuments({ stixId: id, source: CAST.xbCsirt.id });
  const flood = 3_000;
  const versions = Array.from({ length: flood }, (_, nth) => tool(THIRD, at(nth), `hidden ${nth}`)(id));
  expect(await publish('cyberAgency', versions, true)).toBe('PUBLISHED');
  expect(await publish('xbCsirt', [tool(THIRD, at(9_000), 'first')(id)], false)).toBe('PUBLISHED');
  const commands = await profiled(async () => {
    // The publisher's own rows are still found in it: what it told before makes no further row.
    expect(await publish('xbCsirt', [tool(THIRD, at(9_000), 'first')(id)], false)).toBe('PUBLISHED');
    expect(await own()).toBe(1);
  });
  const rows = commands.filter(({ ns }) => ns.endsWith('.objects')).map(({ nreturned }) => nreturned ?? 0);
  const returned = rows.reduce((sum, each) => sum + each, 0);
  expect(returned).toBeGreaterThan(20);
  expect(returned).toBeLessThan(flood / 2);
});
