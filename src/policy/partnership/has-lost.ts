// Whether somebody may read or do less than a moment before. What they were shown by then may stand on a screen still, so it has
// to be said; who only gained something reads on.
import { isIn, sectorsHeldBy } from '../../domain/audience.ts';
import { type EffectiveTlp, TLP_LEVELS } from '../../domain/marking.ts';
import { type Actor, isAuthority, type Member } from '../../domain/member.ts';
import { isCapped } from '../../domain/partnership/standing.ts';
import { mayHold } from '../grants.ts';

/** Rights as they were, or are, at a time in milliseconds. */
export type Look<Of = Actor> = { readonly of: Of; readonly atMs: number };

const LEVELS: readonly EffectiveTlp[] = [...TLP_LEVELS, 'UNKNOWN'];

/**
 * True also where what was lost opened nothing: somebody comes back once too often, never too seldom. What the partnership
 * tells of its other members (I32) is not looked at: who was told of one knows of it.
 */
export const hasLost = (before: Look, now: Look): boolean =>
  isMemberLess(memberIn(before), memberIn(now)) ||
  isPersonLess(before.of, now.of) ||
  isPassedLess(before, now);

const memberIn = ({ of, atMs }: Look): Look<Member> => ({ of: of.member, atMs });

/** Roles and scopes, and what they may hold. */
const isPersonLess = (before: Actor, now: Actor): boolean =>
  before.roles.some((role) => !now.roles.includes(role)) ||
  (now.scopes !== undefined && (before.scopes ?? null) === null) ||
  (before.scopes?.some((scope) => now.scopes?.includes(scope) === false) ?? false) ||
  LEVELS.some((tlp) => mayHold(before, tlp) && !mayHold(now, tlp));

const isMemberLess = (before: Look<Member>, now: Look<Member>): boolean =>
  isReachedLess(before, now) ||
  (before.of.mayPublish && !now.of.mayPublish) ||
  (now.of.optsOutOfCascade && !before.of.optsOutOfCascade);

/** Whether an audience may have had it before, and not now. */
const isReachedLess = (before: Look<Member>, now: Look<Member>): boolean => {
  const [was, is] = [before.of, now.of];
  const held = sectorsHeldBy(is);
  return (
    (was.isActive && !is.isActive) ||
    was.kind !== is.kind ||
    was.slug !== is.slug ||
    sectorsHeldBy(was).some((sector) => !held.includes(sector)) ||
    [was.country, ...was.countries].some((country) => !isIn(is, country)) ||
    was.communities.some(
      (slug) => !is.communities.includes(slug) || sinceOf(is, slug) > sinceOf(was, slug),
    ) ||
    (is.joinedAt?.getTime() ?? 0) > (was.joinedAt?.getTime() ?? 0) ||
    (isCapped(is, now.atMs) && !isCapped(was, before.atMs))
  );
};

const sinceOf = ({ communitiesSince }: Member, slug: string): number =>
  communitiesSince?.[slug]?.getTime() ?? 0;

/** What comes over its providers, of those that it is told of: that one which is hidden from it ended this would tell of it. */
const isPassedLess = (before: Look, now: Look): boolean =>
  !isAuthority(before.of.member) &&
  before.of.providers.some((was) => {
    if (before.of.disclosure?.isToldOf(was) === false) return false;
    const is = now.of.providers.find(({ id }) => id === was.id);
    if (is === undefined) return was.isActive;
    return isReachedLess({ of: was, atMs: before.atMs }, { of: is, atMs: now.atMs });
  });

const sorted = (texts: readonly string[]): string[] => texts.toSorted();

/** Differs between two looks of which the second has lost something; also where something was only gained. */
export const rightsText = ({ of, atMs }: Look): string => {
  const { member, roles, scopes, providers, disclosure } = of;
  const told = isAuthority(member) ? [] : providers.filter((each) => disclosure?.isToldOf(each) !== false);
  return JSON.stringify([
    reachOf({ of: member, atMs }),
    [member.mayPublish, member.optsOutOfCascade],
    sorted(roles),
    scopes === undefined ? null : sorted(scopes),
    LEVELS.map((tlp) => mayHold(of, tlp)),
    sorted(told.map((each) => JSON.stringify(reachOf({ of: each, atMs })))),
  ]);
};

const reachOf = ({ of, atMs }: Look<Member>): readonly unknown[] => [
  [of.id, of.slug, of.kind, of.isActive, isCapped(of, atMs), of.joinedAt?.getTime() ?? 0],
  sorted(sectorsHeldBy(of)),
  sorted([...new Set([of.country, ...of.countries])]),
  sorted(of.communities.map((slug) => `${slug} ${sinceOf(of, slug)}`)),
];
