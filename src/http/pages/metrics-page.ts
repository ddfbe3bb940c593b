// GET /metrics. Totals reveal what a reader may not see (I5), so only the operator of the hub gets them: 404 for any other
// key, and without a key 401 as everywhere.
import { maySeeTotals } from '../../policy/grants.ts';
import { NOT_FOUND } from '../answer.ts';
import { keyed } from '../spine.ts';

export const metricsPage = keyed({
  method: 'get',
  path: '/metrics',
  rate: 'REQUEST',
  counted: 'page',
  does: 'READ',
  act: async (deps, { actor }) => {
    if (!maySeeTotals(actor)) return { ok: false, refusal: NOT_FOUND };
    const { type, text } = await deps.metrics.text();
    return { ok: true, value: { status: 200, type, body: text } };
  },
});
