// Selects the stored rows that matter to an offered object. The selection depends only on the publisher's own rows,
// so that it is the same whatever is hidden (I6).

import type { StixObject } from 'stix2-ts/stix-object';
import { creatorOf, isDated } from 'stix2-ts/version';
import type { Actor } from '../../../domain/member.ts';
import type { ObjectKey } from '../../../store/objects.ts';
import { beforeIn, type History, historiesOf, placeIn, sameIn } from './histories.ts';

export type Offered = {
  readonly object: StixObject;
  readonly modified: string;
  /** The rows with its id, whoever may read them; one list for all objects of that id. */
  readonly histories: readonly History[];
  /** The member that owns the object; null for objects of third parties. */
  readonly owner: string | null;
  /** Its JSON path in the publisher's input. */
  readonly path: string;
};

/** What the publisher knows about an offered object. */
export type Known = {
  /** Rows of this exact version. */
  readonly same: readonly ObjectKey[];
  /** A version next to it in time, the one before if there is one. */
  readonly neighbour: ObjectKey | undefined;
  /**
   * The publisher's own revocation. Where the object has no owner here, the revocation of another ends only that
   * source's history.
   */
  readonly revocation: ObjectKey | undefined;
};

/**
 * Whether an object is the word of somebody who is no member: it names a creator, or is an identity. What names nobody is its
 * publisher's own.
 */
export const isOfThirdParty = (object: StixObject, owner: string | null): boolean =>
  owner === null && (creatorOf(object) !== null || object.type === 'identity');

export const NO_ROWS: readonly ObjectKey[] = [];

/** Limit of rows considered per source and id: those of the version and its neighbours. */
const MAX_OF_SOURCE = 20;

export const ownHistory = ({ histories }: Offered, actor: Actor): History | undefined =>
  histories.find(({ source }) => source === actor.member.id);

export const isOfAnother = ({ owner }: Offered, actor: Actor): boolean =>
  owner !== null && owner !== actor.member.id;

/** Rows of others that could matter if they are readable. Objects of one id may share one list. */
export const rowsThatMatter = (offered: Offered, actor: Actor): readonly ObjectKey[] => {
  const { histories, modified, owner } = offered;
  const hasOwn = ownHistory(offered, actor) !== undefined;
  const few = (of: (history: History) => readonly ObjectKey[]): readonly ObjectKey[] =>
    histories.flatMap((history) =>
      history.source === actor.member.id ? [] : [...new Set(of(history))].slice(0, MAX_OF_SOURCE),
    );
  if (isOfAnother(offered, actor)) return few((history) => sameIn(history, modified));
  // An undated object has no versions, and an owner with a history is judged by that alone.
  if (!isDated(modified) || (owner !== null && hasOwn)) return NO_ROWS;
  if (!hasOwn && histories.every(({ dated }) => dated.length <= MAX_OF_SOURCE)) return allOf(histories);
  return few(({ dated }) => {
    const [from, to] = placeIn(dated, modified);
    if (hasOwn) return dated.slice(from, to);
    const later = dated.slice(Math.max(0, from - MAX_OF_SOURCE), from).toReversed();
    return [...dated.slice(from, to), ...dated.slice(to, to + MAX_OF_SOURCE), ...later];
  });
};

const whole = new WeakMap<readonly History[], readonly ObjectKey[]>();

const allOf = (histories: readonly History[]): readonly ObjectKey[] => {
  const known = whole.get(histories);
  if (known !== undefined) return known;
  const all = histories.flatMap(({ dated }) => dated);
  whole.set(histories, all);
  return all;
};

/** What the publisher knows about an object; of other sources' rows only those that it may read. */
export const knownOf = (offered: Offered, actor: Actor, others: readonly ObjectKey[]): Known =>
  isOfAnother(offered, actor) ? ofAnother(offered, actor, others) : ofOwn(offered, actor, others);

/** For another member's object only that exact version matters. */
const ofAnother = (offered: Offered, actor: Actor, others: readonly ObjectKey[]): Known => {
  const own = ownHistory(offered, actor);
  const same = [...(own === undefined ? [] : sameIn(own, offered.modified)), ...others];
  return { same, neighbour: undefined, revocation: undefined };
};

const ofOwn = (offered: Offered, actor: Actor, others: readonly ObjectKey[]): Known => {
  const { modified, owner } = offered;
  if (!isDated(modified)) return { same: [], neighbour: undefined, revocation: undefined };
  const own = ownHistory(offered, actor);
  // Once the owner has a history, only that counts: nobody can spoil it with a row that claims the same id.
  const isAlone = owner !== null && own !== undefined;
  const [theirs] = isAlone ? [] : historiesOf(others.map((row) => ({ ...row, source: '' })));
  const histories = [own, theirs].filter((history) => history !== undefined);
  const same = histories.flatMap((history) => sameIn(history, modified));
  if (same.length > 0) return { same, neighbour: undefined, revocation: undefined };
  const dated = (own ?? theirs)?.dated ?? [];
  return {
    same,
    neighbour: beforeIn(dated, modified) ?? dated.at(-1),
    revocation: own === undefined ? undefined : beforeIn(own.revocations, modified),
  };
};
