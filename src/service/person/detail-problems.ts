// What is wrong with the details of a person, whoever gives them: when it is invited, when it founds a hub, and when it is changed.
import { mayNameLanguage } from '../../domain/language-tag.ts';
import { isTimeZone } from '../../domain/partnership/member-facts.ts';
import { isTelephone } from '../../domain/partnership/telephone.ts';
import {
  CONTACT_KINDS,
  CONTACT_VISIBILITIES,
  type ContactDetail,
  type ContactKind,
  type Person,
} from '../../domain/person.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { isBlank } from '../../domain/reading/seen-text.ts';

const MAX_CONTACTS = 20;
const MAX_LANGUAGES = 20;
const MAX_CONTACT = 300;
/** Of what was given, in an answer. */
const SHOWN = 64;

type Details = Partial<Pick<Person, 'languages' | 'timeZone' | 'contacts'>>;

/** `kept`: contact details that stand already. Those that an earlier release took hold nobody up who changes another. */
export const detailProblems = (
  { languages = [], timeZone = null, contacts = [] }: Details,
  kept: readonly ContactDetail[] = [],
): Problem[] => [
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
  ...contacts.flatMap((contact, at) => telephoneProblems(contact, at, kept)),
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

const TELEPHONES: readonly ContactKind[] = ['PHONE', 'MOBILE', 'SATELLITE_PHONE'];

const telephoneProblems = (
  { kind, value }: ContactDetail,
  at: number,
  kept: readonly ContactDetail[],
): Problem[] => {
  const isKept = kept.some((each) => each.kind === kind && each.value === value);
  if (!TELEPHONES.includes(kind) || isBlank(value) || isKept || isTelephone(value)) return [];
  return [
    problem(
      'TELEPHONE_MALFORMED',
      `$.contacts[${at}]`,
      `"${value.slice(0, SHOWN)}" is not a telephone number.`,
      'Write it in digits with its country code, such as +43 1 555 0100, with an extension behind "ext."; use OTHER for anything else.',
    ),
  ];
};
