// Whether objects that a publisher offers may be versions of what exists: only the creator makes versions, created and
// creator stay, a version has one content, and nothing follows a revocation (STIX 2.1 §3.2, §3.6). All of it is judged
// against what the publisher may read or published itself, by queries that are the same whatever is hidden (I6).
import type { Actor } from '../../domain/member.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import type { StixObject } from '../../stix/stix-object.ts';
import { creatorOf, isDated, isSameContent, isSameVersion, newestFirst } from '../../stix/version.ts';
import { type ObjectKey, textOf } from '../../store/objects.ts';
import { readableRows } from '../object/readable-rows.ts';

export type Offered = {
  readonly object: StixObject;
  readonly modified: string;
  /** Every row with its id, whoever may read it. */
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
  const foreign = offered.flatMap(({ rows }) => rows.filter(({ source }) => source !== actor.member.id));
  const readable = await readableRows(hub, actor, [...new Set(foreign)], undefined, true);
  const judged = offered.map((each) => {
    const own = each.rows.filter(({ source }) => source === actor.member.id);
    const others = each.rows.filter(({ _id }) => readable.has(_id.toHexString()));
    const isOthers = each.owner !== null && each.owner !== actor.member.id;
    return { ...each, isOthers, known: isOthers ? ofOther(each, own, others) : knownOf(each, own, others) };
  });
  const wanted = judged.flatMap(({ known: { same, beside } }) => (beside === undefined ? same : [beside]));
  const bodies = new Map(
    (await hub.objects.byIds(wanted.map(({ _id }) => _id))).map((row) => [
      row._id.toHexString(),
      JSON.parse(textOf(row)) as StixObject,
    ]),
  );
  const bodyOf = (key: ObjectKey): StixObject | undefined => bodies.get(key._id.toHexString());
  return judged.flatMap((each) => problemsOf(each, actor, bodyOf, pathOf(each.object)));
};

/** Of another member's object only that very version matters. */
const ofOther = ({ modified }: Offered, own: readonly ObjectKey[], others: readonly ObjectKey[]): Known => {
  const isSame = (row: ObjectKey): boolean =>
    isDated(modified) ? isSameVersion(row.modified, modified) : !isDated(row.modified);
  return { same: [...own, ...others].filter(isSame), beside: undefined, revocation: undefined };
};

const knownOf = (
  { modified, owner }: Offered,
  own: readonly ObjectKey[],
  others: readonly ObjectKey[],
): Known => {
  // What has no date has no versions.
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
