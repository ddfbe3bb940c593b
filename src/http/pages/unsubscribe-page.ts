// /unsubscribe: the link in each mail (RFC 8058). Reading the page takes nothing, since programs that check mail open links too; a
// post stops what may be stopped, from a browser and from a mail program alike. A link of nobody is answered in the same way.
import { endpointOfToken } from '../../service/channel/unsubscribe-address.ts';
import { unsubscribe } from '../../service/subscription/unsubscribe.ts';
import { html } from '../sign-in/markup/html.ts';
import { pageReply } from '../sign-in/markup/layout.ts';
import { elsewhere, speechOf, withChoice } from '../sign-in/words/speech.ts';
import { type Call, open } from '../spine.ts';

const PATH = '/unsubscribe/:token';

const tokenIn = ({ request }: Call): string => String(request.params['token'] ?? '');

export const unsubscribePage = open({
  method: 'get',
  path: PATH,
  counted: null,
  isLarge: true,
  act: async (_, call) => {
    const speech = speechOf(call.request);
    const { unsubscribe: words } = speech.words;
    const reply = pageReply(speech, 200, {
      title: words.title,
      body: html`<p>${words.what}</p><p>${words.stays}</p>
<form method="post" action="/unsubscribe/${tokenIn(call)}"><p><button type="submit">${words.stop}</button></p></form>`,
    });
    return { ok: true, value: withChoice(speech, reply) };
  },
});

export const unsubscribeForm = open({
  method: 'post',
  path: PATH,
  counted: null,
  isLarge: true,
  act: async ({ hub }, call) => {
    const endpoint = endpointOfToken(hub, tokenIn(call));
    if (endpoint !== null) await unsubscribe(hub, endpoint);
    const speech = elsewhere(speechOf(call.request), '/sign-in');
    const { doneTitle, done, stays } = speech.words.unsubscribe;
    const body = html`<p>${done}</p><p>${stays}</p>`;
    return { ok: true, value: pageReply(speech, 200, { title: doneTitle, body }) };
  },
});
