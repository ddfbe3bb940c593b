// One WebSocket as the protocol sees it: messages come one by one and only while what was sent is taken, so that a
// client which sends and never reads costs a bounded amount of memory, with a key or without (I20).
import type { WebSocket } from 'ws';
import type { Limits } from '../../config/config.ts';

export type Take = (text: string) => Promise<void>;

export type Link = {
  /** Resolves when the client has taken the text; one that takes nothing for the grace time is cut. */
  send(text: string): Promise<void>;
  /** Says why and closes. What the client sends from now on is not looked at. */
  end(code: number, reason: string): void;
  /** Each message goes to `take` when there is room for its answer. */
  onMessage(take: Take): void;
};

type LinkDeps = {
  readonly limits: Pick<Limits, 'unsentBytesPerConnection' | 'streamGraceMs'>;
  /** Called after each write. */
  readonly wrote: () => void;
  /** The client has sent or taken something: it is alive. */
  readonly isAlive: () => void;
};

/** With more than this waiting to be sent, nothing more is read. */
const READ_WHILE_BYTES = 64 * 1024;
/** Messages whose answers are not sent yet: the subscriptions that a socket may have, and a few more. */
const MAX_UNFINISHED = 32;

export const openLink = (socket: WebSocket, deps: LinkDeps): Link => {
  const arrived: string[] = [];
  let take: Take | null = null;
  let unfinished = 0;

  const hasRoom = (): boolean => unfinished < MAX_UNFINISHED && socket.bufferedAmount <= READ_WHILE_BYTES;
  const serveNext = (text: string): void => {
    unfinished += 1;
    // `take` answers every failure itself; what it could not answer has closed the socket.
    void take?.(text).finally(() => {
      unfinished -= 1;
      pump();
    });
  };
  /** Serves what has arrived while there is room, and reads on only when all of it is served. */
  const pump = (): void => {
    if (socket.readyState !== socket.OPEN) arrived.length = 0;
    while (hasRoom()) {
      const text = arrived.shift();
      if (text === undefined) break;
      serveNext(text);
    }
    if (socket.readyState === socket.OPEN && (arrived.length > 0 || !hasRoom())) socket.pause();
    else if (socket.isPaused) socket.resume();
  };

  socket.on('ping', pump);
  return {
    send: (text) =>
      new Promise((resolve) => {
        if (socket.bufferedAmount > deps.limits.unsentBytesPerConnection) {
          socket.terminate();
          return resolve();
        }
        const cut = setTimeout(() => socket.terminate(), deps.limits.streamGraceMs);
        // An error here means that the socket is gone; its `close` ends what is open on it.
        socket.send(text, () => {
          clearTimeout(cut);
          deps.isAlive();
          resolve();
          pump();
        });
        deps.wrote();
      }),
    end: (code, reason) => {
      socket.close(code, reason);
      pump();
    },
    onMessage: (given) => {
      take = given;
      socket.on('message', (bytes) => {
        deps.isAlive();
        arrived.push(String(bytes));
        pump();
      });
    },
  };
};
