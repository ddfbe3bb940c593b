// Lists: who may read, compiled to flat tokens for one indexed query over feed rows. Tokens may admit too much, never too
// little: each row is decided again. A row with too many tokens describes its alternatives more coarsely; a reader with
// too many asks for its largest class as a whole. Rows carry and readers ask the class's wildcard, so that both meet.

import { hash } from 'node:crypto';
import type { AccessFacts } from '../domain/access-facts.ts';
import { type Alternative, memberOfPerson, sectorsHeldBy } from '../domain/audience.ts';
import { type Actor, isOfKind, KIND_NAMES, type Member } from '../domain/member.ts';
import { mayHold } from './grants.ts';
import { doesMarkingAllow } from './relation.ts';

/** MongoDB slows down past 200 merged scans (measured); a reader stays well below. */
const MAX_READER_TOKENS = 150;
const MAX_ROW_TOKENS = 200;

/** Room for the wildcards of the classes that a row uses, beside its tokens. */
const WILDCARDS_BESIDE = 10;

/** Tokens per alternative, tried in turn until the row fits. */
const ALTERNATIVE_CAPS = [MAX_ROW_TOKENS, 60, 20, 5, 1] as const;

const EVERYONE = '*';

const CLASSES = [
  'owner',
  'person',
  'named',
  'member',
  'community',
  'sector-country',
  'coarse-sector',
  'sector',
  'country',
  'kind',
] as const;
type Class = (typeof CLASSES)[number];

const token = (of: Class, value: string): string => `${of}:${value}`;
const wildcard = (of: Class): string => `${of}:*`;
const classOf = (each: string): Class => each.slice(0, each.indexOf(':')) as Class;

const DIGEST_LENGTH = 22;

/** A person is named by a digest: tokens are in stored rows, and in queries, which a database may log (M25). */
const personToken = (person: string): string =>
  token('person', hash('sha256', person, 'base64url').slice(0, DIGEST_LENGTH));
/** Of rows that name very many persons. */
const MANY_PERSONS = token('person', 'many');

/** The tokens of a row of an older hub, which named persons in clear; those of today stay as they are. */
export const withPersonsHashed = (tokens: readonly string[]): string[] => {
  const hashed = tokens.map((each) =>
    isPersonInClear(each) ? personToken(each.slice('person:'.length)) : each,
  );
  // Older hubs gave the wildcard only to rows that name very many persons.
  const isOlder = tokens.some(isPersonInClear) || !tokens.some(isOfOnePerson);
  const isOfMany = isOlder && tokens.includes(wildcard('person'));
  const isRed = isOfMany || hashed.some(isOfOnePerson);
  return unique([...hashed, ...(isOfMany ? [MANY_PERSONS] : []), ...(isRed ? [wildcard('person')] : [])]);
};

/** `<member slug>/<name>`; a digest has no slash. */
const isPersonInClear = (each: string): boolean => classOf(each) === 'person' && each.includes('/');
const isOfOnePerson = (each: string): boolean => classOf(each) === 'person' && each !== wildcard('person');

const pairs = (sectors: readonly string[], countries: readonly string[]): string[] =>
  sectors.flatMap((sector) => countries.map((country) => `${country}/${sector}`));

/** The tokens of a row: of its owner, of each alternative of the audience, and of each group of the cascade. */
export const rowTokens = (access: AccessFacts): string[] => {
  const owner = token('owner', access.publisher);
  for (const cap of ALTERNATIVE_CAPS) {
    const tokens = new Set([owner]);
    for (const alternative of alternativesOf(access)) {
      for (const each of alternativeTokens(alternative, access.tlp === 'RED', cap)) tokens.add(each);
    }
    if (tokens.size <= MAX_ROW_TOKENS - WILDCARDS_BESIDE) return withWildcards(tokens);
  }
  return [owner, EVERYONE];
};

/** The tokens a reader asks for: its own, and those of its providers, whose clients read along. At most 150. */
export const readerTokens = (actor: Actor): string[] => {
  const { member } = actor;
  if (!member.isActive) return [];
  const tokens = new Set<string>([EVERYONE, token('owner', member.id)]);
  if (actor.person !== null && mayHold(actor, 'RED')) {
    tokens.add(personToken(actor.person));
    if (actor.formerName !== undefined) tokens.add(personToken(actor.formerName));
    tokens.add(MANY_PERSONS);
  }
  for (const each of [member, ...actor.providers]) addMemberTokens(tokens, each);
  return withinLimit(tokens);
};

