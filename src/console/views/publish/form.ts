// What a person writes to publish, and how it becomes the input of the hub.
import type {
  ActionInput,
  AlternativeInput,
  AudienceInput,
  Certainty,
  ContactPointInput,
  ExternalReferenceInput,
  HandlingInput,
  ItemKind,
  Level,
  MemberKind,
  PracticeKind,
  Severity,
  Tlp,
  TranslationInput,
  Urgency,
} from '../../operations/graphql.generated.ts';
import { type HandlingRule, RULES } from '../../ui/handling/rules.ts';
import { instantIn, isNoMoment } from '../../ui/time/moment.ts';
import { listed } from '../partnership/act/lists.ts';

export type Alternative = {
  readonly sectors: readonly string[];
  readonly kinds: readonly MemberKind[];
  /** As they are typed, separated by commas. */
  readonly countries: string;
  readonly communities: string;
  readonly members: string;
  readonly persons: string;
};

export type TranslationDraft = {
  readonly language: string;
  readonly headline: string;
  readonly summary: string;
  readonly actions: readonly string[];
};

/** As it is chosen and typed; nothing is said where it is empty. */
export type SaidOfUse = { readonly [Field in HandlingRule | 'until' | 'reference']: string };

export type Form = {
  readonly kind: ItemKind;
  readonly headline: string;
  readonly summary: string;
  readonly actions: readonly { readonly text: string; readonly by: string }[];
  readonly contacts: readonly ContactPointInput[];
  readonly urgency: Urgency | '';
  readonly severity: Severity | '';
  readonly certainty: Certainty | '';
  readonly validUntil: string;
  readonly level: Level;
  readonly answerBy: string;
  readonly language: string;
  readonly translations: readonly TranslationDraft[];
  readonly sectorsConcerned: readonly string[];
  readonly countriesConcerned: string;
  readonly references: string;
  readonly marking: Tlp | '';
  /** Null while nothing is to be said of its use, and of a correction while that stays. */
  readonly handling: SaidOfUse | null;
  readonly alternatives: readonly Alternative[];
  readonly excludes: string;
  readonly isExercise: boolean;
  readonly exercise: string;
  readonly bundle: unknown;
  readonly practiceKind: PracticeKind;
  readonly problem: string;
  readonly steps: string;
  readonly evidence: string;
  readonly limits: string;
  readonly licence: string;
  readonly reviewDue: string;
};

export const NOTHING_SAID: SaidOfUse = {
  permittedActions: '',
  encryptInTransit: '',
  affectedPartyNotifications: '',
  providerAttribution: '',
  unmodifiedResale: '',
  until: '',
  reference: '',
};

export const EMPTY_ALTERNATIVE: Alternative = {
  sectors: [],
  kinds: [],
  countries: '',
  communities: '',
  members: '',
  persons: '',
};

export const emptyForm = (kind: ItemKind, language: string): Form => ({
  kind,
  headline: '',
  summary: '',
  actions: [{ text: '', by: '' }],
  contacts: [{ name: '', number: '', hours: '' }],
  urgency: '',
  severity: '',
  certainty: '',
  validUntil: '',
  level: 'INFORMATION',
  answerBy: '',
  language,
  translations: [],
  sectorsConcerned: [],
  countriesConcerned: '',
  references: '',
  marking: '',
  handling: null,
  alternatives: [EMPTY_ALTERNATIVE],
  excludes: '',
  isExercise: false,
  exercise: '',
  bundle: null,
  practiceKind: 'MEASURE',
  problem: '',
  steps: '',
  evidence: '',
  limits: '',
  licence: '',
  reviewDue: '',
});

/** Empty; what was an exercise stays one, so that nobody goes on to alarm anyone in earnest. */
export const startedOver = ({ kind, language, isExercise, exercise }: Form): Form => ({
  ...emptyForm(kind, language),
  isExercise,
  exercise,
});

/** What is no moment stays as it was typed, which is not sent: see `noMomentsIn`. */
export const instant = (text: string): string | null => (text === '' ? null : (instantIn(text) ?? text));

const given = <T>(list: readonly T[]): T[] | undefined => (list.length === 0 ? undefined : [...list]);

