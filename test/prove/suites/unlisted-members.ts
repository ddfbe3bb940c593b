// I32: to whom a member is unlisted it is absent. Two worlds that differ in one unlisted member get the same previews, which
// name it, its persons and its identity as if they guessed them, and the same publications; it reads them in the second world.
// What publishers are answered is compared as bytes. Then it answers without its name, and is "an organisation" on which every
// act works, and nothing that the publisher is answered holds its name, its ids or its person.
import type { Audience } from '../../../src/domain/audience.ts';
import { deliveryId } from '../../../src/domain/delivery.ts';
import type { Tlp } from '../../../src/domain/marking.ts';
import type { Member } from '../../../src/domain/member.ts';
import { createKey } from '../../../src/service/access/create-key.ts';
import { memberOf } from '../../support/cast.ts';
import { draft } from '../../support/hub.ts';
import { type Random, randomOf } from '../../support/random.ts';
import { openPairedHubs, type PairedHubs } from '../../support/world/alike/paired-hubs.ts';
import {
  CANCEL,
  DELIVERIES,
  NODE,
  PREVIEW,
  PUBLISH,
  RENAME,
  UPDATE,
} from '../../support/world/alike/publisher-questions.ts';
import { makeAudience, makePartnership, type Partnership, type Reader } from '../../support/world/worlds.ts';
import type { ChunkResult, Suite } from '../suite.ts';

export type Size = { readonly previews: number; readonly publications: number };

