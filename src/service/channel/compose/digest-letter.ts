// A digest, composed at the moment of sending: each item is read and decided again, and asked again whether it is what the
// subscription asks for. Above what the way may carry it says that more waits, and never how much.

import type { Endpoint } from '../../../domain/channel/endpoint.ts';
import { byGrade } from '../../../domain/grade/effective-grade.ts';
import type { Actor } from '../../../domain/member.ts';
import type { ProblemCode } from '../../../domain/problem-codes/catalogue.ts';
import { isPast } from '../../../domain/retention/end-of-warning.ts';
import { isExpired, isPaused, type Subscription } from '../../../domain/subscription/subscription.ts';
import { tidy } from '../../../exchange/text/wrap.ts';
import type { Hub } from '../../../hub.ts';
import { carriedTo } from '../../../policy/channel/carried-to.ts';
import { decide } from '../../../policy/decide.ts';
import type { ChannelDeliveryRow } from '../../../store/delivery/channel-deliveries.ts';
import { type Item, itemOf } from '../../item/item.ts';
import { doesAskFor } from '../../subscription/decide-dispatch.ts';
import { endpointReader } from '../../subscription/endpoint-reader.ts';
import type { Turn } from '../send/turn.ts';
import { unsubscribeAddress } from '../unsubscribe-address.ts';
import { type Composed, type Composer, ended } from './letter.ts';

/** Items that are read at the same time: fewer than there are connections. */
const AT_ONCE = 10;
/** Items that a mail shows with what they are about; each further one with its headline, since none comes again. */
const MOST_WHOLE = 100;

type Verdict =
  | { readonly row: ChannelDeliveryRow; readonly item: Item; readonly isWhole: boolean }
  | { readonly row: ChannelDeliveryRow; readonly waits: true }
  | { readonly row: ChannelDeliveryRow; readonly end: 'CANCELLED' | 'WITHHELD'; readonly cause: ProblemCode };

export const digestLetter: Composer = async (hub, turn, { delivery, endpoint }) => {
  const id = String(delivery.details?.['subscription'] ?? '');
  const subscription = await hub.subscriptions.byId(id);
  const reader = endpointReader(turn.directory, endpoint);
  const rows = await hub.gathered.ofDigest(delivery);
  if (subscription === null || reader === null) return ended('WITHHELD', 'POLICY_NO_LONGER_ALLOWS');
  if (isStopped(subscription, delivery, turn.now)) {
    await hub.gathered.giveBack(delivery);
    return ended('CANCELLED', 'NOTHING_LEFT');
  }
  const verdicts: Verdict[] = [];
  // A few at a time: they wait for the database, and nothing else has to wait for them.
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const part = rows.slice(from, from + AT_ONCE);
    const about = { endpoint, reader, subscription };
    verdicts.push(...(await Promise.all(part.map((row) => verdictOn(hub, turn, { row, ...about })))));
  }
  await endOthers(hub, verdicts);
  const items = verdicts.flatMap((each) => ('item' in each ? [each] : []));
  const doesMoreWait = verdicts.some((each) => 'waits' in each);
  if (items.length === 0 && !doesMoreWait) return ended('CANCELLED', 'NOTHING_LEFT');
  return composed(hub, { delivery, endpoint, subscription, items: items.toSorted(bySeverity), doesMoreWait });
};

/**
 * Stopped or paused between two attempts. What it had taken waits again, and is decided anew; not where it may have arrived, or
 * where somebody had it tried anew. The last one of a subscription that expired waits for no end of a pause.
 */
const isStopped = (
  subscription: Subscription,
  { mayHaveArrived, attemptsBefore }: ChannelDeliveryRow,
  now: Date,
): boolean =>
  (subscription.state !== 'ACTIVE' || (isPaused(subscription, now) && !isExpired(subscription, now))) &&
  mayHaveArrived !== true &&
  attemptsBefore === 0;

type About = {
  readonly row: ChannelDeliveryRow;
  readonly endpoint: Endpoint;
  readonly reader: Actor;
  readonly subscription: Subscription;
};

