// What is added to the mailbox that a mail returns to: which delivery it was, and a seal, so that nobody who knows the id of a
// delivery can make it look as if it came back.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Hub } from '../../hub.ts';

const PREFIX = 'delivery--';
const UUID_HEX = 32;

const sealOf = ({ signInKey }: Pick<Hub, 'signInKey'>, delivery: string): Buffer =>
  createHmac('sha256', signInKey).update(`bounce ${delivery}`).digest().subarray(0, 8);

/** 48 hex digits. */
export const bounceTag = (hub: Pick<Hub, 'signInKey'>, delivery: string): string =>
  `${delivery.slice(PREFIX.length).replaceAll('-', '')}${sealOf(hub, delivery).toString('hex')}`;

/** The delivery of a tag that this hub made; null for any other. */
export const deliveryOfTag = (hub: Pick<Hub, 'signInKey'>, tag: string): string | null => {
  const hex = tag.slice(0, UUID_HEX);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  const delivery = `${PREFIX}${parts.join('-')}`;
  const given = Buffer.from(tag.slice(UUID_HEX), 'hex');
  const right = sealOf(hub, delivery);
  return given.length === right.length && timingSafeEqual(given, right) ? delivery : null;
};
