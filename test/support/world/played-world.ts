// Plays the acts of a generated world through the services of a real hub, and keeps the books that the oracle judges by:
// the current state of each warning, the rows of objects, the warnings that hold them, and the refusals.

import { entityKey } from 'stix2-ts/entity';
import type { StixObject } from 'stix2-ts/stix-object';
import type { AccessFacts } from '../../../src/domain/access-facts.ts';
import { memberOfPerson } from '../../../src/domain/audience.ts';
import { actorOf } from '../../../src/domain/directory.ts';
import type { EffectiveTlp } from '../../../src/domain/marking.ts';
import type { Actor, Member } from '../../../src/domain/member.ts';
import { updatePractice } from '../../../src/service/practice/update-practice.ts';
import { withdrawPractice } from '../../../src/service/practice/withdraw-practice.ts';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { narrowWarning } from '../../../src/service/warning/narrow/narrow-warning.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { contentOf } from '../../../src/store/content/stored-content.ts';
import { textOf } from '../../../src/store/objects.ts';
import type { TestHub } from '../hub.ts';
import { keyFor, plantPersons } from '../persons.ts';
import { type Act, correctionOf, type Given } from './acts.ts';
import { mayReadObject } from './oracle.ts';
import type { Partnership, Reader } from './worlds.ts';
import { personsOf, withIds } from './worlds.ts';

export type Assertion = {
  readonly id: string;
  version: number;
  /** The act in force. */
  act: Act;
  access: AccessFacts;
  isCancelled: boolean;
  firstAct: number;
  lastAct: number;
  readonly advisory: string | null;
  /** Its marking when it was published. */
  readonly tlpThen: EffectiveTlp;
  /** Its exchange policy ends at `POLICY_ENDS`. */
  readonly ends: boolean;
  /** It ended before publication. */
  readonly isOver: boolean;
  /** Its publisher must not be named, by this version or an earlier one; these texts would name it. */
  readonly isUnnamed: boolean;
  readonly traces: readonly string[];
};

export type Row = {
  readonly id: string;
  readonly modified: string;
  readonly object: StixObject;
  readonly source: string;
  /** Its creator is a member. */
  readonly isOwned: boolean;
  readonly thing: string | null;
  readonly tlp: EffectiveTlp | null;
  readonly ends: boolean;
  /** Ids of the warnings that hold it, with their versions. */
  readonly holders: readonly VersionOf[];
};

type VersionOf = { readonly warning: string; readonly version: number };

export type Played = {
  readonly assertions: ReadonlyMap<string, Assertion>;
  readonly rows: readonly Row[];
  /** Refusals that the oracle did not expect, and the reverse. */
  readonly unexpected: readonly string[];
  readonly refused: number;
  readonly distinct: Distinctions;
};

/** The assertions of one advisory that a reviewer has ruled distinct. */
export type Distinctions = { readonly count: number; isDistinct(one: string, other: string): boolean };

export const settle = async (
  { hub }: Pick<TestHub, 'hub'>,
  { members, dependencies }: Partnership,
): Promise<void> => {
  for (const member of members) await hub.members.save(member);
  for (const dependency of dependencies) await hub.members.saveDependency(dependency);
  hub.directory.forget();
  await plantPersons(hub, personsOf(members), { roles: ['analyst'] });
  for (const person of personsOf(members))
    await keyFor(hub, { member: memberOfPerson(person), role: 'analyst', person });
};

export const admit = async (
  { hub }: Pick<TestHub, 'hub'>,
  reader: Reader,
): Promise<{ actor: Actor; token: string }> => {
  const { id, token, personId } = await keyFor(hub, reader);
  const directory = await hub.directory.current();
  const member = directory.bySlug.get(reader.member)?.id ?? '';
  const actor = actorOf(directory, { id, member, roles: [reader.role], person: personId });
  if (actor === null) throw new Error(`no actor for ${reader.member}`);
  return { actor, token };
};