/** Only what is filled in. */
export const alternativeOf = (each: Alternative): AlternativeInput => {
  const lists = {
    sectors: given(each.sectors),
    kinds: given(each.kinds),
    countries: given(listed(each.countries.toUpperCase())),
    communities: given(listed(each.communities)),
    members: given(listed(each.members)),
    persons: given(listed(each.persons)),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined));
};

export const audienceOf = (form: Form): AudienceInput => ({
  alternatives: form.alternatives.map(alternativeOf),
  excludes: listed(form.excludes),
});

/** What is no whole address yet stays as it is written: the hub says what is wrong with it. */
const byAddress = (url: string): ExternalReferenceInput =>
  URL.canParse(url) ? { source: new URL(url).hostname || url, url } : { source: url };

/** One in a line: a source, its number there, its address. */
export const referencesOf = (text: string): ExternalReferenceInput[] =>
  linesOf(text).map((line) => {
    if (/^CVE-\d{4}-\d{4,}$/i.test(line)) return { source: 'cve', id: line.toUpperCase() };
    const [source = '', ...rest] = line.split(/\s+/);
    const url = rest.find((each) => /^[a-z][a-z0-9+.-]*:\/\//i.test(each));
    const id = rest.filter((each) => each !== url).join(' ');
    if (rest.length === 0 && /:\/\//.test(source)) return byAddress(source);
    return { source, ...(id === '' ? {} : { id }), ...(url === undefined ? {} : { url }) };
  });

/** Those that say something. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export const actionTexts = (form: Form): string[] =>
  form.kind === 'PRACTICE' ? linesOf(form.steps) : actionsOf(form).map(({ text }) => text);

/** A row of which nothing is filled in is none. */
export const isWritten = (row: Readonly<Record<string, string>>): boolean =>
  Object.values(row).some((text) => text.trim() !== '');

const actionsOf = (form: Form): ActionInput[] =>
  form.actions
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, by }) => {
      const at = instant(by);
      return at === null ? { text: text.trim() } : { text: text.trim(), by: at };
    });

const translationsOf = (form: Form): TranslationInput[] =>
  form.translations.map(({ language, headline, summary, actions }) => ({
    language: language.trim(),
    headline: headline.trim(),
    summary: summary.trim(),
    actions: actions.some((each) => each.trim() !== '')
      ? actionTexts(form).map((_, index) => actions[index]?.trim() ?? '')
      : [],
  }));

/** Only what is said. */
export const handlingOf = ({ handling }: Pick<Form, 'handling'>): { handling?: HandlingInput } => {
  if (handling === null) return {};
  const { until, reference } = handling;
  const rules = RULES.flatMap((rule) => (handling[rule] === '' ? [] : [[rule, handling[rule]]]));
  const said: HandlingInput = {
    ...(Object.fromEntries(rules) as HandlingInput),
    ...(until === '' ? {} : { until: instant(until) }),
    ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
  };
  return Object.keys(said).length === 0 ? {} : { handling: said };
};

/** What every act has. */
const textsOf = (form: Form) => ({
  headline: form.headline.trim(),
  summary: form.summary.trim(),
  language: form.language.trim(),
  translations: translationsOf(form),
  sectorsConcerned: [...form.sectorsConcerned],
  countriesConcerned: listed(form.countriesConcerned.toUpperCase()),
  externalReferences: referencesOf(form.references),
  ...handlingOf(form),
  ...(form.bundle === null ? {} : { bundle: form.bundle }),
});

export const warningOf = (form: Form) => ({
  ...textsOf(form),
  actions: actionsOf(form),
  contacts: form.contacts.filter(isWritten),
  urgency: form.urgency || ('UNKNOWN' as const),
  severity: form.severity || ('UNKNOWN' as const),
  certainty: form.certainty || ('UNKNOWN' as const),
  validUntil: instant(form.validUntil),
  level: form.level,
  // Where no answer is asked for, what was typed before is not sent.
  answerBy: form.level === 'INFORMATION' ? null : instant(form.answerBy),
});

const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export const practiceOf = (form: Form) => ({
  ...textsOf(form),
  kind: form.practiceKind,
  problem: form.problem.trim(),
  steps: linesOf(form.steps),
  evidence: filled(form.evidence),
  limits: filled(form.limits),
  licence: filled(form.licence),
  reviewDue: filled(form.reviewDue),
});

