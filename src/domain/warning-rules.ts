// What a draft must satisfy to be published: lengths, counts, dates, known values. Pure; each fault is a Problem.
import { type Audience, MAX_ALTERNATIVES } from './audience.ts';
import { handlingProblems } from './iep/stated-handling.ts';
import { mayNameLanguage } from './language-tag.ts';
import { KIND_NAMES, MEMBER_KINDS } from './member.ts';
import { countryFault } from './partnership/state.ts';
import { type Problem, problem } from './problem.ts';
import { repeatedProblems } from './reading/repeated-translations.ts';
import { isBlank, outOfLine } from './reading/seen-text.ts';
import { isSector } from './sector.ts';
import type { Draft, ExternalReference, PracticeDraft, WarningDraft } from './warning.ts';

export const TEXT_LIMITS = {
  headline: 140,
  summary: 4_000,
  action: 500,
  contact: 120,
  note: 2_000,
  exercise: 64,
} as const;
const REFERENCE_LIMITS = { name: 500, url: 2_000 } as const;
const MAX_ACTIONS = 5;
const MAX_STEPS = 50;
const MAX_REFERENCES = 50;
const MAX_CONTACTS = 5;
const MAX_LANGUAGES = 12;
const MAX_TAG_LENGTH = 35;
const MAX_VALUES = 60;
/** There are about 250; an advisory may list nearly all. */
const MAX_COUNTRIES = 260;

/** Every fault, in the order of the input; an empty list means that the draft may be published. */
export const draftProblems = (draft: Draft, now: Date): Problem[] => [
  ...lineProblems('$.headline', draft.headline, TEXT_LIMITS.headline),
  ...textProblems('$.summary', draft.summary, TEXT_LIMITS.summary),
  ...languageProblems('$.language', draft.language),
  ...(draft.translations.length > MAX_LANGUAGES
    ? [tooMany('$.translations', MAX_LANGUAGES, 'languages')]
    : []),
  ...draft.translations.flatMap((translation, index) => [
    ...languageProblems(`$.translations[${index}].language`, translation.language),
    ...lineProblems(`$.translations[${index}].headline`, translation.headline, TEXT_LIMITS.headline),
    ...textProblems(`$.translations[${index}].summary`, translation.summary, TEXT_LIMITS.summary),
    ...translatedProblems(`$.translations[${index}].actions`, translation.actions, draft),
  ]),
  ...repeatedProblems(draft),
  ...(draft.kind === 'WARNING' ? warningProblems(draft, now) : practiceProblems(draft)),
  ...concernedProblems(draft),
  ...audienceProblems(draft.audience),
  ...(draft.marking === 'RED' ? redProblems(draft.audience) : []),
  ...handlingProblems(draft.handling, { path: '$.handling', now, bundle: draft.bundle }),
  ...(draft.handling?.reference == null ? [] : urlProblems('$.handling.reference', draft.handling.reference)),
  ...exerciseProblems('$.exercise', draft.exercise),
  ...referenceProblems(draft.externalReferences),
];

const translatedProblems = (path: string, actions: readonly string[], { kind }: Draft): Problem[] => {
  const [most, limit] = kind === 'WARNING' ? [MAX_ACTIONS, TEXT_LIMITS.action] : [MAX_STEPS, 1_000];
  return [
    ...(actions.length > most ? [tooMany(path, most, 'actions')] : []),
    ...actions.flatMap((action, index) => textProblems(`${path}[${index}]`, action, limit)),
  ];
};

/** References go into the hub's own STIX report, which must be as valid as what others send. */
const referenceProblems = (references: readonly ExternalReference[]): Problem[] => [
  ...(references.length > MAX_REFERENCES
    ? [tooMany('$.externalReferences', MAX_REFERENCES, 'references')]
    : []),
  ...references.flatMap(({ source, id, url }, index) => {
    const path = `$.externalReferences[${index}]`;
    return [
      ...lineProblems(`${path}.source`, source, REFERENCE_LIMITS.name),
      ...optionalProblems(`${path}.id`, id, REFERENCE_LIMITS.name),
      ...(url === null ? [] : urlProblems(`${path}.url`, url)),
    ];
  }),
];

