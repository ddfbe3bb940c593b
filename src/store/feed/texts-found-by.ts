// The texts by whose words a version is found, besides those of its objects.
import type { Summary } from '../../domain/warning.ts';

type Told = Pick<Summary, 'headline' | 'summary' | 'externalReferences' | 'cves' | 'translations'>;

export const textsFoundBy = (told: Told): string[] => [
  told.headline,
  told.summary,
  ...told.externalReferences.flatMap(({ id }) => (id === null ? [] : [id])),
  ...told.cves,
  ...told.translations.flatMap(({ headline, summary }) => [headline, summary]),
];
