// The public pages, which hold no data: the start page, liveness and readiness.
import { refuse } from '../../graphql/errors.ts';
import { textReply } from '../answer.ts';
import { open } from '../spine.ts';

const START = `Tocsin

A hub through which agencies and operators of critical infrastructure publish and receive early warnings
and best practices, in STIX 2.1, over GraphQL.

  /graphql           the endpoint: POST, GET for queries, SSE and WebSocket for subscriptions
  /graphiql          explore it in a browser
  /warnings/{id}     one warning as plain text
  /healthz  /readyz  for the operator

Everything but health and the explorer's page needs a key: Authorization: Bearer toc_...
How to begin: README.md, docs/ARCHITECTURE.md and schema/*.graphql in the source.
`;

export const startPage = open({
  method: 'get',
  path: '/',
  counted: null,
  act: async () => ({ ok: true, value: { ...textReply(START), headers: { 'content-language': 'en' } } }),
});

export const healthPage = open({
  method: 'get',
  path: '/healthz',
  counted: null,
  act: async () => ({ ok: true, value: textReply('ok\n') }),
});

export const readyPage = open({
  method: 'get',
  path: '/readyz',
  counted: null,
  act: async (deps) => {
    const missing = [...(deps.isClosing ? ['hub-closing'] : []), ...(await deps.missing())];
    if (missing.length > 0) return refuse('NOT_READY', `Missing: ${missing.join(', ')}.`);
    return { ok: true, value: textReply('ready\n') };
  },
});
