// A version as a form to correct, and what a correction changes of it.
import type { CurrentQuery } from '../../operations/graphql.generated.ts';
import { carriedObjects } from './carried-objects.ts';
import { emptyForm, type Form } from './form.ts';

export type Current = NonNullable<CurrentQuery['warning']>;

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
  references: current.externalReferences
    .map(({ source, id, url }) => [source, id, url].filter(Boolean).join(' '))
    .join('\n'),
  marking: current.marking ?? '',
  isExercise: current.exercise !== null,
  exercise: current.exercise ?? '',
  bundle: carriedObjects(current.id, current.bundle),
  ...(current.practice === null
    ? {}
    : {
        practiceKind: current.practice.kind,
        problem: current.practice.problem,
        steps: current.practice.steps.join('\n'),
        evidence: current.practice.evidence ?? '',
        limits: current.practice.limits ?? '',
        licence: current.practice.licence ?? '',
        reviewDue: current.practice.reviewDue ?? '',
      }),
});

export type Change = { readonly field: keyof Form; readonly before: string; readonly after: string };

const shown = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
    ? value.join(', ')
    : JSON.stringify(value, null, 1);
};

export const changesOf = (current: Current, form: Form): Change[] => {
  const former = formOf(current);
  return (Object.keys(former) as (keyof Form)[])
    .filter((field) => field !== 'bundle' && JSON.stringify(former[field]) !== JSON.stringify(form[field]))
    .map((field) => ({ field, before: shown(former[field]), after: shown(form[field]) }));
};
