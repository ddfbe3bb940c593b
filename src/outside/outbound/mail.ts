// Hands mail to the mail server of the hub. It never throws for what is wrong there: that is data. Nothing here knows what a
// mail is about.
import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import { blameOf } from '../../domain/channel/mail-status.ts';

export type MailMessage = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** Without angle brackets. */
  readonly messageId: string;
  /** Ids of former mails of the thread, oldest first. */
  readonly references: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Where it is returned to when it cannot be delivered. */
  readonly returnTo: string;
};

/**
 * REFUSED: for good. MAILBOX: there is no such mailbox. BLOCKED: for good, since this hub may not send there. DEFERRED: the recipient, for now. UNSURE: the mail server has the mail, and did
 * not say what became of it. AWAY: the mail server was not reached, or takes nothing from this hub. NONE: there is no mail server.
 */
export type MailFault = 'MAILBOX' | 'BLOCKED' | 'REFUSED' | 'DEFERRED' | 'UNSURE' | 'AWAY' | 'NONE';

export type MailAnswer = {
  readonly fault: MailFault | null;
  readonly status: number | null;
  readonly answer: string;
  readonly tookMs: number;
};

/** Makes the encrypted form of a MIME entity: DER of a CMS structure. */
export type Seal = (entity: Buffer) => Buffer;

/** The subject that an encrypted mail shows to everybody on its way. */
export type Sealing = { readonly seal: Seal; readonly shownSubject: string };

export type Mail = {
  readonly isConfigured: boolean;
  /** Domain of the ids of mails. */
  readonly domain: string;
  /** Where mail is returned to; `tag` says which one it was. */
  returnTo(tag: string): string;
  /** Null where the signal broke it off; it may have arrived where the mail server had it already. */
  send(message: MailMessage, sealing: Sealing | null, signal: AbortSignal): Promise<MailAnswer | null>;
  close(): void;
};

export type MailOptions = {
  /** `smtp://` or `smtps://`, with user and password; null: there is no mail server. */
  readonly url: string | null;
  /** The sender: an address, or a name and an address in angle brackets. */
  readonly from: string;
  /** The mailbox of mail that comes back; `+tag` is added to its name. Null: the sender's. */
  readonly bounces: string | null;
  readonly ca: string | null;
  readonly times?: MailTimes;
};

export type MailTimes = {
  /** From the start until the mail server asks for the text, in ms. */
  readonly untilTextMs: number;
  /** From there until it says that it has taken it, in ms. */
  readonly untilTakenMs: number;
};

const CONNECT_MS = 5_000;
/**
 * RFC 5321 §4.5.3.2.6 asks for ten minutes after the text, since a server that was not waited for delivers the mail nevertheless. Two
 * are enough for relays that look into a mail before they take it, and what comes later is not sent again at once.
 */
const TIMES: MailTimes = { untilTextMs: 12_000, untilTakenMs: 120_000 };
const CONNECTIONS = 5;

/** The address in `name <address>`. */
const addressIn = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || host.startsWith('127.');

