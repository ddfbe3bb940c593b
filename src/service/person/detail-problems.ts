// What is wrong with the details of a person, whoever gives them: when it is invited, when it founds a hub, and when it is changed.
import { mayNameLanguage } from '../../domain/language-tag.ts';
import { isTimeZone } from '../../domain/partnership/member-facts.ts';
import { CONTACT_KINDS, CONTACT_VISIBILITIES, type ContactDetail, type Person } from '../../domain/person.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { isBlank } from '../../domain/reading/seen-text.ts';

const MAX_CONTACTS = 20;
const MAX_LANGUAGES = 20;
const MAX_CONTACT = 300;
/** Of what was given, in an answer. */
const SHOWN = 64;

export const detailProblems = ({
  languages = [],
  timeZone = null,
  contacts = [],
}: Partial<Pick<Person, 'languages' | 'timeZone' | 'contacts'>>): Problem[] => [
  ...(languages.length > MAX_LANGUAGES
    ? [problem('TOO_MANY', '$.languages', `At most ${MAX_LANGUAGES} languages.`, 'Leave some out.')]
    : []),
  ...languages.flatMap((tag, at) =>
    mayNameLanguage(tag)
      ? []
      : [
          problem(
            'LANGUAGE_MALFORMED',
            `$.languages[${at}]`,
            `"${tag.slice(0, SHOWN)}" is not a BCP 47 language tag.`,
            'Write it like `en`, `pt-BR` or `ar`.',
          ),
        ],
  ),
  ...(timeZone === null || isTimeZone(timeZone)
    ? []
    : [
        problem(
          'TIME_ZONE_UNKNOWN',
          '$.timeZone',
          `There is no time zone "${timeZone.slice(0, SHOWN)}".`,
          'Write it as in the IANA list, such as Europe/Vienna.',
        ),
      ]),
  ...(contacts.length > MAX_CONTACTS
    ? [problem('TOO_MANY', '$.contacts', `At most ${MAX_CONTACTS} contact details.`, 'Leave some out.')]
    : []),
  ...contacts.flatMap(contactProblems),
];

const contactProblems = ({ kind, value, visibleTo }: ContactDetail, at: number): Problem[] => {
  const isKnown = CONTACT_KINDS.includes(kind) && CONTACT_VISIBILITIES.includes(visibleTo);
  if (isKnown && !isBlank(value) && value.length <= MAX_CONTACT) return [];
  return [
    problem(
      'CONTACT_MALFORMED',
      `$.contacts[${at}]`,
      `A contact detail has a kind, who may see it, and 1 to ${MAX_CONTACT} characters.`,
      `Kinds: ${CONTACT_KINDS.join(', ')}; visible to: ${CONTACT_VISIBILITIES.join(', ')}.`,
    ),
  ];
};
