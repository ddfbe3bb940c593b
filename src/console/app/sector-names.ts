// Names of the hub's sectors, in the language of the console. They change with a release only, so they are asked for once.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SectorNamesDocument } from '../operations/graphql.generated.ts';
import { wordsFor } from '../words/enum-words.ts';
import { ask } from './ask.ts';

export const sectorsQuery = {
  queryKey: ['sector-names'],
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await ask(SectorNamesDocument, {}, { signal })).sectors.scheme,
  staleTime: Number.POSITIVE_INFINITY,
};

/** One that has no words yet has the name that the hub gives it. */
export const useSectors = () => {
  const { i18n } = useTranslation();
  const sectors = useQuery(sectorsQuery).data ?? [];
  return sectors.map((each) => ({ ...each, name: wordsFor(i18n, ['sector'], each.id) ?? each.name }));
};

type NameOf = (id: string) => string;

/** By what the hub said, and the language: each row of a long list asks for them. */
const known = new WeakMap<object, Map<string, NameOf>>();
const NONE: readonly never[] = [];

/** An id that is not known is its own name. The same function as long as nothing changes. */
export const useSectorName = (): NameOf => {
  const { i18n } = useTranslation();
  const sectors = useQuery(sectorsQuery).data ?? NONE;
  const byLanguage = known.get(sectors) ?? new Map<string, NameOf>();
  known.set(sectors, byLanguage);
  const held = byLanguage.get(i18n.language);
  if (held !== undefined) return held;
  const names = new Map(sectors.map(({ id, name }) => [id, wordsFor(i18n, ['sector'], id) ?? name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  byLanguage.set(i18n.language, nameOf);
  return nameOf;
};
