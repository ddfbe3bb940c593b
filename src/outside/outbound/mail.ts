// Hands mail to the mail server of the hub. It never throws for what is wrong there: that is data. Nothing here knows what a
// mail is about.
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';

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
 * REFUSED: for good. MAILBOX: there is no such mailbox. DEFERRED: the recipient, for now. AWAY: the mail server was not reached, or
 * takes nothing from this hub. NONE: there is no mail server.
 */
export type MailFault = 'MAILBOX' | 'REFUSED' | 'DEFERRED' | 'AWAY' | 'NONE';

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
  send(message: MailMessage, sealing: Sealing | null): Promise<MailAnswer>;
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
};

const CONNECT_MS = 5_000;
/** Of one mail, whatever the server does. */
const TOTAL_MS = 12_000;
const CONNECTIONS = 5;

/** The address in `name <address>`. */
const addressIn = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || host.startsWith('127.');

const transportTo = (url: string, ca: string | null) => {
  const { protocol, hostname, port, username, password } = new URL(url);
  const isImplicit = protocol === 'smtps:';
  return createTransport({
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
    socketTimeout: TOTAL_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
};

export const openMail = ({ url, from, bounces, ca }: MailOptions): Mail => {
  const transport = url === null ? null : transportTo(url, ca);
  const box = bounces ?? addressIn(from);
  const at = box.lastIndexOf('@');
  return {
    isConfigured: transport !== null,
    domain: box.slice(at + 1),
    returnTo: (tag) => `${box.slice(0, at)}+${tag}${box.slice(at)}`,
    send: async (message, sealing) => {
      const startedAt = performance.now();
      const took = (): number => Math.round(performance.now() - startedAt);
      if (transport === null) return { fault: 'NONE', status: null, answer: '', tookMs: 0 };
      const raw = await mimeOf(from, message, sealing);
      const envelope = { from: message.returnTo, to: [message.to] };
      const sent = transport.sendMail({ envelope, raw }).then(
        ({ response }): Omit<MailAnswer, 'tookMs'> => ({
          fault: null,
          status: statusIn(response),
          answer: response,
        }),
        (error: unknown) => faultIn(error),
      );
      return { ...(await within(sent)), tookMs: took() };
    },
    close: () => transport?.close(),
  };
};

const within = async (sent: Promise<Omit<MailAnswer, 'tookMs'>>): Promise<Omit<MailAnswer, 'tookMs'>> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Omit<MailAnswer, 'tookMs'>>((resolve) => {
    timer = setTimeout(() => resolve({ fault: 'AWAY', status: null, answer: 'no answer in time' }), TOTAL_MS);
  });
  return Promise.race([sent, late]).finally(() => clearTimeout(timer));
};

const statusIn = (response: string): number | null => {
  const status = Number(response.slice(0, 3));
  return Number.isInteger(status) && status > 0 ? status : null;
};

/** RFC 3463 §3.2: of X.1.Y, a mailbox that is not there, or is of nobody any more; X.1.7 and X.1.8 are about the sender. */
const OF_ADDRESS = /^5\d\d[ -]5\.1\.(?:[1-6]|10)\b/;
const ENHANCED = /^5\d\d[ -]5\.\d{1,3}\.\d{1,3}\b/;
const BAD_MAILBOX: ReadonlySet<number> = new Set([550, 551, 553]);

/** Of the recipient: not of the sender, of this hub's rights to send, or of a policy (5.7.X). */
const isBadMailbox = (status: number, answer: string, command: string | undefined): boolean => {
  if (command !== 'RCPT TO') return false;
  return ENHANCED.test(answer) ? OF_ADDRESS.test(answer) : BAD_MAILBOX.has(status);
};

const faultIn = (error: unknown): Omit<MailAnswer, 'tookMs'> => {
  const { responseCode, response, code, command, message } = error as {
    readonly responseCode?: number;
    readonly response?: string;
    readonly code?: string;
    readonly command?: string;
    readonly message?: string;
  };
  const [status, answer] = [responseCode ?? null, response ?? message ?? ''];
  const isOfMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  // Refused before a recipient was named: it is this hub's sender that the mail server does not take.
  if (!isOfMail || status === null || command === 'MAIL FROM') return { fault: 'AWAY', status, answer };
  if (status < 500) return { fault: 'DEFERRED', status, answer };
  if (code === 'EENVELOPE' && isBadMailbox(status, answer, command))
    return { fault: 'MAILBOX', status, answer };
  return { fault: 'REFUSED', status, answer };
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
