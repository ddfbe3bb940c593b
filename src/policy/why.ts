// Why a reader has a warning, as a sentence for a tired person. It names only what the reader itself matches: never other
// members, persons or sectors of the audience, never a dependency that another member declared (I9).

import type { AccessFacts, CascadeReach } from '../domain/access-facts.ts';
import { type Alternative, isIn, sectorsHeldBy } from '../domain/audience.ts';
import type { Member } from '../domain/member.ts';
import type { Grade, Reason } from '../domain/reason.ts';

type Dependency = Extract<Reason, { kind: 'DEPENDENCY' }>;

export const becauseOwn = (): Reason => ({ kind: 'OWN', rule: 'Your own organisation published it.' });

export const becauseAddressed = (access: AccessFacts, index: number, member: Member): Reason => {
  const alternative = access.audience.alternatives[index] ?? {};
  const met = access.tlp === 'RED' ? 'by name, you as a person' : whatIsMet(alternative, member);
  return { kind: 'DIRECT', rule: `You are addressed: ${met}.`, alternative: index };
};

export const becauseClient = (provider: Member): Reason => ({
  kind: 'CLIENT',
  rule: `Your provider ${provider.name} is addressed; it declares you as its client.`,
  provider: provider.id,
});

/** `providers` are the members whose names the reader already knows. */
export const becauseDependent = (
  reach: CascadeReach,
  member: Member,
  providers: readonly Member[],
): Dependency => {
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
  if (alternative.members !== undefined || alternative.persons !== undefined) parts.push('by name');
  const community = alternative.communities?.find((each) => member.communities.includes(each));
  if (community !== undefined) parts.push(`community ${community}`);
  const sector = alternative.sectors?.find((each) => sectorsHeldBy(member).includes(each));
  if (sector !== undefined) parts.push(`sector ${sector}`);
  if (alternative.kinds !== undefined) parts.push(`as ${KIND_IN_WORDS[member.kind]}`);
  const country = alternative.countries?.find((each) => isIn(member, each));
  if (country !== undefined) parts.push(`in ${country}`);
  return parts.length === 0 ? 'the whole partnership' : parts.join(' ');
};

const KIND_IN_WORDS: Readonly<Record<Member['kind'], string>> = {
  AGENCY: 'an agency',
  CSIRT: 'a CSIRT',
  OPERATOR: 'an operator',
  SHARING_CENTRE: 'a sharing centre',
  STATE_CONTACT: 'a State contact',
  HUB: 'a hub',
};
