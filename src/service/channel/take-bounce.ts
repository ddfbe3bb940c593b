// Mail that came back, or of which its reader complained. A report is known by what only a mail system sees of a mail, the address
// that it returns to; but a mail may be handed on with that, and whoever has a copy can write a report. So one of an ordinary mail
// takes nothing away that its own link would not: that mail is given up, the address is tried by a further mail, and only when that
// comes back too does it get nothing more; a complaint is an unsubscription. What is reported of a challenge, or of that further mail,
// counts at once: nobody hands those on. What came back for a reason that is no fault of the address leaves it as it is.
import type { Endpoint } from '../../domain/channel/endpoint.ts';
import { readBounce } from '../../exchange/mail/bounce.ts';
import type { Hub } from '../../hub.ts';
import type { ChannelDeliveryRow } from '../../store/delivery/channel-deliveries.ts';
import { isStorageFull, isStoreOutage } from '../health/store-health.ts';
import { unsubscribe } from '../subscription/unsubscribe.ts';
import { disabled, doesBring, recordDead, tell } from './after-end.ts';
import { deliveryOfTag } from './bounce-tag.ts';
import { suppress } from './endpoint/suppress.ts';
import { newMessage } from './new-channel-delivery.ts';
import { type ChannelObserver, UNOBSERVED_CHANNELS } from './observer.ts';

/**
 * TAKEN: what it says has taken effect. DOUBTED: nothing follows of it yet. UNKNOWN: no report, or of no mail of this hub. IGNORED:
 * it is under way yet, or its endpoint gets nothing anyway.
 */
export type TakenBounce = 'TAKEN' | 'DOUBTED' | 'IGNORED' | 'UNKNOWN';

export const takeBounce = async (hub: Hub, raw: string): Promise<TakenBounce> => {
  const bounce = readBounce(raw);
  const delivery = bounce === null ? null : deliveryOfTag(hub, bounce.tag);
  const row = delivery === null ? null : await hub.channelDeliveries.byId(delivery);
  const endpoint = row === null ? null : await hub.endpoints.byId(row.endpoint);
  if (bounce === null || row === null || endpoint === null) return 'UNKNOWN';
  const { kind } = bounce;
  if (kind === 'PASSING' || endpoint.state === 'REMOVED') return 'IGNORED';
  const isOpen = endpoint.state === 'ACTIVE' || endpoint.state === 'PAUSED';
  if (isOfOwnMail(row) && (kind === 'FAILED' || kind === 'COMPLAINED'))
    return endedBy(hub, { row, endpoint, isComplaint: kind === 'COMPLAINED' });
  if (kind === 'COMPLAINED') {
    if (!isOpen) return 'IGNORED';
    await unsubscribe(hub, endpoint.id);
    return 'TAKEN';
  }
  if (hub.clock.now().getTime() - (row.sentAt ?? row.at).getTime() > REPORTED_MS) return 'IGNORED';
  await givenUp(hub, { row, endpoint, kind });
  return kind === 'FAILED' && isOpen ? probed(hub, row, endpoint) : 'TAKEN';
};

const CAUSE_OF = { FAILED: 'MAIL_REFUSED', BLOCKED: 'MAIL_BLOCKED', RETURNED: 'MAIL_RETURNED' } as const;

type GivenUp = {
  readonly row: ChannelDeliveryRow;
  readonly endpoint: Endpoint;
  readonly kind: keyof typeof CAUSE_OF;
};

/** It did not arrive: it ends so, and nothing that was sent there before shows any more that its reader is reached. */
const givenUp = async (hub: Hub, { row, endpoint, kind }: GivenUp): Promise<void> => {
  const at = hub.clock.now();
  const cause = CAUSE_OF[kind];
  const reported = kind === 'FAILED' ? [] : reportedWith(row);
  const back = await hub.channelDeliveries.bounced([row._id, ...reported], cause, at);
  for (const each of back) if (each.state === 'DEAD') await recordDead(hub, each, each.endedAt ?? at);
  await hub.endpoints.noteReturned(endpoint.id, { sentAt: row.sentAt ?? row.at, at });
  if (back.some((each) => each.state === 'DEAD' && doesBring(each)))
    await tell(hub, endpoint, { cause }, false);
};

/** What a probe was sent for. */
const reportedWith = ({ details }: ChannelDeliveryRow): readonly string[] => {
  const reported = details?.['reported'];
  return Array.isArray(reported) ? reported.map(String) : [];
};

/** That is about the address itself, and went to it alone. */
const isOfOwnMail = (row: ChannelDeliveryRow): boolean =>
  row.occasion === 'CHALLENGE' || (row.occasion === 'NOTICE' && row.details?.['what'] === 'PROBE');

type Reported = {
  readonly row: ChannelDeliveryRow;
  readonly endpoint: Endpoint;
  readonly isComplaint: boolean;
};

const endedBy = async (hub: Hub, { row, endpoint, isComplaint }: Reported): Promise<TakenBounce> => {
  const cause = isComplaint ? 'COMPLAINED' : 'BOUNCED';
  const at = hub.clock.now();
  await suppress(hub, endpoint, cause);
  const came = isComplaint ? [] : [row._id, ...reportedWith(row)];
  const back = await hub.channelDeliveries.bounced(came, 'MAIL_REFUSED', at);
  // Nothing that did not arrive vanishes (I23): taken again after a crash, it has ended at the same instant.
  for (const each of back) if (each.state === 'DEAD') await recordDead(hub, each, each.endedAt ?? at);
  await disabled(hub, endpoint, cause, { cause: 'MAIL_REFUSED' });
  return 'TAKEN';
};

/** Mail servers give up after five days. */
const REPORTED_MS = 10 * 24 * 3_600_000;

/** Once a day at most, whatever is reported; it knows what it was sent for. */
const probed = async (hub: Hub, row: ChannelDeliveryRow, endpoint: Endpoint): Promise<TakenBounce> => {
  const now = hub.clock.now();
  const key = `probe ${now.toISOString().slice(0, 'YYYY-MM-DD'.length)}`;
  const details = { what: 'PROBE', reported: [row._id] };
  const probe = newMessage(endpoint, { occasion: 'NOTICE', key, dueAt: now, details }, now);
  await hub.channelDeliveries.ensure([probe]);
  await hub.channelDeliveries.noteReported(probe._id, row._id);
  return 'DOUBTED';
};

/** Reads the mailbox of mail that came back, where there is one; returns how many reports were taken. */
export const takeBounces = async (
  hub: Hub,
  observer: Pick<ChannelObserver, 'bounce'> = UNOBSERVED_CHANNELS,
): Promise<number> => {
  let taken = 0;
  for (const { raw, keep } of await hub.outbound.bounces.read()) {
    // One that cannot be taken is put aside; while the database is away or a disk too full all of them wait.
    const outcome = await takeBounce(hub, raw).then(undefined, (error: unknown): TakenBounce => {
      if (isStoreOutage(error) || isStorageFull(error)) throw error;
      hub.log.warn({ err: error }, 'a mail that came back could not be taken');
      return 'UNKNOWN';
    });
    observer.bounce(
      outcome === 'UNKNOWN' || outcome === 'DOUBTED' ? outcome : (readBounce(raw)?.kind ?? 'UNKNOWN'),
    );
    if (outcome === 'TAKEN') taken += 1;
    await keep();
  }
  return taken;
};
