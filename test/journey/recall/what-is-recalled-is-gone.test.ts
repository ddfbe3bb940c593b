// A recall removes what a warning said from every way out but its publisher's, in one act, and tells whoever holds it why and
// what to do: also a member that may not read it any more. Its publisher sees who has not confirmed, of those it may know of.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import type { AcknowledgementAnswer } from '../../../src/domain/delivery.ts';
import { decideMember } from '../../../src/policy/decide.ts';
import { authenticate } from '../../../src/service/access/authenticate.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { contentOf } from '../../../src/store/content/stored-content.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { eventClient, streamsOpen } from '../../support/live.ts';
import { bundleOf } from '../../support/objects.ts';
import { publishBy, to } from '../../support/publish.ts';
import { openStalledReader } from '../../support/streams/stalled-reader.ts';

let world: TestEndpoint;
let officer: string;
/** In no sector and no community: it is reached only by what it declared, and its publisher does not see it. */
const lab = { ...CAST.xbCsirt, sectors: [], mayPublish: false };
beforeAll(async () => {
  world = await openTestEndpoint();
  await world.hub.members.save(lab);
  await world.hub.members.saveDependency({
    id: 'dependency--lab-on-north-grid',
    provider: CAST.northGrid.id,
    dependent: lab.id,
    service: 'electricity',
    strength: 1,
    redundancy: 0,
    bufferHours: 1,
  });
  world.hub.directory.forget();
  officer = await world.token('cyberAgency', 'publisher');
});
afterAll(() => world.close());

const SECRET = 'Zanzibar';
const REASON = 'It names a source that must stay unknown.';
const tool = () => ({
  type: 'tool',
  spec_version: '2.1',
  id: newIdentifier('tool'),
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  name: `${SECRET} loader`,
});
const publish = async (object = tool()) => {
  const id = await publishBy(world, 'cyberAgency', {
    headline: `${SECRET} in the grid`,
    summary: `${SECRET} switches off breakers.`,
    sectorsConcerned: ['energy/electricity'],
    audience: to('northGrid', 'riverWater'),
    bundle: bundleOf(object),
  });
  return { id, object };
};

const RECALL = `mutation($input: RecallWarningInput!) { result: recallWarning(input: $input) {
  warning { id version messageType headline recall { former { headline } } } inWords recipients refusals { code path } } }`;
const recall = async (id: string, more: object = {}, token = officer) => {
  const input = { id, expectedVersion: 1, reason: REASON, ...more };
  return (await world.ask(token, RECALL, { input })).body.data.result;
};
const LEFT = `query($id: ID!) { warning(id: $id) {
  version state messageType headline summary actions { text } sectorsConcerned cves objects { edges { node { id } } }
  bundle known { inWords } related { warning { id } } sources { warning } myDelivery { state answer }
  recall { warning reason whatToDo isNarrowed former { headline } notTold unconfirmed { edges { node { member { slug } } } } }
  whyMe { kind isKnownToPublisher }
} }`;
const leftFor = async (name: CastName, id: string, role: 'analyst' | 'publisher' = 'analyst') =>
  (await world.ask(await world.token(name, role), LEFT, { id })).body.data.warning;
const answer = async (name: CastName, warning: string, said: AcknowledgementAnswer, version?: number) => {
  const query =
    'mutation($input: AcknowledgeWarningInput!) { acknowledgeWarning(input: $input) { delivery { answer } refusals { code } } }';
  const { body } = await world.ask(await world.token(name, 'analyst'), query, {
    input: { warning, answer: said, ...(version === undefined ? {} : { expectedVersion: version }) },
  });
  return body.data.acknowledgeWarning;
};
const unconfirmed = async (id: string): Promise<string[]> =>
  (await leftFor('cyberAgency', id, 'publisher')).recall.unconfirmed.edges.map(
    ({ node }: { node: { member: { slug: string } } }) => node.member.slug,
  );

