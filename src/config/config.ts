// Turns environment variables into a checked configuration. The only reader of process.env in the server.
import path from 'node:path';
import { MAX_PAGE_SIZE } from '../domain/limit/page-size.ts';
import type { StorageThresholds } from '../domain/limit/storage.ts';
import { type Environment, environment } from './environment.ts';
import { authoritiesFault, listenerFaults, pemIn } from './outbound-settings.ts';
import { ownRelease } from './release.ts';
import { type SampleLinks, sampleLinksIn } from './sample-links.ts';
import { mongodbUrlFault, redisUrlFault } from './server-urls.ts';

/** A value that must never reach a log line: printing it prints asterisks. */
export type Secret = { reveal(): string; toString(): string; toJSON(): string };

export const secret = (value: string): Secret => ({
  reveal: () => value,
  toString: () => '***',
  toJSON: () => '***',
});

export type Config = {
  /** Version of this Tocsin, as its package says. */
  readonly release: string;
  readonly mongodbUrl: Secret;
  readonly redisUrl: Secret;
  readonly host: string;
  readonly port: number;
  readonly dataDirectory: string;
  readonly database: string | null;
  readonly logLevel: string;
  /** Port of the worker's health page and metrics; null: it does not listen. */
  readonly workerPort: number | null;
  /** Addresses and ranges of the proxies whose forwarded headers count; null: none are read. */
  readonly proxies: readonly string[] | null;
  /** Those of them that check client certificates and pass them on (RFC 9440); null: none do. */
  readonly certificateProxies: readonly string[] | null;
  /** A listener of the hub's own for machines with client certificates; null: none. Paths of PEM files. */
  readonly tls: { readonly port: number; readonly certificate: string; readonly key: string } | null;
  /** Whether hubs on one Redis count their rates together. */
  readonly sharesLimits: boolean;
  /** Where browsers reach this hub; null: as it was founded, or this machine. */
  readonly origin: string | null;
  /** Keys in base64 that seal secrets, the one that seals first; null: they are in the file. */
  readonly secretsKeys: readonly Secret[] | null;
  /** Where those keys are kept otherwise; null: nowhere. */
  readonly secretsKeyFile: string | null;
  /** The mail server and the sender; without a server no mail is sent. */
  readonly mail: { readonly url: Secret | null; readonly from: string; readonly bounces: string | null };
  /** A Maildir of mail that came back; null: none is read. */
  readonly bounceFolder: string | null;
  /** Authorities (PEM) that count for webhooks and the mail server besides the system's; null: none. */
  readonly outboundCa: string | null;
  /** Whether identity providers of members may have private addresses. */
  readonly privateProviders: boolean;
  /** Origins whose pages may call this hub from a browser; null: none. */
  readonly corsOrigins: readonly string[] | null;
  /** Whether the web console is served, where it was built. */
  readonly servesConsole: boolean;
  /** Of `npm start` with its sample; null for every other hub. */
  readonly sampleLinks: SampleLinks | null;
  /** Content of /.well-known/security.txt; null: none is served. */
  readonly securityContact: SecurityContact | null;
  /** How full a disk may become before something is refused. */
  readonly storage: StorageThresholds;
  readonly limits: Limits;
};

export type SecurityContact = {
  readonly contacts: readonly string[];
  /** Nobody should rely on the file after this date (RFC 9116 §2.5.5). */
  readonly expires: Date;
  readonly policy: string | null;
};

