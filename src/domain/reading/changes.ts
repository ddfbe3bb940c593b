// What a new version of a warning changes, as sentences for a reader of the one before. Made once, when the version is
// written: all of it is about texts that its readers have.
import type { Action, Summary } from '../warning.ts';

const MOST = 20;
const LONGEST = 200;

type Change = string | null;

/** Former texts are never quoted: they are withdrawn, and could name a publisher that is withheld now. */
export const changesBetween = (
  before: Summary,
  after: Summary,
  { isNarrowed = false }: { readonly isNarrowed?: boolean } = {},
): string[] => {
  const changes: Change[] = [
    isNarrowed ? 'It is for fewer than before: pass it on no further than its marking says now.' : null,
    ...gradeChanges(before, after),
    ...actionChanges(before.actions, after.actions),
    ...stepChanges(before, after),
    validityChange(before, after),
    before.headline === after.headline ? null : 'The headline has changed.',
    before.summary === after.summary ? null : 'The text has changed.',
    sameValue(before.contacts, after.contacts) ? null : 'Whom to call has changed.',
    listChange('CVE', before.cves, after.cves),
    listChange('Concerns', before.sectorsConcerned, after.sectorsConcerned),
    listChange('Countries', before.countriesConcerned, after.countriesConcerned),
    listChange('References', referencesOf(before), referencesOf(after)),
    listChange('Languages', languagesOf(before), languagesOf(after)),
    before.tlp === after.tlp ? null : `The marking is now TLP:${after.tlp}, before TLP:${before.tlp}.`,
  ];
  const said = changes.filter((each) => each !== null);
  if (said.length > MOST) return [...said.slice(0, MOST - 1), `And ${said.length - MOST + 1} more changes.`];
  return said.length === 0
    ? ['Nothing that is shown here: its STIX objects or references have changed.']
    : said;
};

const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const quoted = (text: string): string =>
  `“${text.length > LONGEST ? `${text.slice(0, LONGEST - 1).toWellFormed()}…` : text}”`;

const gradeChanges = (before: Summary, after: Summary): Change[] =>
  (['severity', 'urgency', 'certainty'] as const).map((name) =>
    before[name] === after[name] ? null : `The ${name} is now ${after[name]}, before ${before[name]}.`,
  );

const validityChange = (before: Summary, after: Summary): Change => {
  if (before.validUntil === after.validUntil) return null;
  const [was, is] = [before.validUntil, after.validUntil].map((each) =>
    each === null ? 'without end' : minuteOf(each),
  );
  return `Valid until: now ${is}, before ${was}.`;
};

/** `2030-01-01 12:00 UTC` */
const minuteOf = (instant: string): string =>
  `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const actionChanges = (before: readonly Action[], after: readonly Action[]): Change[] => {
  const was = new Map(before.map(({ text, by }) => [text, by]));
  const is = new Set(after.map(({ text }) => text));
  const added = after.flatMap(({ text, by }): Change[] => {
    const former = was.get(text);
    if (former === undefined) return [`New to do: ${quoted(text)}`];
    if (former === by) return [];
    const when = by === null ? 'no longer has a deadline' : `is now due by ${minuteOf(by)}`;
    return [
      `${quoted(text)} ${when}${former === null || by === null ? '' : `, before ${minuteOf(former)}`}.`,
    ];
  });
  const gone = before.filter(({ text }) => !is.has(text));
  // Never quoted: what a correction took out is withdrawn, and who joined since has not had it.
  const dropped = gone.length > 0 ? 'Something to do was taken out.' : null;
  const order = (actions: readonly Action[]) => actions.map(({ text }) => text);
  const isReordered =
    added.length + gone.length === 0 && !sameValue(order(before), order(after))
      ? 'The order of what to do has changed.'
      : null;
  return [...added, dropped, isReordered];
};

const stepChanges = ({ practice: before }: Summary, { practice: after }: Summary): Change[] => {
  if (before === null || after === null) return [];
  const names = {
    problem: 'What it is for',
    evidence: 'The evidence',
    limits: 'Its limits',
    licence: 'The licence',
  } as const;
  const fields = Object.entries(names).map(([name, words]) =>
    before[name as keyof typeof names] === after[name as keyof typeof names] ? null : `${words} has changed.`,
  );
  const review =
    before.reviewDue === after.reviewDue ? null : `To be reviewed by ${after.reviewDue ?? 'no date'}.`;
  return [sameValue(before.steps, after.steps) ? null : 'The steps have changed.', ...fields, review];
};

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
