// A browser without a window: keeps cookies as a browser would, sends forms as pages of the hub do, and follows nothing by
// itself, so that a test sees each answer.
import { Agent, request } from 'node:http';

export type PageAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
};

export type Visitor = {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<PageAnswer>;
  /** Sends a form of a page of the hub. */
  send(path: string, form: Form, headers?: Record<string, string>): Promise<PageAnswer>;
  /** As a page of the hub calls the API. */
  ask(query: string, headers?: Record<string, string>): Promise<PageAnswer>;
  raw(method: string, path: string, headers: Record<string, string>, body?: string): Promise<PageAnswer>;
};

type Form = Readonly<Record<string, string | readonly string[]>>;

const formText = (form: Form): string =>
  new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) =>
      [value].flat().map((each) => [name, String(each)] as [string, string]),
    ),
  ).toString();

/** `origin` is that of the hub; `address` is where it listens. */
export const openVisitor = (origin: string, address: string): Visitor => {
  const cookies = new Map<string, string>();
  const agent = new Agent({ keepAlive: false });
  const { host } = new URL(origin);
  const cookieHeader = (): Record<string, string> =>
    cookies.size === 0 ? {} : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  const raw: Visitor['raw'] = (method, path, headers, body) =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const sent = request(
        new URL(path, address),
        { method, agent, headers: { host, ...cookieHeader(), ...headers, ...length } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            for (const each of response.headers['set-cookie'] ?? []) keep(cookies, each);
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: Buffer.concat(chunks).toString('utf8'),
            });
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  return {
    cookies,
    raw,
    get: (path, headers = {}) => raw('GET', path, { 'sec-fetch-site': 'same-origin', ...headers }),
    send: (path, form, headers = {}) =>
      raw(
        'POST',
        path,
        {
          origin,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
        formText(form),
      ),
    ask: (query, headers = {}) =>
      raw(
        'POST',
        '/graphql',
        {
          origin,
          'sec-fetch-site': 'same-origin',
          'x-tocsin-session': '1',
          'content-type': 'application/json',
          ...headers,
        },
        JSON.stringify({ query }),
      ),
  };
};

const keep = (cookies: Map<string, string>, written: string): void => {
  const [pair = ''] = written.split(';');
  const [name = '', ...value] = pair.split('=');
  if (/max-age=0(;|$)/i.test(written.replaceAll(' ', ''))) cookies.delete(name);
  else cookies.set(name, value.join('='));
};

const UNESCAPED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** The options of the first passkey form of a page that asks for this. */
export const optionsIn = (text: string, asks: 'create' | 'get'): never => {
  const [, written = ''] = new RegExp(`data-passkey="${asks}" data-options="([^"]*)"`).exec(text) ?? [];
  return JSON.parse(written.replace(/&(?:amp|lt|gt|quot|#39);/g, (each) => UNESCAPED[each] ?? each)) as never;
};

/** The value of a hidden field. */
export const fieldIn = (text: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
