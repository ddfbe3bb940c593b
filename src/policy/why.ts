// Why a reader has a warning, as a sentence for a tired person. It names only what the reader itself matches: never other
// members, persons or sectors of the audience, never a dependency that another member declared (I9).

import type { AccessFacts, CascadeReach } from '../domain/access-facts.ts';
import { type Alternative, fits, isIn, sectorsHeldBy } from '../domain/audience.ts';
import { publicCascadeOf } from '../domain/cascade/public-cascade.ts';
import type { Disclosure, Member } from '../domain/member.ts';
import type { Grade, Reason } from '../domain/reason.ts';
import { doesMarkingAllow } from './relation.ts';

type Dependency = Extract<Reason, { kind: 'DEPENDENCY' }>;

export const becauseOwn = (): Reason => ({ kind: 'OWN', rule: 'Your own organisation published it.' });

export const becauseAddressed = (access: AccessFacts, index: number, member: Member): Reason => {
  const alternative = access.audience.alternatives[index] ?? {};
  const met = access.tlp === 'RED' ? 'by name, you as a person' : whatIsMet(alternative, member);
  return { kind: 'DIRECT', rule: `You are addressed: ${met}.`, alternative: index };
};

/** `isTold`: whether the client is told that the provider exists. */
export const becauseClient = (access: AccessFacts, provider: Member, member: Member, isTold = true): Reason =>
  told(access, member, {
    kind: 'CLIENT',
    rule: `${isTold ? `Your provider ${provider.name}` : 'A provider of yours'} is addressed; it declares you as its client.`,
    provider: provider.id,
  });

type Dependent = {
  readonly reach: CascadeReach;
  readonly member: Member;
  /** Members whose names the reader already knows. */
  readonly providers: readonly Member[];
};

export const becauseDependent = (access: AccessFacts, { reach, member, providers }: Dependent): Dependency =>
  told(access, member, dependency(reach, member, providers));

/** Of a recall or narrowing. Whether its publisher sees the holder was fixed with it. */
export const becauseHeld = ({ holders }: AccessFacts, { id }: Member): Reason => {
  const rule =
    holders?.isNarrowed === true
      ? 'You have a version of a warning that is not addressed to you any more.'
      : 'You have a version of it that was recalled.';
  const reason = { kind: 'HELD', rule } as const;
  return holders?.listed.includes(id) === true
    ? reason
    : { ...reason, rule: `${reason.rule} ${UNTIL_ANSWERED}`, isUnlisted: true };
};

/** A publisher that sees the member because it answered learns no more than that (I32). */
export const becauseRelated = (): Reason => ({
  kind: 'RELATION',
  rule: 'It has answered. What brought this to it is not shown.',
});

/** Of an organisation that answered without its name. */
export const becauseAnswered = (): Reason => ({
  kind: 'RELATION',
  rule: 'It has answered without its name. What brought this to it is not shown.',
});

const UNTIL_ANSWERED = 'Its publisher does not see you among the recipients unless you acknowledge it.';

/** The reason, and whether the member's answer is what makes the publisher see it. */
const told = <Each extends Reason>(access: AccessFacts, member: Member, reason: Each): Each =>
  isOnPublicCascade(access, member)
    ? reason
    : { ...reason, rule: `${reason.rule} ${UNTIL_ANSWERED}`, isUnlisted: true };

const UNLESS_NAMED =
  'Your organisation is not listed to its publisher: an answer is shown as that of an organisation, unless you give your name.';

/**
 * The reason as its reader is told it: whether the publisher sees the reader, and what an answer shows. `disclosure` is
 * absent where nothing is hidden from anybody.
 */
export const asDisclosed = (
  reason: Reason,
  access: AccessFacts,
  member: Member,
  disclosure: Disclosure | undefined,
): Reason => {
  if (disclosure === undefined || reason.kind === 'OWN' || reason.kind === 'RELATION') return reason;
  const { publisher } = access;
  if (!disclosure.isListedTo(publisher)) return unseen(reason, UNLESS_NAMED);
  if (reason.kind !== 'DIRECT' || isOnPublicCascade(access, member)) return reason;
  const shown = withoutHiddenRolls(access.audience.alternatives, (slug) =>
    disclosure.isRollShownTo(slug, publisher),
  );
  return shown.some((alternative) => fits(alternative, member)) ? reason : unseen(reason, UNTIL_ANSWERED);
};

