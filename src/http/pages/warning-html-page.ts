// GET /warnings/:id/page: one warning as HTML without a script, for whoever has a slow line or an old browser, or prints it. It
// says what the text page says, with the marking at head and foot, also of each printed page.
import Negotiator from 'negotiator';
import { printWarning } from '../../service/print/print-warning.ts';
import type { Reply } from '../answer.ts';
import { type Html, html } from '../sign-in/markup/html.ts';
import { pageReply } from '../sign-in/markup/layout.ts';
import { ownPage, signedInAs } from '../sign-in/page.ts';
import { elsewhere, filled, inEnglish, type Speech } from '../sign-in/words/speech.ts';
import { byRightsOfNow } from '../spine.ts';

export const warningHtmlPage = ownPage({
  method: 'get',
  path: '/warnings/:id/page',
  isTimed: true,
  act: async ({ deps, request, signedIn, speech }) => {
    const shownAs = await signedInAs(deps, signedIn);
    const id = String(request.params['id']);
    const accepted = new Negotiator(request).languages();
    const languages = speech.isChosen ? [speech.language, ...accepted] : accepted;
    const outcome = await byRightsOfNow(deps, signedIn.actor, async (actor) => {
      const print = await printWarning(deps.hub, actor, id, { languages });
      if (print === null) return { ok: true, value: absent(speech, shownAs) };
      const onSent = (): void => {
        deps.receipts.note(actor, print.item, false);
        deps.openings.note(actor, print.item, 'warning.opened');
      };
      return { ok: true, value: { ...pageOf(speech, print, shownAs), onSent } };
    });
    return outcome.ok && outcome.value !== null ? outcome.value : absent(speech, shownAs);
  },
});

type ShownAs = Awaited<ReturnType<typeof signedInAs>>;
type Print = NonNullable<Awaited<ReturnType<typeof printWarning>>>;

const absent = (speech: Speech, signedIn: ShownAs): Reply => {
  const { absentTitle, absent: text, floor } = speech.words.failed;
  return pageReply(elsewhere(speech, '/account'), 404, {
    title: absentTitle,
    signedIn,
    body: html`<p>${filled(text, { floor: html`<a href="/">${floor}</a>` })}</p>`,
  });
};

const pageOf = (speech: Speech, { parts, headline, language, item }: Print, signedIn: ShownAs): Reply => {
  const [frame = [], ...rest] = parts();
  const said = rest.slice(0, -1).filter((lines) => !isHeadline(lines, headline));
  const marking = (place: string): Html =>
    html`<div class="marking ${place}">${frame.map((line) => html`<p>${inEnglish(speech, line)}</p>`)}</div>`;
  return pageReply(
    speech,
    200,
    {
      title: headline,
      signedIn,
      heading: html`${marking('head')}<h1 lang="${language}" dir="auto">${headline}</h1>`,
      body: html`<div lang="${language}" dir="auto">
${said.map(partOf)}</div>
${signedIn.hasConsole ? html`<p><a href="/warning/${item.summary.id}">${speech.words.warning.inConsole}</a></p>` : null}
${marking('foot')}`,
    },
    { 'content-language': language, vary: 'accept-language, cookie' },
  );
};

const words = (text: string): string => text.replace(/\s+/g, ' ').trim().toUpperCase();
const isHeadline = (lines: readonly string[], headline: string): boolean =>
  words(lines.join(' ')) === words(headline);

const POINT = /^(?:\d+\. |- | {3})/;

/** Lines that begin as points are a list, and the line before them its title. */
const partOf = (lines: readonly string[]): Html => {
  const blocks: Html[] = [];
  let points: string[] = [];
  let isNumbered = false;
  const end = (): void => {
    if (points.length === 0) return;
    const items = points.map((each) => html`<li>${each}</li>`);
    blocks.push(isNumbered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`);
    points = [];
  };
  for (const [at, line] of lines.entries()) {
    if (POINT.test(line)) {
      isNumbered = /^\d/.test(line);
      points.push(line.replace(POINT, '').trim());
      continue;
    }
    end();
    const isTitle = line.endsWith(':') && POINT.test(lines[at + 1] ?? '');
    if (line !== '') blocks.push(isTitle ? html`<h2>${line.slice(0, -1)}</h2>` : html`<p>${line}</p>`);
  }
  end();
  return html`<section>${blocks}</section>
`;
};
