// In which language a page speaks: the one that was chosen on a page, or the first of the browser's that the pages have. It
// depends on the request alone, so that it tells nothing of who is known.
import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';
import { SECTORS } from '../../../domain/sector.ts';
import type { Reply } from '../../answer.ts';
import { cookieIn, LANGUAGE_COOKIE, languageCookie } from '../cookies.ts';
import { type Html, html } from '../markup/html.ts';
import { type Counted, isPageLanguage, type PageLanguage, TAGS, type Words, wordsOf } from './words.ts';

export type Speech = {
  readonly language: PageLanguage;
  readonly words: Words;
  /** Where the page is read again, in another language. */
  readonly place: string;
  /** What the address asked for, and the browser keeps. */
  readonly chosen: PageLanguage | null;
  /** Here or before, by the person; else the browser's. */
  readonly isChosen: boolean;
};

type Asked = Pick<IncomingMessage, 'headers' | 'method'> & { readonly url?: string | undefined };

const CHOICE = 'language';

/** Links are in the address already; a form brings one back there. */
const LINKED: ReadonlySet<string> = new Set(['/join', '/answer']);

const placeOf = ({ method, url = '/' }: Asked, form: URLSearchParams): string => {
  const [path = '/', asked = ''] = url.split('?', 2);
  // What leads to a provider and back is not asked for twice.
  if (path.startsWith('/sign-in/')) return '/sign-in';
  if (path === '/sign-out') return '/sign-in';
  if (method !== 'POST') return `${path}?${asked}`;
  const link = form.get('link');
  return LINKED.has(path) && link !== null ? `${path}?${new URLSearchParams({ link })}` : path;
};

const preferred = (headers: IncomingMessage['headers']): PageLanguage => {
  for (const tag of new Negotiator({ headers }).languages()) {
    const [base] = tag.toLowerCase().split('-');
    const found = TAGS.find((each) => each.toLowerCase().split('-')[0] === base);
    if (found !== undefined) return found;
  }
  return 'en';
};

export const speechOf = (request: Asked, form: URLSearchParams = new URLSearchParams()): Speech => {
  const asked = new URLSearchParams(request.url?.split('?', 2)[1] ?? '').get(CHOICE) ?? '';
  const kept = cookieIn(request.headers.cookie, LANGUAGE_COOKIE) ?? '';
  const chosen = request.method === 'GET' && isPageLanguage(asked) ? asked : null;
  const own = chosen ?? (isPageLanguage(kept) ? kept : null);
  const language = own ?? preferred(request.headers);
  return {
    language,
    words: wordsOf(language),
    place: placeOf(request, form),
    chosen,
    isChosen: own !== null,
  };
};

/** The page as it is, in another language. */
export const placeIn = ({ place }: Speech, language: PageLanguage): string => {
  const [path = '/', asked = ''] = place.split('?', 2);
  const query = new URLSearchParams(asked);
  query.set(CHOICE, language);
  return `${path}?${query}`;
};

/** One answer for every address that leads nowhere: it does not repeat the address either. */
export const elsewhere = (speech: Speech, place: string): Speech => ({ ...speech, place });

/** What was chosen stays. */
export const withChoice = ({ chosen }: Speech, reply: Reply): Reply => {
  if (chosen === null) return reply;
  const set = reply.headers?.['set-cookie'] ?? [];
  const cookies = [...(typeof set === 'string' ? [set] : set), languageCookie(chosen)];
  return { ...reply, headers: { ...reply.headers, 'set-cookie': cookies } };
};

export const directionOf = ({ language }: Speech): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');

const PLACE = /\{\{(\w+)\}\}/;

/** Fills the places of a text. What people wrote keeps its own direction. */
export const filled = (text: string, values: Readonly<Record<string, string | number | Html>>): Html => {
  const parts = text.split(PLACE).map((part, at) => {
    if (at % 2 === 0) return html`${part}`;
    const value = values[part] ?? '';
    return typeof value === 'string' ? html`<bdi>${value}</bdi>` : html`${value}`;
  });
  return html`${parts}`;
};

/** The same where no markup can be, as in an attribute. */
export const plainly = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text
    .split(PLACE)
    .map((part, at) => (at % 2 === 0 ? part : String(values[part] ?? '')))
    .join('');

/** The form of a text for this number, which fills `{{count}}`. */
export const counted = <Section extends keyof Words>(
  { language, words }: Speech,
  section: Section,
  { of, count }: { readonly of: Counted<Section> & string; readonly count: number },
): string => {
  const forms = words[section] as Readonly<Record<string, string>>;
  const text = forms[`${of}_${new Intl.PluralRules(language).select(count)}`] ?? forms[`${of}_other`] ?? '';
  return text.replaceAll('{{count}}', new Intl.NumberFormat(digitsOf(language)).format(count));
};

/** Codes and times are compared with those of other pages and messages: the digits are the same in all languages. */
const digitsOf = (language: PageLanguage): string => `${language === 'en' ? 'en-GB' : language}-u-nu-latn`;

/** A time, in UTC as everywhere on the hub. */
export const momentIn = ({ language }: Speech, at: Date): Html => {
  const format = new Intl.DateTimeFormat(digitsOf(language), {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  return html`<time datetime="${at.toISOString()}">${format.format(at)} UTC</time>`;
};

export const dayIn = ({ language }: Speech, at: Date): Html => {
  const format = new Intl.DateTimeFormat(digitsOf(language), { dateStyle: 'medium', timeZone: 'UTC' });
  return html`<time datetime="${at.toISOString().slice(0, 10)}">${format.format(at)}</time>`;
};

/** What the hub says in English alone, marked for those who listen to the page. */
export const inEnglish = ({ language }: Speech, text: string): Html =>
  language === 'en' ? html`${text}` : html`<span lang="en" dir="ltr">${text}</span>`;

/** The sectors to choose from, as the console calls them. */
export const sectorOptions = ({ words }: Speech): { readonly value: string; readonly text: string }[] =>
  SECTORS.map(({ id, name, parent }) => {
    const text = (words.sector as Readonly<Record<string, string>>)[id] ?? name;
    // A part of the sector above it.
    return { value: id, text: parent === null ? text : `– ${text}` };
  });