const unseen = <Each extends Exclude<Reason, { kind: 'OWN' | 'RELATION' }>>(
  reason: Each,
  sentence: string,
): Each => ({
  ...reason,
  rule: `${reason.rule.replace(` ${UNTIL_ANSWERED}`, '')} ${sentence}`,
  isUnlisted: true,
});

/** The alternatives in their order, without communities whose roll is not shown: through one of those nobody is met. */
export const withoutHiddenRolls = (
  alternatives: readonly Alternative[],
  isRollShown: (slug: string) => boolean,
): readonly Alternative[] =>
  alternatives.map((alternative) =>
    alternative.communities === undefined
      ? alternative
      : { ...alternative, communities: alternative.communities.filter(isRollShown) },
  );

/** Whether the public default matrix alone gives the member the warning. */
const isOnPublicCascade = (access: AccessFacts, member: Member): boolean =>
  doesMarkingAllow(access.tlp, 'DEPENDENCY') &&
  !member.optsOutOfCascade &&
  publicCascadeOf(access).some(({ to }) => fits(to, member));

const dependency = (reach: CascadeReach, member: Member, providers: readonly Member[]): Dependency => {
  const { grade, basis } = reach;
  if (!mayKnowPath(reach, member)) return withheldDependency(grade, basis);
  const { path, hoursToEffect } = reach;
  const felt = `${grade}${hoursToEffect === null ? '' : `, felt within about ${hoursToEffect} h`}`;
  const rule =
    basis === 'DECLARED'
      ? `${providerInWords(path[0], providers)} is hit; you declared that you depend on it (${felt}).`
      : sectorsInWords(path, felt);
  return { kind: 'DEPENDENCY', rule, grade, path, hoursToEffect, basis };
};

/** The reason without a path that the reader may not know; the hours go too, since they would reveal buffers. */
export const withheldDependency = (grade: Grade, basis: CascadeReach['basis']): Dependency => ({
  kind: 'DEPENDENCY',
  rule: `You may be hit through others, who depend on those addressed (${grade}).`,
  grade,
  path: [],
  hoursToEffect: null,
  basis,
});

/** The sector matrix is public; a declared edge is known to its dependent end, the member that declared it. */
export const mayKnowPath = (
  { basis, path }: Pick<CascadeReach, 'basis' | 'path'>,
  reader: Pick<Member, 'id'>,
): boolean => basis === 'DEFAULT_MATRIX' || (path.length === 2 && path[1] === reader.id);

const providerInWords = (id: string | undefined, providers: readonly Member[]): string => {
  const provider = providers.find((each) => each.id === id);
  return provider === undefined ? 'A provider of yours' : `Your provider ${provider.name}`;
};

const sectorsInWords = (path: readonly string[], felt: string): string => {
  const between = path.slice(1, -1);
  const through = between.length === 0 ? '' : ` through ${between.join(', ')}`;
  return `Sector ${path[0] ?? '?'} is hit; your sector ${path.at(-1) ?? '?'} depends on it${through} (${felt}).`;
};

const whatIsMet = (alternative: Alternative, member: Member): string => {
  const parts: string[] = [];
  const isNamed = alternative.members !== undefined || alternative.persons !== undefined;
  const community = alternative.communities?.find((each) => member.communities.includes(each));
  if (community !== undefined) parts.push(`community ${community}`);
  const sector = alternative.sectors?.find((each) => sectorsHeldBy(member).includes(each));
  if (sector !== undefined) parts.push(`sector ${sector}`);
  if (alternative.kinds !== undefined) parts.push(`as ${KIND_IN_WORDS[member.kind]}`);
  const country = alternative.countries?.find((each) => isIn(member, each));
  if (country !== undefined) parts.push(`${country === member.country ? 'in' : 'serving'} ${country}`);
  if (parts.length === 0) return isNamed ? 'by name' : 'the whole partnership';
  return `${isNamed ? 'by name, and ' : ''}${parts.join(' ')}`;
};

const KIND_IN_WORDS: Readonly<Record<Member['kind'], string>> = {
  AGENCY: 'an agency',
  NATIONAL_CSIRT: 'a national CSIRT',
  SECTOR_CSIRT: 'a sector CSIRT',
  SHARING_CENTRE: 'a sharing centre',
  OPERATOR: 'an operator',
  TECHNICAL_PARTNER: 'a technical partner',
  REGULATOR: 'a regulator',
  LAW_ENFORCEMENT: 'a law enforcement body',
  RESEARCH: 'a research body',
  CIVIL_SOCIETY: 'a civil society organisation',
  STATE_CONTACT: 'a State contact',
  HUB: 'a hub',
};
