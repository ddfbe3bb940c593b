// How the form calls the field at a path of the input, such as `$.translations[0].summary`: what is wrong with it is told by that name.
import { useTranslation } from 'react-i18next';
import { RULES } from '../../../ui/handling/rules.ts';
import { languageName } from '../../../words/language-name.ts';
import { spoken } from '../../../words/words.ts';
import { useChangeWords } from '../correction/change-words.ts';
import type { Form } from '../form.ts';

type Segments = readonly (string | number)[];

/** `$.actions[0].text` is `['actions', 0, 'text']`. */
export const segmentsOf = (path: string): Segments =>
  [...path.matchAll(/\.([^.[\]]+)|\[(\d+)\]/g)].map(([, name, at]) => name ?? Number(at));

const TO = ['countries', 'communities', 'members', 'persons'] as const;
const CONTACT = ['name', 'number', 'hours'] as const;
const among = <T extends string>(list: readonly T[], name: unknown): T | undefined =>
  list.find((each) => each === name);

/** Names of what stands in lists: of the third part of a path, which says which field of the row it is. */
const useRowNames = (form: Form) => {
  const { t } = useTranslation();
  const action = (at: number, part: string | number | undefined): string =>
    [
      at === 0 ? t('warning.oneThing') : t('publish.action', { number: at + 1 }),
      ...(part === 'by' ? [t('publish.by')] : []),
    ].join(': ');
  const contact = (at: number, part: string | number | undefined): string => {
    const known = among(CONTACT, part);
    const name = known === undefined ? t('contacts.title') : t(`publish.contact.${known}`);
    return form.contacts.length < 2 ? name : `${name} (${at + 1})`;
  };
  const translation = (at: number, part: string | number | undefined, place: unknown): string => {
    const code = form.translations[at]?.language.trim() ?? '';
    const whose = code === '' ? `${t('publish.translationTo')} (${at + 1})` : languageName(code, spoken());
    if (part === 'headline') return `${t('publish.headline')} – ${whose}`;
    if (part === 'summary') return `${t('warning.summary')} – ${whose}`;
    if (part !== 'actions') return whose;
    return `${typeof place === 'number' ? t('publish.action', { number: place + 1 }) : t('last.actions')} – ${whose}`;
  };
  return { action, contact, translation };
};

const useAudienceName = () => {
  const { t } = useTranslation();
  return ([, part, , field]: Segments): string => {
    if (part === 'excludes') return t('publish.excludes');
    if (field === 'sectors') return t('publish.toSectors');
    if (field === 'kinds') return t('publish.toKinds');
    const known = among(TO, field);
    return known === undefined ? t('publish.scope') : t(`publish.to.${known}`);
  };
};

const useHandlingName = () => {
  const { t } = useTranslation();
  return ([, part]: Segments): string => {
    if (part === 'until') return t('handling.untilField');
    if (part === 'reference') return t('handling.reference');
    const rule = among(RULES, part);
    return rule === undefined ? t('handling.title') : t(`handling.rule.${rule}`);
  };
};

/** Null for what the form has no field for, such as the whole. */
export const useFieldName = (form: Form): ((path: string) => string | null) => {
  const { t } = useTranslation();
  const { nameOf } = useChangeWords();
  const rows = useRowNames(form);
  const ofAudience = useAudienceName();
  const ofHandling = useHandlingName();
  return (path) => {
    const segments = segmentsOf(path);
    const [field, at, part, place] = segments;
    if (field === 'audience') return ofAudience(segments);
    if (field === 'handling') return ofHandling(segments);
    if (field === 'exercise') return t('publish.exerciseId');
    if (field === 'externalReferences') return t('publish.references');
    if (field === 'kind') return t('practice.kind');
    if (typeof at === 'number') {
      if (field === 'actions') return rows.action(at, part);
      if (field === 'contacts') return rows.contact(at, part);
      if (field === 'translations') return rows.translation(at, part, place);
    }
    return nameOf(field as keyof Form) || null;
  };
};
