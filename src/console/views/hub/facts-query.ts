// What the hub says of itself to whoever looks after it or connects a program.
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../app/ask.ts';
import { HubFactsDocument } from '../../operations/graphql.generated.ts';

export const hubFactsQuery = queryOptions({
  queryKey: ['hub-facts'],
  queryFn: ({ signal }) => ask(HubFactsDocument, {}, { signal }),
});
