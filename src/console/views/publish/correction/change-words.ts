// What a correction changes, in words: the name of the field as the form calls it, and its value as people read it.
import { useTranslation } from 'react-i18next';
import { useSectorName } from '../../../app/sector-names.ts';
import { rulesIn } from '../../../ui/handling/rules.ts';
import { wordsFor } from '../../../words/enum-words.ts';
import { inList } from '../../../words/in-list.ts';
import { spoken } from '../../../words/words.ts';
import { asWritten, zoned } from '../as-written.ts';
import { type Form, handlingOf } from '../form.ts';
import { objectsBetween } from '../former.ts';

type Words = {
  readonly nameOf: (field: keyof Form) => string;
  /** As it stands in one of the two forms. */
  readonly valueOf: (field: keyof Form, form: Form) => string;
  /** What becomes of the objects. */
  readonly objects: (before: Form, after: Form) => string;
};

type Labels = { readonly until: string; readonly policy: string };

/** What is said, as its readers are told it. */
const saidIn = (i18n: Parameters<typeof wordsFor>[0], labels: Labels, form: Form): string => {
  const { until, reference, ...rules } = handlingOf(form).handling ?? {};
  return [
    ...rulesIn(rules, { isWhole: true }).map(
      ([rule, word]) => wordsFor(i18n, [`handling.${rule}`], word) ?? word,
    ),
    ...(until == null ? [] : [`${labels.until} ${zoned(form.handling?.until ?? '')}`]),
    ...(reference == null ? [] : [`${labels.policy} ${reference}`]),
  ].join('\n');
};

/** Null for what no correction changes: whom it was sent to, and what it is. */
const useNames = (): Record<keyof Form, string | null> => {
  const { t } = useTranslation();
  return {
    kind: null,
    alternatives: null,
    excludes: null,
    isExercise: null,
    exercise: null,
    headline: t('publish.headline'),
    summary: t('warning.summary'),
    actions: t('last.actions'),
    contacts: t('contacts.title'),
    urgency: t('floor.urgency'),
    severity: t('floor.severity'),
    certainty: t('publish.certainty'),
    validUntil: t('publish.validUntil'),
    level: t('publish.level'),
    answerBy: t('publish.answerBy'),
    language: t('publish.language'),
    translations: t('publish.translations'),
    sectorsConcerned: t('publish.sectorsConcerned'),
    countriesConcerned: t('publish.countriesConcerned'),
    references: t('publish.references'),
    marking: t('publish.marking'),
    handling: t('handling.title'),
    bundle: t('last.objects'),
    practiceKind: t('practice.kind'),
    problem: t('practice.problem'),
    steps: t('practice.steps'),
    evidence: t('practice.evidence'),
    limits: t('practice.limits'),
    licence: t('practice.licence'),
    reviewDue: t('practice.reviewDue'),
  };
};

export const useChangeWords = (): Words => {
  const { t, i18n } = useTranslation();
  const sectorName = useSectorName();
  const names = useNames();
  return {
    nameOf: (field) => names[field] ?? '',
    objects: (before, after) => t('last.objectsChange', objectsBetween(before.bundle, after.bundle)),
    valueOf: (field, form) => {
      switch (field) {
        case 'urgency':
          return form.urgency === '' ? '' : t(`urgency.${form.urgency}`);
        case 'severity':
          return form.severity === '' ? '' : t(`severity.${form.severity}`);
        case 'certainty':
          return form.certainty === '' ? '' : t(`certainty.${form.certainty}`);
        case 'level':
          return t(`level.${form.level}`);
        case 'handling':
          return saidIn(i18n, { until: t('handling.until'), policy: t('handling.policy') }, form);
        case 'practiceKind':
          return t(`practiceKind.${form.practiceKind}`);
        case 'sectorsConcerned':
          return inList(form.sectorsConcerned.map(sectorName));
        default:
          return asWritten(field, form, spoken());
      }
    },
  };
};
