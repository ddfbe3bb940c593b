// GET /schema.graphql: the whole contract as text with its descriptions, for whoever has a key. It contains no data.
import { contractOf } from '../../graphql/contract/contract.ts';
import { textReply } from '../answer.ts';
import { keyed } from '../spine.ts';

export const contractPage = keyed({
  method: 'get',
  path: '/schema.graphql',
  rate: 'REQUEST',
  counted: 'page',
  does: 'READ',
  act: async ({ schema }) => ({ ok: true, value: textReply(contractOf(schema).text) }),
});
