// What a new version of a warning changes, as sentences for a reader of the one before. Made once, when the version is
// written: all of it is about texts that its readers have.
import type { Level } from '../answer/asking.ts';
import type { Action, Summary } from '../warning.ts';
import { pairedActions } from './paired-actions.ts';

const MOST = 20;
const LONGEST = 200;

const NEW_HEADLINE = 'The headline has changed.';
const NEW_TEXT = 'The text has changed.';
const TAKEN_OUT = 'Taken out of what to do: number ';

type Change = string | null;

/** What is said when a field changes; null for one that no reader is told of, beside why. */
type Said = ((before: Summary, after: Summary) => Change | readonly Change[]) | null;

const isUnnamed = ({ handling }: Summary): boolean => handling?.providerAttribution === 'MUST_NOT';

/** In the order in which it is read. The type asks for each field, so that none is forgotten. */
const SAID: { readonly [Field in keyof Required<Summary>]: Said } = {
  level: (before, after) =>
    levelOf(before) === levelOf(after) ? null : wasAndIs('The level', levelOf(before), levelOf(after)),
  answerBy: (before, after) => answerByChange(before.answerBy, after.answerBy),
  severity: (before, after) => gradeChange('severity', before, after),
  urgency: (before, after) => gradeChange('urgency', before, after),
  certainty: (before, after) => gradeChange('certainty', before, after),
  actions: (before, after) => actionChanges(before.actions, after.actions),
  practice: (before, after) => practiceChanges(before.practice, after.practice),
  validUntil: (before, after) => validityChange(before, after),
  headline: (before, after) => (before.headline === after.headline ? null : NEW_HEADLINE),
  summary: (before, after) => (before.summary === after.summary ? null : NEW_TEXT),
  contacts: (before, after) =>
    sameValue(before.contacts, after.contacts) ? null : 'Whom to call has changed.',
  cves: (before, after) => listChange('CVE', before.cves, after.cves),
  sectorsConcerned: (before, after) =>
    listChange('Concerns', before.sectorsConcerned, after.sectorsConcerned),
  countriesConcerned: (before, after) =>
    listChange('Countries', before.countriesConcerned, after.countriesConcerned),
  externalReferences: (before, after) =>
    sameValue(before.externalReferences, after.externalReferences)
      ? null
      : (listChange('References', referencesOf(before), referencesOf(after)) ??
        'The references have changed.'),
  language: (before, after) => listChange('Languages', languagesOf(before), languagesOf(after)),
  translations: (before, after) => translationChanges(before, after),
  tlp: (before, after) =>
    before.tlp === after.tlp ? null : wasAndIs('The marking', `TLP:${before.tlp}`, `TLP:${after.tlp}`),
  statements: (before, after) =>
    sameValue(before.statements, after.statements) ? null : 'The statements of its marking have changed.',
  handling: (before, after) =>
    sameValue(before.handling, after.handling) ? null : 'The rules for handling it have changed.',
  // What else it states is in `handling`. The address of the policy of a publisher that is not named is told nobody else.
  statedHandling: (before, after) =>
    before.statedHandling?.reference === after.statedHandling?.reference ||
    isUnnamed(before) ||
    isUnnamed(after)
      ? null
      : 'Where its policy can be read has changed.',
  // Whose it is and where it goes: a correction keeps them.
  id: null,
  kind: null,
  exercise: null,
  publisher: null,
  publishedAt: null,
  // Every version has its own.
  version: null,
  messageType: null,
  updatedAt: null,
  takenAt: null,
  sourceModified: null,
  issuer: null,
  changes: null,
  // Said by the first of its changes.
  isNarrowing: null,
  // A last version says why, and changes nothing.
  cancelReason: null,
  recall: null,
  // Its STIX objects are not compared.
  report: null,
  objectCount: null,
};

/** Also read off stored versions: those of older hubs say by it alone that they were made by narrowing. Put another beside it. */
const NARROWED = 'It is for fewer than before: pass it on no further than its marking says now.';
const NOTHING = 'Nothing that is shown here: its STIX objects have changed.';

/** Former texts are never quoted: they are withdrawn, and could name a publisher that is withheld now. */
export const changesBetween = (
  before: Summary,
  after: Summary,
  { isNarrowed = false }: { readonly isNarrowed?: boolean } = {},
): string[] => {
  const changes = Object.values(SAID).flatMap((said) => said?.(before, after) ?? []);
  const said = [...(isNarrowed ? [NARROWED] : []), ...changes.filter((each) => each !== null)];
  if (said.length > MOST) return [...said.slice(0, MOST - 1), `And ${said.length - MOST + 1} more changes.`];
  return said.length === 0 ? [NOTHING] : said;
};

/** Whether the version was made by narrowing. */
export const isNarrowing = ({
  isNarrowing: isSaid,
  changes,
}: Pick<Summary, 'isNarrowing' | 'changes'>): boolean => isSaid === true || changes?.[0] === NARROWED;

/** The same of any two versions; empty where their texts are the same. */
export const differencesInWords = (before: Summary, after: Summary): string[] =>
  changesBetween(before, after).filter((each) => each !== NOTHING);

/** Without what is told in full beside it, to a reader that had the version before. */
export const changesBeside = (
  changes: readonly string[],
  told: { readonly headline: boolean; readonly text: boolean; readonly actions: boolean },
): string[] =>
  changes.filter(
    (each) =>
      !(told.headline && each === NEW_HEADLINE) &&
      !(told.text && each === NEW_TEXT) &&
      !(told.actions && each.startsWith(TAKEN_OUT)),
  );

