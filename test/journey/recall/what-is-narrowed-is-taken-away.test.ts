// A narrowing takes a warning from some, in one act and by every way out, and tells them why and what to do. The others keep it
// with its texts and objects. It never adds a reader, and its publisher sees who has not confirmed, of those it may know of.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import { authenticate } from '../../../src/service/access/authenticate.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { eventClient, streamsOpen } from '../../support/live.ts';
import { bundleOf } from '../../support/objects.ts';
import { letSignIn, publishBy, to } from '../../support/publish.ts';
import { openStalledReader } from '../../support/streams/stalled-reader.ts';

let world: TestEndpoint;
let officer: string;
beforeAll(async () => {
  world = await openTestEndpoint();
  officer = await world.token('cyberAgency', 'publisher');
});
afterAll(() => world.close());

const SECRET = 'Zanzibar';
const REASON = 'It went to more than need it.';
const tool = () => ({
  type: 'tool',
  spec_version: '2.1',
  id: newIdentifier('tool'),
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  name: `${SECRET} loader`,
});
type Changes = Parameters<typeof publishBy>[2];
const publish = async (changes: Changes = {}) => {
  const object = tool();
  const id = await publishBy(world, 'cyberAgency', {
    headline: `${SECRET} in the grid`,
    summary: `${SECRET} switches off breakers.`,
    marking: 'AMBER',
    sectorsConcerned: ['energy/electricity'],
    audience: to('northGrid', 'riverWater', 'cityHospital'),
    bundle: bundleOf(object),
    ...changes,
  });
  return { id, object };
};

const NARROW = `mutation($input: NarrowWarningInput!) { result: narrowWarning(input: $input) {
  warning { id version messageType headline changes marking } notice { id version headline recall { warning isNarrowed former { id } } }
  inWords recipients losing notListed refusals { code path remedy } } }`;
const narrow = async (id: string, more: object, token = officer, headers: Record<string, string> = {}) => {
  const input = { id, expectedVersion: 1, reason: REASON, ...more };
  return (await world.ask(token, NARROW, { input }, headers)).body.data.result;
};
const READ = `query($id: ID!) { warning(id: $id) { version headline summary bundle myDelivery { state answer }
  recall { warning reason whatToDo isNarrowed former { id } unconfirmed { edges { node { member { slug } } } } } whyMe { kind rule } } }`;
const read = async (name: CastName, id: string, role: 'analyst' | 'publisher' = 'analyst') =>
  (await world.ask(await world.token(name, role), READ, { id })).body.data.warning;