describe('a recalled warning', () => {
  let id: string;
  let object: ReturnType<typeof tool>;
  beforeAll(async () => {
    ({ id, object } = await publish());
    const done = await recall(id);
    expect(done).toMatchObject({
      refusals: [],
      recipients: 2,
      warning: { id, version: 2, messageType: 'CANCEL' },
    });
    expect(done.inWords).toMatch(/^This recall of the warning, version 2, goes to 2 other members\./);
    expect(done.warning.recall.former).toEqual({ headline: `${SECRET} in the grid` });
  });

  test('is gone before anything asynchronous has happened', async () => {
    const grid = await world.token('northGrid', 'analyst');
    const query = `query($id: ID!, $object: ID!) {
      warning(id: $id) { headline summary bundle objects { edges { node { id raw } } } }
      feed { edges { node { headline summary } } }
      found: feed(filter: { text: "${SECRET}" }) { edges { node { id } } }
      sector: feed(filter: { sectors: ["energy"] }) { edges { node { headline } } }
      stixObject(id: $object) { id raw } stixVersions(id: $object) { edges { node { raw } } }
      node(id: $object) { id } }`;
    const { status, body } = await world.ask(grid, query, { id, object: object.id });
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(JSON.stringify(body)).not.toMatch(/zanzibar/i);
    expect(body.data).toMatchObject({ stixObject: null, node: null, found: { edges: [] } });
    expect((await world.get(grid, `/warnings/${id}`)).body).not.toMatch(/zanzibar/i);
  });

  test('leaves its holders its number, why, and what to do', async () => {
    await world.drain();
    for (const name of ['northGrid', 'riverWater', 'cityHospital', 'xbCsirt'] as const) {
      const left = await leftFor(name, id);
      expect(left).toMatchObject({
        state: 'CANCELLED',
        headline: 'This warning was recalled',
        summary: REASON,
        sectorsConcerned: [],
        objects: { edges: [] },
        recall: {
          warning: id,
          reason: REASON,
          isNarrowed: false,
          former: null,
          notTold: null,
          unconfirmed: null,
        },
        whyMe: { kind: 'HELD' },
        // A stream that showed it has it received, once the timer of receipts has run.
        myDelivery: { state: expect.stringMatching(/^(?:SENT|RECEIVED)$/) },
      });
      expect(JSON.stringify(left)).not.toMatch(/zanzibar/i);
    }
    expect((await leftFor('xbCsirt', id)).whyMe.isKnownToPublisher).toBe(false);
    // Who never held it has nothing.
    expect(await leftFor('metroRail', id)).toBeNull();
    const page = await world.get(await world.token('northGrid', 'analyst'), `/warnings/${id}`);
    expect(page.body).toMatch(/\nRECALLED .* UTC: It names a source.*\n\nWhat to do:\n/s);
  });

  test('is confirmed by its holders, and its publisher sees who has not, of those it may know of', async () => {
    expect(await unconfirmed(id)).toEqual(['north-grid', 'river-water']);
    // What was said of the warning is no confirmation, nor is having seen the recall.
    expect(await answer('riverWater', id, 'SEEN', 2)).toMatchObject({ refusals: [] });
    expect(await unconfirmed(id)).toEqual(['north-grid', 'river-water']);
    await answer('northGrid', id, 'ACTED', 2);
    expect(await unconfirmed(id)).toEqual(['river-water']);
    await answer('xbCsirt', id, 'SEEN', 2);
    expect((await unconfirmed(id)).toSorted()).toEqual([lab.slug, 'river-water'].toSorted());
  });

  test('stays with its publisher: its texts, and its objects in the history', async () => {
    const left = await leftFor('cyberAgency', id, 'publisher');
    expect(left).toMatchObject({
      whyMe: { kind: 'OWN' },
      recall: { former: { headline: `${SECRET} in the grid` } },
    });
    const query = 'query($id: ID!) { stixVersions(id: $id) { edges { node { withdrawn raw } } } }';
    const { body } = await world.ask(officer, query, { id: object.id });
    expect(body.data.stixVersions.edges).toMatchObject([
      { node: { withdrawn: true, raw: { name: object.name } } },
    ]);
  });

  test('is over: nothing follows it', async () => {
    const request = { id, expectedVersion: 2, reason: 'Again', whatToDo: null, language: 'en' };
    const agency = await world.actor('cyberAgency');
    expect(await recallWarning(world.hub, agency, request)).toMatchObject({
      problems: [{ code: 'ALREADY_RECALLED' }],
    });
    const { kind: _, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = draft();
    const update = { id, expectedVersion: 2, draft: texts };
    expect(await updateWarning(world.hub, agency, update)).toMatchObject({
      problems: [{ code: 'ALREADY_RECALLED' }],
    });
  });

  test('is closed where it is stored, whoever decides by a former version', async () => {
    const row = await world.hub.warnings.version(id, 1);
    const { access, summary } = contentOf(row?.content ?? '');
    expect(summary.headline).toContain(SECRET);
    const member = CAST.northGrid;
    expect(decideMember({ member, providers: [] }, access, Date.now()).allowed).toBe(false);
  });
});

test('who may not read it any more gets the number and nothing else', async () => {
  const { id } = await publish();
  const was = CAST.riverWater;
  await world.hub.members.save({
    ...was,
    standing: 'PROBATION',
    probationSince: new Date(),
    joinedAt: new Date(),
  });
  world.hub.directory.forget();
  await recall(id);
  await world.drain();
  expect(await leftFor('riverWater', id)).toMatchObject({ recall: { warning: id }, summary: REASON });
  await world.hub.members.save(was);
  world.hub.directory.forget();
});

test('who held it and was suspended is told nothing, and its publisher sees that somebody was not told', async () => {
  const { id } = await publish();
  const was = CAST.riverWater;
  await world.hub.members.save({ ...was, standing: 'SUSPENDED', isActive: false });
  world.hub.directory.forget();
  await recall(id);
  const told = async () => (await leftFor('cyberAgency', id, 'publisher')).recall;
  // Nobody has been told yet.
  expect(await told()).toMatchObject({ notTold: 2, unconfirmed: { edges: [] } });
  await world.drain();
  expect(await told()).toMatchObject({ notTold: 1 });
  expect(await unconfirmed(id)).toEqual(['north-grid']);
  await answer('northGrid', id, 'ACTED', 2);
  expect(await told()).toMatchObject({ notTold: 1, unconfirmed: { edges: [] } });
  await world.hub.members.save(was);
  world.hub.directory.forget();
});

test('what waited to be sent is not sent any more', async () => {
  const { id } = await publish();
  await world.hub.deliveries.rows.updateMany({ warning: id }, { $set: { state: 'PENDING' } });
  await recall(id);
  const rows = await world.hub.deliveries.rows.find({ warning: id, version: 1 }).toArray();
  expect(new Set(rows.map(({ state, failure }) => `${state} ${failure}`))).toEqual(
    new Set(['WITHHELD RECALLED']),
  );
});

test('a stream gives it whatever its reader filters by, live and after a pause', async () => {
  const { id } = await publish();
  const token = await world.token('northGrid', 'analyst');
  const query = `subscription($after: String) { warningReceived(after: $after, filter: { sectors: ["energy"], severities: [SEVERE] }) {
    cursor node { id recall { warning } } } }`;
  const hear = async (after: string | null, meanwhile: () => Promise<void>) => {
    const client = eventClient(world, token);
    const events = client.iterate<{
      warningReceived: { cursor: string; node: { id: string; recall: object | null } };
    }>({
      query,
      variables: { after },
    });
    const next = events.next();
    if (after === null) await streamsOpen(world, 1);
    await meanwhile();
    const { value } = await next;
    client.dispose();
    await streamsOpen(world, 0);
    return value?.data?.warningReceived;
  };
  let cursor = '';
  const first = await hear(null, async () => {
    await recall(id);
    await world.drain();
    await world.broker.wake();
  });
  expect(first?.node).toEqual({ id, recall: { warning: id } });
  cursor = first?.cursor ?? '';
  const other = await publish();
  await recall(other.id);
  await world.drain();
  await world.broker.wake();
  const missed = await hear(cursor, async () => undefined);
  expect(missed?.node).toEqual({ id: other.id, recall: { warning: other.id } });
});

test('a stream whose reader does not keep up gives nothing of it once the recall is answered', async () => {
  const analyst = await authenticate(world.hub, `Bearer ${await world.token('northGrid', 'analyst')}`);
  if (analyst === null) throw new Error('nobody');
  const stalled = (after: string | null) => openStalledReader(world, analyst, after);
  const told = async (): Promise<void> => {
    await world.drain();
    await world.broker.wake();
  };
  const onlyTheRecall = { version: 2, headline: 'This warning was recalled' };
  const live = stalled(null);
  await publish();
  const waits = await publish();
  await told();
  await live.has(1);
  expect((await recall(waits.id)).refusals).toEqual([]);
  live.goOn();
  await told();
  await live.has(2);
  expect(live.heard[1]).toMatchObject(onlyTheRecall);
  live.leave();
  // What it missed is read in a batch; its second row waits for the first to be taken.
  await publish();
  const missed = await publish();
  await told();
  const late = stalled(live.heard[1]?.cursor ?? null);
  await late.has(1);
  expect((await recall(missed.id)).refusals).toEqual([]);
  late.goOn();
  await told();
  await late.has(2);
  expect(late.heard[1]).toMatchObject(onlyTheRecall);
  late.leave();
});

test('what is wrong with a recall is said, and a trial writes nothing', async () => {
  const { id } = await publish();
  const codes = async (more: object, token = officer) =>
    (await recall(id, more, token)).refusals.map(
      ({ code, path }: { code: string; path: string }) => `${code} ${path}`,
    );
  expect(await codes({ reason: ' ' })).toEqual(['REASON_MISSING $.reason']);
  expect(await codes({ whatToDo: 'x'.repeat(2_001) })).toEqual(['TEXT_TOO_LONG $.whatToDo']);
  expect(await codes({ language: '-' })).toEqual(['LANGUAGE_MALFORMED $.language']);
  expect(await codes({ expectedVersion: 2 })).toEqual(['VERSION_CONFLICT $.expectedVersion']);
  expect(await codes({}, await world.token('northGrid', 'publisher'))).toEqual(['NOT_THE_PUBLISHER $.id']);
  expect(await codes({}, await world.token('metroRail', 'publisher'))).toEqual(['NOT_FOUND $.id']);
  expect(await recall(id, { dryRun: true })).toMatchObject({ recipients: 2, warning: null, refusals: [] });
  expect((await leftFor('northGrid', id)).recall).toBeNull();
});