/** Of these a browser runs the text, or opens what the reader's own machine has. */
const ACTS_ON_READER = /^(?:javascript|vbscript|data|blob|file|about|view-source):/i;
const URI = /^[a-z][a-z0-9+.-]*:[^\s"<>\\^`{|}]+$/i;

const urlProblems = (path: string, url: string): Problem[] => {
  const problems = textProblems(path, url, REFERENCE_LIMITS.url);
  if (problems.length === 0 && ACTS_ON_READER.test(url.trim()))
    return [
      problem(
        'URI_INVALID',
        path,
        `"${url.slice(0, 40)}" leads nowhere: it acts on the machine of whoever opens it.`,
        'Give the address of a page, such as https://…',
      ),
    ];
  return problems.length > 0 || URI.test(url)
    ? problems
    : [
        problem(
          'URI_INVALID',
          path,
          `"${url}" is not a URI.`,
          'Start it with its scheme, and percent-encode it.',
        ),
      ];
};

const warningProblems = (draft: WarningDraft, now: Date): Problem[] => [
  ...askingProblems(draft, now),
  ...(draft.actions.length > MAX_ACTIONS ? [tooMany('$.actions', MAX_ACTIONS, 'actions')] : []),
  ...draft.actions.flatMap((action, index) =>
    textProblems(`$.actions[${index}].text`, action.text, TEXT_LIMITS.action),
  ),
  ...(draft.contacts.length > MAX_CONTACTS ? [tooMany('$.contacts', MAX_CONTACTS, 'contacts')] : []),
  ...draft.contacts.flatMap((contact, index) => [
    ...lineProblems(`$.contacts[${index}].name`, contact.name, TEXT_LIMITS.contact),
    ...lineProblems(`$.contacts[${index}].number`, contact.number, TEXT_LIMITS.contact),
    ...lineProblems(`$.contacts[${index}].hours`, contact.hours, TEXT_LIMITS.contact),
  ]),
  ...(draft.validUntil !== null && Date.parse(draft.validUntil) <= now.getTime()
    ? [
        problem(
          'VALID_UNTIL_PAST',
          '$.validUntil',
          `validUntil ${draft.validUntil} is in the past.`,
          'Give an instant after now, or leave it out.',
        ),
      ]
    : []),
];

/** The longest time that an answer may take. */
const MOST_ANSWER_DAYS = 366;

const askingProblems = (draft: WarningDraft, now: Date): Problem[] => {
  const { level = 'INFORMATION', answerBy = null } = draft;
  const path = '$.answerBy';
  if (level === 'INFORMATION')
    return answerBy === null
      ? []
      : [
          problem(
            'ANSWER_NOT_ASKED',
            path,
            'The level INFORMATION asks for no answer.',
            'Leave answerBy out, or use another level.',
          ),
        ];
  if (answerBy === null)
    return [
      problem(
        'ANSWER_BY_MISSING',
        path,
        `The level ${level} asks for an answer, and there is no time for it.`,
        'Say by when you need it.',
      ),
    ];
  const due = Date.parse(answerBy);
  const latest = now.getTime() + MOST_ANSWER_DAYS * 24 * 3_600_000;
  return due > now.getTime() && due <= latest
    ? afterEndProblems(draft, answerBy)
    : [
        problem(
          'ANSWER_BY_OUT_OF_RANGE',
          path,
          `answerBy ${answerBy} is in the past, or more than ${MOST_ANSWER_DAYS} days from now.`,
          'Give an instant after now.',
        ),
      ];
};

/** Of what is over nobody is reminded. */
const afterEndProblems = ({ validUntil }: Pick<WarningDraft, 'validUntil'>, answerBy: string): Problem[] =>
  validUntil === null || Date.parse(answerBy) <= Date.parse(validUntil)
    ? []
    : [
        problem(
          'ANSWER_BY_AFTER_END',
          '$.answerBy',
          `answerBy ${answerBy} is after validUntil ${validUntil}: by then the warning is over, and nobody is reminded.`,
          'Ask for the answer before its end, or let it be valid for longer.',
        ),
      ];

const practiceProblems = (draft: PracticeDraft): Problem[] => [
  ...textProblems('$.problem', draft.problem, TEXT_LIMITS.summary),
  ...(draft.steps.length === 0 || draft.steps.length > MAX_STEPS
    ? [tooMany('$.steps', MAX_STEPS, 'steps and at least one')]
    : []),
  ...draft.steps.flatMap((step, index) => textProblems(`$.steps[${index}]`, step, 1_000)),
  ...optionalProblems('$.evidence', draft.evidence, TEXT_LIMITS.summary),
  ...optionalProblems('$.limits', draft.limits, TEXT_LIMITS.summary),
  ...optionalProblems('$.licence', draft.licence, REFERENCE_LIMITS.name),
  ...(draft.reviewDue !== null && !isDate(draft.reviewDue)
    ? [
        problem(
          'DATE_MALFORMED',
          '$.reviewDue',
          `"${draft.reviewDue}" is not a date.`,
          'Write it as YYYY-MM-DD.',
        ),
      ]
    : []),
];

export const audienceProblems = (audience: Audience): Problem[] => {
  const problems: Problem[] = [];
  if (audience.alternatives.length === 0) {
    problems.push(
      problem(
        'AUDIENCE_MISSING',
        '$.audience.alternatives',
        'The audience has no alternative, so it addresses nobody.',
        'Give at least one alternative; {} addresses the whole partnership.',
      ),
    );
  }
  if (audience.alternatives.length > MAX_ALTERNATIVES) {
    problems.push(tooMany('$.audience.alternatives', MAX_ALTERNATIVES, 'alternatives'));
  }
  audience.alternatives.forEach((alternative, index) => {
    const path = `$.audience.alternatives[${index}]`;
    for (const [name, values] of Object.entries(alternative))
      problems.push(...valueProblems(`${path}.${name}`, values));
    problems.push(...sectorProblems(`${path}.sectors`, alternative.sectors ?? []));
    problems.push(...countryProblems(`${path}.countries`, alternative.countries ?? []));
    alternative.kinds?.forEach((kind, at) => {
      if (!KIND_NAMES.includes(kind)) {
        problems.push(
          problem(
            'KIND_UNKNOWN',
            `${path}.kinds[${at}]`,
            `There is no kind of member "${kind}".`,
            `Use one of ${MEMBER_KINDS.join(', ')}.`,
          ),
        );
      }
    });
  });
  if (audience.excludes.length > MAX_VALUES)
    problems.push(tooMany('$.audience.excludes', MAX_VALUES, 'exclusions'));
  return problems;
};

const concernedProblems = ({ sectorsConcerned, countriesConcerned }: Draft): Problem[] => [
  ...(sectorsConcerned.length > MAX_VALUES ? [tooMany('$.sectorsConcerned', MAX_VALUES, 'sectors')] : []),
  ...sectorProblems('$.sectorsConcerned', sectorsConcerned),
  ...(countriesConcerned.length > MAX_COUNTRIES
    ? [tooMany('$.countriesConcerned', MAX_COUNTRIES, 'countries')]
    : []),
  ...countryProblems('$.countriesConcerned', countriesConcerned),
];

const sectorProblems = (path: string, sectors: readonly string[]): Problem[] =>
  sectors.flatMap((sector, at) =>
    isSector(sector)
      ? []
      : [
          problem(
            'SECTOR_UNKNOWN',
            `${path}[${at}]`,
            `There is no sector "${sector}" in the hub's scheme.`,
            'Query `sectors` for the scheme and for how national sectors map to it.',
          ),
        ],
  );

/** Of an exercise's id; none for real traffic. */
export const exerciseProblems = (path: string, exercise: string | null): Problem[] =>
  optionalProblems(path, exercise, TEXT_LIMITS.exercise);

/** Of one country. */
export const countryProblem = (path: string, country: string): Problem | null =>
  countryProblems(path, [country]).map((each) => ({ ...each, path }))[0] ?? null;

const countryProblems = (path: string, countries: readonly string[]): Problem[] =>
  countries.flatMap((country, at) => {
    const fault = countryFault(country);
    return fault === null
      ? []
      : [problem('COUNTRY_MALFORMED', `${path}[${at}]`, fault, 'Use ISO 3166-1 alpha-2 in capitals.')];
  });

const valueProblems = (path: string, values: readonly unknown[]): Problem[] => {
  if (values.length === 0) {
    return [
      problem(
        'AUDIENCE_EMPTY_LIST',
        path,
        'An empty list matches nobody.',
        'Leave the field out to mean any value, or name some.',
      ),
    ];
  }
  return values.length > MAX_VALUES ? [tooMany(path, MAX_VALUES, 'values')] : [];
};

export const redProblems = (audience: Audience): Problem[] =>
  audience.alternatives.flatMap((alternative, index) =>
    alternative.persons === undefined
      ? [
          problem(
            'RED_NEEDS_PERSONS',
            `$.audience.alternatives[${index}].persons`,
            'TLP:RED goes to named persons only, and this alternative names none.',
            'Name the persons as <member slug>/<name>, or choose a wider marking if you are its source.',
          ),
        ]
      : [],
  );

export const textBroken = (path: string): Problem =>
  problem(
    'TEXT_BROKEN',
    path,
    'The text contains half a character (a lone surrogate).',
    'Write the whole character.',
  );

/** An item of a list may be left out; a field that stands alone is asked for. */
const emptyRemedy = (path: string): string =>
  path.includes('[') ? 'Give a text, or leave the item out.' : 'Give a text.';

const textProblems = (path: string, text: string, limit: number): Problem[] => {
  if (isBlank(text)) return [problem('TEXT_EMPTY', path, 'The text is empty.', emptyRemedy(path))];
  if (!text.isWellFormed()) return [textBroken(path)];
  return text.length > limit
    ? [
        problem(
          'TEXT_TOO_LONG',
          path,
          `The text has ${text.length} characters; at most ${limit} are allowed.`,
          'Shorten it.',
        ),
      ]
    : [];
};

/** Of a text that is shown on one line: a second one could pass for what the hub says. */
const lineProblems = (path: string, text: string, limit: number): Problem[] => {
  const problems = textProblems(path, text, limit);
  const found = problems.length > 0 ? null : outOfLine(text);
  return found === null
    ? problems
    : [
        problem(
          'TEXT_NOT_ONE_LINE',
          path,
          `The text is shown on one line, and has a line break, a control character or a mark of direction (${found}).`,
          'Write it on one line, without such characters.',
        ),
      ];
};

const optionalProblems = (path: string, text: string | null, limit: number): Problem[] =>
  text === null
    ? []
    : textProblems(path, text, limit).map((each) =>
        each.code === 'TEXT_EMPTY' ? { ...each, remedy: 'Give a text, or leave it out.' } : each,
      );

export const languageProblems = (path: string, language: string): Problem[] =>
  language.length <= MAX_TAG_LENGTH && mayNameLanguage(language)
    ? []
    : [
        problem(
          'LANGUAGE_MALFORMED',
          path,
          `"${language}" is not a BCP 47 language tag.`,
          'Write it like en, pt-BR or ar.',
        ),
      ];

/** Whether it is a day that exists, as YYYY-MM-DD. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

const tooMany = (path: string, limit: number, what: string): Problem =>
  problem('TOO_MANY', path, `At most ${limit} ${what} are allowed.`, 'Leave some out.');
