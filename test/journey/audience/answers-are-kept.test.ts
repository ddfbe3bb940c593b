// Answers keep their history, with person and note, for the member and for the publisher, over all versions. One without an
// answer lowers none, and two at once are both kept.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AcknowledgementAnswer } from '../../../src/domain/delivery.ts';
import { deliveryId } from '../../../src/domain/delivery.ts';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { CAST } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { publishBy, to } from '../../support/publish.ts';

let world: TestEndpoint;
let officer: string;
let analyst: string;
beforeAll(async () => {
  world = await openTestEndpoint();
  officer = await world.token('cyberAgency', 'publisher');
  analyst = await world.token('northGrid', 'analyst');
});
afterAll(() => world.close());

const publish = () => publishBy(world, 'cyberAgency', { audience: to('northGrid', 'riverWater') });

type Said = AcknowledgementAnswer | undefined;
const answer = async (warning: string, said: Said, note: string | null = null, token = analyst) => {
  const input = { warning, note, ...(said === undefined ? {} : { answer: said }) };
  const query = `mutation($input: AcknowledgeWarningInput!) {
    acknowledgeWarning(input: $input) { delivery { version answer note } refusals { code } } }`;
  const { body } = await world.ask(token, query, { input });
  expect(body.data.acknowledgeWarning.refusals).toEqual([]);
  return body.data.acknowledgeWarning.delivery;
};

const FIELDS = 'member { slug } version answer note acknowledgedBy answers { version answer note by }';
const seenByOfficer = async (id: string) => {
  const query = `query($id: ID!) { warning(id: $id) { deliveries { edges { node { ${FIELDS} } } } } }`;
  const { body } = await world.ask(officer, query, { id });
  const edges = body.data.warning.deliveries.edges as { node: { member: { slug: string } } }[];
  return edges.find(({ node }) => node.member.slug === 'north-grid')?.node;
};
const seenByMember = async (id: string) => {
  const query = `query($id: ID!) { warning(id: $id) { myDelivery { ${FIELDS} } } }`;
  return (await world.ask(analyst, query, { id })).body.data.warning.myDelivery;
};

test('both sides see who answered what, and in which order', async () => {
  const warning = await publish();
  await answer(warning, 'AFFECTED', 'Two gateways');
  await answer(warning, 'NEED_HELP', '$set is no expression');
  const shift = await world.token('northGrid', 'analyst', 'north-grid/night');
  await answer(warning, 'ACTED', null, shift);
  const expected = {
    answer: 'ACTED',
    note: null,
    acknowledgedBy: 'north-grid/night',
    answers: [
      { version: 1, answer: 'ACTED', note: null, by: 'north-grid/night' },
      { version: 1, answer: 'NEED_HELP', note: '$set is no expression', by: 'north-grid/analyst' },
      { version: 1, answer: 'AFFECTED', note: 'Two gateways', by: 'north-grid/analyst' },
    ],
  };
  expect(await seenByOfficer(warning)).toMatchObject(expected);
  expect(await seenByMember(warning)).toMatchObject(expected);
  const other = await world.token('riverWater', 'analyst');
  const query = `query($id: ID!) { warning(id: $id) { deliveries { edges { node { note } } } myDelivery { answers { by } } } }`;
  expect((await world.ask(other, query, { id: warning })).body.data.warning).toEqual({
    deliveries: null,
    myDelivery: { answers: [] },
  });
});

test('an acknowledgement without an answer lowers none', async () => {
  const warning = await publish();
  expect(await answer(warning, undefined)).toMatchObject({ answer: 'SEEN' });
  for (const said of ['NOT_AFFECTED', 'AFFECTED', 'ACTED', 'NEED_HELP'] as const) {
    await answer(warning, said, `note of ${said}`);
    expect(await answer(warning, undefined)).toMatchObject({ answer: said, note: `note of ${said}` });
    expect(await answer(warning, undefined, 'more')).toMatchObject({ answer: said, note: 'more' });
  }
  // An answer that is given counts, whatever it is.
  expect(await answer(warning, 'SEEN')).toMatchObject({ answer: 'SEEN' });
  expect((await seenByMember(warning)).answers).toHaveLength(1 + 4 * 2 + 1);
});

