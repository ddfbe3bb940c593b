// Judges whether offered objects are valid versions of what exists: only the creator makes versions, created and
// creator do not change, a version has one content, and nothing follows one's own revocation (STIX 2.1 §3.2, §3.6).
// Only what the publisher may read or published itself counts: select-rows.ts selects, load-rows.ts loads.

import type { StixObject } from 'stix2-ts/stix-object';
import { creatorOf, isDated, isSameContent } from 'stix2-ts/version';
import type { Partition } from '../../../domain/exercise/partition.ts';
import type { Actor } from '../../../domain/member.ts';
import { type Problem, problem } from '../../../domain/problem.ts';
import { HUB_IDENTITY } from '../../../exchange/warning-extension.ts';
import type { ObjectKey } from '../../../store/objects.ts';
import { yieldToEventLoop } from '../../yield-to-event-loop.ts';
import { type JudgingDeps, loadRows } from './load-rows.ts';
import { isOfAnother, type Known, knownOf, type Offered } from './select-rows.ts';

/** Text units read and compared before yielding to the event loop. */
const UNITS_PER_SLICE = 131_072;

export const judgeVersions = async (
  hub: JudgingDeps,
  actor: Actor,
  offered: readonly Offered[],
  partition: Partition,
): Promise<Problem[]> => {
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
  for (const { offered: each, others } of rows.met) {
    const known = knownOf(each, actor, others.filter(isRead));
    problems.push(...problemsOf(each, actor, known, { textOfKey, originOf }));
    if (units < UNITS_PER_SLICE) continue;
    units = 0;
    await yieldToEventLoop();
  }
  return problems;
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

const problemsOf = (
  offered: Offered,
  actor: Actor,
  { same, neighbour, revocation }: Known,
  { textOfKey, originOf }: Texts,
): Problem[] => {
  const { object, modified, owner, path } = offered;
  const written = same.length === 0 ? null : JSON.stringify(object);
  // Most repeated objects are identical as text and need no parsing.
  const isHere = (key: ObjectKey): boolean =>
    textOfKey(key) === written || isSameContent(objectIn(textOfKey(key)), object);
  if (isDated(modified) && !same.every(isHere)) return [conflict(object, path)];
  if (isOfAnother(offered, actor)) {
    // What the hub makes in its own name for an unnamed publisher is stored with that publisher's rows.
    const isByHub = object.id === HUB_IDENTITY || creatorOf(object) === HUB_IDENTITY;
    const isOf = ({ source }: ObjectKey): boolean => isByHub || [owner, actor.member.id].includes(source);
    const isGiven = same.some((key) => isOf(key) && isHere(key));
    return isGiven ? [] : [notTheCreator(object, path)];
  }
  const isCreatedBinding = owner !== null || neighbour?.source === actor.member.id;
  const found = neighbour === undefined ? [] : changed(object, originOf(neighbour), isCreatedBinding, path);
  return revocation === undefined ? found : [...found, afterRevocation(revocation, path)];
};

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
