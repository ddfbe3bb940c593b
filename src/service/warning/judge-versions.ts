// Whether objects that a publisher offers may be versions of what exists: only the creator makes versions, created and
// creator stay, a version has one content, and nothing follows a revocation (STIX 2.1 §3.2, §3.6). All of it is judged
// against what the publisher may read or published itself, by queries that are the same whatever is hidden (I6).
import type { Actor } from '../../domain/member.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import type { StixObject } from '../../stix/stix-object.ts';
import { creatorOf, isDated, isSameContent, isSameVersion, newestFirst } from '../../stix/version.ts';
import { type ObjectKey, textOf } from '../../store/objects.ts';
import { type Seen, seenRows } from '../object/seen-rows.ts';

export type Offered = {
  readonly object: StixObject;
  readonly modified: string;
  /** The rows with its id, whoever may read them. */
  readonly rows: readonly ObjectKey[];
  /** The member whose object it is; null for those of third parties. */
  readonly owner: string | null;
};

/** What the publisher knows of an offered object. */
type Known = {
  /** Rows of the very version. */
  readonly same: readonly ObjectKey[];
  /** A version beside it in time, the one before if there is one. */
  readonly beside: ObjectKey | undefined;
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
  const seen = await seenRows(hub, actor, [...new Set(asked.flat())]);
  const seenOf = (row: ObjectKey): Seen | undefined => seen.get(row._id.toHexString());
  const judgedBy = (isRead: (row: ObjectKey, seen: Seen) => boolean): Judged[] =>
    offered.map((each, index) => {
      const others = (asked[index] ?? []).filter((row) => {
        const found = seenOf(row);
        return found !== undefined && isRead(row, found);
      });
      return knownTo(actor, each, others);
    });
  // Whatever the texts say, what counts in the end is among these.
  const wanted = [
    ...judgedBy((_, { isSure }) => isSure).flatMap(({ known }) => bodiesFor(known)),
    ...asked.flat().filter((row) => seenOf(row)?.isSure === false),
  ];
  const ids = [...new Map(wanted.map(({ _id }) => [_id.toHexString(), _id])).values()];
  const texts = new Map((await hub.objects.byIds(ids)).map((row) => [row._id.toHexString(), textOf(row)]));
  const bodyOf = ({ _id }: ObjectKey): StixObject | undefined => {
    const text = texts.get(_id.toHexString());
    return text === undefined ? undefined : (JSON.parse(text) as StixObject);
  };
  const isRead = (row: ObjectKey, { isSure, isSeen }: Seen): boolean =>
    isSure || isSeen(() => texts.get(row._id.toHexString()) ?? '');
  return judgedBy(isRead).flatMap((each) => problemsOf(each, actor, bodyOf, pathOf(each.object)));
};

const bodiesFor = ({ same, beside }: Known): readonly ObjectKey[] => (beside === undefined ? same : [beside]);

const knownTo = (actor: Actor, offered: Offered, others: readonly ObjectKey[]): Judged => {
  const own = offered.rows.filter(({ source }) => source === actor.member.id);
  const isOthers = isOfAnother(offered, actor);
  return {
    ...offered,
    isOthers,
    known: isOthers ? ofOther(offered, own, others) : knownOf(offered, own, others),
  };
};

const isOfAnother = ({ owner }: Offered, actor: Actor): boolean =>
  owner !== null && owner !== actor.member.id;

/** Of one source's rows under an id so many are looked at, those that say most first. */
const MAX_OF_SOURCE = 20;

/** Rows of others that could matter if they may be read: chosen by what the publisher's own rows say alone. */
const relevantOf = (offered: Offered, actor: Actor): readonly ObjectKey[] => {
  const { rows, modified, owner } = offered;
  const foreign = rows.filter(({ source }) => source !== actor.member.id);
  const hasOwn = foreign.length < rows.length;
  const isSame = isVersionOf(modified);
  const few = (some: readonly ObjectKey[]): ObjectKey[] =>
    [...Map.groupBy(some, ({ source }) => source).values()].flatMap((list) => {
      if (list.length <= MAX_OF_SOURCE) return list;
      const rank = (row: ObjectKey): number =>
        isSame(row) ? 0 : row.revoked === true ? 1 : newestFirst(row.modified, modified) > 0 ? 2 : 3;
      const order = (a: ObjectKey, b: ObjectKey): number =>
        rank(a) - rank(b) || newestFirst(a.modified, b.modified);
      return list.toSorted(order).slice(0, MAX_OF_SOURCE);
    });
  if (isOfAnother(offered, actor)) return few(foreign.filter(isSame));
  // What has no date has no versions, and a creator who has a line goes by it alone.
  if (!isDated(modified) || (owner !== null && hasOwn)) return [];
  return few(hasOwn ? foreign.filter((row) => isSame(row) || row.revoked === true) : foreign);
};