/** The alternatives through which anybody but the owner can read under this marking. */
const alternativesOf = (access: AccessFacts): readonly Alternative[] => {
  const { holders } = access;
  if (holders !== undefined)
    return [access.tlp === 'RED' ? { persons: holders.persons ?? [] } : { members: holders.members }];
  if (!doesMarkingAllow(access.tlp, 'DIRECT')) return [];
  const { alternatives } = access.audience;
  if (access.tlp === 'RED') return alternatives.filter(({ persons }) => persons !== undefined);
  if (!doesMarkingAllow(access.tlp, 'DEPENDENCY')) return alternatives;
  return [...alternatives, ...access.cascade.map(({ to }) => to)];
};

/** Tokens of the first given property with few enough values; a reader who fits meets one of them. */
const alternativeTokens = (alternative: Alternative, isRed: boolean, cap: number): string[] => {
  for (const tokens of readings(alternative, isRed)) {
    if (tokens.length <= cap) return tokens;
  }
  return [EVERYONE];
};

/** The ways to describe an alternative, narrowest first. Under RED only the person counts, or its wildcard. */
function* readings(alternative: Alternative, isRed: boolean): Generator<string[]> {
  const { sectors, countries, communities, kinds, members, persons } = alternative;
  if (isRed) {
    yield (persons ?? []).map(personToken);
    yield [MANY_PERSONS];
    return;
  }
  if (persons !== undefined) yield unique(persons.map((person) => token('named', memberOfPerson(person))));
  if (members !== undefined) yield members.map((id) => token('member', id));
  if (communities !== undefined) yield communities.map((community) => token('community', community));
  if (sectors !== undefined && countries !== undefined) {
    const coarse = sectors.map((sector) => token('coarse-sector', sector));
    yield [...pairs(sectors, countries).map((pair) => token('sector-country', pair)), ...coarse];
  }
  if (sectors !== undefined) yield sectors.map((sector) => token('sector', sector));
  if (countries !== undefined) yield countries.map((country) => token('country', country));
  if (kinds !== undefined) yield kinds.map((kind) => token('kind', kind));
}

/**
 * Each row carries the wildcard of each of its classes but the owner's, for readers who ask for a whole class. Hubs of the
 * release before find rows that name persons by that of persons.
 */
const withWildcards = (tokens: ReadonlySet<string>): string[] => {
  const all = new Set(tokens);
  for (const each of tokens) {
    if (each !== EVERYONE && classOf(each) !== 'owner') {
      all.add(wildcard(classOf(each)));
    }
  }
  return [...all];
};

const addMemberTokens = (tokens: Set<string>, member: Member): void => {
  const sectors = sectorsHeldBy(member);
  const countries = unique([member.country, ...member.countries]);
  tokens.add(token('member', member.id));
  tokens.add(token('named', member.slug));
  for (const kind of KIND_NAMES) if (isOfKind(member, kind)) tokens.add(token('kind', kind));
  for (const community of member.communities) tokens.add(token('community', community));
  for (const sector of sectors) tokens.add(token('sector', sector));
  for (const country of countries) tokens.add(token('country', country));
  for (const pair of pairs(sectors, countries)) tokens.add(token('sector-country', pair));
};

/** Over the limit, sector × country pairs become coarse sectors, then the largest class its wildcard. */
const withinLimit = (tokens: ReadonlySet<string>): string[] => {
  if (tokens.size <= MAX_READER_TOKENS) return [...tokens];
  let kept = [...tokens].flatMap((each) => {
    if (classOf(each) === 'sector-country') return [];
    return classOf(each) === 'sector' ? [each, token('coarse-sector', each.slice('sector:'.length))] : [each];
  });
  while (kept.length > MAX_READER_TOKENS) {
    const largest = largestClass(kept);
    kept = [...kept.filter((each) => classOf(each) !== largest), wildcard(largest)];
  }
  return kept;
};

const largestClass = (tokens: readonly string[]): Class => {
  const sizes = new Map<Class, number>();
  for (const each of tokens) sizes.set(classOf(each), (sizes.get(classOf(each)) ?? 0) + 1);
  return CLASSES.reduce((best, next) => ((sizes.get(next) ?? 0) > (sizes.get(best) ?? 0) ? next : best));
};

const unique = (values: readonly string[]): string[] => [...new Set(values)];