const transportTo = (url: string, ca: string | null, { untilTakenMs }: MailTimes) => {
  const { protocol, hostname, port, username, password } = new URL(url);
  const isImplicit = protocol === 'smtps:';
  const transport = createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isImplicit ? 465 : 587) : Number(port),
    secure: isImplicit,
    // Clear text to another machine is refused, not fallen back to.
    requireTLS: !isImplicit && !isLoopback(hostname),
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...(ca === null ? {} : { tls: { ca } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    // Silence before the text ends sooner, by the signal of each mail.
    socketTimeout: untilTakenMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // The stream that a connection reads when the server has asked for the text.
  transport.use('stream', ({ data, message }, done) => {
    message.processFunc((text) => {
      (data as Handed).onText?.(text);
      return text;
    });
    done();
  });
  return transport;
};

/** A mail as the transport carries it. */
type Handed = { onText?: (text: Readable) => void };

/** Of the part before the `@` (RFC 5321): with a longer one the whole mail is refused, so that it goes without a tag. */
const MOST_LOCAL = 64;

export const openMail = ({ url, from, bounces, ca, times = TIMES }: MailOptions): Mail => {
  const transport = url === null ? null : transportTo(url, ca, times);
  const box = bounces ?? addressIn(from);
  const at = box.lastIndexOf('@');
  return {
    isConfigured: transport !== null,
    domain: box.slice(at + 1),
    returnTo: (tag) =>
      at + 1 + tag.length > MOST_LOCAL ? box : `${box.slice(0, at)}+${tag}${box.slice(at)}`,
    send: async (message, sealing, signal) => {
      const startedAt = performance.now();
      const took = (): number => Math.round(performance.now() - startedAt);
      if (transport === null) return { fault: 'NONE', status: null, answer: '', tookMs: 0 };
      const raw = await mimeOf(from, message, sealing);
      if (signal.aborted) return null;
      const envelope = { from: message.returnTo, to: [message.to] };
      const answer = await handOver(transport, { envelope, raw }, { times, signal });
      return answer === null ? null : { ...answer, tookMs: took() };
    },
    close: () => transport?.close(),
  };
};

type Answer = Omit<MailAnswer, 'tookMs'>;
type ToHand = {
  readonly envelope: { readonly from: string; readonly to: string[] };
  readonly raw: Buffer;
};
type Until = { readonly times: MailTimes; readonly signal: AbortSignal };

/** Until the server has asked for the text it can be taken back: the connection is closed, and nothing was sent. */
const handOver = (
  transport: ReturnType<typeof transportTo>,
  { envelope, raw }: ToHand,
  { times, signal }: Until,
): Promise<Answer | null> => {
  const stop = new AbortController();
  let text: Readable | null = null;
  const isHanded = (): boolean => text?.readableDidRead === true;
  const { promise, resolve } = Promise.withResolvers<Answer | null>();
  const late = (): void => {
    resolve({ fault: isHanded() ? 'UNSURE' : 'AWAY', status: null, answer: 'no answer in time' });
    stop.abort();
  };
  let timer = setTimeout(() => {
    if (!isHanded()) return late();
    timer = setTimeout(late, times.untilTakenMs);
  }, times.untilTextMs);
  const takeBack = (): void => {
    resolve(null);
    if (!isHanded()) stop.abort();
  };
  signal.addEventListener('abort', takeBack, { once: true });
  const onText: Handed['onText'] = (stream) => {
    text = stream;
  };
  transport.sendMail({ envelope, raw, signal: stop.signal, ...{ onText } }).then(
    ({ response }) => resolve({ fault: null, status: statusIn(response), answer: response }),
    (error: unknown) => resolve(faultIn(error, isHanded())),
  );
  return promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', takeBack);
  });
};

const statusIn = (response: string): number | null => {
  const status = Number(response.slice(0, 3));
  return Number.isInteger(status) && status > 0 ? status : null;
};

const ENHANCED = /^5\d\d[ -](5\.\d{1,3}\.\d{1,3})\b/;

/** Without an enhanced status `550` may mean the recipient, or that this hub may not relay here: the mail ends, and the address stays. */
const refusalIn = (answer: string, isOfRecipient: boolean): MailFault => {
  const blame = blameOf(ENHANCED.exec(answer)?.[1] ?? null);
  if (blame === 'SENDER') return 'BLOCKED';
  return blame === 'ADDRESS' && isOfRecipient ? 'MAILBOX' : 'REFUSED';
};

const faultIn = (error: unknown, isHanded: boolean): Answer => {
  const { responseCode, response, code, command, message } = error as {
    readonly responseCode?: number;
    readonly response?: string;
    readonly code?: string;
    readonly command?: string;
    readonly message?: string;
  };
  const [status, answer] = [responseCode ?? null, response ?? message ?? ''];
  const isOfMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (isHanded && status === null) return { fault: 'UNSURE', status, answer };
  // Refused before a recipient was named: it is this hub's sender that the mail server does not take.
  if (!isOfMail || status === null || command === 'MAIL FROM') return { fault: 'AWAY', status, answer };
  if (status < 500) return { fault: 'DEFERRED', status, answer };
  const isOfRecipient = code === 'EENVELOPE' && command === 'RCPT TO';
  return { fault: refusalIn(answer, isOfRecipient), status, answer };
};

const build = (options: ConstructorParameters<typeof MailComposer>[0]): Promise<Buffer> =>
  new MailComposer({ ...options, disableFileAccess: true, disableUrlAccess: true }).compile().build();

const headOf = (from: string, { to, messageId, references, headers }: MailMessage) => ({
  from,
  to,
  messageId: `<${messageId}>`,
  ...(references.length === 0
    ? {}
    : { inReplyTo: `<${references.at(-1)}>`, references: references.map((id) => `<${id}>`) }),
  headers: { 'Auto-Submitted': 'auto-generated', ...headers },
});

/** Text first, HTML beside it. What is encrypted has its subject inside, and shows another. */
const mimeOf = async (from: string, message: MailMessage, sealing: Sealing | null): Promise<Buffer> => {
  const { subject, text, html } = message;
  const content = { text, ...(html === null ? {} : { html }) };
  if (sealing === null) return build({ ...headOf(from, message), subject, ...content });
  const entity = await build({ subject, ...content });
  return build({
    ...headOf(from, message),
    subject: sealing.shownSubject,
    // RFC 8551 §3.3: the encrypted entity is the whole body.
    ...sealedPart(sealing.seal(entity)),
  });
};

const sealedPart = (der: Buffer) => ({
  attachments: [
    {
      filename: 'smime.p7m',
      content: der,
      contentType: 'application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"',
      contentTransferEncoding: 'base64' as const,
    },
  ],
});
