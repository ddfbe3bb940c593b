// A new person: its id is drawn anew, so that nobody inherits what was addressed to somebody of the same name.
import type { Member, Role } from '../../domain/member.ts';
import { isPrintable, unprintable } from '../../domain/partnership/member-facts.ts';
import { isHandle, type Person, type PersonState } from '../../domain/person.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { isBlank } from '../../domain/reading/seen-text.ts';
import type { Hub } from '../../hub.ts';

export type PersonFacts = {
  readonly member: Pick<Member, 'id' | 'slug'>;
  readonly handle: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly state: PersonState;
  /** BCP 47, most wanted first. */
  readonly languages?: readonly string[];
  /** IANA. */
  readonly timeZone?: string | null;
};

export const newPerson = (
  { clock, entropy }: Pick<Hub, 'clock' | 'entropy'>,
  facts: PersonFacts,
): Person => ({
  id: `${facts.member.slug}/${entropy.uuid()}`,
  member: facts.member.id,
  handle: facts.handle,
  formerName: null,
  name: facts.name,
  roles: facts.roles,
  state: facts.state,
  languages: facts.languages ?? [],
  timeZone: facts.timeZone ?? null,
  contacts: [],
  credentials: 0,
  isRedClosed: false,
  createdAt: clock.now(),
  lastSeenAt: null,
  warnedAt: null,
});

/** What is wrong with a person written as `<member slug>/<handle>`; null for nothing. */
export const writtenPerson = (person: string, slug: string): Problem | null => {
  if (!/^[a-z0-9-]+\/[a-z0-9.-]{1,64}$/.test(person)) {
    return problem(
      'PERSON_MALFORMED',
      '$.person',
      `"${person}" does not name a person.`,
      'Write it as <member slug>/<name>.',
    );
  }
  if (person.startsWith(`${slug}/`)) return null;
  return problem(
    'PERSON_OF_OTHER_MEMBER',
    '$.person',
    `${person} does not belong to ${slug}.`,
    `Start it with ${slug}/.`,
  );
};

export const MAX_NAME = 200;

/** What is wrong with the handle and name of a person; empty for nothing. */
export const namesProblems = ({ handle, name }: Pick<PersonFacts, 'handle' | 'name'>): Problem[] => [
  ...(isHandle(handle)
    ? []
    : [
        problem(
          'PERSON_MALFORMED',
          '$.handle',
          `"${handle}" is no name by which a person can be written.`,
          'Use lower-case letters, digits, dots and hyphens, at most 64, with a letter or digit at both ends.',
        ),
      ]),
  ...(!isBlank(name) && name.length <= MAX_NAME
    ? []
    : [
        problem(
          'PERSON_NAME_MISSING',
          '$.name',
          `A name has 1 to ${MAX_NAME} characters.`,
          'Give the name as the person writes it.',
        ),
      ]),
  ...(isPrintableName(name) ? [] : [unprintable('$.name')]),
];

/** Scripts of India and Persian join and part letters by two characters that cannot be seen; between letters they are spelling. */
const JOINERS = /(?<=[\p{L}\p{M}])[\u200c\u200d](?=[\p{L}\p{M}])/gu;

const isPrintableName = (name: string): boolean => isPrintable(name.replace(JOINERS, ''));