/** Rows of the very version; of what has no date every row. */
const isVersionOf =
  (modified: string) =>
  (row: ObjectKey): boolean =>
    isDated(modified) ? isSameVersion(row.modified, modified) : !isDated(row.modified);

/** Of another member's object only that very version matters. */
const ofOther = ({ modified }: Offered, own: readonly ObjectKey[], others: readonly ObjectKey[]): Known => ({
  same: [...own, ...others].filter(isVersionOf(modified)),
  beside: undefined,
  revocation: undefined,
});

const knownOf = (
  { modified, owner }: Offered,
  own: readonly ObjectKey[],
  others: readonly ObjectKey[],
): Known => {
  if (!isDated(modified)) return { same: [], beside: undefined, revocation: undefined };
  // The creator goes by its own line once it has one: nobody can spoil it by a row that claims the same id.
  const known = owner !== null && own.length > 0 ? own : [...own, ...others];
  const same = known.filter((row) => isSameVersion(row.modified, modified));
  if (same.length > 0) return { same, beside: undefined, revocation: undefined };
  const sorted = (rows: readonly ObjectKey[]): ObjectKey[] =>
    rows.filter((row) => isDated(row.modified)).sort((a, b) => newestFirst(a.modified, b.modified));
  const isEarlier = (row: ObjectKey): boolean => newestFirst(row.modified, modified) > 0;
  const line = sorted(own.length > 0 ? own : known);
  return {
    same,
    beside: line.find(isEarlier) ?? line.at(-1),
    revocation: sorted(known).find((row) => row.revoked === true && isEarlier(row)),
  };
};

const problemsOf = (
  { object, modified, owner, isOthers, known }: Judged,
  actor: Actor,
  bodyOf: (key: ObjectKey) => StixObject | undefined,
  path: string,
): Problem[] => {
  const { same, beside, revocation } = known;
  const isHere = (key: ObjectKey): boolean => isSameContent(bodyOf(key), object);
  if (isDated(modified) && !same.every(isHere)) return [conflict(object, path)];
  if (isOthers) {
    const isGiven = same.some((key) => [owner, actor.member.id].includes(key.source) && isHere(key));
    return isGiven ? [] : [notTheCreator(object, path)];
  }
  const isTellable = owner !== null || beside?.source === actor.member.id;
  const found = beside === undefined ? [] : changed(object, bodyOf(beside), isTellable, path);
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
  before: StixObject | undefined,
  isTellable: boolean,
  path: string,
): Problem[] => {
  if (before === undefined) return [];
  const problems: Problem[] = [];
  if (creatorOf(object) !== creatorOf(before)) {
    const message = `Its creator is another than in the version of ${String(before['modified'])} (STIX 2.1 §3.6).`;
    problems.push(problem('CREATOR_CHANGED', path, message, 'Give your object an id of its own.'));
  }
  // Whose word is right on a third party's object nobody here can tell: one's slip must not shut out the others.
  if (isTellable && !isSameContent(object['created'], before['created'])) {
    const message = `created is another than in the version of ${String(before['modified'])} (STIX 2.1 §3.2).`;
    problems.push(problem('CREATED_CHANGED', `${path}.created`, message, 'Keep created as it was.'));
  }
  return problems;
};

const afterRevocation = ({ stixId, modified }: ObjectKey, path: string): Problem =>
  problem(
    'VERSION_AFTER_REVOKED',
    path,
    `${stixId} was revoked for good by the version of ${modified} (STIX 2.1 §3.6).`,
    'Publish a new object with an id of its own.',
  );
