// A TCP proxy on loopback whose connections are cut: all at once, in the middle of what is delivered, or so that none is let in
// for a while. It knows which connections carry a stream of events, from the head of the request.
import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';

export type CutProxy = {
  readonly port: number;
  /** How many streams are open. */
  streams(): number;
  cut(): void;
  /** Once so many bytes more have come for streams, all is cut behind them. */
  cutStreamAfter(bytes: number): void;
  /** Whether that is still to come. */
  isToCut(): boolean;
  /** Cuts all and lets nobody in until `letIn`. */
  shutOut(): void;
  letIn(): void;
  close(): Promise<void>;
};

const STREAM = /accept: text\/event-stream/i;

/** `to`: the port of the hub. */
export const openCutProxy = async (to: number): Promise<CutProxy> => {
  const sockets = new Set<Socket>();
  const streams = new Set<Socket>();
  let isOpen = true;
  let left = Number.POSITIVE_INFINITY;
  const cut = (): void => {
    left = Number.POSITIVE_INFINITY;
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((near) => {
    if (!isOpen) return void near.destroy();
    const far = dial(to, '127.0.0.1');
    joinEnds(near, far, { sockets, streams });
    near.on('data', (chunk) => {
      if (STREAM.test(chunk.toString('latin1'))) streams.add(near);
      if (!far.destroyed) far.write(chunk);
    });
    far.on('data', (chunk) => {
      if (near.destroyed) return;
      if (!streams.has(near) || chunk.length < left) {
        if (streams.has(near)) left -= chunk.length;
        near.write(chunk);
        return;
      }
      const last = chunk.subarray(0, left);
      left = Number.POSITIVE_INFINITY;
      near.write(last, cut);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    streams: () => streams.size,
    cut,
    cutStreamAfter: (bytes) => {
      left = bytes;
    },
    isToCut: () => left !== Number.POSITIVE_INFINITY,
    shutOut: () => {
      isOpen = false;
      cut();
    },
    letIn: () => {
      isOpen = true;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
  };
};

type Known = { readonly sockets: Set<Socket>; readonly streams: Set<Socket> };

/** One end goes with the other. */
const joinEnds = (near: Socket, far: Socket, { sockets, streams }: Known): void => {
  for (const [from, onto] of [
    [near, far],
    [far, near],
  ] as const) {
    sockets.add(from);
    from.setNoDelay(true);
    from.on('error', () => onto.destroy());
    from.on('close', () => {
      sockets.delete(from);
      streams.delete(from);
      onto.destroy();
    });
  }
};
