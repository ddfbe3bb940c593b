// Names of the hub's sectors. They change with a release only, so they are asked for once.
import { useQuery } from '@tanstack/react-query';
import { SectorNamesDocument } from '../operations/graphql.generated.ts';
import { ask } from './ask.ts';

export const sectorsQuery = {
  queryKey: ['sector-names'],
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await ask(SectorNamesDocument, {}, { signal })).sectors.scheme,
  staleTime: Number.POSITIVE_INFINITY,
};

export const useSectors = () => useQuery(sectorsQuery).data ?? [];

/** An id that is not known is its own name. */
export const useSectorName = (): ((id: string) => string) => {
  const names = new Map(useSectors().map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
};
