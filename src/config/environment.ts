// The variables that the server reads, with their forms and defaults. config.ts says what each is for.
import { z } from 'zod';
import { isHubOrigin, isOrigin } from '../domain/access/hub-origin.ts';
import { isMailAddress } from '../domain/channel/mail-address.ts';
import { isNetwork } from './network.ts';
import { isMailServer, isSender } from './outbound-settings.ts';
import { isSampleLinks } from './sample-links.ts';
import { isSecretsKey } from './secrets-key.ts';
import { isReservedDatabase } from './server-urls.ts';

/** `Number` would take '0x10', '1e3' and a blank for numbers. */
const number = (form: RegExp, min: number, max: number, what: string) =>
  z
    .string()
    .refine((text) => form.test(text.trim()) && Number(text) >= min && Number(text) <= max, what)
    .transform(Number);
const whole = (min: number, max: number, unit = '') =>
  number(
    /^\d{1,16}$/,
    min,
    max,
    max === Number.MAX_SAFE_INTEGER
      ? `a whole number, ${min} or more`
      : `${unit}a whole number from ${min} to ${max}`,
  );
const percent = (fallback: number) =>
  number(/^\d{1,3}(?:\.\d+)?$/, 0.001, 100, 'a number above 0 and at most 100').default(fallback);
const positive = (fallback: number) => whole(1, Number.MAX_SAFE_INTEGER).default(fallback);
const port = whole(0, 65_535, 'a port, which is ');

/** Where to report a vulnerability (RFC 9116): one or more URIs, the preferred one first. */
const CONTACT = /^(mailto:|tel:|https:\/\/)[^\s,]+(, *(mailto:|tel:|https:\/\/)[^\s,]+)*$/;

