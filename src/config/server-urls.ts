// The addresses of the servers, checked before anything connects. They hold passwords: what is said names the rule that is
// broken and never quotes the value.

/** Schemes, credentials, hosts, database and options, as MongoDB's connection string specification divides them. */
const MONGODB = /^mongodb(?:\+srv)?:\/\/(?:([^@/?#]*)@)?([^@/?#]+)(?:\/([^/?#@]*))?(?:\?([^#]*))?$/;
const BROKEN_PERCENT = /%(?![0-9A-Fa-f]{2})/;
const ESCAPE = 'percent-encode special characters in user name and password, such as / as %2F and @ as %40';

/** MongoDB's own databases: nothing of a program belongs there. */
const RESERVED = new Set(['admin', 'local', 'config']);

export const isReservedDatabase = (name: string): boolean => RESERVED.has(name.toLowerCase());

const DATABASE = /^[a-zA-Z0-9_-]{1,48}$/;

/** What is wrong with the address of MongoDB, or null; `database` is named beside it, by TOCSIN_DATABASE. */
export const mongodbUrlFault = (url: string, database: string | undefined): string | null => {
  const [isUrl, user = '', hosts = '', path = '', options = ''] = MONGODB.exec(url) ?? [];
  if (isUrl === undefined || [user, hosts, options].some((part) => BROKEN_PERCENT.test(part)))
    return `does not parse as mongodb://user:password@host:27017/tocsin?replicaSet=rs0; ${ESCAPE}`;
  if (!hosts.split(',').every(isHost)) return `names a host that does not parse; ${ESCAPE}`;
  if (database !== undefined) return null;
  if (path === '')
    return 'names no database; write it behind the host, as in mongodb://host:27017/tocsin?replicaSet=rs0, or set TOCSIN_DATABASE';
  return DATABASE.test(path) && !isReservedDatabase(path)
    ? null
    : 'names a database that cannot be used; give one of its own, of 1 to 48 letters, digits, hyphens and underscores';
};

const HOST = /^(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::(\d{1,5}))?$/;

/** A name or address with an optional port, or the percent-encoded path of a socket. */
const isHost = (host: string): boolean => {
  if (host.endsWith('.sock') && /^%2F/i.test(host)) return true;
  const parts = HOST.exec(host);
  return parts !== null && Number(parts[1] ?? 1) <= 65_535;
};

/** The database that an address of MongoDB names behind its hosts; null for none. */
export const databaseIn = (url: string): string | null => MONGODB.exec(url)?.[3] || null;

/** What is wrong with the address of Redis, or null. */
export const redisUrlFault = (text: string): string | null => {
  const fault = `does not parse as redis://user:password@host:6379/0; ${ESCAPE}`;
  if (!/^rediss?:\/\//.test(text) || !URL.canParse(text) || BROKEN_PERCENT.test(text)) return fault;
  const { hostname, pathname, hash } = new URL(text);
  return hostname !== '' && hash === '' && /^(?:\/\d{0,5})?$/.test(pathname) ? null : fault;
};