const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const quoted = (text: string): string =>
  `“${text.length > LONGEST ? `${text.slice(0, LONGEST - 1).toWellFormed()}…` : text}”`;

/** In the order of time: "before" and an instant would read as a deadline. */
const wasAndIs = (what: string, was: string, is: string): string => `${what} was ${was}, is now ${is}.`;

const levelOf = ({ level }: Summary): Level => level ?? 'INFORMATION';

const answerByChange = (was: string | undefined, is: string | undefined): Change => {
  if (was === is) return null;
  if (is === undefined) return 'No answer is asked for any more.';
  return was === undefined
    ? `An answer is now asked for by ${minuteOf(is)}.`
    : `An answer was asked for by ${minuteOf(was)}, is now asked for by ${minuteOf(is)}.`;
};

const gradeChange = (name: 'severity' | 'urgency' | 'certainty', before: Summary, after: Summary): Change =>
  before[name] === after[name] ? null : wasAndIs(`The ${name}`, before[name], after[name]);

const validityChange = (before: Summary, after: Summary): Change => {
  if (before.validUntil === after.validUntil) return null;
  const [was, is] = [before.validUntil, after.validUntil].map((each) =>
    each === null ? 'without end' : minuteOf(each),
  );
  return `Valid until: was ${was}, is now ${is}.`;
};

/** `2030-01-01 12:00 UTC` */
const minuteOf = (instant: string): string =>
  `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const actionChanges = (before: readonly Action[], after: readonly Action[]): Change[] => {
  const textsOf = (actions: readonly Action[]): string[] => actions.map(({ text }) => text);
  const { kept, gone, added } = pairedActions(textsOf(before), textsOf(after));
  const was = new Map(kept.map((pair) => [pair.is, pair.was]));
  const said = after.flatMap((action, is): Change[] => {
    const from = was.get(is);
    const former = from === undefined ? undefined : before[from];
    if (from === undefined || former === undefined) return [`New to do: ${quoted(action.text)}`];
    const number = from === is ? `${is + 1}` : `${is + 1} (was number ${from + 1})`;
    if (former.text === action.text) return [dueChange(quoted(action.text), former.by, action.by)];
    return [
      `Action ${number} now reads: ${quoted(action.text)}`,
      dueChange(`Action ${is + 1}`, former.by, action.by),
    ];
  });
  const isReordered = kept.some((pair, at) => pair.was < (kept[at - 1]?.was ?? 0));
  return [
    ...said,
    // Never quoted: what a correction took out is withdrawn, and who joined since has not had it.
    gone.length > 0 ? `${TAKEN_OUT}${gone.map((at) => at + 1).join(', ')} of the version before.` : null,
    added.length + gone.length === 0 && isReordered ? 'The order of what to do has changed.' : null,
  ];
};

const dueChange = (what: string, was: string | null, is: string | null): Change => {
  if (was === is) return null;
  if (is === null) return `${what} no longer has a deadline.`;
  return was === null
    ? `${what} is now due by ${minuteOf(is)}.`
    : `${what} was due by ${minuteOf(was)}, is now due by ${minuteOf(is)}.`;
};

type Practice = NonNullable<Summary['practice']>;

/** As above: each field, in the order in which it is read. */
const PRACTICE_SAID: { readonly [Field in keyof Practice]: (is: Practice[Field]) => string } = {
  steps: () => 'The steps have changed.',
  kind: (is) => `The kind of practice is now ${is}.`,
  problem: () => 'What it is for has changed.',
  evidence: () => 'The evidence has changed.',
  limits: () => 'Its limits have changed.',
  licence: () => 'The licence has changed.',
  reviewDue: (is) => `To be reviewed by ${is ?? 'no date'}.`,
};

const practiceChanges = (before: Summary['practice'], after: Summary['practice']): Change[] => {
  if (before === null || after === null) return [];
  const changeOf = <Field extends keyof Practice>(field: Field): Change =>
    sameValue(before[field], after[field]) ? null : PRACTICE_SAID[field](after[field]);
  return (Object.keys(PRACTICE_SAID) as (keyof Practice)[]).map((field) => changeOf(field));
};

/** Of the languages that both have; others are said as languages. */
const translationChanges = ({ translations: before }: Summary, { translations: after }: Summary): Change[] =>
  after.map((is) => {
    const was = before.find(({ language }) => language === is.language);
    return was === undefined || sameValue(was, is) ? null : `The text in ${is.language} has changed.`;
  });

const MOST_NAMED = 10;

const listChange = (what: string, before: readonly string[], after: readonly string[]): Change => {
  const added = after.filter((each) => !before.includes(each));
  const gone = before.filter((each) => !after.includes(each));
  const parts = [
    ...(added.length === 0 ? [] : [`new ${namedIn(added)}`]),
    ...(gone.length === 0 ? [] : [`no longer ${namedIn(gone)}`]),
  ];
  return parts.length === 0 ? null : `${what}: ${parts.join('; ')}.`;
};

const namedIn = (names: readonly string[]): string =>
  names.length > MOST_NAMED
    ? `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`
    : names.join(', ');

const languagesOf = ({ language, translations }: Summary): string[] => [
  language,
  ...translations.map((each) => each.language),
];

const referencesOf = ({ externalReferences }: Summary): string[] =>
  externalReferences.map(({ source, id, url }) => id ?? url ?? source);