export const environment = z.object({
  MONGODB_URL: z.string().default('mongodb://127.0.0.1:27017/tocsin?replicaSet=rs0'),
  REDIS_URL: z.string().default('redis://127.0.0.1:6379'),
  TOCSIN_HOST: z.string().default('127.0.0.1'),
  TOCSIN_PORT: port.default(4000),
  TOCSIN_DATA: z.string().default('.tocsin'),
  TOCSIN_DATABASE: z
    .string()
    .regex(/^[a-zA-Z0-9_-]{1,48}$/, 'letters without accents, digits, - and _, at most 48 in all')
    .refine((name) => !isReservedDatabase(name), 'a name of its own: admin, local and config are MongoDB’s')
    .optional(),
  TOCSIN_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  TOCSIN_MAX_QUERY_BYTES: positive(128 * 1024),
  TOCSIN_MAX_PUBLISH_BYTES: positive(8 * 1024 * 1024),
  TOCSIN_MAX_BUNDLE_OBJECTS: positive(5000),
  TOCSIN_MAX_QUERY_TOKENS: positive(1000),
  TOCSIN_MAX_QUERY_DEPTH: positive(8),
  TOCSIN_MAX_QUERY_COST: positive(5000),
  TOCSIN_MAX_SEARCH_ROWS: positive(1000),
  TOCSIN_MAX_STREAMS: positive(2000),
  TOCSIN_MAX_STREAMS_PER_MEMBER: positive(20),
  TOCSIN_STREAM_BUFFER_EVENTS: positive(256),
  TOCSIN_STREAM_BUFFER_BYTES: positive(4 * 1024 * 1024),
  TOCSIN_STREAM_GRACE_MS: positive(30_000),
  TOCSIN_BUFFER_BYTES: positive(256 * 1024 * 1024),
  TOCSIN_UNSENT_BYTES_PER_CONNECTION: positive(16 * 1024 * 1024),
  TOCSIN_MIN_BYTES_PER_SECOND: positive(64 * 1024),
  TOCSIN_MAX_CONNECTIONS: positive(10_000),
  TOCSIN_MAX_SOCKETS_WITHOUT_KEY: positive(200),
  TOCSIN_SOCKET_INIT_MS: positive(10_000),
  TOCSIN_REQUESTS_PER_SECOND: positive(50),
  TOCSIN_REQUEST_BURST: positive(200),
  TOCSIN_PUBLISHES_PER_SECOND: positive(10),
  TOCSIN_KEY_FAILURES_PER_MINUTE: positive(60),
  TOCSIN_SHARED_LIMITS: z.stringbool().default(true),
  TOCSIN_CORS_ORIGINS: z
    .string()
    .transform((text) => text.split(',').map((each) => each.trim()))
    .refine((all) => all.every(isOrigin), 'origins such as https://desk.example.org, separated by commas')
    .optional(),
  TOCSIN_CONSOLE: z.stringbool().default(true),
  TOCSIN_SAMPLE_LINKS: z.string().refine(isSampleLinks, 'what npm start sets; leave it unset').optional(),
  TOCSIN_NOT_FOUND_MS: positive(50),
  TOCSIN_ORIGIN: z
    .string()
    .refine(isHubOrigin, 'an origin such as https://hub.example.org; http only for localhost')
    .optional(),
  TOCSIN_SECRETS_KEY: z
    .string()
    .transform((text) => text.split(',').map((each) => each.trim()))
    .refine((all) => all.every(isSecretsKey), 'keys of 32 bytes in base64, separated by commas')
    .optional(),
  TOCSIN_SECRETS_KEY_FILE: z.string().optional(),
  TOCSIN_SMTP_URL: z
    .string()
    .refine(isMailServer, 'smtp:// or smtps:// with a host, such as smtps://user:password@mail.example.org')
    .optional(),
  TOCSIN_MAIL_FROM: z
    .string()
    .refine(isSender, 'a mail address, or a name and an address in angle brackets')
    .default('Tocsin <tocsin@localhost>'),
  TOCSIN_BOUNCE_ADDRESS: z
    .string()
    .refine(isMailAddress, 'a mail address')
    // With `+` and a tag of 48 characters its name has at most 64 (RFC 5321).
    .refine((address) => address.lastIndexOf('@') <= 15, 'of at most 15 characters before the @')
    .optional(),
  TOCSIN_BOUNCE_MAILDIR: z.string().optional(),
  TOCSIN_OUTBOUND_CA: z.string().optional(),
  TOCSIN_PRIVATE_PROVIDERS: z.stringbool().default(false),
  TOCSIN_SIGN_INS_PER_MINUTE: positive(20),
  TOCSIN_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((each) => each.trim()))
    .refine((all) => all.every(isNetwork), 'addresses or ranges such as 10.0.0.0/8, separated by commas')
    .optional(),
  TOCSIN_CERTIFICATE_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((each) => each.trim()))
    .refine((all) => all.every(isNetwork), 'addresses or ranges such as 10.0.0.0/8, separated by commas')
    .optional(),
  TOCSIN_TLS_PORT: port.optional(),
  TOCSIN_TLS_CERTIFICATE: z.string().optional(),
  TOCSIN_TLS_KEY: z.string().optional(),
  TOCSIN_STORAGE_ALARM_PERCENT: percent(85),
  TOCSIN_STORAGE_CONTENT_PERCENT: percent(92),
  TOCSIN_STORAGE_WORK_PERCENT: percent(97),
  TOCSIN_PERSISTED_QUERIES: whole(0, 1_000).default(100),
  TOCSIN_WORKER_PORT: port.optional(),
  TOCSIN_SECURITY_CONTACT: z
    .string()
    .regex(CONTACT, 'one or more addresses with mailto:, tel: or https://, separated by commas')
    .optional(),
  TOCSIN_SECURITY_EXPIRES: z.iso
    .datetime({ offset: true, error: 'a date and time such as 2027-12-31T00:00:00Z' })
    .optional(),
  TOCSIN_SECURITY_POLICY: z
    .string()
    .regex(/^https:\/\/\S+$/, 'an https address')
    .optional(),
});

/** As read: every variable that is set, and the default of each other that has one. */
export type Environment = z.infer<typeof environment>;
