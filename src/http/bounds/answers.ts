// A client that does not read its answer, or reads it byte by byte, is cut: Node has no time limit for either (I20).
import type { ServerResponse } from 'node:http';
import type { Limits } from '../../config/config.ts';
import type { Buffers } from './buffers.ts';

type AnswerLimits = Pick<Limits, 'streamGraceMs' | 'bytesPerSecond'>;

export const watchAnswer = (response: ServerResponse, limits: AnswerLimits, buffers: Buffers): void => {
  const unsent = (): number => response.socket?.writableLength ?? 0;
  response.setTimeout(limits.streamGraceMs, () => {
    // With nothing to send, the hub is still working, or a stream is idle.
    if (unsent() > 0) response.destroy();
  });
  // Node emits it when the whole answer has been written, of which the client may have received nothing.
  response.once('prefinish', () => {
    const { socket } = response;
    if (socket === null || unsent() === 0) return;
    const allowedMs = limits.streamGraceMs + (unsent() / limits.bytesPerSecond) * 1_000;
    const late = setTimeout(() => response.destroy(), allowedMs);
    response.once('close', () => clearTimeout(late));
    buffers.wrote(socket);
  });
};
