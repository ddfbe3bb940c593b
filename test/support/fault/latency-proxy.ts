// A TCP proxy on loopback that makes a server seem far away: each byte takes half a round trip in each direction.
import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';

export type LatencyProxy = {
  readonly port: number;
  /** Milliseconds of a round trip from now on. */
  roundTrip(ms: number): void;
  close(): Promise<void>;
};

export const openLatencyProxy = async (to: number, roundTripMs: number): Promise<LatencyProxy> => {
  let delayMs = roundTripMs / 2;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = dial(to, '127.0.0.1');
    for (const [from, onto] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.setNoDelay(true);
      passOn(from, onto, () => delayMs);
      // A reset or refused connection ends the other half, as it would without a proxy.
      from.on('error', () => onto.destroy());
      from.on('close', () => {
        sockets.delete(from);
        onto.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    roundTrip: (ms) => {
      delayMs = ms / 2;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
};

/** Passes on what is read, in order, each chunk late by the delay of its arrival. */
const passOn = (from: Socket, onto: Socket, delayMs: () => number): void => {
  let latest = 0;
  from.on('data', (chunk) => {
    latest = Math.max(latest, performance.now() + delayMs());
    const late = latest - performance.now();
    const write = () => {
      if (!onto.destroyed) onto.write(chunk);
    };
    if (late <= 0) write();
    else setTimeout(write, late);
  });
};
