// GET /schema.graphql: the whole contract as text with its descriptions, for whoever has a key. It contains no data. A session acts
// by POST alone, so the console asks for it that way.
import { contractOf } from '../../graphql/contract/contract.ts';
import { textReply } from '../answer.ts';
import { keyed } from '../spine.ts';

const contract = (method: 'get' | 'post') =>
  keyed({
    method,
    path: '/schema.graphql',
    rate: 'REQUEST',
    counted: 'page',
    does: 'READ',
    act: async ({ schema }) => ({ ok: true, value: textReply(contractOf(schema).text) }),
  });

export const contractPage = contract('get');
export const contractForConsole = contract('post');