const verdictOn = async (
  hub: Hub,
  turn: Turn,
  { row, endpoint, reader, subscription }: About,
): Promise<Verdict> => {
  const over = (end: 'CANCELLED' | 'WITHHELD', cause: ProblemCode): Verdict => ({ row, end, cause });
  const inForce = await turn.inForce(row.warning ?? '', row.version ?? 0);
  if (inForce === null) return over('CANCELLED', 'WARNING_GONE');
  const { version, head } = inForce;
  const nowMs = turn.now.getTime();
  const isOpen = [version, head].every(({ content }) => decide(reader, content.access, nowMs).allowed);
  if (!isOpen) return over('WITHHELD', 'POLICY_NO_LONGER_ALLOWS');
  // A newer version that was told, or waits, by itself stands for this one; of what is cancelled there is nothing to tell.
  const isReplaced = head.row.version !== row.version && (await hub.gathered.isFollowed(row));
  const isGone = head.content.summary.messageType === 'CANCEL' || head.content.summary.recall !== undefined;
  if (isReplaced || isGone) return over('CANCELLED', 'SUPERSEDED');
  if (isPast(head.content.summary, turn.now)) return over('CANCELLED', 'WARNING_EXPIRED');
  if (head.content.access.tlp === 'RED') return over('WITHHELD', 'MARKING_FORBIDS');
  const item = itemOf({ ...head.row, parsed: head.content }, reader, '', nowMs);
  if (item === null) return over('WITHHELD', 'POLICY_NO_LONGER_ALLOWS');
  if (!(await doesAskFor(hub, subscription, reader, head))) return over('CANCELLED', 'NOT_ASKED_FOR');
  const { tlp } = head.content.access;
  const carried = carriedTo(endpoint, { tlp, handling: item.summary.handling });
  if (carried === 'NOTHING') return over('WITHHELD', 'ENCRYPTION_REQUIRED');
  return carried === 'NOTICE' ? { row, waits: true } : { row, item, isWhole: carried === 'CONTENT' };
};

const endOthers = async (hub: Hub, verdicts: readonly Verdict[]): Promise<void> => {
  const at = hub.clock.now();
  const over = verdicts.flatMap((each) => ('end' in each ? [each] : []));
  for (const [name, group] of Map.groupBy(over, ({ end, cause }) => `${end} ${cause}`)) {
    const [first] = group;
    if (first === undefined || name === '') continue;
    const { end: state, cause } = first;
    await hub.gathered.end(
      group.map(({ row }) => row._id),
      { state, cause, at },
    );
  }
};

const gradedOf = ({ grade, summary }: Item) => ({
  effectiveUrgency: grade.urgency,
  effectiveCertainty: grade.certainty,
  severity: summary.severity,
});

type Listed = { readonly item: Item; readonly isWhole: boolean };

const bySeverity = (one: Listed, other: Listed): number => byGrade(gradedOf(one.item), gradedOf(other.item));

type Digest = {
  readonly delivery: ChannelDeliveryRow;
  readonly endpoint: Endpoint;
  readonly subscription: Subscription;
  readonly items: readonly Listed[];
  readonly doesMoreWait: boolean;
};

const composed = (hub: Hub, { delivery, endpoint, subscription, items, doesMoreWait }: Digest): Composed => {
  const exercise = subscription.filter.exercise === undefined ? '' : 'EXERCISE ';
  const more = doesMoreWait ? [`More waits for you. Sign in to read it:\n${hub.origin}`] : [];
  const short = (item: Listed, at: number): Listed => (at < MOST_WHOLE ? item : { ...item, isWhole: false });
  const parts = [...items.map((item, at) => itemText(hub, short(item, at))), ...more];
  return {
    letter: {
      type: 'digest',
      data: {
        delivery: delivery._id,
        subscription: subscription.id,
        items: items.map(({ item }) => itemData(hub, item)),
        moreWaits: doesMoreWait,
      },
      // The name is what its reader wrote; of the items the subject says nothing.
      subject: `${exercise}What waits for you`,
      shownSubject: `${exercise}What waits for you`,
      text: parts.join('\n\n'),
      link: hub.origin,
      thread: null,
      unsubscribe: endpoint.channel === 'MAIL' ? unsubscribeAddress(hub, endpoint.id) : null,
      brings: items.map(({ item: { summary } }) => summary.id),
    },
  };
};

/** The headline; what is in it, and why its reader has it, only where the way carries content. */
const itemText = (hub: Hub, { item: { summary, reason }, isWhole }: Listed): string =>
  [
    `[TLP:${summary.tlp}] ${summary.kind === 'PRACTICE' ? 'PRACTICE' : summary.severity}: ${tidy(summary.headline)}`,
    ...(isWhole ? contentLines(summary, reason) : []),
    `  ${hub.origin}/warning/${summary.id}`,
  ].join('\n');

const contentLines = ({ actions }: Item['summary'], { rule }: Item['reason']): string[] => [
  `  ${tidy(rule)}`,
  ...actions.slice(0, 1).map(({ text, by }) => `  First: ${tidy(text)}${by === null ? '' : ` (by ${by})`}`),
];

const itemData = (hub: Hub, { summary, grade, reason }: Item) => ({
  warning: summary.id,
  version: summary.version,
  headline: summary.headline,
  tlp: summary.tlp,
  severity: summary.severity,
  urgency: grade.urgency,
  certainty: grade.certainty,
  exercise: summary.exercise,
  why: reason.kind,
  link: `${hub.origin}/warning/${summary.id}`,
});
