// What names a warning wherever it is only referred to: its headline, with the marking and the traffic that it is of.
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../app/ask.ts';
import { HeadlineOfDocument } from '../../operations/graphql.generated.ts';

/** Null for a warning that the reader may not see. */
export const headlineQuery = (warning: string) =>
  queryOptions({
    queryKey: ['headline', warning],
    queryFn: async ({ signal }) => (await ask(HeadlineOfDocument, { id: warning }, { signal })).warning,
  });
