// One WebSocket with flow control: messages are read one by one, and only while the client receives what was sent. A client
// that sends and never reads costs bounded memory, authenticated or not (I20).
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import type { Limits } from '../../config/config.ts';
import { utf8TextOf, withoutByteOrderMark } from '../../outside/utf8-text.ts';

export type Take = (text: string) => Promise<void>;

export type Link = {
  /** Resolves when the client has received the text. A client that receives nothing for the grace time is cut. */
  send(text: string): Promise<void>;
  /** Sends a whole frame, framed already. False when the client has not taken it: nothing more should be sent then. */
  sendFrame(frame: Buffer): boolean;
  /** Calls `act` once, when the client has taken what was sent, or is gone; one that takes nothing is cut. */
  whenTaken(act: () => void): void;
  /** Closes with a reason and ignores everything the client sends from then on. */
  end(code: number, reason: string): void;
  /** Passes each message to `take` once there is room for its reply. */
  onMessage(take: Take): void;
};

type LinkDeps = {
  /** What the WebSocket writes to. */
  readonly connection: Pick<Duplex, 'write' | 'writableLength' | 'once' | 'off' | 'destroyed'>;
  readonly limits: Pick<Limits, 'unsentBytesPerConnection' | 'streamGraceMs'>;
  /** Called after each write. */
  readonly wrote: () => void;
  /** Called when the client has sent or received something, which shows that it is alive. */
  readonly isAlive: () => void;
};

/** Reading pauses while more bytes than this are unsent. */
const READ_WHILE_BYTES = 64 * 1024;
/** RFC 6455 §7.4.1: data that do not fit the type of the message. */
const NOT_UTF_8 = 1007;
/** Maximum messages with replies outstanding: the subscriptions of a socket, and a few more. */
const MAX_UNFINISHED = 32;

/** Null for bytes that are not UTF-8; ws checks frames of text itself, and closes with the same code. */
const textOf = (bytes: RawData, isBinary: boolean): string | null =>
  isBinary ? utf8TextOf(bytes as Buffer) : withoutByteOrderMark(String(bytes));

export const openLink = (socket: WebSocket, deps: LinkDeps): Link => {
  const { connection } = deps;
  const arrived: string[] = [];
  let take: Take | null = null;
  let unfinished = 0;

  const hasRoom = (): boolean => unfinished < MAX_UNFINISHED && socket.bufferedAmount <= READ_WHILE_BYTES;
  const serveNext = (text: string): void => {
    unfinished += 1;
    // `take` replies to every failure itself; where it could not, it has closed the socket.
    void take?.(text).finally(() => {
      unfinished -= 1;
      pump();
    });
  };
  /** Serves queued messages while there is room; resumes reading only when the queue is empty. */
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
        // An error here means that the socket is gone; its `close` event ends its subscriptions.
        socket.send(text, () => {
          clearTimeout(cut);
          deps.isAlive();
          resolve();
          pump();
        });
        deps.wrote();
      }),
    sendFrame: (frame) => {
      // After the closing handshake has begun no data may follow.
      if (socket.readyState !== socket.OPEN) return true;
      if (connection.writableLength > deps.limits.unsentBytesPerConnection) {
        socket.terminate();
        return true;
      }
      const isTaken = connection.write(frame);
      if (connection.writableLength > 0) deps.wrote();
      return isTaken;
    },
    whenTaken: (act) => {
      if (connection.destroyed) {
        act();
        return;
      }
      const cut = setTimeout(() => socket.terminate(), deps.limits.streamGraceMs);
      const done = (): void => {
        clearTimeout(cut);
        connection.off('drain', done);
        connection.off('close', done);
        deps.isAlive();
        act();
        pump();
      };
      connection.once('drain', done);
      connection.once('close', done);
    },
    end: (code, reason) => {
      socket.close(code, reason);
      pump();
    },
    onMessage: (given) => {
      take = given;
      socket.on('message', (bytes, isBinary) => {
        deps.isAlive();
        const text = textOf(bytes, isBinary);
        if (text === null) return socket.close(NOT_UTF_8, 'The message is not UTF-8');
        arrived.push(text);
        pump();
      });
    },
  };
};
