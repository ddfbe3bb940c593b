// What the sign-in pages share: the browser's answer in a form, and the reply that starts a session.
import { endOwnSessions } from '../../service/session/end-sessions.ts';
import type { Started } from '../../service/session/start-session.ts';
import type { Reply } from '../answer.ts';
import { CONSOLE_VIEWS } from '../console/console-views.ts';
import { sessionCookie } from './cookies.ts';
import { seeOther } from './markup/layout.ts';
import type { Visit } from './page.ts';

const MAX_ANSWER = 32 * 1024;

/** What the browser gave for a passkey, or null; everything in it is checked by whoever uses it. */
export const parsedAnswer = (form: URLSearchParams): unknown => {
  const text = form.get('passkey') ?? '';
  if (text === '' || text.length > MAX_ANSWER) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && !Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
};

export const ACCOUNT = '/account';

/** Pages that somebody who has signed in may be sent on to. */
const PLACES: ReadonlySet<string> = new Set(['/', ACCOUNT, '/approvals']);

/** The page of one warning or practice (src/http/pages/warning-html-page.ts). */
const OF_A_WARNING = /^\/warnings\/[a-z-]{1,40}--[0-9a-f-]{36}\/page$/;

const MOST_ADDRESS = 600;

/** A view of the console with what its address says: no dots, no second slash at the head, nothing that leads to another origin. */
const OF_THE_CONSOLE = /^\/([a-z]*)(?:\/[\w-]{1,120}){0,2}(?:\?[\w.~%=&+*-]*)?(?:#[a-z-]{1,40})?$/;

const isConsole = (asked: string): boolean => {
  const [, view] = (asked.length <= MOST_ADDRESS && OF_THE_CONSOLE.exec(asked)) || [];
  return view !== undefined && (view === '' ? !asked.startsWith('//') : CONSOLE_VIEWS.has(view));
};

export const placeAfter = (asked: string | null): string =>
  asked !== null && (PLACES.has(asked) || OF_A_WARNING.test(asked) || isConsole(asked)) ? asked : ACCOUNT;

export const startedCookie = ({ deps }: Pick<Visit, 'deps'>, { secret, endsAt }: Started): string =>
  sessionCookie(secret, (endsAt.getTime() - deps.hub.clock.now().getTime()) / 1_000);

export const signedInReply = async (visit: Visit, started: Started): Promise<Reply> => {
  await endFormer(visit);
  return seeOther(placeAfter(visit.form.get('to')), { 'set-cookie': startedCookie(visit, started) });
};

/** Every passkey ended with the recovery: without a new one first, the next sign-out would lock its person out again. */
export const recoveredReply = async (visit: Visit, started: Started): Promise<Reply> => {
  await endFormer(visit);
  const to = placeAfter(visit.form.get('to'));
  const place = to === ACCOUNT ? ACCOUNT : `${ACCOUNT}?to=${encodeURIComponent(to)}`;
  return seeOther(place, { 'set-cookie': startedCookie(visit, started) });
};

/** Whoever was signed in in this browser loses the cookie: nobody could end that session from here any more. */
export const endFormer = async ({ deps, signedIn }: Pick<Visit, 'deps' | 'signedIn'>): Promise<void> => {
  if (signedIn !== null) await endOwnSessions(deps.hub, signedIn.actor, { id: signedIn.session.id });
};