/** Bounds on requests, keys and streams. Tests check each just below, at and above it (test/journey/http/limits). */
export type Limits = {
  readonly queryBytes: number;
  readonly publishBytes: number;
  readonly bundleObjects: number;
  readonly queryTokens: number;
  readonly queryDepth: number;
  readonly queryCost: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly fragments: number;
  readonly directives: number;
  readonly textDepth: number;
  readonly jsonDepth: number;
  readonly jsonKeys: number;
  readonly jsonValues: number;
  readonly stringLength: number;
  readonly inputItems: number;
  readonly pageSize: number;
  /** Rows readable by the user that one page of a search examines. */
  readonly searchRows: number;
  readonly operationMs: number;
  readonly streams: number;
  readonly streamsPerMember: number;
  readonly streamBufferEvents: number;
  readonly streamBufferBytes: number;
  /** How long a reader may leave sent data unread before its connection is closed. */
  readonly streamGraceMs: number;
  /** What a hub holds for slow clients: bodies being received, unsent bytes and events waiting in streams. */
  readonly bufferBytes: number;
  /** A socket with more than this unsent is closed when another message is due. */
  readonly unsentBytesPerConnection: number;
  /** A body that arrives more slowly, or an answer that is read more slowly, is cut. */
  readonly bytesPerSecond: number;
  /** How long a body may take regardless of that. */
  readonly bodyGraceMs: number;
  /** Bodies of over 128 kB that a key may send at the same time. */
  readonly largeBodies: number;
  readonly largeBodiesPerMember: number;
  /** Total size of the large bodies that are parsed and published at the same time. */
  readonly bodyBytesInWork: number;
  readonly connections: number;
  readonly socketsWithoutKey: number;
  /** How long a socket may stay open without presenting a key. */
  readonly socketInitMs: number;
  readonly requestsPerSecond: number;
  readonly requestBurst: number;
  readonly publishesPerSecond: number;
  /** Keys that are not valid, per client address. */
  readonly keyFailuresPerMinute: number;
  /** Attempts to sign in, per client address. */
  readonly signInsPerMinute: number;
  /** An answer that found nothing leaves at a multiple of this. */
  readonly notFoundMs: number;
  /** Query texts that a key may register by their hash; 0 disables registration. */
  readonly persistedQueries: number;
};

/** The names of all settings. */
export const SETTING_NAMES = Object.keys(environment.shape);

/** What a closed set of words takes, without the quotes of the validator; of all words for yes and no the two of the docs. */
const inWords = (message: string): string => {
  const [, options] = /^Invalid option: expected one of (.+)$/.exec(message) ?? [];
  if (options === undefined) return message;
  const words = options.replaceAll('"', '').split('|');
  return words.includes('on') && words.includes('off') ? 'on or off' : `one of ${words.join(', ')}`;
};

