// Whether objects that a publisher offers may be versions of what exists: only the creator makes versions, created and
// creator stay, a version has one content, and nothing follows one's own revocation (STIX 2.1 §3.2, §3.6). All of it is
// judged against what the publisher may read or published itself, by queries that are the same whatever is hidden (I6).

import type { StixObject } from 'stix2-ts/stix-object';
import { creatorOf, isDated, isSameContent } from 'stix2-ts/version';
import type { Actor } from '../../domain/member.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { type ObjectKey, textOf } from '../../store/objects.ts';
import { giveWay } from '../give-way.ts';
import { type Seen, seenRows } from '../object/seen-rows.ts';
import { beforeIn, type Line, linesOf, placeIn, sameIn } from '../object/version/lines.ts';

export type Offered = {
  readonly object: StixObject;
  readonly modified: string;
  /** The rows with its id, whoever may read them; the same list for every object of that id. */
  readonly lines: readonly Line[];
  /** The member whose object it is; null for those of third parties. */
  readonly owner: string | null;
};

/** What the publisher knows of an offered object. */
type Known = {
  /** Rows of the very version. */
  readonly same: readonly ObjectKey[];
  /** A version beside it in time, the one before if there is one. */
  readonly beside: ObjectKey | undefined;
  /** Its own: what another revokes, of an object that belongs to nobody here, ends no line but that one's. */
  readonly revocation: ObjectKey | undefined;
};

type Judged = Offered & { readonly isOthers: boolean; readonly known: Known };

export const judgeVersions = async (
  hub: Pick<Hub, 'objects' | 'warnings' | 'clock'>,
  actor: Actor,
  offered: readonly Offered[],
  pathOf: (object: StixObject) => string,
): Promise<Problem[]> => {
  const asked = offered.map((each) => relevantOf(each, actor));
  const rows = [...new Set([...new Set(asked)].flat())];
  const seen = await seenRows(hub, actor, rows);
  const seenOf = (row: ObjectKey): Seen | undefined => seen.get(row._id.toHexString());
  // Objects of one id share their list, and what nothing is seen of is not looked at again: how many of a bundle's
  // objects meet a hidden row is not told by the work on each.
  const visible = new Map([...new Set(asked)].map((list) => [list, list.filter((row) => seenOf(row))]));
  const met = offered.flatMap((each, index) => {
    const others = visible.get(asked[index] ?? NONE) ?? NONE;
    const isMet = others.length > 0 || isOfAnother(each, actor) || ownIn(each, actor) !== undefined;
    return isMet ? [{ each, others }] : [];
  });
  const judgedBy = (isRead: (row: ObjectKey, seen: Seen) => boolean): Judged[] =>
    met.map(({ each, others }) => {
      const read = others.filter((row) => {
        const found = seenOf(row);
        return found !== undefined && isRead(row, found);
      });
      return knownTo(actor, each, read);
    });
  // Whatever the texts say, what counts in the end is among these.
  const wanted = [
    ...judgedBy((_, { isSure }) => isSure).flatMap(({ known }) => bodiesFor(known)),
    ...rows.filter((row) => seenOf(row)?.isSure === false),
  ];
  const ids = [...new Map(wanted.map(({ _id }) => [_id.toHexString(), _id])).values()];
  const texts = new Map((await hub.objects.byIds(ids)).map((row) => [row._id.toHexString(), textOf(row)]));
  let units = 0;
  const textOfKey = ({ _id }: ObjectKey): string => {
    const text = texts.get(_id.toHexString()) ?? '';
    units += text.length;
    return text;
  };
  // Thousands of versions of a bundle may stand beside the same one, and that may be large.
  const originOf = remembered((row) => originIn(textOfKey(row)));
  const isSeenOf = remembered((row) => seenOf(row)?.isSeen(() => textOfKey(row)) === true);
  const isRead = (row: ObjectKey, { isSure }: Seen): boolean => isSure || isSeenOf(row);
  const problems: Problem[] = [];
  for (const each of judgedBy(isRead)) {
    problems.push(...problemsOf(each, actor, { textOfKey, originOf }, pathOf(each.object)));
    if (units < UNITS_PER_SLICE) continue;
    units = 0;
    await giveWay();
  }
  return problems;
};

/** Text read and compared between two pauses. */
const UNITS_PER_SLICE = 131_072;

const bodiesFor = ({ same, beside }: Known): readonly ObjectKey[] => (beside === undefined ? same : [beside]);

const NONE: readonly ObjectKey[] = [];

const ownIn = ({ lines }: Offered, actor: Actor): Line | undefined =>
  lines.find(({ source }) => source === actor.member.id);

const knownTo = (actor: Actor, offered: Offered, others: readonly ObjectKey[]): Judged => {
  const own = ownIn(offered, actor);
  const isOthers = isOfAnother(offered, actor);
  const known = isOthers ? ofOther(offered, own, others) : knownOf(offered, own, others);
  return { ...offered, isOthers, known };
};

const isOfAnother = ({ owner }: Offered, actor: Actor): boolean =>
  owner !== null && owner !== actor.member.id;

/** Of one source's rows under an id so many are looked at: those of the version, and those next to it. */
const MAX_OF_SOURCE = 20;

const whole = new WeakMap<readonly Line[], readonly ObjectKey[]>();

const allOf = (lines: readonly Line[]): readonly ObjectKey[] => {
  const known = whole.get(lines);
  if (known !== undefined) return known;
  const all = lines.flatMap(({ dated }) => dated);
  whole.set(lines, all);
  return all;
};