const publisherOf = (slug: string): Reader => ({ member: slug, role: 'publisher', person: `${slug}/ann` });

const cascadesOf = ({ cascade, publicCascade }: AccessFacts) => ({
  cascade,
  ...(publicCascade === undefined ? {} : { publicCascade }),
});

/** `assertions`: the last version of each warning that held it. */
type Held = {
  readonly given: Given;
  readonly source: string;
  readonly assertions: Map<string, number>;
};

type Judging = {
  readonly act: Act;
  readonly actor: Actor;
  readonly known: readonly Held[];
  readonly members: readonly Member[];
};

/**
 * From what this publisher knows: other content for a version of its own object or of another member's, another member's
 * object that it was not given, or one that it revoked. A third party's object is nobody's: every content is kept.
 */
const isContested = (object: StixObject, { act, actor, known: all, members }: Judging): boolean => {
  const modified = String(object['modified'] ?? '');
  if (modified === '') return false;
  const isAfter = (other: StixObject): boolean =>
    other.id === object.id && other['revoked'] === true && String(other['modified']) < modified;
  if (act.given.some((each) => isAfter(each.object))) return true;
  const text = JSON.stringify(object);
  const isOther = ({ given }: Held): boolean => JSON.stringify(given.object) !== text;
  const known = all.filter(({ given }) => given.object.id === object.id);
  const own = known.filter(({ source }) => source === actor.member.id);
  const owner = members.find(({ identity }) => identity === object['created_by_ref']);
  const isOwn = owner?.id === actor.member.id;
  const line = isOwn && own.length > 0 ? own : known;
  const same = line.filter(({ given }) => given.object['modified'] === modified);
  if (owner !== undefined && !isOwn) {
    const isGiven = same.some(({ source }) => source === owner.id || source === actor.member.id);
    return !isGiven || same.some(isOther);
  }
  const isThirdPartys = owner === undefined && object['created_by_ref'] !== undefined;
  if (!isThirdPartys && same.some((each) => own.includes(each) && isOther(each))) return true;
  return same.length === 0 && own.some(({ given }) => isAfter(given.object));
};

