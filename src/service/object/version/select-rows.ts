// Which stored rows matter to an object that a publisher offers: chosen by what the publisher's own rows say alone, so that
// the choice is the same whatever is hidden (I6).

import type { StixObject } from 'stix2-ts/stix-object';
import { isDated } from 'stix2-ts/version';
import type { Actor } from '../../../domain/member.ts';
import type { ObjectKey } from '../../../store/objects.ts';
import { beforeIn, type History, historiesOf, placeIn, sameIn } from './histories.ts';

export type Offered = {
  readonly object: StixObject;
  readonly modified: string;
  /** The rows with its id, whoever may read them; the same list for every object of that id. */
  readonly histories: readonly History[];
  /** The member whose object it is; null for those of third parties. */
  readonly owner: string | null;
  /** Its JSON path in the publisher's input. */
  readonly path: string;
};

/** What the publisher knows of an offered object. */
export type Known = {
  /** Rows of the very version. */
  readonly same: readonly ObjectKey[];
  /** A version beside it in time, the one before if there is one. */
  readonly beside: ObjectKey | undefined;
  /** Its own: what another revokes, of an object that belongs to nobody here, ends no line but that one's. */
  readonly revocation: ObjectKey | undefined;
};

export const NO_ROWS: readonly ObjectKey[] = [];

/** Of one source's rows under an id so many are looked at: those of the version, and those next to it. */
const MAX_OF_SOURCE = 20;

export const ownLine = ({ histories }: Offered, actor: Actor): History | undefined =>
  histories.find(({ source }) => source === actor.member.id);

export const isOfAnother = ({ owner }: Offered, actor: Actor): boolean =>
  owner !== null && owner !== actor.member.id;

/** Rows of others that could matter if they may be read. Objects of one id may share one list. */
export const rowsThatMatter = (offered: Offered, actor: Actor): readonly ObjectKey[] => {
  const { histories, modified, owner } = offered;
  const hasOwn = ownLine(offered, actor) !== undefined;
  const few = (of: (history: History) => readonly ObjectKey[]): readonly ObjectKey[] =>
    histories.flatMap((history) =>
      history.source === actor.member.id ? [] : [...new Set(of(history))].slice(0, MAX_OF_SOURCE),
    );
  if (isOfAnother(offered, actor)) return few((history) => sameIn(history, modified));
  // What has no date has no versions, and a creator who has a line goes by it alone.
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

/** What the publisher knows of an object, of others' rows those that it may read. */
export const knownOf = (offered: Offered, actor: Actor, others: readonly ObjectKey[]): Known =>
  isOfAnother(offered, actor) ? ofAnother(offered, actor, others) : ofOwn(offered, actor, others);

/** Of another member's object only that very version matters. */
const ofAnother = (offered: Offered, actor: Actor, others: readonly ObjectKey[]): Known => {
  const own = ownLine(offered, actor);
  const same = [...(own === undefined ? [] : sameIn(own, offered.modified)), ...others];
  return { same, beside: undefined, revocation: undefined };
};

const ofOwn = (offered: Offered, actor: Actor, others: readonly ObjectKey[]): Known => {
  const { modified, owner } = offered;
  if (!isDated(modified)) return { same: [], beside: undefined, revocation: undefined };
  const own = ownLine(offered, actor);
  // The creator goes by its own line once it has one: nobody can spoil it by a row that claims the same id.
  const isAlone = owner !== null && own !== undefined;
  const [theirs] = isAlone ? [] : historiesOf(others.map((row) => ({ ...row, source: '' })));
  const histories = [own, theirs].filter((history) => history !== undefined);
  const same = histories.flatMap((history) => sameIn(history, modified));
  if (same.length > 0) return { same, beside: undefined, revocation: undefined };
  const dated = (own ?? theirs)?.dated ?? [];
  return {
    same,
    beside: beforeIn(dated, modified) ?? dated.at(-1),
    revocation: own === undefined ? undefined : beforeIn(own.revocations, modified),
  };
};
