// /first-run: signs in a person of the sample by the link that `npm start` printed. It exists on a hub that `npm start` runs with
// its sample, for a browser on the same machine; every other hub, and every other way to this one, answers as if it were not there.
import type { IncomingMessage } from 'node:http';
import { signInBySampleLink } from '../../service/credential/sample-link.ts';
import { NOT_FOUND } from '../answer.ts';
import type { HttpDeps } from '../http-deps.ts';
import { open, type Resource } from '../spine.ts';
import { signedInReply } from './answers.ts';
import { afterFailure } from './attempts.ts';
import { faultSummary, hidden } from './markup/fields.ts';
import { html } from './markup/html.ts';
import { pageReply } from './markup/layout.ts';
import { page } from './page.ts';
import { filled } from './words/speech.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** What a proxy writes: with one in between nobody can say where the browser is. */
const FORWARDED =
  /^(?:forwarded|via|x-forwarded.*|x-original-.*|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|client-ip|cf-.*)$/;

/** Whether a browser on this machine asks, for localhost at this host and port, with no proxy in between. */
export const isFromThisMachine = (
  {
    headers,
    socket,
  }: Pick<IncomingMessage, 'headers'> & { readonly socket: { remoteAddress?: string | undefined } },
  host: string,
): boolean =>
  headers.host === host &&
  LOOPBACK.has(socket.remoteAddress ?? '') &&
  !Object.keys(headers).some((name) => FORWARDED.test(name));

const isThere = async ({ hub }: HttpDeps, request: IncomingMessage): Promise<boolean> => {
  const { hostname, host } = new URL(hub.origin);
  if (hub.config.sampleLinks === null || hostname !== 'localhost' || hub.config.proxies !== null)
    return false;
  const isSample = (await hub.counters.findSetting('origin')) === null;
  return isSample && isFromThisMachine(request, host);
};

const onlyThere = (resource: Resource): Resource => {
  const absent = open({
    ...resource,
    counted: null,
    act: async () => ({ ok: false, refusal: NOT_FOUND }),
  });
  return {
    ...resource,
    serve: async (deps, request, response) => {
      const served = (await isThere(deps, request)) ? resource : absent;
      return served.serve(deps, request, response);
    },
  };
};

export const firstRunPage = onlyThere(
  page({
    method: 'get',
    path: '/first-run',
    act: async ({ speech }) => {
      const { firstRun } = speech.words;
      const command = html`<span class="code">npm start</span>`;
      return pageReply(speech, 200, {
        title: firstRun.title,
        hasFragment: true,
        body: html`<p>${filled(firstRun.what, { command })}</p>
<form method="post" action="/first-run" data-first-run>${hidden('link', '')}${hidden('to', '/')}</form>`,
      });
    },
  }),
);

export const firstRunForm = onlyThere(
  page({
    method: 'post',
    path: '/first-run',
    isTimed: true,
    act: async (visit) => {
      const outcome = await signInBySampleLink(visit.deps.hub, visit.form.get('link') ?? '', visit.visitor);
      if (outcome.ok) return signedInReply(visit, outcome.value);
      const limited = await afterFailure(visit);
      const { speech } = visit;
      const { firstRun } = speech.words;
      const console = html`<a href="/">${firstRun.console}</a>`;
      return pageReply(speech, limited === null ? 401 : 429, {
        title: firstRun.title,
        body: html`${faultSummary(speech, limited === null ? outcome.problems : [limited])}<p>${filled(firstRun.else, { console })}</p>`,
      });
    },
  }),
);