describe('a narrowed warning', () => {
  let id: string;
  let notice: string;
  let object: ReturnType<typeof tool>;
  beforeAll(async () => {
    ({ id, object } = await publish());
    const done = await narrow(id, { exclude: ['river-water', 'city-hospital'] });
    expect(done).toMatchObject({
      refusals: [],
      recipients: 1,
      losing: 2,
      warning: { id, version: 2, messageType: 'UPDATE', headline: `${SECRET} in the grid` },
      notice: {
        version: 1,
        headline: 'This is not addressed to you any more',
        recall: { warning: id, isNarrowed: true, former: null },
      },
    });
    expect(done.inWords).toMatch(
      /^This narrowing of the warning, version 2, goes to 1 other member\. 2 members lose it\./,
    );
    notice = done.notice.id;
  });

  test('is gone for who loses it before anything asynchronous has happened', async () => {
    const water = await world.token('riverWater', 'analyst');
    const query = `query($id: ID!, $object: ID!) {
      warning(id: $id) { headline }
      feed { edges { node { headline summary } } }
      found: feed(filter: { text: "${SECRET}" }) { edges { node { id } } }
      sector: feed(filter: { sectors: ["energy"] }) { edges { node { id } } }
      indicators { edges { node { values { value } } } }
      stixObject(id: $object) { id raw } stixVersions(id: $object) { edges { node { raw } } }
      node(id: $object) { id } }`;
    const { status, body } = await world.ask(water, query, { id, object: object.id });
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(JSON.stringify(body)).not.toMatch(/zanzibar/i);
    expect(body.data).toMatchObject({
      warning: null,
      stixObject: null,
      node: null,
      found: { edges: [] },
      sector: { edges: [] },
    });
    expect((await world.get(water, `/warnings/${id}`)).status).toBe(404);
  });

  test('stays with its texts and objects for who keeps it', async () => {
    await world.drain();
    const kept = await read('northGrid', id);
    expect(kept).toMatchObject({ version: 2, headline: `${SECRET} in the grid`, recall: null });
    expect(JSON.stringify(kept.bundle)).toContain(object.id);
    expect(await read('northGrid', notice)).toBeNull();
    const listed = await world.ask(
      await world.token('northGrid', 'analyst'),
      `{ feed(filter: { text: "${SECRET} in the grid" }) { edges { node { id } } } }`,
    );
    expect(listed.body.data.feed.edges).toContainEqual({ node: { id } });
  });

  test('leaves who loses it its number, why, and what to do', async () => {
    for (const name of ['riverWater', 'cityHospital'] as const) {
      expect(await read(name, id)).toBeNull();
      const left = await read(name, notice);
      expect(left).toMatchObject({
        headline: 'This is not addressed to you any more',
        summary: REASON,
        recall: { warning: id, reason: REASON, isNarrowed: true, former: null, unconfirmed: null },
        whyMe: { kind: 'HELD' },
        myDelivery: { state: expect.stringMatching(/^(?:SENT|RECEIVED)$/) },
      });
      expect(JSON.stringify(left)).not.toMatch(/zanzibar/i);
    }
    expect(await read('metroRail', notice)).toBeNull();
    const page = await world.get(await world.token('riverWater', 'analyst'), `/warnings/${notice}`);
    expect(page.body).toMatch(
      /\nNARROWED, NOT ADDRESSED TO YOU ANY MORE\s.*\sUTC: It went\sto\smore.*\n\nWhat to do:\n/s,
    );
    expect(page.body).toContain(`Its number: ${id}`);
  });

  test('is confirmed, and its publisher sees who has not', async () => {
    const unconfirmed = async (): Promise<string[]> =>
      (await read('cyberAgency', notice, 'publisher')).recall.unconfirmed.edges.map(
        ({ node }: { node: { member: { slug: string } } }) => node.member.slug,
      );
    expect((await unconfirmed()).toSorted()).toEqual(['city-hospital', 'river-water']);
    const query =
      'mutation($input: AcknowledgeWarningInput!) { acknowledgeWarning(input: $input) { refusals { code } } }';
    const asked = await world.ask(await world.token('riverWater', 'analyst'), '{ toAnswer { id } }');
    expect(asked.body.data.toAnswer).toContainEqual({ id: notice });
    await world.ask(await world.token('riverWater', 'analyst'), query, {
      input: { warning: notice, answer: 'ACTED' },
    });
    expect(await unconfirmed()).toEqual(['city-hospital']);
  });

  test('is narrowed again where nobody loses it, with a notice to nobody', async () => {
    const again = await narrow(id, { expectedVersion: 2, keep: [{ members: ['north-grid'] }] });
    expect(again).toMatchObject({ refusals: [], recipients: 1, losing: 0 });
    expect(again.inWords).toContain(' 0 members lose it.');
    expect((await read('cyberAgency', again.notice.id, 'publisher')).recall).toMatchObject({
      warning: id,
      unconfirmed: { edges: [] },
    });
    await world.drain();
    expect(await read('northGrid', id)).toMatchObject({ version: 3 });
    expect(await read('riverWater', id)).toBeNull();
  });
});

test('a stricter marking takes it from clients, and a part of the audience keeps it', async () => {
  const { id } = await publish({
    audience: { alternatives: [{ sectors: ['energy'] }, { sectors: ['health'] }], excludes: [] },
  });
  expect(await read('smallGas', id)).not.toBeNull();
  const done = await narrow(id, { keep: [{ sectors: ['energy/electricity'] }], marking: 'AMBER_STRICT' });
  expect(done).toMatchObject({ refusals: [], warning: { marking: 'AMBER_STRICT' } });
  await world.drain();
  for (const name of ['northGrid', 'southGrid', 'energyCentre'] as const)
    expect(await read(name, id)).toMatchObject({ version: 2 });
  for (const name of ['smallGas', 'cityHospital'] as const) {
    expect(await read(name, id)).toBeNull();
    expect(await read(name, done.notice.id)).toMatchObject({ recall: { warning: id } });
  }
});

