// Mail that came back, or of which its reader complained: its address gets nothing more, and its endpoint is disabled.
import { readBounce } from '../../exchange/mail/bounce.ts';
import type { Hub } from '../../hub.ts';
import { addressDigest } from './address-digest.ts';
import { disabled } from './after-end.ts';
import { deliveryOfTag } from './bounce-tag.ts';
import { type ChannelObserver, UNOBSERVED_CHANNELS } from './observer.ts';

/** UNKNOWN: no report, or of no mail of this hub. IGNORED: it is under way yet. */
export type TakenBounce = 'TAKEN' | 'IGNORED' | 'UNKNOWN';

export const takeBounce = async (hub: Hub, raw: string): Promise<TakenBounce> => {
  const bounce = readBounce(raw);
  const delivery = bounce === null ? null : deliveryOfTag(hub, bounce.tag);
  const row = delivery === null ? null : await hub.channelDeliveries.byId(delivery);
  const endpoint = row === null ? null : await hub.endpoints.byId(row.endpoint);
  if (bounce === null || row === null || endpoint === null) return 'UNKNOWN';
  if (bounce.kind === 'PASSING') return 'IGNORED';
  const cause = bounce.kind === 'FAILED' ? 'BOUNCED' : 'COMPLAINED';
  const at = hub.clock.now();
  await hub.suppressions.add(addressDigest(hub, endpoint.address), cause, at);
  if (bounce.kind === 'FAILED') await hub.channelDeliveries.bounced(row._id, 'MAIL_REFUSED', at);
  await disabled(hub, endpoint, cause, { cause: 'MAIL_REFUSED' });
  return 'TAKEN';
};

/** Reads the mailbox of mail that came back, where there is one; returns how many reports were taken. */
export const takeBounces = async (
  hub: Hub,
  observer: Pick<ChannelObserver, 'bounce'> = UNOBSERVED_CHANNELS,
): Promise<number> => {
  let taken = 0;
  for (const { raw, keep } of await hub.outbound.bounces.read()) {
    const outcome = await takeBounce(hub, raw);
    observer.bounce(outcome === 'UNKNOWN' ? outcome : (readBounce(raw)?.kind ?? 'UNKNOWN'));
    if (outcome === 'TAKEN') taken += 1;
    await keep();
  }
  return taken;
};
