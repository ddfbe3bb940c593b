// GET /warnings/:id: one warning as plain text, in the reader's language, for those who may read it; 404 for everyone else. With
// `timeZone` deadlines stand in that zone beside UTC; a name that is none changes nothing.
import Negotiator from 'negotiator';
import { isTimeZone } from '../../domain/partnership/member-facts.ts';
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
    const zone = new URLSearchParams(request.url.split('?')[1] ?? '').get('timeZone');
    const print = await printWarning(deps.hub, actor, id, {
      languages,
      ...(zone !== null && isTimeZone(zone) ? { zone } : {}),
    });
    if (print === null) return { ok: false, refusal: NOT_FOUND };
    const headers = { 'content-language': print.language, vary: 'accept-language' };
    const onSent = (): void => {
      deps.receipts.note(actor, print.item, false);
      deps.openings.note(actor, print.item, 'warning.opened');
    };
    return { ok: true, value: { ...textReply(print.text), headers, onSent } };
  },
});