/** Throws with one line per invalid variable: no start is better than a half-configured one. */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  // Compose and Helm pass an empty string for an unset variable.
  const given = Object.fromEntries(Object.entries(env).filter(([, text]) => text !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${inWords(message)}`);
    throw unusable([...lines, ...addressFaultsBeside(given, parsed.error.issues)]);
  }
  const value = parsed.data;
  refuseFaults(value);
  return {
    release: ownRelease(),
    mongodbUrl: secret(value.MONGODB_URL),
    redisUrl: secret(value.REDIS_URL),
    host: value.TOCSIN_HOST,
    port: value.TOCSIN_PORT,
    dataDirectory: value.TOCSIN_DATA,
    database: value.TOCSIN_DATABASE ?? null,
    logLevel: value.TOCSIN_LOG_LEVEL,
    workerPort: value.TOCSIN_WORKER_PORT ?? null,
    proxies: value.TOCSIN_PROXIES ?? null,
    certificateProxies: value.TOCSIN_CERTIFICATE_PROXIES ?? null,
    tls: tlsOf(value),
    sharesLimits: value.TOCSIN_SHARED_LIMITS,
    origin: value.TOCSIN_ORIGIN ?? null,
    secretsKeys: value.TOCSIN_SECRETS_KEY?.map(secret) ?? null,
    secretsKeyFile: secretsFileOf(value),
    mail: {
      url: value.TOCSIN_SMTP_URL === undefined ? null : secret(value.TOCSIN_SMTP_URL),
      from: value.TOCSIN_MAIL_FROM,
      bounces: value.TOCSIN_BOUNCE_ADDRESS ?? null,
    },
    bounceFolder: value.TOCSIN_BOUNCE_MAILDIR ?? null,
    outboundCa: value.TOCSIN_OUTBOUND_CA === undefined ? null : pemIn(value.TOCSIN_OUTBOUND_CA),
    privateProviders: value.TOCSIN_PRIVATE_PROVIDERS,
    corsOrigins: value.TOCSIN_CORS_ORIGINS ?? null,
    servesConsole: value.TOCSIN_CONSOLE,
    sampleLinks: sampleLinksIn(value.TOCSIN_SAMPLE_LINKS ?? ''),
    securityContact: securityContactOf(value),
    storage: storageOf(value),
    limits: limitsOf(value),
  };
};

/** `none` for a hub whose disk is not kept, such as a pod's: a key made there would be lost with it. */
const secretsFileOf = ({ TOCSIN_SECRETS_KEY_FILE: file, TOCSIN_DATA }: Environment): string | null => {
  if (file === 'none') return null;
  return file ?? path.join(TOCSIN_DATA, 'secrets.key');
};

type Fault = readonly [name: string, fault: string | null];
const linesOf = (faults: readonly Fault[]): string[] =>
  faults.flatMap(([name, fault]) => (fault === null ? [] : [`${name}: ${fault}`]));

const addressFaults = ({ MONGODB_URL, REDIS_URL, TOCSIN_DATABASE }: Environment): Fault[] => [
  ['MONGODB_URL', mongodbUrlFault(MONGODB_URL, TOCSIN_DATABASE)],
  ['REDIS_URL', redisUrlFault(REDIS_URL)],
];

/** Of the addresses of the servers, beside settings of a wrong form, so that nobody mends them one start after another. */
const addressFaultsBeside = (
  given: Readonly<Record<string, unknown>>,
  issues: readonly { readonly path: readonly PropertyKey[] }[],
): string[] => {
  const wrong = new Set(issues.map(({ path: [name] }) => name));
  const others = environment.safeParse(
    Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))),
  );
  if (!others.success) return [];
  // Whether the address has to name the database cannot be said where the setting for it is wrong.
  const isOpen = ([name]: Fault): boolean => name === 'MONGODB_URL' && wrong.has('TOCSIN_DATABASE');
  return linesOf(addressFaults(others.data).filter((each) => !isOpen(each)));
};

/** What needs more than the form of one value: all of it at once. */
const refuseFaults = (value: Environment): void => {
  const { TOCSIN_OUTBOUND_CA: authorities } = value;
  const faults = linesOf([
    ...addressFaults(value),
    ['TOCSIN_OUTBOUND_CA', authorities === undefined ? null : authoritiesFault(authorities)],
  ]);
  faults.push(...tlsFaults(value));
  if (faults.length > 0) throw unusable(faults);
};

const limitsOf = (value: Environment): Limits => ({
  queryBytes: value.TOCSIN_MAX_QUERY_BYTES,
  publishBytes: value.TOCSIN_MAX_PUBLISH_BYTES,
  bundleObjects: value.TOCSIN_MAX_BUNDLE_OBJECTS,
  queryTokens: value.TOCSIN_MAX_QUERY_TOKENS,
  queryDepth: value.TOCSIN_MAX_QUERY_DEPTH,
  queryCost: value.TOCSIN_MAX_QUERY_COST,
  aliases: 15,
  rootFields: 10,
  fragments: 60,
  directives: 10,
  textDepth: 64,
  jsonDepth: 40,
  jsonKeys: 150_000,
  jsonValues: 500_000,
  stringLength: 262_144,
  inputItems: 10_000,
  pageSize: MAX_PAGE_SIZE,
  searchRows: value.TOCSIN_MAX_SEARCH_ROWS,
  operationMs: 10_000,
  streams: value.TOCSIN_MAX_STREAMS,
  streamsPerMember: value.TOCSIN_MAX_STREAMS_PER_MEMBER,
  streamBufferEvents: value.TOCSIN_STREAM_BUFFER_EVENTS,
  streamBufferBytes: value.TOCSIN_STREAM_BUFFER_BYTES,
  streamGraceMs: value.TOCSIN_STREAM_GRACE_MS,
  bufferBytes: value.TOCSIN_BUFFER_BYTES,
  unsentBytesPerConnection: value.TOCSIN_UNSENT_BYTES_PER_CONNECTION,
  bytesPerSecond: value.TOCSIN_MIN_BYTES_PER_SECOND,
  bodyGraceMs: 5_000,
  largeBodies: 8,
  largeBodiesPerMember: 16,
  bodyBytesInWork: 32 * 1024 * 1024,
  connections: value.TOCSIN_MAX_CONNECTIONS,
  socketsWithoutKey: value.TOCSIN_MAX_SOCKETS_WITHOUT_KEY,
  socketInitMs: value.TOCSIN_SOCKET_INIT_MS,
  requestsPerSecond: value.TOCSIN_REQUESTS_PER_SECOND,
  requestBurst: value.TOCSIN_REQUEST_BURST,
  publishesPerSecond: value.TOCSIN_PUBLISHES_PER_SECOND,
  keyFailuresPerMinute: value.TOCSIN_KEY_FAILURES_PER_MINUTE,
  signInsPerMinute: value.TOCSIN_SIGN_INS_PER_MINUTE,
  notFoundMs: value.TOCSIN_NOT_FOUND_MS,
  persistedQueries: value.TOCSIN_PERSISTED_QUERIES,
});

/** Named, so that a process that ends by it prints it: it holds names of variables and rules, never values. */
const unusable = (lines: readonly string[]): Error =>
  Object.assign(
    new Error(`The configuration is not usable:\n${lines.map((line) => `  ${line}`).join('\n')}`),
    { name: 'UnusableConfiguration' },
  );

const storageOf = (value: Environment): StorageThresholds => {
  const [alarm, content, work] = [
    value.TOCSIN_STORAGE_ALARM_PERCENT,
    value.TOCSIN_STORAGE_CONTENT_PERCENT,
    value.TOCSIN_STORAGE_WORK_PERCENT,
  ] as const;
  if (alarm > content || content > work) {
    throw unusable([
      'TOCSIN_STORAGE_ALARM_PERCENT, TOCSIN_STORAGE_CONTENT_PERCENT, TOCSIN_STORAGE_WORK_PERCENT: each is at most the next',
    ]);
  }
  return { alarm: alarm / 100, content: content / 100, work: work / 100 };
};

const tlsFaults = (value: Environment): string[] => {
  const { TOCSIN_TLS_PORT: tlsPort, TOCSIN_TLS_CERTIFICATE: certificate, TOCSIN_TLS_KEY: key } = value;
  if (tlsPort === undefined) return [];
  if (certificate === undefined || key === undefined)
    return ['TOCSIN_TLS_CERTIFICATE, TOCSIN_TLS_KEY: are required with TOCSIN_TLS_PORT'];
  return listenerFaults(certificate, key);
};

const tlsOf = (value: Environment): Config['tls'] => {
  const { TOCSIN_TLS_PORT: tlsPort, TOCSIN_TLS_CERTIFICATE: certificate, TOCSIN_TLS_KEY: key } = value;
  if (tlsPort === undefined || certificate === undefined || key === undefined) return null;
  return { port: tlsPort, certificate, key };
};

const securityContactOf = (value: Environment): SecurityContact | null => {
  const { TOCSIN_SECURITY_CONTACT: contact, TOCSIN_SECURITY_EXPIRES: expires } = value;
  if (contact === undefined) return null;
  // RFC 9116 requires an expiry: a contact that nobody has confirmed for years is worse than none.
  if (expires === undefined) {
    throw unusable(['TOCSIN_SECURITY_EXPIRES: is required with TOCSIN_SECURITY_CONTACT']);
  }
  return {
    contacts: contact.split(/, */),
    expires: new Date(expires),
    policy: value.TOCSIN_SECURITY_POLICY ?? null,
  };
};