export const play = async (
  world: TestHub,
  partnership: Partnership,
  acts: readonly Act[],
  /** Called before each act: time goes on. */
  turn: (index: number) => void = () => undefined,
): Promise<Played> => {
  const { hub } = world;
  const { members } = partnership;
  const publishers = new Map<string, Actor>();
  const idOfAct = new Map<number, string>();
  const assertions = new Map<string, Assertion>();
  const held: Held[] = [];
  const unexpected: string[] = [];
  let refused = 0;

  /** What others withdrew, or told in other traffic, is not known there. */
  const isKnown = (
    { given, source, assertions: holders }: Held,
    actor: Actor,
    exercise: string | null,
  ): boolean =>
    source === actor.member.id ||
    [...holders].some(([id, version]) => {
      const assertion = assertions.get(id);
      if (assertion === undefined || doesBetray(assertion, given.object, actor)) return false;
      if (assertion.version !== version || assertion.access.exercise !== exercise) return false;
      return mayReadObject(actor, assertion.access, given.tlp ?? assertion.access.tlp);
    });

  const keep = ({ given: all }: Act, { warning, version }: VersionOf, source: string): void => {
    for (const given of all) {
      const text = JSON.stringify(given.object);
      const known = held.find((each) => each.source === source && JSON.stringify(each.given.object) === text);
      if (known !== undefined) known.assertions.set(warning, version);
      else held.push({ given, source, assertions: new Map([[warning, version]]) });
    }
  };

  for (const [index, act] of acts.entries()) {
    turn(index);
    const actor = publishers.get(act.by) ?? (await admit(world, publisherOf(act.by))).actor;
    publishers.set(act.by, actor);
    const former = assertions.get(idOfAct.get(act.of) ?? '');
    if (act.verb !== 'PUBLISH' && (former === undefined || former.isCancelled)) continue;
    const outcome = await perform(world, actor, act, former);
    const known = held.filter((each) => isKnown(each, actor, act.draft.exercise));
    const contested = act.given.some(({ object }) => isContested(object, { act, actor, known, members }));
    if (outcome.ok === contested) unexpected.push(JSON.stringify({ index, contested, outcome }));
    if (!outcome.ok) {
      refused += 1;
      continue;
    }
    const { warning, version } = outcome.value;
    const row = await hub.warnings.version(warning, version);
    const stored = contentOf(row?.content ?? '');
    // Only the stored cascade is used: how it is computed is not tested here.
    const tlp = strictestOf(former, act);
    assertions.set(warning, {
      id: warning,
      version,
      // A cancellation repeats the texts of the version before.
      act: act.verb === 'CANCEL' && former !== undefined ? former.act : act,
      access: {
        publisher: actor.member.id,
        tlp,
        audience: withIds(act.draft.audience, members),
        ...cascadesOf(stored.access),
        issuedMs: hub.clock.now().getTime(),
        exercise: act.draft.exercise,
      },
      isCancelled: act.verb === 'CANCEL',
      firstAct: former?.firstAct ?? index,
      lastAct: index,
      advisory: former === undefined ? advisoryOf(act) : former.advisory,
      tlpThen: tlp,
      ends:
        former?.ends === true ||
        act.given.some(({ object, ends }) => object.type === 'report' && ends === true),
      isOver:
        former?.isOver === true ||
        act.given.some(({ object, isOver }) => object.type === 'report' && isOver === true),
      isUnnamed: former?.isUnnamed === true || act.given.some(({ isUnnamed }) => isUnnamed === true),
      traces: [actor.member.id, actor.member.slug, actor.member.name, actor.member.identity],
    });
    if (act.verb === 'PUBLISH') idOfAct.set(index, warning);
    keep(act, { warning, version }, actor.member.id);
    if (index % 30 === 29) await world.drain();
  }
  await world.drain();
  const distinct = await part(world, assertions);
  return {
    assertions,
    rows: await rowsOf(world, partnership, held, unexpected),
    unexpected,
    refused,
    distinct,
  };
};

/** Undoes every other collapse, in the order in which its later side arrived. */
const part = async ({ hub }: TestHub, assertions: ReadonlyMap<string, Assertion>): Promise<Distinctions> => {
  const lastOf = (warnings: readonly string[]): number =>
    Math.max(...warnings.map((id) => assertions.get(id)?.firstAct ?? 0));
  const collapsed = await hub.pairs.rows.find({ state: 'FOLDED' }).toArray();
  const undone = collapsed
    .sort((one, other) => lastOf(one.warnings) - lastOf(other.warnings))
    .filter((_, index) => index % 2 === 0);
  for (const { _id } of undone)
    await hub.database.transaction(async (session) => {
      await hub.pairs.decide(
        _id,
        { from: ['FOLDED'], to: 'APART', by: 'reviewer', maker: 'reviewer' },
        session,
      );
    });
  const keys = new Set(undone.map(({ warnings }) => warnings.join(' ')));
  return { count: keys.size, isDistinct: (one, other) => keys.has([one, other].sort().join(' ')) };
};

/** Whether an object reveals the warning's publisher to a reader who may not know it: any of its texts names it. */
export const doesBetray = (assertion: Assertion, object: StixObject, { member }: Actor): boolean => {
  if (!assertion.isUnnamed || assertion.access.publisher === member.id) return false;
  const text = JSON.stringify(object).toLowerCase();
  return assertion.traces.some((trace) => text.includes(trace.toLowerCase()));
};

/** The same world after `POLICY_ENDS`. */
export const afterPolicies = (played: Played): Played => ({
  ...played,
  assertions: new Map(
    [...played.assertions].map(([id, assertion]) => [
      id,
      assertion.ends ? { ...assertion, access: { ...assertion.access, tlp: 'UNKNOWN' } } : assertion,
    ]),
  ),
  rows: played.rows.map((row) => (row.ends ? { ...row, tlp: 'UNKNOWN' } : row)),
});