export const scopeOf = (form: Form) => ({
  marking: form.marking || ('RED' as const),
  audience: audienceOf(form),
  ...(form.isExercise ? { exercise: form.exercise.trim() } : {}),
});

/** What has to be chosen before the hub can be asked anything; names of fields. */
export const missingIn = (
  form: Form,
  isUpdate: boolean,
): ('urgency' | 'severity' | 'certainty' | 'marking')[] => {
  const grades = form.kind === 'WARNING' ? (['urgency', 'severity', 'certainty'] as const) : [];
  return [
    ...grades.filter((name) => form[name] === ''),
    ...(isUpdate || form.marking !== '' ? [] : (['marking'] as const)),
  ];
};

/** The fields of a row that was begun and are not filled in, by their paths. */
const openIn = <Row extends Readonly<Record<string, string>>>(
  rows: readonly Row[],
  list: string,
  needed: readonly (keyof Row & string)[],
): string[] =>
  rows.flatMap((row, at) =>
    isWritten(row)
      ? needed.filter((name) => row[name]?.trim() === '').map((name) => `${list}[${at}].${name}`)
      : [],
  );

/** A language that was added has all texts; of what is to be done all, or nothing. */
const untranslated = (form: Form): string[] =>
  form.translations.flatMap(({ language, headline, summary, actions }, at) => {
    const begun = actions.some((each) => each.trim() !== '') ? actionTexts(form) : [];
    const texts = Object.entries({ language, headline, summary });
    return [
      ...texts.filter(([, text]) => text.trim() === '').map(([name]) => name),
      ...begun.flatMap((_, place) => ((actions[place] ?? '').trim() === '' ? [`actions[${place}]`] : [])),
    ].map((name) => `translations[${at}].${name}`);
  });

const textsOpenIn = (form: Form): string[] => {
  if (form.kind === 'PRACTICE')
    return (['problem', 'steps'] as const).filter((name) => form[name].trim() === '');
  return [
    ...openIn(form.actions, 'actions', ['text']),
    ...openIn(form.contacts, 'contacts', ['name', 'number', 'hours']),
    ...(form.level !== 'INFORMATION' && form.answerBy === '' ? ['answerBy'] : []),
  ];
};

/** How many of a list the hub takes; of countries concerned there may be as many as there are. */
export const MOST_VALUES = 60;
export const MOST_COUNTRIES = 260;

/** Lists with more than the hub takes: it is asked nothing with them; paths behind `$.`, with how many there are and may be. */
export const tooManyIn = (form: Form): { path: string; number: number; most: number }[] => {
  const lists = [
    ...form.alternatives.flatMap((each, at) =>
      (['countries', 'communities', 'members', 'persons'] as const).map(
        (name) => [`audience.alternatives[${at}].${name}`, each[name], MOST_VALUES] as const,
      ),
    ),
    ['audience.excludes', form.excludes, MOST_VALUES] as const,
    ['countriesConcerned', form.countriesConcerned, MOST_COUNTRIES] as const,
  ];
  return lists
    .map(([path, text, most]) => ({ path, number: listed(text).length, most }))
    .filter(({ number, most }) => number > most);
};

/** Where a moment belongs and none stands, of what is sent: the hub can be asked nothing with it; paths behind `$.`. */
export const noMomentsIn = (form: Form): string[] => {
  const { kind, level, validUntil, answerBy, actions, handling } = form;
  const ofWarning = {
    ...Object.fromEntries(actions.map(({ by }, at) => [`actions[${at}].by`, by])),
    validUntil,
    ...(level === 'INFORMATION' ? {} : { answerBy }),
  };
  const all = { ...(kind === 'WARNING' ? ofWarning : {}), 'handling.until': handling?.until ?? '' };
  return Object.entries(all).flatMap(([path, text]) => (isNoMoment(text) ? [path] : []));
};

/** What has to be chosen, and the texts that every item has, with what was begun: what is asked for before one goes on; paths behind `$.`. */
export const unfilledIn = (form: Form, isUpdate: boolean): string[] => [
  ...(['headline', 'summary'] as const).filter((name) => form[name].trim() === ''),
  ...textsOpenIn(form),
  ...missingIn(form, isUpdate),
  ...untranslated(form),
  ...(!isUpdate && form.isExercise && form.exercise.trim() === '' ? ['exercise'] : []),
];
