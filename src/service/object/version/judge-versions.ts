// Judges whether offered objects are valid versions of what exists: only the creator makes versions, created and
// creator do not change, a version has one content, and nothing follows one's own revocation (STIX 2.1 §3.2, §3.6). Of what
// belongs to nobody here each source's content stands for itself: another's is noted, never a reason to refuse.
// Only what the publisher may read or published itself counts: select-rows.ts selects, load-rows.ts loads.

import type { StixObject } from 'stix2-ts/stix-object';
import { creatorOf, isDated, isSameContent } from 'stix2-ts/version';
import type { Partition } from '../../../domain/exercise/partition.ts';
import type { Actor } from '../../../domain/member.ts';
import { type Problem, problem } from '../../../domain/problem.ts';
import { HUB_IDENTITY, hubIdentity, warningExtension } from '../../../exchange/warning-extension.ts';
import type { ObjectKey } from '../../../store/objects.ts';
import { yieldToEventLoop } from '../../yield-to-event-loop.ts';
import { type JudgingDeps, loadRows } from './load-rows.ts';
import { isOfAnother, isOfThirdParty, type Known, knownOf, type Offered } from './select-rows.ts';

/** Text units read and compared before yielding to the event loop. */
const UNITS_PER_SLICE = 131_072;

/** A third party's object, kept although what is here already says otherwise. */
export type Differing = {
  readonly offered: Offered;
  /** `VERSION`: other content under the same `modified`. `CREATED`: another `created` than its own publisher's last version. */
  readonly by: 'VERSION' | 'CREATED';
};

type Judgement = {
  readonly problems: readonly Problem[];
  /** Versions that are told otherwise by what the publisher may read. */
  readonly differing: readonly Differing[];
  /** The first of these rows that has the content of an offered object; rows that do not count have none. */
  readonly rowWith: (offered: Offered, rows: readonly ObjectKey[]) => ObjectKey | undefined;
};

/** Without a bundle there is nothing to judge. */
export const NOTHING_JUDGED: Judgement = { problems: [], differing: [], rowWith: (_, [first]) => first };

export const judgeVersions = async (
  hub: JudgingDeps,
  actor: Actor,
  offered: readonly Offered[],
  partition: Partition,
): Promise<Judgement> => {
  const rows = await loadRows(hub, actor, offered, partition);
  let units = 0;
  const textOfKey = (key: ObjectKey): string => {
    const text = rows.textOf(key);
    units += text.length;
    return text;
  };
  // Thousands of versions in a bundle may be compared with the same, possibly large, version.
  const originOf = remembered((row) => originIn(textOfKey(row)));
  const isRead = remembered(rows.isRead);
  const problems: Problem[] = [];
  const differing: Differing[] = [];
  const alike = new Map<Offered, ReadonlySet<string>>();
  for (const { offered: each, others } of rows.met) {
    const known = knownOf(each, actor, others.filter(isRead));
    const { found, differsBy, same } = judged(each, actor, known, { textOfKey, originOf });
    problems.push(...found);
    if (differsBy !== null) differing.push({ offered: each, by: differsBy });
    alike.set(each, new Set(same.map(({ _id }) => _id.toHexString())));
    if (units < UNITS_PER_SLICE) continue;
    units = 0;
    await yieldToEventLoop();
  }
  const rowWith: Judgement['rowWith'] = (of, own) =>
    own.find(({ _id }) => alike.get(of)?.has(_id.toHexString()));
  return { problems, differing, rowWith };
};

/** What all versions of an object share with the first, and the version that it was read from. */
type Origin = { readonly creator: string | null; readonly created: unknown; readonly modified: unknown };

type Texts = {
  readonly textOfKey: (key: ObjectKey) => string;
  readonly originOf: (key: ObjectKey) => Origin | undefined;
};

const objectIn = (text: string): StixObject | undefined =>
  text === '' ? undefined : (JSON.parse(text) as StixObject);

const originIn = (text: string): Origin | undefined => {
  const object = objectIn(text);
  if (object === undefined) return undefined;
  return { creator: creatorOf(object), created: object['created'], modified: object['modified'] };
};

const remembered = <Value>(read: (row: ObjectKey) => Value): ((row: ObjectKey) => Value) => {
  const known = new Map<string, Value>();
  return (row) => {
    const key = row._id.toHexString();
    const value = known.has(key) ? (known.get(key) as Value) : read(row);
    known.set(key, value);
    return value;
  };
};

