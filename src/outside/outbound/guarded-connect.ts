// Opens connections to addresses that members gave. A name is resolved once, each of its addresses is judged by its bytes, the
// connection goes to one that was judged, and the peer of the open socket is judged again. No proxy of the environment has a
// part in it.
import { lookup, Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { connect as connectTls, createSecureContext, type SecureContext, type TLSSocket } from 'node:tls';
import type { buildConnector } from 'undici';
import { type AllowedRange, addressBytes, mayConnect } from '../../domain/channel/address.ts';

/** All addresses of a name, as the system resolves it. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export type ConnectOptions = {
  readonly resolve: Resolve;
  readonly allowed: readonly AllowedRange[];
  /** Authorities besides the system's, PEM; null for none. */
  readonly ca: string | null;
  readonly timeoutMs: number;
};

/**
 * By a resolver of its own, with a time limit: the system's look-ups share four threads with the files and keys of the process, and
 * names whose servers never answer would stop all of them. What DNS does not know may stand in the hosts file, or be completed by
 * a search domain: such names are looked up one after another, so that they take one thread at most.
 */
const resolver = new Resolver({ timeout: 2_000, tries: 2 });
const MOST_WAITING = 20;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

const bySystem = (host: string): Promise<readonly string[]> => {
  if (waiting >= MOST_WAITING) return Promise.reject(new Error('too many names are looked up'));
  waiting += 1;
  const found = last.then(() => lookup(host, { all: true, verbatim: true }));
  last = found.then(
    () => undefined,
    () => undefined,
  );
  return found
    .then((addresses) => addresses.map(({ address }) => address))
    .finally(() => {
      waiting -= 1;
    });
};

const IS_NOT_THERE: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA']);

export const systemResolve: Resolve = async (host) => {
  const asked = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const found = asked.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
  if (found.length > 0) return found;
  const failed = asked.flatMap((each) =>
    each.status === 'rejected' ? [each.reason as { code?: string }] : [],
  );
  if (failed.every(({ code = '' }) => IS_NOT_THERE.has(code))) return bySystem(host);
  throw failed[0];
};

/** What was refused before anything was sent. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
  constructor() {
    super('The address is not one that the hub may connect to.');
  }
}

/** A literal in brackets, as a URL writes it. */
export const literalOf = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

/** The address to connect to; throws AddressRefused where any of a name's addresses may not be. */
export const judgedAddress = async (
  hostname: string,
  port: number,
  { resolve, allowed }: Pick<ConnectOptions, 'resolve' | 'allowed'>,
): Promise<string> => {
  const literal = literalOf(hostname);
  const found = isIP(literal) === 0 ? await resolve(hostname) : [literal];
  const [first] = found;
  if (first === undefined || !found.every((address) => mayConnect(address, port, allowed)))
    throw new AddressRefused();
  return first;
};

const isSame = (one: string, other: string | undefined): boolean => {
  const [a, b] = [addressBytes(one), addressBytes(other ?? '')];
  return a !== null && b !== null && a.length === b.length && a.every((byte, at) => byte === b[at]);
};

/** What a connection trusts costs as much to set up as half of its handshake, and is the same for all. */
const contexts = new Map<string | null, SecureContext>();

const contextFor = (ca: string | null): SecureContext => {
  const context =
    contexts.get(ca) ?? createSecureContext({ minVersion: 'TLSv1.2', ...(ca === null ? {} : { ca }) });
  contexts.set(ca, context);
  return context;
};

/** After that the certificate is checked anew, whatever the other end would go on with. */
const RESUMED_MS = 3_600_000;

/** What the other end gave to go on with: a handshake that resumes costs both ends half, and proves that it is the same end. */
type Resumable = { readonly session: Buffer; readonly since: number };

const openSession = () => {
  let known: Resumable | null = null;
  return {
    get: (): { readonly session?: Buffer } => {
      if (known !== null && performance.now() - known.since >= RESUMED_MS) known = null;
      return known === null ? {} : { session: known.session };
    },
    put: (session: Buffer, isResumed: boolean): void => {
      // One that was resumed is as old as the first, of which nothing may be known any more.
      if (isResumed && known === null) return;
      known = { session, since: isResumed && known !== null ? known.since : performance.now() };
    },
    drop: (): void => {
      known = null;
    },
  };
};
type Session = ReturnType<typeof openSession>;

const open = async (
  { hostname, port: given, servername }: buildConnector.Options,
  { session, ...options }: ConnectOptions & { readonly session: Session },
): Promise<TLSSocket> => {
  const port = given === '' ? 443 : Number(given);
  const address = await judgedAddress(hostname, port, options);
  const name = servername ?? hostname;
  const socket = connectTls({
    host: address,
    port,
    ALPNProtocols: ['http/1.1'],
    secureContext: contextFor(options.ca),
    ...session.get(),
    // A certificate is checked for the name that was registered, whatever it resolves to.
    ...(isIP(literalOf(name)) === 0 ? { servername: name.replace(/\.$/, '') } : { host: address }),
  });
  socket.setNoDelay(true);
  socket.on('session', (fresh) => session.put(fresh, socket.isSessionReused()));
  let isOpen = false;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => socket.destroy(new ConnectTimeout()), options.timeoutMs);
    socket.once('error', (error) => {
      clearTimeout(timer);
      // Once it is open, an error is the end of a connection, and nothing against the next.
      if (!isOpen) session.drop();
      reject(error);
    });
    socket.once('secureConnect', () => {
      clearTimeout(timer);
      isOpen = true;
      if (!isSame(address, socket.remoteAddress) || !mayConnect(address, port, options.allowed)) {
        socket.destroy();
        reject(new AddressRefused());
        return;
      }
      resolve(socket);
    });
  });
};

export class ConnectTimeout extends Error {
  override readonly name = 'ConnectTimeout';
}

/** For one address: what resumes a connection to it resumes none to another. */
export const guardedConnector = (options: ConnectOptions): buildConnector.connector => {
  const session = openSession();
  return (to, callback) => {
    open(to, { ...options, session }).then(
      (socket) => callback(null, socket),
      (error: Error) => callback(error, null),
    );
  };
};