const MEMBERS = 18;
const MARKINGS: readonly Tlp[] = ['CLEAR', 'GREEN', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'];
const SLUG = 'quiet-harbour';
/** Communities of the hidden member. */
const CIRCLES = ['energy-circle', 'health-circle'];
const TO_CIRCLES: Audience = { alternatives: [{ communities: CIRCLES }], excludes: [] };
const READ = 'query ($id: ID!) { warning(id: $id) { id version whyMe { rule isKnownToPublisher } } }';
const ANSWER = `mutation ($input: AcknowledgeWarningInput!) { acknowledgeWarning(input: $input) {
  delivery { id answer } refusals { code } } }`;
const MEMBER = 'query ($id: ID!) { node(id: $id) { id ... on Member { slug name } } }';
const SECTORS = '{ unlistedMembers { sector count } members { slug } }';

type Run = {
  readonly hubs: PairedHubs;
  readonly random: Random;
  readonly members: readonly Member[];
  readonly publishers: readonly Reader[];
  readonly hidden: Member;
  /** Of a person of the hidden member, in the second world. */
  readonly token: string;
  readonly failures: string[];
  counted: number;
  /** Versions that reached the hidden member, and answers of it. */
  reached: number;
  answered: number;
};

/** It is in many relations, so that much would betray it. */
const hiddenIn = (random: Random, { members }: Partnership): Member => {
  const like = random.pick(members.filter(({ sectors }) => sectors.length > 0));
  const known = members.map(({ id }) => id);
  return memberOf(SLUG, {
    kind: 'OPERATOR',
    country: like.country,
    sectors: like.sectors,
    communities: [...CIRCLES],
    clients: random.some(known, 1, 2),
    mayPublish: true,
    isUnlisted: true,
  });
};

export const compareUnlisted = async (seed: number, size: Size): Promise<ChunkResult> => {
  const random = randomOf(seed);
  const partnership = makePartnership(random, MEMBERS);
  const { members } = partnership;
  const hidden = hiddenIn(random, partnership);
  const dependency = {
    id: 'dependency--hidden',
    provider: random.pick(members).id,
    dependent: hidden.id,
    service: 'power',
    strength: 1,
    redundancy: 0,
    bufferHours: null,
  };
  const whole = {
    ...partnership,
    members: [...members, hidden],
    dependencies: [...partnership.dependencies, dependency],
  };
  const hubs = await openPairedHubs(seed, [partnership, whole]);
  const person = `${SLUG}/ann`;
  const created = await createKey(hubs.worlds[1].hub, { member: SLUG, role: 'analyst', person });
  if (!created.ok) throw new Error(created.problems[0]?.message);
  const publishers = members
    .filter(({ mayPublish }) => mayPublish)
    .map(({ slug }): Reader => ({ member: slug, role: 'publisher', person: `${slug}/ann` }));
  const { token } = created.value;
  const run: Run = {
    ...{ hubs, random, members, publishers, hidden, token },
    ...{ failures: [], counted: 0, reached: 0, answered: 0 },
  };
  try {
    for (let turn = 0; turn < size.previews; turn += 1) await previewOnce(run, turn);
    for (let turn = 0; turn < size.publications; turn += 1) await publishOnce(run, turn);
  } finally {
    await hubs.close();
  }
  if (size.publications > 0 && (run.reached === 0 || run.answered === 0))
    run.failures.push('the hidden member was reached by nothing, or never answered');
  return {
    counted: run.counted,
    failures: run.failures.map((line) => `seed ${seed}: ${line}`),
    figures: { 'versions that reached it': run.reached, 'answers without a name': run.answered },
  };
};

type Question = { readonly by: Reader; readonly query: string; readonly variables: object };

/** Asks both, and keeps the difference. */
const same = async (run: Run, what: string, { by, query, variables }: Question) => {
  const { texts, data } = await run.hubs.ask(by, query, variables);
  run.counted += 1;
  if (texts[0] !== texts[1])
    run.failures.push(`${what} by ${by.member} ${JSON.stringify(variables)}: ${texts[0]} | ${texts[1]}`);
  return data[0];
};

const inGraphql = (marking: Tlp): string => marking.replace('+', '_');

/** Often it names the hidden member, or one of its persons, as whoever guesses would. */
const audienceOf = ({ random, members }: Run, marking: Tlp): Audience => {
  const made = makeAudience(random, members, marking);
  const [first = {}, ...rest] = made.alternatives;
  if (marking === 'RED')
    return random.chance(0.3)
      ? { ...made, alternatives: [{ ...first, persons: [...(first.persons ?? []), `${SLUG}/ann`] }, ...rest] }
      : made;
  switch (random.below(8)) {
    case 0:
      return { ...made, alternatives: [{ members: [SLUG] }, ...rest] };
    case 1:
      return { ...made, alternatives: [{ ...first, persons: [`${SLUG}/ann`] }, ...rest] };
    case 2:
      return { ...made, excludes: [...made.excludes, SLUG] };
    case 3:
      return { alternatives: [{}], excludes: [] };
    case 4:
      return TO_CIRCLES;
    default:
      return made;
  }
};

const previewOnce = async (run: Run, turn: number): Promise<void> => {
  run.hubs.act(`preview ${turn}`);
  const marking = run.random.pick(MARKINGS);
  const by = run.random.pick(run.publishers);
  const input = { marking: inGraphql(marking), audience: audienceOf(run, marking) };
  await same(run, 'preview', { by, query: PREVIEW, variables: { input } });
  const id = run.random.pick([run.hidden.id, run.hidden.identity]);
  await same(run, 'member by id', { by, query: MEMBER, variables: { id } });
  if (turn % 5 === 0) {
    const admin = { member: by.member, role: 'member-admin', person: `${by.member}/admin` } as const;
    const name = run.random.pick([run.hidden.name, SLUG, 'Qu1et Harb0ur']);
    await same(run, 'name', { by: admin, query: RENAME, variables: { input: { name } } });
  }
  if (turn % 10 === 0) await same(run, 'sectors', { by, query: SECTORS, variables: {} });
};

/** Sometimes with an object that claims to be of the hidden member. */
const bundleOf = ({ random, hidden }: Run, turn: number): object | null => {
  if (!random.chance(0.4)) return null;
  const at = new Date(Date.parse('2028-01-01T00:00:00.000Z') + turn * 1_000).toISOString();
  const id = `00000000-0000-4000-8000-${String(turn).padStart(12, '0')}`;
  const malware = {
    type: 'malware',
    spec_version: '2.1',
    id: `malware--${id}`,
    created: at,
    modified: at,
    created_by_ref: hidden.identity,
    name: `Tool ${turn}`,
    is_family: false,
  };
  return { type: 'bundle', id: `bundle--${id}`, objects: [malware] };
};

type Drawn = { readonly by: Reader; readonly marking: Tlp; readonly audience: Audience };

/** The first publication reaches the hidden member whatever the seed: by a publisher that nothing caps, to its communities. */
const drawn = (run: Run, turn: number): Drawn => {
  const [first] = run.publishers;
  if (turn === 0 && first !== undefined) return { by: first, marking: 'GREEN', audience: TO_CIRCLES };
  const marking = run.random.pick(MARKINGS);
  return { by: run.random.pick(run.publishers), marking, audience: audienceOf(run, marking) };
};

const publishOnce = async (run: Run, turn: number): Promise<void> => {
  const { hubs, random } = run;
  hubs.act(`publish ${turn}`);
  const { by, marking, audience } = drawn(run, turn);
  const changes = { marking, audience, allowEmptyAudience: true };
  const { kind: _, ...given } = draft({
    ...changes,
    headline: `Warning ${turn}`,
    bundle: turn === 0 ? null : bundleOf(run, turn),
  });
  const variables = { input: { ...given, marking: inGraphql(marking) } };
  const published = await same(run, 'publication', { by, query: PUBLISH, variables });
  const id: string | undefined = published?.result?.warning?.id;
  if (id === undefined) return;
  await hubs.drain();
  await look(run, by, id, 1);
  const isReached = await isReadByHidden(run, turn, id);
  await look(run, by, id, 1);
  const isNameless = isReached && random.chance(0.5);
  if (isNameless) await answersAsOrganisation(run, by, id, 1);
  hubs.act(`after ${turn}`);
  const { marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = given;
  const [name, query, next] = random.chance(0.5)
    ? (['update', UPDATE, { ...texts, bundle: null, id, expectedVersion: 1 }] as const)
    : (['cancellation', CANCEL, { id, expectedVersion: 1, reason: 'It was a test.' }] as const);
  await same(run, name, { by, query, variables: { input: next } });
  await hubs.drain();
  await look(run, by, id, 2);
  if (!isReached) return;
  await isReadByHidden(run, turn, id);
  await look(run, by, id, 2);
  await answersAsOrganisation(run, by, id, 2);
};

const deliveriesIn = async (
  { hubs }: Run,
  by: Reader,
  id: string,
  world: 0 | 1,
): Promise<{ readonly text: string; readonly nodes: readonly Seen[] }> => {
  let after: string | null = null;
  let text = '';
  const nodes: Seen[] = [];
  for (;;) {
    const given: string | null = after;
    const { texts, data } = await hubs.ask(by, DELIVERIES, { id, after: given });
    // The report's bundle has an id of its own in each answer.
    text += texts[world].replaceAll(/"bundle--[0-9a-f-]{36}"/g, '"bundle--"');
    const page = data[world]?.warning?.deliveries;
    nodes.push(...(page?.edges ?? []).map((edge: { node: Seen }) => edge.node));
    if (page?.pageInfo.hasNextPage !== true) return { text, nodes };
    after = page.pageInfo.endCursor;
  }
};

type Seen = {
  readonly id: string;
  readonly organisation: number | null;
  readonly member: { readonly slug: string };
};

/** The deliveries, and the delivery of each member by its id, which a publisher can compute; the hidden member's too. */
const look = async (run: Run, by: Reader, id: string, version: number): Promise<void> => {
  const [one, other] = [await deliveriesIn(run, by, id, 0), await deliveriesIn(run, by, id, 1)];
  run.counted += 1;
  const isAnswered = other.nodes.some(({ organisation }) => organisation !== null);
  if (!isAnswered && one.text !== other.text)
    run.failures.push(`deliveries of ${by.member}'s ${id}: ${one.text} | ${other.text}`);
  for (const { id: member } of [...run.members, run.hidden]) {
    const variables = { id: deliveryId(id, version, member, 'FEED') };
    await same(run, 'delivery by id', { by, query: NODE, variables });
  }
};

/** In the second world alone, and in an act of its own. */
const askHidden = (run: Run, query: string, variables: object) =>
  run.hubs.worlds[1].ask(run.token, query, variables);

const isReadByHidden = async (run: Run, turn: number, id: string): Promise<boolean> => {
  run.hubs.act(`hidden ${turn} ${run.reached}`);
  const { body } = await askHidden(run, READ, { id });
  const why = body.data?.warning?.whyMe;
  if (why === undefined) return false;
  run.reached += 1;
  if (why.isKnownToPublisher !== false || !why.rule.includes('is not listed to its publisher'))
    run.failures.push(`it was not told that its publisher does not see it: ${JSON.stringify(why)}`);
  return true;
};

const answersAsOrganisation = async (run: Run, by: Reader, id: string, version: number): Promise<void> => {
  const { hidden, hubs } = run;
  hubs.act(`hidden answer ${run.answered}`);
  const input = { warning: id, answer: 'NEED_HELP', note: 'Two of them.' };
  const { body } = await askHidden(run, ANSWER, { input });
  if (body.data?.acknowledgeWarning?.delivery?.answer !== 'NEED_HELP')
    run.failures.push(`it could not answer: ${JSON.stringify(body)}`);
  run.answered += 1;
  run.counted += 1;
  const { text, nodes } = await deliveriesIn(run, by, id, 1);
  const seen = nodes.filter(({ organisation }) => organisation !== null);
  if (seen.length !== 1 || seen[0]?.organisation !== 1 || seen[0].member.slug !== 'withheld')
    run.failures.push(`it answered without its name and is seen as ${JSON.stringify(seen)}`);
  const [node, byName] = await Promise.all(
    [seen[0]?.id ?? '', deliveryId(id, version, hidden.id, 'FEED')].map((each) =>
      hubs.ask(by, NODE, { id: each }),
    ),
  );
  if (node?.data[1]?.node?.answer !== 'NEED_HELP' || node.data[1].node.acknowledgedBy !== null)
    run.failures.push(`its answer is not to be seen by its id: ${node?.texts[1]}`);
  if (byName?.texts[0] !== byName?.texts[1])
    run.failures.push(`its delivery is found by its name: ${byName?.texts[1]}`);
  for (const trace of [
    hidden.id,
    hidden.slug,
    hidden.name,
    hidden.identity,
    deliveryId(id, version, hidden.id, 'FEED'),
  ])
    if ((text + node?.texts[1]).includes(trace) && !isOwnWord(text, hidden))
      run.failures.push(`${trace} is in ${text}`);
};

/** The publisher's own bundle may name the identity. */
const isOwnWord = (text: string, { identity, id, slug }: Member): boolean =>
  text.includes(identity) && !text.includes(id) && !text.includes(slug);

const CHUNKS = 10;

export const suite: Suite = {
  id: 'unlisted-members',
  promise:
    'Worlds that differ in one unlisted member are answered alike to those to whom it is unlisted; its answer without a name betrays nothing (I32).',
  chunks: CHUNKS,
  mayOverlap: true,
  runChunk: ({ seed }) => compareUnlisted(seed, { previews: 5_000 / CHUNKS, publications: 200 / CHUNKS }),
};