test('tells its publisher nothing of who has it by a declared relation, in a trial or in earnest', async () => {
  // The small gas company is a client of the energy centre, which the publisher is not told.
  const said = ({ inWords, recipients, losing, notice }: Record<string, unknown>) => [
    inWords,
    recipients,
    losing,
    notice === null,
  ];
  const hidden = await publish({ audience: to('energyCentre') });
  const tried = async (id: string, more: object) => said(await narrow(id, { ...more, dryRun: true }));
  expect(await read('smallGas', hidden.id)).not.toBeNull();
  const aboutClient = await tried(hidden.id, { exclude: ['small-gas'] });
  expect(aboutClient).toEqual(await tried(hidden.id, { exclude: ['metro-rail'] }));
  expect(aboutClient).toEqual([expect.stringContaining(' 0 members would lose it.'), 1, 0, true]);
  const done = await narrow(hidden.id, { exclude: ['small-gas'] });
  expect(said(done)).toEqual([expect.stringContaining(' 0 members lose it.'), 1, 0, false]);
  await world.drain();
  expect(await read('smallGas', done.notice.id)).toMatchObject({ recall: { warning: hidden.id } });
  expect((await read('cyberAgency', done.notice.id, 'publisher')).recall.unconfirmed.edges).toEqual([]);
  // What is addressed to the client itself is taken from it, whatever it goes on reading through its provider.
  for (const name of ['smallGas', 'cityHospital'] as const) {
    const { id } = await publish({ audience: to('energyCentre', name) });
    const keep = [{ members: ['energy-centre'] }];
    expect(await tried(id, { keep })).toEqual([
      expect.stringContaining(' 1 member would lose it.'),
      ...[1, 1, true],
    ]);
    const { notice } = await narrow(id, { keep });
    await world.drain();
    expect(await read(name, notice.id)).toMatchObject({ recall: { warning: id } });
    expect(await read(name, id)).toEqual(
      name === 'smallGas' ? expect.objectContaining({ version: 2, whyMe: expect.anything() }) : null,
    );
    const { recall } = await read('cyberAgency', notice.id, 'publisher');
    expect(recall.unconfirmed.edges).toEqual([{ node: { member: { slug: CAST[name].slug } } }]);
  }
});

test('under TLP:RED persons lose it', async () => {
  const persons = ['north-grid/ann', 'north-grid/bo'] as const;
  await letSignIn(world, ...persons);
  const { id } = await publish({
    marking: 'RED',
    audience: { alternatives: [{ persons: [...persons] }], excludes: [] },
    bundle: null,
  });
  const tokens = await Promise.all(persons.map((person) => world.token('northGrid', 'analyst', person)));
  const readBy = async (token: string | undefined, of: string) =>
    (await world.ask(token ?? '', READ, { id: of })).body.data.warning;
  for (const token of tokens) expect(await readBy(token, id)).not.toBeNull();
  const done = await narrow(id, { keep: [{ persons: ['north-grid/ann'] }] });
  expect(done.refusals).toEqual([]);
  await world.drain();
  expect(await readBy(tokens[0], id)).toMatchObject({ version: 2 });
  expect(await readBy(tokens[0], done.notice.id)).toBeNull();
  expect(await readBy(tokens[1], id)).toBeNull();
  expect(await readBy(tokens[1], done.notice.id)).toMatchObject({ recall: { warning: id } });
});

test('what waited to be sent to those who lose it is not sent, and who keeps it is not disturbed', async () => {
  const { id } = await publish();
  await world.hub.deliveries.rows.updateMany({ warning: id }, { $set: { state: 'PENDING' } });
  await narrow(id, { exclude: ['river-water'] });
  const rows = await world.hub.deliveries.rows.find({ warning: id, version: 1 }).toArray();
  const stateOf = (name: CastName) => rows.find(({ member }) => member === CAST[name].id);
  expect(stateOf('riverWater')).toMatchObject({ state: 'WITHHELD', failure: 'RECALLED' });
  expect(stateOf('northGrid')).toMatchObject({ state: 'PENDING' });
});

test('it stays where it was among those that report the same', async () => {
  const { id } = await publish();
  const [before] = await world.hub.feed.firstNumbers([id]);
  await narrow(id, { exclude: ['river-water'] });
  await world.drain();
  expect([...(await world.hub.feed.firstNumbers([id]))]).toEqual([before]);
});

