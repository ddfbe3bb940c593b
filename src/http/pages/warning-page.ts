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
  does: 'READ',
  act: async (deps, { request, actor }) => {
    const id = String(request.params['id']);
    const languages = new Negotiator(request).languages();
    const print = await printWarning(deps.hub, actor, id, languages);
    if (print === null) return { ok: false, refusal: NOT_FOUND };
    const headers = { 'content-language': print.language, vary: 'accept-language' };
    const onSent = (): void => {
      deps.receipts.note(actor, print.item, false);
      deps.openings.note(actor, print.item, 'warning.opened');
    };
    return { ok: true, value: { ...textReply(print.text), headers, onSent } };
  },
});
