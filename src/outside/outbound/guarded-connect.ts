// Opens connections to addresses that members gave. A name is resolved once, each of its addresses is judged by its bytes, the
// connection goes to one that was judged, and the peer of the open socket is judged again. No proxy of the environment has a
// part in it.
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
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

export const systemResolve: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

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

const open = async (
  { hostname, port: given, servername }: buildConnector.Options,
  options: ConnectOptions,
): Promise<TLSSocket> => {
  const port = given === '' ? 443 : Number(given);
  const address = await judgedAddress(hostname, port, options);
  const name = servername ?? hostname;
  const socket = connectTls({
    host: address,
    port,
    ALPNProtocols: ['http/1.1'],
    minVersion: 'TLSv1.2',
    // A certificate is checked for the name that was registered, whatever it resolves to.
    ...(isIP(literalOf(name)) === 0 ? { servername: name.replace(/\.$/, '') } : { host: address }),
    ...(options.ca === null ? {} : { ca: options.ca }),
  });
  socket.setNoDelay(true);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => socket.destroy(new ConnectTimeout()), options.timeoutMs);
    socket.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    socket.once('secureConnect', () => {
      clearTimeout(timer);
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

export const guardedConnector =
  (options: ConnectOptions): buildConnector.connector =>
  (to, callback) => {
    open(to, options).then(
      (socket) => callback(null, socket),
      (error: Error) => callback(error, null),
    );
  };