/** Rows of others that could matter if they may be read: chosen by what the publisher's own rows say alone. */
const relevantOf = (offered: Offered, actor: Actor): readonly ObjectKey[] => {
  const { lines, modified, owner } = offered;
  const hasOwn = ownIn(offered, actor) !== undefined;
  const few = (of: (line: Line) => readonly ObjectKey[]): readonly ObjectKey[] =>
    lines.flatMap((line) =>
      line.source === actor.member.id ? [] : [...new Set(of(line))].slice(0, MAX_OF_SOURCE),
    );
  if (isOfAnother(offered, actor)) return few((line) => sameIn(line, modified));
  // What has no date has no versions, and a creator who has a line goes by it alone.
  if (!isDated(modified) || (owner !== null && hasOwn)) return NONE;
  if (!hasOwn && lines.every(({ dated }) => dated.length <= MAX_OF_SOURCE)) return allOf(lines);
  return few(({ dated }) => {
    const [from, to] = placeIn(dated, modified);
    if (hasOwn) return dated.slice(from, to);
    const later = dated.slice(Math.max(0, from - MAX_OF_SOURCE), from).toReversed();
    return [...dated.slice(from, to), ...dated.slice(to, to + MAX_OF_SOURCE), ...later];
  });
};

/** Of another member's object only that very version matters. */
const ofOther = ({ modified }: Offered, own: Line | undefined, others: readonly ObjectKey[]): Known => ({
  same: [...(own === undefined ? [] : sameIn(own, modified)), ...others],
  beside: undefined,
  revocation: undefined,
});

const knownOf = (
  { modified, owner }: Offered,
  own: Line | undefined,
  others: readonly ObjectKey[],
): Known => {
  if (!isDated(modified)) return { same: [], beside: undefined, revocation: undefined };
  // The creator goes by its own line once it has one: nobody can spoil it by a row that claims the same id.
  const isAlone = owner !== null && own !== undefined;
  const [theirs] = isAlone ? [] : linesOf(others.map((row) => ({ ...row, source: '' })));
  const lines = [own, theirs].filter((line) => line !== undefined);
  const same = lines.flatMap((line) => sameIn(line, modified));
  if (same.length > 0) return { same, beside: undefined, revocation: undefined };
  const dated = (own ?? theirs)?.dated ?? [];
  return {
    same,
    beside: beforeIn(dated, modified) ?? dated.at(-1),
    revocation: own === undefined ? undefined : beforeIn(own.revocations, modified),
  };
};

/** What every version of an object has in common with the first, and which version said so. */
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
  { object, modified, owner, isOthers, known }: Judged,
  actor: Actor,
  { textOfKey, originOf }: Texts,
  path: string,
): Problem[] => {
  const { same, beside, revocation } = known;
  const written = same.length === 0 ? null : JSON.stringify(object);
  // Most of what comes again is written as it was, and then need not be read.
  const isHere = (key: ObjectKey): boolean =>
    textOfKey(key) === written || isSameContent(objectIn(textOfKey(key)), object);
  if (isDated(modified) && !same.every(isHere)) return [conflict(object, path)];
  if (isOthers) {
    const isGiven = same.some((key) => [owner, actor.member.id].includes(key.source) && isHere(key));
    return isGiven ? [] : [notTheCreator(object, path)];
  }
  const isTellable = owner !== null || beside?.source === actor.member.id;
  const found = beside === undefined ? [] : changed(object, originOf(beside), isTellable, path);
  return revocation === undefined ? found : [...found, afterRevocation(revocation, path)];
};

const conflict = ({ id }: StixObject, path: string): Problem =>
  problem(
    'OBJECT_CONFLICT',
    path,
    `${id} exists at this modified with other content (STIX 2.1 §3.6).`,
    'Give the changed object a later modified, or a new id if you are not its creator.',
  );

const notTheCreator = ({ id }: StixObject, path: string): Problem =>
  problem(
    'NOT_THE_CREATOR',
    path,
    `${id} is the object of another member, and this is no version of it that its creator published for you (STIX 2.1 §3.6).`,
    'Pass on the version that you have of its creator, unchanged; or give a new id and derived-from, and yourself as created_by_ref.',
  );

const changed = (
  object: StixObject,
  before: Origin | undefined,
  isTellable: boolean,
  path: string,
): Problem[] => {
  if (before === undefined) return [];
  const problems: Problem[] = [];
  if (creatorOf(object) !== before.creator) {
    const message = `Its creator is another than in the version of ${String(before.modified)} (STIX 2.1 §3.6).`;
    problems.push(problem('CREATOR_CHANGED', path, message, 'Give your object an id of its own.'));
  }
  // Whose word is right on a third party's object nobody here can tell: one's slip must not shut out the others.
  if (isTellable && !isSameContent(object['created'], before.created)) {
    const message = `created is another than in the version of ${String(before.modified)} (STIX 2.1 §3.2).`;
    problems.push(problem('CREATED_CHANGED', `${path}.created`, message, 'Keep created as it was.'));
  }
  return problems;
};

const afterRevocation = ({ stixId, modified }: ObjectKey, path: string): Problem =>
  problem(
    'VERSION_AFTER_REVOKED',
    path,
    `${stixId} was revoked for good by your version of ${modified} (STIX 2.1 §3.6).`,
    'Publish a new object with an id of its own.',
  );