const strictestOf = (former: Assertion | undefined, act: Act): EffectiveTlp => {
  const order: EffectiveTlp[] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED', 'UNKNOWN'];
  const before = former?.access.tlp ?? act.tlp;
  return order.indexOf(before) > order.indexOf(act.tlp) ? before : act.tlp;
};

/** Two warnings by different publishers about one advisory are duplicates; so are two of a kind with the same report. */
const advisoryOf = ({ draft, given }: Act): string | null => {
  const report = given.find(({ object }) => object.type === 'report')?.object.id ?? null;
  if (draft.kind === 'PRACTICE') return report === null ? null : `practice ${report}`;
  return draft.externalReferences[0]?.id ?? report;
};

export const perform = async (
  { hub }: Pick<TestHub, 'hub'>,
  actor: Actor,
  act: Act,
  former: Pick<Assertion, 'id' | 'version'> | undefined,
) => {
  if (former === undefined) return publishWarning(hub, actor, act.draft);
  const request = { id: former.id, expectedVersion: former.version };
  const end = { ...request, reason: 'It was nothing.' };
  if (act.verb === 'NARROW')
    return narrowWarning(hub, actor, {
      ...{ ...end, whatToDo: null, language: 'en' },
      ...{ keep: null, exclude: [act.without ?? ''], organisations: [], marking: null },
    });
  if (act.verb === 'RECALL') return recallWarning(hub, actor, { ...end, whatToDo: null, language: 'en' });
  if (act.draft.kind === 'PRACTICE')
    return act.verb === 'UPDATE'
      ? updatePractice(hub, actor, { ...request, draft: correctionOf(act.draft) })
      : withdrawPractice(hub, actor, end);
  return act.verb === 'UPDATE'
    ? updateWarning(hub, actor, { ...request, draft: correctionOf(act.draft) })
    : cancelWarning(hub, actor, end);
};

/** Every stored row, its marking and holders compared with the books where a publisher asserted it. */
const rowsOf = async (
  { hub }: TestHub,
  { members }: Partnership,
  held: readonly Held[],
  unexpected: string[],
): Promise<Row[]> => {
  const links = await hub.objects.links.find().toArray();
  const rows = await hub.objects.rows.find().toArray();
  const holdersOf = ({ _id, warning, version }: (typeof rows)[number]) => [
    { warning, version },
    ...links
      .filter(({ objects }) => objects.some((id) => id.equals(_id)))
      .map((link) => ({ warning: link.warning, version: link.version })),
  ];
  // What one source asserts under several markings, or unnamed in some warnings, has several rows.
  const allHolders = new Map<string, Set<string>>();
  const nameOf = (row: (typeof rows)[number]): string => `${row.source} ${textOf(row)}`;
  for (const row of rows) {
    const known = allHolders.get(nameOf(row)) ?? new Set();
    for (const { warning } of holdersOf(row)) known.add(warning);
    allHolders.set(nameOf(row), known);
  }
  return rows.map((row) => {
    const text = textOf(row);
    const object = JSON.parse(text) as StixObject;
    const holders = holdersOf(row);
    const book = held.find(
      ({ given, source }) => source === row.source && JSON.stringify(given.object) === text,
    );
    if (book !== undefined) {
      if (book.given.tlp !== row.tlp) unexpected.push(`marking of ${text}: ${String(row.tlp)}`);
      const missing = [...book.assertions.keys()].filter(
        (id) => allHolders.get(nameOf(row))?.has(id) !== true,
      );
      if (missing.length > 0) unexpected.push(`${row.stixId} is not held by ${missing.join()}`);
    }
    return {
      id: row.stixId,
      modified: row.modified,
      object,
      source: row.source,
      isOwned: members.some(
        ({ identity }) => identity === object['created_by_ref'] || identity === object.id,
      ),
      thing: entityKey(object),
      tlp: row.tlp,
      ends: book?.given.ends === true,
      holders,
    };
  });
};
