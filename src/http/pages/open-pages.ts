// The public pages for supervisors, which hold no data: liveness and readiness.
import { refuse } from '../../graphql/errors.ts';
import { textReply } from '../answer.ts';
import { open } from '../spine.ts';

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
