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

type Judgement = {
  readonly problems: readonly Problem[];
  /** Versions that are told otherwise by what the publisher may read. */
  readonly twins: readonly Offered[];
  /** The first of these rows that has the content of an offered object; rows that do not count have none. */
  readonly rowWith: (offered: Offered, rows: readonly ObjectKey[]) => ObjectKey | undefined;
};

/** Without a bundle there is nothing to judge. */
export const NOTHING_JUDGED: Judgement = { problems: [], twins: [], rowWith: (_, [first]) => first };

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
  const twins: Offered[] = [];
  const alike = new Map<Offered, ReadonlySet<string>>();
  for (const { offered: each, others } of rows.met) {
    const known = knownOf(each, actor, others.filter(isRead));
    const { found, isTwin, same } = judged(each, actor, known, { textOfKey, originOf });
    problems.push(...found);
    if (isTwin) twins.push(each);
    alike.set(each, new Set(same.map(({ _id }) => _id.toHexString())));
    if (units < UNITS_PER_SLICE) continue;
    units = 0;
    await yieldToEventLoop();
  }
  const rowWith: Judgement['rowWith'] = (of, own) =>
    own.find(({ _id }) => alike.get(of)?.has(_id.toHexString()));
  return { problems, twins, rowWith };
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
  readonly isTwin: boolean;
  /** Rows of this version with the same content. */
  readonly same: readonly ObjectKey[];
};

/** Other content under the same (id, modified): refused where somebody here has the say, noted elsewhere. */
const judged = (offered: Offered, actor: Actor, known: Known, texts: Texts): Judged => {
  const { object, modified, owner, path } = offered;
  const isAlike = known.same.length === 0 ? () => false : hasContent(object, texts.textOfKey);
  const same = known.same.filter(isAlike);
  if (same.length === known.same.length || !isDated(modified))
    return { found: problemsOf(offered, actor, { ...known, same }, texts), isTwin: false, same };
  const isOwn =
    !isOfThirdParty(object, owner) &&
    known.same.some((key) => key.source === actor.member.id && !same.includes(key));
  const isRefused = isOwn || isOfAnother(offered, actor);
  return { found: isRefused ? [conflict(object, path)] : [], isTwin: !isRefused, same };
};

const problemsOf = (
  offered: Offered,
  actor: Actor,
  { same, neighbour, revocation }: Known,
  { originOf }: Texts,
): Problem[] => {
  const { object, owner, path } = offered;
  if (isOfAnother(offered, actor)) {
    // What the hub makes in its own name for an unnamed publisher is stored with that publisher's rows.
    const isByHub = object.id === HUB_IDENTITY || creatorOf(object) === HUB_IDENTITY;
    const isOf = ({ source }: ObjectKey): boolean => isByHub || [owner, actor.member.id].includes(source);
    const isGiven = isOfEveryBundle(object) || same.some(isOf);
    return isGiven ? [] : [notTheCreator(object, path)];
  }
  const isCreatedBinding = owner !== null || neighbour?.source === actor.member.id;
  const found = neighbour === undefined ? [] : changed(object, originOf(neighbour), isCreatedBinding, path);
  return revocation === undefined ? found : [...found, afterRevocation(revocation, path)];
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

const changed = (
  object: StixObject,
  before: Origin | undefined,
  isCreatedBinding: boolean,
  path: string,
): Problem[] => {
  if (before === undefined) return [];
  const problems: Problem[] = [];
  if (creatorOf(object) !== before.creator) {
    const message = `Its creator differs from that of the version of ${String(before.modified)} (STIX 2.1 §3.6).`;
    problems.push(problem('CREATOR_CHANGED', path, message, 'Give your object a new id.'));
  }
  // Nobody here can say which source is right about a third party's object; one source's mistake must not block the
  // others.
  if (isCreatedBinding && !isSameContent(object['created'], before.created)) {
    const message = `created differs from that of the version of ${String(before.modified)} (STIX 2.1 §3.2).`;
    problems.push(problem('CREATED_CHANGED', `${path}.created`, message, 'Keep created as it was.'));
  }
  return problems;
};

const afterRevocation = ({ stixId, modified }: ObjectKey, path: string): Problem =>
  problem(
    'VERSION_AFTER_REVOKED',
    path,
    `${stixId} was revoked for good by your version of ${modified} (STIX 2.1 §3.6).`,
    'Publish a new object with a new id.',
  );
