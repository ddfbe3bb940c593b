// A connection to a hub that a test may break: its errors are part of the test.
import { connect, type Socket } from 'node:net';

export type Broken = {
  readonly socket: Socket;
  /** Resolves when it is open, or has failed to open. */
  readonly opened: Promise<void>;
  readonly closed: Promise<void>;
};

export const openConnection = (port: number): Broken => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const connected = new Promise<void>((resolve) => socket.once('connect', resolve));
  return { socket, closed, opened: Promise.race([connected, closed]) };
};
