// A version as a form to correct, and what a correction changes of it.
import type { CurrentQuery } from '../../operations/graphql.generated.ts';
import { rawOf, textOf } from '../../ui/stix.ts';
import { carriedObjects } from './carried-objects.ts';
import { emptyForm, type Form, handlingOf, linesOf, practiceOf, warningOf } from './form.ts';

export type Current = NonNullable<CurrentQuery['warning']>;

type Reference = Current['externalReferences'][number];

/** As the line of a form is read back. */
const lineOf = ({ source, id, url }: Reference): string =>
  linesOf([source, id, url].filter(Boolean).join(' ')).join(' ');

const inOneLine = (step: string): string => step.replaceAll(/\s*\n\s*/g, ' ').trim();

const minutes = (instant: string | null): string => (instant === null ? '' : instant.slice(0, 16));

export const formOf = (current: Current): Form => ({
  ...emptyForm(current.kind, current.language),
  headline: current.headline,
  summary: current.summary,
  actions: current.actions.map(({ text, by }) => ({ text, by: minutes(by) })),
  contacts: current.contacts,
  urgency: current.urgency,
  severity: current.severity,
  certainty: current.certainty,
  validUntil: minutes(current.validUntil),
  level: current.level,
  answerBy: minutes(current.answerBy),
  translations: current.translations,
  sectorsConcerned: current.sectorsConcerned,
  countriesConcerned: current.countriesConcerned.join(', '),
  references: current.externalReferences.map(lineOf).join('\n'),
  marking: current.marking ?? '',
  isExercise: current.exercise !== null,
  exercise: current.exercise ?? '',
  bundle: carriedObjects(current.id, current.bundle),
  ...(current.practice === null
    ? {}
    : {
        practiceKind: current.practice.kind,
        problem: current.practice.problem,
        steps: current.practice.steps.map(inOneLine).join('\n'),
        evidence: current.practice.evidence ?? '',
        limits: current.practice.limits ?? '',
        licence: current.practice.licence ?? '',
        reviewDue: current.practice.reviewDue ?? '',
      }),
});

/** As `warningOf`. What a field cannot show (seconds, a blank in the name of a source) stays where the field was not touched. */
export const correctedWarning = (form: Form, current: Current) => {
  const [former, made] = [formOf(current), warningOf(form)];
  const isDueAsBefore = made.answerBy !== null && form.answerBy === former.answerBy;
  return {
    ...made,
    externalReferences: keptReferences(form, current),
    actions: made.actions.map((action) => keptAction(action, current)),
    validUntil: form.validUntil === former.validUntil ? current.validUntil : made.validUntil,
    answerBy: isDueAsBefore ? current.answerBy : made.answerBy,
  };
};

/** As `practiceOf`, likewise. */
export const correctedPractice = (form: Form, current: Current) => {
  const made = practiceOf(form);
  // A step that was not touched keeps its lines.
  const known = new Map(current.practice?.steps.map((step) => [inOneLine(step), step]));
  return {
    ...made,
    externalReferences: keptReferences(form, current),
    steps: made.steps.map((step) => known.get(step) ?? step),
  };
};

const keptReferences = (form: Form, current: Current) => {
  const known = new Map(current.externalReferences.map((each) => [lineOf(each), each]));
  const lines = linesOf(form.references);
  return practiceOf(form).externalReferences.map((made, at) => known.get(lines[at] ?? '') ?? made);
};

type Action = ReturnType<typeof warningOf>['actions'][number];

/** The instant of its minute, of the action with its words if there is one. */
const keptAction = (action: Action, { actions }: Current): Action => {
  const same = actions.filter(({ by }) => by !== null && minutes(by) === minutes(action.by ?? null));
  const was = same.find(({ text }) => text === action.text) ?? same[0];
  return action.by == null || was === undefined ? action : { ...action, by: was.by };
};

const byId = (bundle: unknown): Map<string, string> => {
  const { objects } = rawOf(bundle);
  return new Map(
    (Array.isArray(objects) ? objects : []).map((raw) => [
      textOf(rawOf(raw), 'id') ?? '',
      JSON.stringify(raw),
    ]),
  );
};

/** How many objects of a bundle are added, left out and changed; a bundle may be null. */
export const objectsBetween = (
  before: unknown,
  after: unknown,
): { readonly added: number; readonly removed: number; readonly changed: number } => {
  const [old, now] = [byId(before), byId(after)];
  const ids = [...now.keys()];
  return {
    added: ids.filter((id) => !old.has(id)).length,
    removed: [...old.keys()].filter((id) => !now.has(id)).length,
    changed: ids.filter((id) => old.has(id) && old.get(id) !== now.get(id)).length,
  };
};

/**
 * A bundle is the same while its objects are: each time that it is made it has another id. Restrictions that were opened, and of which
 * nothing was said, are none.
 */
const isSame = (field: keyof Form, former: Form, form: Form): boolean => {
  if (field === 'handling') return JSON.stringify(handlingOf(former)) === JSON.stringify(handlingOf(form));
  if (field !== 'bundle') return JSON.stringify(former[field]) === JSON.stringify(form[field]);
  const { added, removed, changed } = objectsBetween(former.bundle, form.bundle);
  return added + removed + changed === 0;
};

/** The fields that a correction changes. */
export const changedIn = (former: Form, form: Form): (keyof Form)[] =>
  (Object.keys(former) as (keyof Form)[]).filter((field) => !isSame(field, former, form));
