// A field in which two versions differ, in words: what it is called, and its value as people read it.
import type { i18n } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSectorName } from '../../../app/sector-names.ts';
import { type HandlingRule, rulesIn, type SaidOfUse } from '../../../ui/handling/rules.ts';
import { utc } from '../../../ui/instant.tsx';
import { tlpLabel } from '../../../ui/print/strictest.ts';
import { rawOf, textOf } from '../../../ui/stix.ts';
import { wordsFor } from '../../../words/enum-words.ts';
import { languageName, listIn, stateName } from '../../../words/language-name.ts';
import { spoken } from '../../../words/words.ts';

type Words = {
  readonly nameOf: (field: string) => string;
  /** As lines; empty where there is nothing. */
  readonly valueOf: (field: string, value: unknown) => string;
};

type Labels = Readonly<Record<'until' | 'from' | 'policy', string>>;
type Translated = {
  readonly i18n: i18n;
  readonly sectorName: (id: string) => string;
  readonly labels: Labels;
};

export const useFieldWords = (): Words => {
  const { t, i18n } = useTranslation();
  const sectorName = useSectorName();
  const names: Readonly<Record<string, string>> = {
    headline: t('publish.headline'),
    summary: t('warning.summary'),
    actions: t('last.actions'),
    practice: t('practice.title'),
    level: t('publish.level'),
    answerBy: t('warning.answerBy'),
    severity: t('floor.severity'),
    urgency: t('floor.urgency'),
    certainty: t('publish.certainty'),
    validUntil: t('warning.validUntil'),
    contacts: t('contacts.title'),
    language: t('publish.language'),
    translations: t('publish.translations'),
    sectorsConcerned: t('publish.sectorsConcerned'),
    countriesConcerned: t('publish.countriesConcerned'),
    cves: t('objects.vulnerabilities'),
    externalReferences: t('publish.references'),
    marking: t('publish.marking'),
    statements: t('versions.statements'),
    handling: t('handling.title'),
    cancelReason: t('cancel.reason'),
  };
  const labels = { from: t('handling.from'), until: t('handling.until'), policy: t('handling.policy') };
  return {
    // One that came with a later release of the hub has its own name.
    nameOf: (field) => names[field] ?? field,
    valueOf: (field, value) => valueIn({ i18n, sectorName, labels }, field, value),
  };
};

/** Enums of the contract, with the place of their words. */
const ENUMS: Readonly<Record<string, string>> = {
  level: 'level',
  severity: 'severity',
  urgency: 'urgency',
  certainty: 'certainty',
};

const valueIn = (words: Translated, field: string, value: unknown): string => {
  if (Array.isArray(value)) return value.map((each) => itemIn(words, field, each)).join('\n');
  if (field === 'handling') return handlingIn(words, rawOf(value));
  if (field === 'practice') return practiceIn(words, rawOf(value));
  if (typeof value !== 'string') return value === null || value === undefined ? '' : JSON.stringify(value);
  if (field === 'marking') return tlpLabel(value as Parameters<typeof tlpLabel>[0]);
  if (field === 'answerBy' || field === 'validUntil') return instantIn(value);
  if (field === 'language') return languageName(value, spoken());
  const place = ENUMS[field];
  return place === undefined ? value : (wordsFor(words.i18n, [place], value) ?? value);
};

const instantIn = (value: string): string => {
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? value : utc(instant);
};

const itemIn = ({ sectorName }: Translated, field: string, item: unknown): string => {
  if (typeof item === 'string') {
    if (field === 'sectorsConcerned') return sectorName(item);
    return field === 'countriesConcerned' ? stateName(item, spoken()) : item;
  }
  const raw = rawOf(item);
  const texts = (...parts: readonly string[]): string[] => parts.flatMap((name) => textOf(raw, name) ?? []);
  switch (field) {
    case 'actions': {
      const by = textOf(raw, 'by');
      return [...texts('text'), ...(by === null ? [] : [`(${instantIn(by)})`])].join(' ');
    }
    case 'contacts':
      return listIn(texts('name', 'number', 'hours'), spoken());
    case 'externalReferences':
      return texts('source', 'id', 'url').join(' ');
    case 'translations': {
      const actions = Array.isArray(raw['actions']) ? raw['actions'].map(String) : [];
      const language = languageName(textOf(raw, 'language') ?? '', spoken());
      return [`${language}: ${textOf(raw, 'headline') ?? ''}`, ...texts('summary'), ...actions].join('\n');
    }
    default:
      return JSON.stringify(item);
  }
};

const handlingIn = ({ i18n, labels }: Translated, raw: Readonly<Record<string, unknown>>): string => {
  const said = Object.fromEntries(Object.keys(raw).map((name) => [name, textOf(raw, name)])) as SaidOfUse;
  const worded = (rule: HandlingRule, word: string): string =>
    wordsFor(i18n, [`handling.${rule}`], word) ?? word;
  return [
    ...(said.pap == null ? [] : [`PAP:${said.pap}`]),
    ...rulesIn(said, { isWhole: true }).map(([rule, word]) => worded(rule, word)),
    ...(said.from == null ? [] : [`${labels.from} ${instantIn(said.from)}`]),
    ...(said.until == null ? [] : [`${labels.until} ${instantIn(said.until)}`]),
    ...(said.reference == null ? [] : [`${labels.policy} ${said.reference}`]),
  ].join('\n');
};

const practiceIn = ({ i18n }: Translated, raw: Readonly<Record<string, unknown>>): string => {
  const steps = Array.isArray(raw['steps']) ? raw['steps'].map(String) : [];
  const kind = textOf(raw, 'kind');
  const others = ['problem', 'evidence', 'limits', 'licence', 'reviewDue'].flatMap(
    (name) => textOf(raw, name) ?? [],
  );
  return [
    ...(kind === null ? [] : [wordsFor(i18n, ['practiceKind'], kind) ?? kind]),
    ...others,
    ...steps,
  ].join('\n');
};
