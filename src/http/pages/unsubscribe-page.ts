// /unsubscribe: the link in each mail (RFC 8058). Reading the page takes nothing, since programs that check mail open links too; a
// post stops what may be stopped, from a browser and from a mail program alike. A link of nobody is answered in the same way.
import { endpointOfToken } from '../../service/channel/unsubscribe-address.ts';
import { unsubscribe } from '../../service/subscription/unsubscribe.ts';
import { html } from '../sign-in/markup/html.ts';
import { pageReply } from '../sign-in/markup/layout.ts';
import { type Call, open } from '../spine.ts';

const PATH = '/unsubscribe/:token';

const STAYS = html`<p>What is severe and addressed to your organisation still comes, and so do corrections of what you were sent.
To have the rest again, sign in and resume your subscription.</p>`;

const tokenIn = ({ request }: Call): string => String(request.params['token'] ?? '');

export const unsubscribePage = open({
  method: 'get',
  path: PATH,
  counted: null,
  isLarge: true,
  act: async (_, call) => ({
    ok: true,
    value: pageReply(200, {
      title: 'Stop these messages',
      body: html`<p>Stop what this hub sends to the address at which you got this link?</p>${STAYS}
<form method="post" action="/unsubscribe/${tokenIn(call)}"><p><button type="submit">Stop them</button></p></form>`,
    }),
  }),
});

export const unsubscribeForm = open({
  method: 'post',
  path: PATH,
  counted: null,
  isLarge: true,
  act: async ({ hub }, call) => {
    const endpoint = endpointOfToken(hub, tokenIn(call));
    if (endpoint !== null) await unsubscribe(hub, endpoint);
    return {
      ok: true,
      value: pageReply(200, {
        title: 'They are stopped',
        body: html`<p>If this link is valid, messages to this address are stopped.</p>${STAYS}`,
      }),
    };
  },
});
