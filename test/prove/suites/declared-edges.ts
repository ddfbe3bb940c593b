// I32: what a publisher is answered does not depend on dependencies and client relations that members declared, until such
// a member answers. Two worlds that differ in nothing else get the same previews, each chosen after the answer to the last
// one, and the same publications, with readers who read, answer and say what they have seen; they are narrowed in trials and in
// earnest, recalled and reminded of. The publisher's answers are compared as bytes.
import type { Audience } from '../../../src/domain/audience.ts';
import { deliveryId } from '../../../src/domain/delivery.ts';
import type { Tlp } from '../../../src/domain/marking.ts';
import type { Member } from '../../../src/domain/member.ts';
import { draft } from '../../support/hub.ts';
import { personWith } from '../../support/persons.ts';
import { type Random, randomOf } from '../../support/random.ts';
import { openPairedHubs, type PairedHubs } from '../../support/world/alike/paired-hubs.ts';
import {
  CANCEL,
  DELIVERIES,
  FOLLOW_UP,
  NARROW,
  NODE,
  PREVIEW,
  PUBLISH,
  RECALL,
  REMIND,
  UPDATE,
} from '../../support/world/alike/publisher-questions.ts';
import { makeAudience, makePartnership, type Reader } from '../../support/world/worlds.ts';
import type { ChunkResult, Suite } from '../suite.ts';

export type Size = { readonly previews: number; readonly publications: number };

