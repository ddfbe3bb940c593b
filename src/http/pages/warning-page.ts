// GET /warnings/:id: one warning as plain text, in the reader's language, for those who may read it; 404 for everyone else.
import Negotiator from 'negotiator';
import { printWarning } from '../../service/print/print-warning.ts';
import { NOT_FOUND, TIMED_OUT, textReply } from '../answer.ts';
import { withinLimits } from '../caller/within-limits.ts';
import { keyed } from '../spine.ts';

export const warningPage = keyed({
  method: 'get',
  path: '/warnings/:id',
  rate: 'REQUEST',
  counted: 'page',
  act: async (deps, { request, response, actor }) => {
    const id = String(request.params['id']);
    const languages = new Negotiator(request).languages();
    const read = await withinLimits(deps, { client: response }, async () => ({
      print: await printWarning(deps.hub, actor, id, languages),
    }));
    if (read === null) return { ok: false, refusal: TIMED_OUT };
    const { print } = read;
    if (print === null) return { ok: false, refusal: NOT_FOUND };
    deps.receipts.note(actor, print.item, false);
    deps.openings.note(actor, print.item, 'warning.opened');
    const headers = { 'content-language': print.language, vary: 'accept-language' };
    return { ok: true, value: { ...textReply(print.text), headers } };
  },
});
