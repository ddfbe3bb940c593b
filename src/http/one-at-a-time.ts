// Requests that a client sends without waiting for the answers (pipelining) are served one after the other. Node would
// serve all of them at once and keep every answer until those before it are read, where nobody counts it (I20).
import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';

export const oneAtATime = (serve: RequestListener): RequestListener => {
  /** The end of the last answer that the connection has been asked for. */
  const ends = new WeakMap<Socket, Promise<void>>();
  return (request, response) => {
    const { socket } = request;
    const before = ends.get(socket);
    const end = new Promise<void>((resolve) => {
      response.once('close', () => {
        if (ends.get(socket) === end) ends.delete(socket);
        resolve();
      });
    });
    ends.set(socket, end);
    if (before === undefined) serve(request, response);
    else
      void before.then(() => {
        if (!socket.destroyed) serve(request, response);
      });
  };
};
