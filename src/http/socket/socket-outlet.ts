// The events of one subscription of a WebSocket, as frames of graphql-transport-ws. A frame begins with the id that the client
// chose for its subscription; the rest is the same for every reader. permessage-deflate is off, so that a frame needs no more
// than its length before it (RFC 6455 §5.2).
import type { ExecutionResult } from 'graphql';
import type { ShownEvent } from '../../graphql/live/event-rendering.ts';
import type { LiveOutlet } from '../../graphql/live/subscribe.ts';
import type { Link } from './link.ts';

/** `ended` gets the last result, if there is one. */
export const openSocketOutlet = (
  link: Pick<Link, 'sendFrame' | 'whenTaken'>,
  id: string,
  ended: (last: ExecutionResult | null) => void,
): LiveOutlet => {
  const head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
  return {
    write: (event) => link.sendFrame(frameOf(head, event)),
    whenTaken: link.whenTaken,
    end: ended,
  };
};

/** A whole message in one frame, of text, unmasked as a server sends it. */
const FINAL_TEXT = 0x81;
const LENGTH_16 = 126;
const LENGTH_64 = 127;
const CLOSING_BRACE = 0x7d;

const frameOf = (head: Buffer, { json }: ShownEvent): Buffer => {
  const length = head.length + json.length + 1;
  const extended = length < LENGTH_16 ? 0 : length <= 0xffff ? 2 : 8;
  const frame = Buffer.allocUnsafe(2 + extended + length);
  frame[0] = FINAL_TEXT;
  frame[1] = extended === 0 ? length : extended === 2 ? LENGTH_16 : LENGTH_64;
  if (extended === 2) frame.writeUInt16BE(length, 2);
  if (extended === 8) frame.writeBigUInt64BE(BigInt(length), 2);
  const start = 2 + extended;
  head.copy(frame, start);
  json.copy(frame, start + head.length);
  frame[frame.length - 1] = CLOSING_BRACE;
  return frame;
};
