// A person's data, asked for by somebody else: an administrator of its member, or an operator of the hub from its member, is
// told neither that it answered nor what it wrote about a warning that they may not read.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Role } from '../../../src/domain/member.ts';
import { authenticate } from '../../../src/service/access/authenticate.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { recordAct } from '../../../src/service/audit/record-act.ts';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { giveFeedback } from '../../../src/service/effect/give-feedback.ts';
import { exportPerson } from '../../../src/service/person-data/export-person.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { good } from '../../support/outcome.ts';
import { letSignIn, publishBy, to } from '../../support/publish.ts';

const ANN = 'north-grid/analyst';
/** What Ann writes about each warning: a word of its own. */
const MARKINGS = ['CLEAR', 'GREEN', 'AMBER+STRICT', 'RED'] as const;
type Marked = (typeof MARKINGS)[number];
const WORDS: Readonly<Record<Marked, string>> = {
  CLEAR: 'cormorant',
  GREEN: 'gannet',
  'AMBER+STRICT': 'avocet',
  RED: 'redshank',
};
const PROPOSED = 'puffin';

let world: TestEndpoint;
let token = '';
let ann: Actor;
const ids = new Map<Marked, string>();

beforeAll(async () => {
  world = await openTestEndpoint();
  await letSignIn(world, ANN);
  token = await world.token('northGrid', 'analyst');
  const actor = await authenticate(world.hub, `Bearer ${token}`);
  if (actor?.person == null) throw new Error('the key is of a person');
  ann = actor;
  for (const marking of MARKINGS) await writeAbout(marking);
  const manager: Actor = { ...ann, roles: ['analyst', 'manager'] };
  const payload = { scope: 'PERSON', target: actor.person, reason: 'An inquiry' };
  good(await propose(world.hub, manager, { kind: 'PLACE_HOLD', payload, note: `It says ${PROPOSED}` }));
});
afterAll(() => world.close());

/** She answers, asks for help, says what was seen, and opens it. */
const writeAbout = async (marking: Marked): Promise<void> => {
  const { hub } = world;
  const audience =
    marking === 'RED' ? { alternatives: [{ persons: [ANN] }], excludes: [] } : to('northGrid', 'southGrid');
  const warning = await publishBy(world, 'cyberAgency', { marking, audience, headline: `About ${marking}` });
  ids.set(marking, warning);
  const note = `She wrote ${WORDS[marking]}`;
  good(await acknowledgeWarning(hub, ann, { warning, answer: 'NEED_HELP', note }));
  const seen = { isUseful: true, sighting: 'SEEN_WITH_DETAILS', details: note } as const;
  good(await giveFeedback(hub, ann, { warning, ...seen }));
  const opened = { event: 'warning.opened', by: ann, members: [], warning } as const;
  await hub.database.transaction((session) => recordAct(hub, opened, session));
};

/** Which warnings it tells of, and how often each of her words is in it. */
const toldIn = (data: unknown) => {
  const text = JSON.stringify(data);
  return Object.fromEntries(
    MARKINGS.map((marking) => [
      marking,
      [text.includes(ids.get(marking) ?? '?'), text.split(WORDS[marking]).length - 1],
    ]),
  );
};

const dataFor = async (by: Actor) => {
  const data = good(await exportPerson(world.hub, by, ann.person ?? ''));
  const counts = [data.answers, data.feedback, data.cases].map(({ length }) => length);
  const opened = (data.acts as { event: string }[]).filter(({ event }) => event === 'warning.opened').length;
  return { told: toldIn(data), counts, opened, isNoted: JSON.stringify(data).includes(PROPOSED) };
};

const ALL = [true, 4];
const NONE = [false, 0];

test('the person itself has all of it', async () => {
  const { told, ...more } = await dataFor(ann);
  expect(told).toEqual(Object.fromEntries(MARKINGS.map((marking) => [marking, ALL])));
  expect(more).toEqual({ counts: [4, 4, 4], opened: 4, isNoted: true });
});

const OTHERS: readonly (readonly [Role, Readonly<Record<Marked, unknown>>, number])[] = [
  ['member-admin', { CLEAR: ALL, GREEN: ALL, 'AMBER+STRICT': ALL, RED: NONE }, 3],
  ['hub-operator', { CLEAR: ALL, GREEN: NONE, 'AMBER+STRICT': NONE, RED: NONE }, 1],
];
test.each(OTHERS)(
  '%s of its member has what is about warnings that it may read',
  async (role, told, count) => {
    expect(await dataFor(await world.actor('northGrid', role))).toEqual({
      told,
      counts: [count, count, count],
      opened: count,
      isNoted: false,
    });
  },
);

test('so has whoever others let in as the person, and a key of it that reads no warnings', async () => {
  const recovered = await dataFor({ ...ann, isRedClosed: true });
  expect(recovered.told).toMatchObject({ 'AMBER+STRICT': ALL, RED: NONE });
  const administers = await dataFor({ ...ann, scopes: ['member:admin'] });
  expect(administers.told).toEqual(Object.fromEntries(MARKINGS.map((marking) => [marking, NONE])));
});

test('over GraphQL too', async () => {
  const asked = async (key: string) => {
    const query = 'query ($person: ID!) { personData(person: $person) }';
    return toldIn((await world.ask(key, query, { person: ann.person })).body.data.personData);
  };
  expect(await asked(token)).toMatchObject({ RED: ALL });
  expect(await asked(await world.token('northGrid', 'member-admin'))).toMatchObject({
    GREEN: ALL,
    RED: NONE,
  });
});

test('what a colleague answered after it is not the person’s', async () => {
  const { hub } = world;
  const warning = ids.get('GREEN') ?? '';
  const colleague = await world.actor('northGrid', 'manager');
  good(await acknowledgeWarning(hub, colleague, { warning, answer: 'ACTED', note: 'A colleague of hers' }));
  const data = good(await exportPerson(hub, ann, ann.person ?? ''));
  expect(JSON.stringify(data)).not.toContain('A colleague of hers');
  expect(data.answers).toContainEqual(
    expect.objectContaining({
      warning,
      answer: null,
      all: [expect.objectContaining({ answer: 'NEED_HELP' })],
    }),
  );
});