const MEMBERS = 24;
const MARKINGS: readonly Tlp[] = ['CLEAR', 'GREEN', 'GREEN', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'];
const READ = 'query ($id: ID!) { warning(id: $id) { id version whyMe { isKnownToPublisher } } }';
const ANSWER = `mutation ($input: AcknowledgeWarningInput!) { acknowledgeWarning(input: $input) {
  delivery { id } refusals { code } } }`;
const FEEDBACK =
  'mutation ($input: GiveFeedbackInput!) { giveFeedback(input: $input) { refusals { code } } }';
const DAY_MS = 24 * 3_600_000;
/** Longer than receipts wait before they are written. */
const RECEIPTS_MS = 400;

type Run = {
  readonly hubs: PairedHubs;
  readonly random: Random;
  readonly members: readonly Member[];
  readonly publishers: readonly Reader[];
  readonly failures: string[];
  counted: number;
  /** Recipients that the publisher is not shown. */
  unlisted: number;
  /** Members in the last preview, as its publisher saw them. */
  seen: readonly string[];
  /** Members in the last list of deliveries. */
  listed: readonly string[];
  /** Publisher and member, where the member has shown itself to it by an answer, which only one of the worlds has. */
  readonly shown: Set<string>;
};

export const compareDeclaredEdges = async (seed: number, size: Size): Promise<ChunkResult> => {
  const random = randomOf(seed);
  const partnership = makePartnership(random, MEMBERS);
  const { members } = partnership;
  const publishers = members
    .filter(({ mayPublish }) => mayPublish)
    .map(({ slug }): Reader => ({ member: slug, role: 'publisher', person: `${slug}/ann` }));
  const plain = {
    ...partnership,
    members: members.map((each) => ({ ...each, clients: [] })),
    dependencies: [],
  };
  const hubs = await openPairedHubs(seed, [plain, partnership]);
  for (const world of hubs.worlds) await plantContacts(world, members);
  const run: Run = {
    hubs,
    random,
    members,
    publishers,
    failures: [],
    counted: 0,
    unlisted: 0,
    seen: [],
    listed: [],
    shown: new Set(),
  };
  try {
    for (let turn = 0; turn < size.previews; turn += 1) await previewOnce(run, turn);
    for (let turn = 0; turn < size.publications; turn += 1) await publishOnce(run, turn);
  } finally {
    await hubs.close();
  }
  // Without any there was nothing to hide, and equal answers prove nothing.
  if (run.unlisted === 0 && size.publications >= 5) run.failures.push(`seed ${seed}: nobody was unlisted`);
  return {
    counted: run.counted,
    failures: run.failures.map((line) => `seed ${seed}: ${line}`),
    figures: { 'unlisted recipients': run.unlisted },
  };
};

/** Of each member somebody whom counterparts may call. */
const plantContacts = async (
  { hub }: PairedHubs['worlds'][number],
  members: readonly Member[],
): Promise<void> => {
  await hub.members.change(async (session) => {
    for (const { id, slug } of members) {
      const contacts = [{ kind: 'PHONE', value: `+1 ${slug}`, visibleTo: 'COUNTERPARTS' }] as const;
      await hub.persons.save(personWith(`${slug}/desk`, id, { roles: ['analyst'], contacts }), session);
    }
  });
  hub.directory.forget();
};

/** Asks both, and keeps the difference. */
const same = async (run: Run, what: string, { by, query, variables, headers }: Question) => {
  const { texts, data } = await run.hubs.ask(by, query, variables, headers);
  run.counted += 1;
  if (texts[0] !== texts[1]) {
    run.failures.push(`${what} by ${by.member} ${JSON.stringify(variables)}: ${texts[0]} | ${texts[1]}`);
  }
  return data[0];
};

type Question = {
  readonly by: Reader;
  readonly query: string;
  readonly variables: object;
  readonly headers?: Record<string, string>;
};

const previewOnce = async (run: Run, turn: number): Promise<void> => {
  run.hubs.act(`preview ${turn}`);
  const marking = run.random.pick(MARKINGS);
  const audience = nextAudience(run, marking);
  const input = { marking: inGraphql(marking), audience };
  const answer = await same(run, 'preview', {
    by: run.random.pick(run.publishers),
    query: PREVIEW,
    variables: { input },
  });
  const received: { member: { slug: string } }[] = answer?.audiencePreview?.preview?.receives ?? [];
  run.seen = received.map(({ member }) => member.slug);
};

/** Sometimes anything; mostly a guess that follows from who was in the last answer. */
const nextAudience = ({ random, members, seen }: Run, marking: Tlp): Audience => {
  const slugs = members.map(({ slug }) => slug);
  const known = seen.length === 0 ? slugs : seen;
  const only = (named: readonly string[]): Audience => ({ alternatives: [{ members: named }], excludes: [] });
  if (marking === 'RED') return makeAudience(random, members, marking);
  switch (random.below(6)) {
    case 0:
      return only([random.pick(slugs)]);
    case 1:
      return only(known.slice(0, Math.ceil(known.length / 2)));
    case 2:
      return { ...makeAudience(random, members, marking), excludes: random.some(known, 1, 3) };
    case 3:
      return only(random.some(slugs.filter((slug) => !seen.includes(slug)).concat(slugs[0] ?? ''), 1, 2));
    default:
      return makeAudience(random, members, marking);
  }
};

const inGraphql = (marking: Tlp): string => marking.replace('+', '_');

const publishOnce = async (run: Run, turn: number): Promise<void> => {
  const { hubs, random, members } = run;
  hubs.act(`publish ${turn}`);
  const publisher = random.pick(run.publishers);
  const marking = random.pick(MARKINGS);
  const allowEmptyAudience = random.chance(0.5);
  const answerBy = new Date(hubs.worlds[0].hub.clock.now().getTime() + DAY_MS).toISOString();
  const changes = {
    marking,
    audience: nextAudience(run, marking),
    allowEmptyAudience,
    headline: `Warning ${turn}`,
    ...(random.chance(0.7) ? { level: 'RECOMMENDATION' as const, answerBy, validUntil: null } : {}),
  };
  const { kind: _, ...given } = draft(changes);
  const input = { ...given, marking: inGraphql(marking) };
  const key = { 'idempotency-key': `publication-${turn}` };
  const question = { by: publisher, query: PUBLISH, variables: { input }, headers: key };
  const published = await same(run, 'publication', question);
  const id: string | undefined = published?.result?.warning?.id;
  if (id === undefined) return;
  await same(run, 'repeated publication', question);
  await hubs.drain();
  await look(run, publisher, id, 1);
  await readAndAnswer(run, id);
  await lookAndFollow(run, publisher, id, 1);
  for (let trial = 0; trial < NARROWINGS; trial += 1)
    await same(run, 'trial of a narrowing', {
      by: publisher,
      query: NARROW,
      variables: { input: { ...nextNarrowing(run, id), dryRun: true } },
    });
  hubs.act(`after ${turn}`);
  const { marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = given;
  const [name, query, next] = random.pick([
    ['update', UPDATE, { ...texts, id, expectedVersion: 1 }],
    ['cancellation', CANCEL, { id, expectedVersion: 1, reason: 'It was a test.' }],
    ['narrowing', NARROW, nextNarrowing(run, id)],
    ['recall', RECALL, { id, expectedVersion: 1, reason: 'It was a test.' }],
  ] as const);
  if (name === 'recall')
    await same(run, 'trial of a recall', {
      by: publisher,
      query,
      variables: { input: { ...next, dryRun: true } },
    });
  const done = await same(run, name, { by: publisher, query, variables: { input: next } });
  await hubs.drain();
  const notice: string | undefined = done?.result?.notice?.id;
  await lookAndFollow(run, publisher, id, 2);
  if (notice !== undefined) await lookAndFollow(run, publisher, notice, 1);
  const hidden = await hubs.worlds[1].hub.deliveries.rows
    .find({ warning: id, version: 2, isListed: false })
    .toArray();
  run.unlisted += hidden.length;
  const [first] = hidden.map(({ member }) => members.find((each) => each.id === member));
  if (first !== undefined && name !== 'recall') await answersAndIsSeen(run, publisher, id, first);
};

/** Trials for each publication: they write nothing, so a publisher may make as many as it likes. */
const NARROWINGS = 6;

/** Who loses it: some of all members, all but some whom it names, or all whom a stricter marking shuts out. */
const nextNarrowing = ({ random, members, listed }: Run, id: string): object => {
  const slugs = members.map(({ slug }) => slug);
  const known = listed.length === 0 ? slugs : listed;
  const how = random.below(3);
  return {
    id,
    expectedVersion: 1,
    reason: 'It went to more than need it.',
    ...(how === 0 ? { exclude: random.some(slugs, 1, 3) } : {}),
    ...(how === 1 ? { keep: [{ members: random.some(known, 1, Math.ceil(known.length / 2)) }] } : {}),
    ...(how === 2 ? { marking: random.pick(['AMBER', 'AMBER_STRICT']) } : {}),
  };
};

const lookAndFollow = async (run: Run, publisher: Reader, id: string, version: number): Promise<void> => {
  await look(run, publisher, id, version);
  await followUp(run, publisher, id);
};

/** What came of it, whom it may call, and how many it reminds. */
const followUp = async (run: Run, publisher: Reader, id: string): Promise<void> => {
  const slugs = run.members.map(({ slug }) => slug);
  const hidden = slugs.filter((slug) => !run.shown.has(`${publisher.member} ${slug}`));
  for (const member of run.random.some(hidden, 3, 3))
    await same(run, 'follow-up', { by: publisher, query: FOLLOW_UP, variables: { id, member } });
  const members = run.random.chance(0.5) ? [] : [run.random.pick(slugs)];
  await same(run, 'reminder', {
    by: publisher,
    query: REMIND,
    variables: { input: { warning: id, members } },
  });
};

/** The deliveries page by page, and the delivery of each member by its id, which a publisher can compute. */
const look = async (run: Run, publisher: Reader, id: string, version: number): Promise<void> => {
  let after: readonly (string | null)[] = [null, null];
  run.listed = [];
  for (let turn = 0; turn < MEMBERS; turn += 1) {
    const from = after;
    const { texts, data } = await run.hubs.ask(publisher, DELIVERIES, (world) => ({
      id,
      after: from[world],
    }));
    run.counted += 1;
    // The report's bundle has an id of its own in each answer.
    const [one, other] = texts.map((text) => text.replaceAll(/"bundle--[0-9a-f-]{36}"/g, '"bundle--"'));
    if (one !== other) run.failures.push(`deliveries of ${publisher.member}'s ${id}: ${one} | ${other}`);
    const edges: { node: { member: { slug: string } } }[] = data[0]?.warning?.deliveries?.edges ?? [];
    run.listed = [...run.listed, ...edges.map(({ node }) => node.member.slug)];
    const pages: ({ hasNextPage: boolean; endCursor: string | null } | undefined)[] = data.map(
      (each) => each?.warning?.deliveries?.pageInfo,
    );
    if (!pages.some((page) => page?.hasNextPage === true)) break;
    // A cursor is good for its own database only.
    after = pages.map((page) => page?.endCursor ?? null);
  }
  for (const { id: member } of run.members) {
    const variables = { id: deliveryId(id, version, member, 'FEED') };
    await same(run, 'delivery by id', { by: publisher, query: NODE, variables });
  }
};

/** Members read it and may say what they have seen; those that read it in both worlds and are seen by the publisher may answer. */
const readAndAnswer = async (run: Run, id: string): Promise<void> => {
  for (const { slug, isActive } of run.members) {
    if (!isActive || !run.random.chance(0.5)) continue;
    const reader: Reader = { member: slug, role: 'analyst', person: `${slug}/bo` };
    const { data } = await run.hubs.ask(reader, READ, { id });
    if (run.random.chance(0.5))
      await run.hubs.ask(reader, FEEDBACK, {
        input: { warning: id, isUseful: true, sighting: 'SEEN_WITH_DETAILS', details: `Seen by ${slug}.` },
      });
    const isSeen = data.every((each) => each?.warning?.whyMe.isKnownToPublisher === true);
    if (isSeen && run.random.chance(0.4))
      await run.hubs.ask(reader, ANSWER, {
        input: { warning: id, answer: 'AFFECTED', note: 'Two of them.' },
      });
  }
  await new Promise((resolve) => setTimeout(resolve, RECEIPTS_MS));
};

/** The other half of the rule: who answers is seen, with its answer, and not with why it has the warning. */
const answersAndIsSeen = async (run: Run, publisher: Reader, id: string, member: Member): Promise<void> => {
  const reader: Reader = { member: member.slug, role: 'analyst', person: `${member.slug}/bo` };
  run.shown.add(`${publisher.member} ${member.slug}`);
  const { data: read } = await run.hubs.ask(reader, READ, { id });
  if (read[1]?.warning?.whyMe.isKnownToPublisher !== false)
    run.failures.push(`${member.slug} was not told that answering shows it: ${JSON.stringify(read[1])}`);
  await run.hubs.ask(reader, ANSWER, { input: { warning: id, answer: 'NEED_HELP', note: null } });
  const { data } = await run.hubs.ask(publisher, NODE, { id: deliveryId(id, 2, member.id, 'FEED') });
  run.counted += 1;
  const seen = data[1]?.node;
  if (seen?.answer !== 'NEED_HELP' || seen.reason.kind !== 'RELATION' || seen.reason.grade !== null)
    run.failures.push(`${member.slug} answered and is not seen as it should be: ${JSON.stringify(seen)}`);
};

const CHUNKS = 20;

export const suite: Suite = {
  id: 'declared-edges',
  promise:
    'What a publisher is answered does not depend on declared dependencies and client relations until such a member answers (I32).',
  chunks: CHUNKS,
  mayOverlap: true,
  runChunk: ({ seed }) =>
    compareDeclaredEdges(seed, { previews: 10_000 / CHUNKS, publications: 200 / CHUNKS }),
};
