// Requests that a client sends without waiting for the answers (pipelining) are served one after the other. Node would
// serve all of them at once and keep every answer until those before it are read, where nobody counts it (I20).
import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { joinUnread } from './pieces.ts';

type Line = {
  /** The end of the last answer that the connection has been asked for; null when nothing is asked. */
  end: Promise<void> | null;
  waiting: number;
  isClosed: boolean;
};

/** Requests that may wait on one connection, and on all together. Node reads on while they wait. */
const BOUNDS = { each: 100, all: 5_000 };

export const oneAtATime = (serve: RequestListener, bounds = BOUNDS): RequestListener => {
  const lines = new WeakMap<Socket, Line>();
  let waiting = 0;

  const lineOf = (socket: Socket): Line => {
    const known = lines.get(socket);
    if (known !== undefined) return known;
    const line: Line = { end: null, waiting: 0, isClosed: false };
    lines.set(socket, line);
    socket.once('close', () => {
      line.isClosed = true;
      waiting -= line.waiting;
      line.waiting = 0;
    });
    return line;
  };
  return (request, response) => {
    const { socket } = request;
    joinUnread(request);
    const line = lineOf(socket);
    // Node hands over the rest of a chunk although its connection is closed.
    if (line.isClosed) return;
    const before = line.end;
    if (before !== null && (line.waiting >= bounds.each || waiting >= bounds.all)) {
      line.isClosed = true;
      socket.destroy();
      return;
    }
    const end = new Promise<void>((resolve) => {
      response.once('close', () => {
        if (line.end === end) line.end = null;
        resolve();
      });
    });
    line.end = end;
    if (before === null) {
      serve(request, response);
      return;
    }
    line.waiting += 1;
    waiting += 1;
    void before.then(() => {
      if (line.isClosed) return;
      line.waiting -= 1;
      waiting -= 1;
      serve(request, response);
    });
  };
};
