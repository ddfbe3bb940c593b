// The translations of a warning as language-content objects (STIX 2.1 §7.1), one for its report and one for each course of
// action: a tool that reads only STIX has them too.
import type { StixObject } from 'stix2-ts/stix-object';
import type { Draft, Translation } from '../../../domain/warning.ts';
import { translationId } from '../../../exchange/identifier-for.ts';

type Translated = { readonly report: StixObject; readonly courses: readonly StixObject[] };

export const translationsOf = (
  { translations }: Pick<Draft, 'translations'>,
  { report, courses }: Translated,
): StixObject[] => {
  if (translations.length === 0) return [];
  const ofReport = contentFor(report, translations, ({ headline, summary }) => ({
    name: headline,
    description: summary,
  }));
  const ofCourses = courses.flatMap((course, index) =>
    contentFor(course, translations, ({ actions }) => {
      const text = actions[index];
      return text === undefined ? null : { name: nameOf(text, index), description: text };
    }),
  );
  return [...ofReport, ...ofCourses];
};

const LONGEST_NAME = 120;

/** The name of a course of action: its place and the beginning of its text, never cut within a surrogate pair. */
export const nameOf = (text: string, index: number): string =>
  `${index + 1}. ${text.slice(0, LONGEST_NAME).replace(/[\uD800-\uDBFF]$/, '')}`;

/** An object of the same maker, dates and markings as the one that it translates; none without any text. */
const contentFor = (
  object: StixObject,
  translations: readonly Translation[],
  textsOf: (translation: Translation) => Readonly<Record<string, string>> | null,
): StixObject[] => {
  const contents = translations.flatMap((translation) => {
    const texts = textsOf(translation);
    return texts === null ? [] : [[translation.language, texts] as const];
  });
  if (contents.length === 0) return [];
  return [
    {
      type: 'language-content',
      spec_version: '2.1',
      id: translationId(object.id),
      created_by_ref: object['created_by_ref'],
      created: object['created'],
      modified: object['modified'],
      object_ref: object.id,
      object_modified: object['modified'],
      contents: Object.fromEntries(contents),
      object_marking_refs: object['object_marking_refs'],
    },
  ];
};