test('what a former version was answered stays in view, and stands until another answer is given', async () => {
  const warning = await publish();
  await answer(warning, 'NEED_HELP', 'Come');
  const cancelled = await cancelWarning(world.hub, await world.actor('cyberAgency'), {
    id: warning,
    expectedVersion: 1,
    reason: 'A mistake',
  });
  expect(cancelled.ok).toBe(true);
  await world.drain();
  const former = { version: 1, answer: 'NEED_HELP', note: 'Come', by: 'north-grid/analyst' };
  expect(await seenByOfficer(warning)).toMatchObject({ version: 2, answer: null, answers: [former] });
  expect(await answer(warning, undefined)).toMatchObject({ version: 2, answer: 'NEED_HELP' });
  await answer(warning, 'NOT_AFFECTED');
  const { answers } = await seenByMember(warning);
  expect(
    answers.map((each: { version: number; answer: string }) => `${each.version} ${each.answer}`),
  ).toEqual(['2 NOT_AFFECTED', '2 NEED_HELP', '1 NEED_HELP']);
});

test('the publisher sees the deliveries of a former version, also of a member that does not get this one', async () => {
  const warning = await publish();
  await answer(warning, 'NEED_HELP', 'Come');
  const { kind: _, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = draft();
  const update = { id: warning, expectedVersion: 1, draft: texts };
  expect((await updateWarning(world.hub, await world.actor('cyberAgency'), update)).ok).toBe(true);
  await world.drain();
  // As where a stricter marking withholds the new version.
  await world.hub.deliveries.rows.deleteOne({ warning, version: 2, member: CAST.northGrid.id });
  const query = `query($id: ID!, $version: Int) {
    warning(id: $id) { deliveries(version: $version) { edges { node { version answer member { slug } } } } } }`;
  const of = async (token: string, version: number | null) =>
    (await world.ask(token, query, { id: warning, version })).body.data.warning.deliveries;
  const slugs = async (version: number | null): Promise<string[]> =>
    (await of(officer, version)).edges.map(
      ({ node }: { node: { member: { slug: string } } }) => node.member.slug,
    );
  expect(await slugs(null)).toEqual(['river-water']);
  expect(await slugs(1)).toEqual(expect.arrayContaining(['north-grid', 'river-water']));
  expect(await slugs(3)).toEqual([]);
  expect(await slugs(-1)).toEqual([]);
  expect(await of(analyst, 1)).toBeNull();
});

test('answers at once are all kept, and at most fifty', async () => {
  const warning = await publish();
  const actor = await world.actor('northGrid', 'analyst');
  const notes = Array.from({ length: 8 }, (_, at) => `note ${at}`);
  await Promise.all(
    notes.map((note) => acknowledgeWarning(world.hub, actor, { warning, answer: 'AFFECTED', note })),
  );
  const { answers } = (await seenByOfficer(warning)) as unknown as { answers: { note: string }[] };
  expect(answers.map(({ note }) => note).toSorted()).toEqual(notes);
  for (let more = 0; more < 50; more += 1)
    await acknowledgeWarning(world.hub, actor, { warning, answer: 'ACTED', note: `later ${more}` });
  const row = await world.hub.deliveries.rows.findOne({ warning, member: CAST.northGrid.id });
  expect(row?.answers).toHaveLength(50);
  expect(row?.answers?.at(-1)).toMatchObject({ note: 'later 49' });
});

test('the answer of a hub of the release before, which keeps one alone, is kept as well', async () => {
  const warning = await publish();
  const id = deliveryId(warning, 1, CAST.northGrid.id, 'FEED');
  const older = async (said: AcknowledgementAnswer, at: Date): Promise<void> => {
    const set = { answer: said, note: `old ${said}`, acknowledgedBy: null, acknowledgedAt: at };
    await world.hub.deliveries.rows.updateOne({ _id: id }, { $set: { ...set, state: 'ACKNOWLEDGED' } });
  };
  await older('AFFECTED', new Date('2026-01-01T00:00:00Z'));
  expect((await seenByMember(warning)).answers).toEqual([
    { version: 1, answer: 'AFFECTED', note: 'old AFFECTED', by: null },
  ]);
  await answer(warning, 'NEED_HELP', 'new');
  await older('ACTED', new Date('2030-01-01T00:00:00Z'));
  await answer(warning, 'NOT_AFFECTED', 'newest');
  const row = await world.hub.deliveries.rows.findOne({ _id: id });
  expect(row?.answers?.map(({ answer: said, note }) => `${said} ${note}`)).toEqual([
    'AFFECTED old AFFECTED',
    'NEED_HELP new',
    'ACTED old ACTED',
    'NOT_AFFECTED newest',
  ]);
});