/** Most repeated objects are identical as text and need no parsing. */
const hasContent = (
  object: StixObject,
  textOfKey: (key: ObjectKey) => string,
): ((key: ObjectKey) => boolean) => {
  const written = JSON.stringify(object);
  return (key) => textOfKey(key) === written || isSameContent(objectIn(textOfKey(key)), object);
};

type Judged = {
  readonly found: readonly Problem[];
  readonly differsBy: Differing['by'] | null;
  /** Rows of this version with the same content. */
  readonly same: readonly ObjectKey[];
};

/** Other content under the same (id, modified): refused where somebody here has the say, noted elsewhere. */
const judged = (offered: Offered, actor: Actor, known: Known, texts: Texts): Judged => {
  const { object, modified, owner, path } = offered;
  const isAlike = known.same.length === 0 ? () => false : hasContent(object, texts.textOfKey);
  const same = known.same.filter(isAlike);
  if (same.length === known.same.length || !isDated(modified))
    return { ...immutableJudged(offered, actor, { ...known, same }, texts), same };
  const isOwn =
    !isOfThirdParty(object, owner) &&
    known.same.some((key) => key.source === actor.member.id && !same.includes(key));
  const isRefused = isOwn || isOfAnother(offered, actor);
  return { found: isRefused ? [conflict(object, path)] : [], differsBy: isRefused ? null : 'VERSION', same };
};

/** What no later version may change, and who may make one. */
const immutableJudged = (
  offered: Offered,
  actor: Actor,
  { same, neighbour, revocation }: Known,
  { originOf }: Texts,
): Omit<Judged, 'same'> => {
  const { object, owner, path } = offered;
  if (isOfAnother(offered, actor)) {
    // What the hub makes in its own name for an unnamed publisher is stored with that publisher's rows.
    const isByHub = object.id === HUB_IDENTITY || creatorOf(object) === HUB_IDENTITY;
    const isOf = ({ source }: ObjectKey): boolean => isByHub || [owner, actor.member.id].includes(source);
    const isGiven = isOfEveryBundle(object) || same.some(isOf);
    return { found: isGiven ? [] : [notTheCreator(object, path)], differsBy: null };
  }
  const before = neighbour === undefined ? undefined : originOf(neighbour);
  const found = before === undefined ? [] : creatorChanged(object, before, path);
  const isOwn = neighbour?.source === actor.member.id;
  const isCreatedChanged = before !== undefined && !isSameContent(object['created'], before.created);
  // Tools write a third party's object anew into each export (XSOAR its extension's definition): no reason to refuse it.
  const isOfNobodyHere = isOfThirdParty(object, owner);
  if (isCreatedChanged && !isOfNobodyHere && (owner !== null || isOwn))
    found.push(createdChanged(before, path));
  if (revocation !== undefined) found.push(afterRevocation(revocation, path));
  return { found, differsBy: isCreatedChanged && isOfNobodyHere && isOwn ? 'CREATED' : null };
};

/** What the hub adds to a bundle that it hands out, in its own name and without a row. */
const isOfEveryBundle = (object: StixObject): boolean =>
  [hubIdentity(), warningExtension()].some((made) => made.id === object.id && isSameContent(made, object));

const conflict = ({ id }: StixObject, path: string): Problem =>
  problem(
    'OBJECT_CONFLICT',
    path,
    `${id} already exists with this modified and different content (STIX 2.1 §3.6).`,
    'Give the changed object a later modified, or a new id if you are not its creator.',
  );

const notTheCreator = ({ id }: StixObject, path: string): Problem =>
  problem(
    'NOT_THE_CREATOR',
    path,
    `${id} belongs to another member, and this is not a version that its creator published for you (STIX 2.1 §3.6).`,
    'Pass on its creator’s version unchanged, or publish a new object: its own id, a derived-from relationship, and you as created_by_ref.',
  );

const creatorChanged = (object: StixObject, before: Origin, path: string): Problem[] => {
  if (creatorOf(object) === before.creator) return [];
  const message = `Its creator differs from that of the version of ${String(before.modified)} (STIX 2.1 §3.6).`;
  return [problem('CREATOR_CHANGED', path, message, 'Give your object a new id.')];
};

const createdChanged = ({ modified }: Origin, path: string): Problem => {
  const message = `created differs from that of the version of ${String(modified)} (STIX 2.1 §3.2).`;
  return problem('CREATED_CHANGED', `${path}.created`, message, 'Keep created as it was.');
};

const afterRevocation = ({ stixId, modified }: ObjectKey, path: string): Problem =>
  problem(
    'VERSION_AFTER_REVOKED',
    path,
    `${stixId} was revoked for good by your version of ${modified} (STIX 2.1 §3.6).`,
    'Publish a new object with a new id.',
  );