test('a stream of who loses it gives the notice, whatever it filters by', async () => {
  const { id } = await publish();
  const query = `subscription { warningReceived(filter: { sectors: ["energy"], severities: [SEVERE] }) {
    node { id recall { warning isNarrowed } } } }`;
  const client = eventClient(world, await world.token('riverWater', 'analyst'));
  const next = client
    .iterate<{ warningReceived: { node: { id: string; recall: object | null } } }>({ query })
    .next();
  await streamsOpen(world, 1);
  const done = await narrow(id, { exclude: ['river-water'] });
  await world.drain();
  await world.broker.wake();
  const { value } = await next;
  client.dispose();
  await streamsOpen(world, 0);
  expect(value?.data?.warningReceived.node).toEqual({
    id: done.notice.id,
    recall: { warning: id, isNarrowed: true },
  });
});

test('a stream whose reader does not keep up gives nothing of it once the narrowing is answered', async () => {
  const water = await authenticate(world.hub, `Bearer ${await world.token('riverWater', 'analyst')}`);
  if (water === null) throw new Error('nobody');
  const told = async (): Promise<void> => {
    await world.drain();
    await world.broker.wake();
  };
  const narrowed = async (id: string): Promise<string> => {
    const done = await narrow(id, { exclude: ['river-water'] });
    expect(done.refusals).toEqual([]);
    return done.notice.id;
  };
  const live = openStalledReader(world, water, null);
  const first = await publish();
  const waits = await publish();
  await told();
  await live.has(1);
  const notice = await narrowed(waits.id);
  live.goOn();
  await told();
  await live.has(2);
  expect(live.heard.map(({ id }) => id)).toEqual([first.id, notice]);
  live.leave();
  // What it missed is read in a batch; its second row waits for the first to be taken.
  const second = await publish();
  const missed = await publish();
  await told();
  const late = openStalledReader(world, water, live.heard[1]?.cursor ?? null);
  await late.has(1);
  const other = await narrowed(missed.id);
  late.goOn();
  await told();
  await late.has(2);
  expect(late.heard.map(({ id }) => id)).toEqual([second.id, other]);
  late.leave();
});

test('what is wrong with a narrowing is said, a trial writes nothing, and a repeat is answered as before', async () => {
  const { id } = await publish();
  const codes = async (more: object, token = officer) =>
    (await narrow(id, more, token)).refusals.map(
      ({ code, path }: { code: string; path: string }) => `${code} ${path}`,
    );
  expect(await codes({})).toEqual(['NOT_NARROWER $']);
  expect(await codes({ marking: 'GREEN' })).toEqual(['NOT_NARROWER $.marking']);
  expect(await codes({ marking: 'RED' })).toEqual(['NOT_NARROWER $.marking']);
  expect(await codes({ keep: [{ members: ['north-grid', 'metro-rail'] }] })).toEqual([
    'NOT_NARROWER $.keep[0].members[1]',
  ]);
  expect(await codes({ keep: [] })).toEqual(['AUDIENCE_MISSING $.keep']);
  expect(await codes({ exclude: ['nobody'] })).toEqual(['MEMBER_UNKNOWN $.exclude[0]']);
  expect(await codes({ organisations: [7] })).toEqual(['NOT_FOUND $.organisations[0]']);
  expect(await codes({ exclude: ['river-water'], reason: ' ' })).toEqual(['REASON_MISSING $.reason']);
  expect(await codes({ exclude: ['river-water'], expectedVersion: 2 })).toEqual([
    'VERSION_CONFLICT $.expectedVersion',
  ]);
  const others = { exclude: ['river-water'] };
  expect(await codes(others, await world.token('northGrid', 'publisher'))).toEqual([
    'NOT_THE_PUBLISHER $.id',
  ]);
  expect(await codes(others, await world.token('metroRail', 'publisher'))).toEqual(['NOT_FOUND $.id']);
  expect(await narrow(id, { ...others, dryRun: true })).toMatchObject({
    ...{ recipients: 2, losing: 1, warning: null, notice: null, refusals: [] },
  });
  expect(await read('riverWater', id)).toMatchObject({ version: 1 });
  const key = { 'idempotency-key': 'narrow-once' };
  const first = await narrow(id, others, officer, key);
  const again = await narrow(id, others, officer, key);
  expect(again).toMatchObject({ losing: 1, notice: { id: first.notice.id }, inWords: null });
});
