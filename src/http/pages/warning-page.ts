// GET /warnings/:id: one warning as plain text, in the reader's language, for those who may read it; 404 for everyone else.
import Negotiator from 'negotiator';
import { printWarning } from '../../service/print/print-warning.ts';
import { NOT_FOUND, textReply } from '../answer.ts';
import { keyed } from '../spine.ts';

export const warningPage = keyed({
  method: 'get',
  path: '/warnings/:id',
  rate: 'REQUEST',
  counted: 'page',
  act: async (deps, { request, actor }) => {
    const languages = new Negotiator(request).languages();
    const print = await printWarning(deps.hub, actor, String(request.params['id']), languages);
    if (print === null) return { ok: false, refusal: NOT_FOUND };
    deps.receipts.note(actor, print.item, false);
    const headers = { 'content-language': print.language, vary: 'accept-language' };
    return { ok: true, value: { ...textReply(print.text), headers } };
  },
});
