// A version of a warning, to an endpoint, or that the grade of one that was told there was raised. It is read and decided again here, at the moment of sending: the newest version may
// have become stricter, the member or person may have lost the right, and a newer version takes the place of an older one.
import { bundleOf } from 'stix2-ts/bundle';
import type { Endpoint } from '../../../domain/channel/endpoint.ts';
import { actorOf, type Directory } from '../../../domain/directory.ts';
import { strictest } from '../../../domain/marking.ts';
import type { Actor } from '../../../domain/member.ts';
import { isPast } from '../../../domain/retention/end-of-warning.ts';
import type { DispatchCause } from '../../../domain/subscription/dispatch.ts';
import type { Hub } from '../../../hub.ts';
import { carriedTo } from '../../../policy/channel/carried-to.ts';
import { decide } from '../../../policy/decide.ts';
import type { ChannelDeliveryRow } from '../../../store/delivery/channel-deliveries.ts';
import { type Item, itemOf } from '../../item/item.ts';
import { bundleOfWarning } from '../../object/bundle/bundle-of-warning.ts';
import { printWarning } from '../../print/print-warning.ts';
import type { InForce, Turn } from '../send/turn.ts';
import { unsubscribeAddress } from '../unsubscribe-address.ts';
import { type Composed, type Composer, ended, type Letter } from './letter.ts';
import {
  RAISED_TYPE,
  raisedText,
  subjectOf,
  summaryData,
  summaryText,
  typeOf,
  WAITING,
  waitingData,
  waitingWords,
} from './warning-words.ts';

/** Who reads at the endpoint: the person whose own it is, or a machine of the member. Null for who may not sign in any more. */
export const readerAt = (directory: Directory, { id, member, person }: Endpoint): Actor | null =>
  actorOf(directory, { id, member, person, roles: person === null ? ['integrator'] : null });

export const warningLetter: Composer = async (hub, turn, { delivery, endpoint }) => {
  const { warning, version } = delivery;
  if (warning === null || version === null) return ended('CANCELLED', 'WARNING_GONE');
  const inForce = await turn.inForce(warning, version);
  const ofFeed = inForce?.byMember.get(delivery.member);
  if (inForce === null || ofFeed === undefined) return ended('CANCELLED', 'WARNING_GONE');
  const withheld = inForce.whyWithheld(ofFeed);
  if (withheld !== null) return ended('WITHHELD', withheld);
  const reader = readerAt(turn.directory, endpoint);
  const nowMs = turn.now.getTime();
  const { version: own, head } = inForce;
  const isOpen = [own, head].every(
    ({ content }) => reader !== null && decide(reader, content.access, nowMs).allowed,
  );
  if (reader === null || !isOpen) return ended('WITHHELD', 'POLICY_NO_LONGER_ALLOWS');
  // What goes is the text of the newest version: of several that wait only the last one brings it.
  if (head.row.version !== version && (await hub.gathered.isFollowed(delivery)))
    return ended('CANCELLED', 'SUPERSEDED');
  // Whoever was told gets the withdrawal by itself.
  const { summary } = head.content;
  const isGone = summary.messageType === 'CANCEL' || summary.recall !== undefined;
  if (isGone && head.row.version !== version) return ended('CANCELLED', 'SUPERSEDED');
  if (!(await isAskedForStill(turn, { delivery, endpoint, inForce })))
    return ended('CANCELLED', 'NOT_ASKED_FOR');
  // Whoever was told before learns what changed, marked as over.
  if (delivery.goesFirst !== true && isPast(summary, turn.now)) return ended('CANCELLED', 'WARNING_EXPIRED');
  return composed(hub, turn, { delivery, endpoint, reader, inForce });
};

/** Before, nobody can have changed a mind. */
const MINUTE_MS = 60_000;

const NOT_ANY_MORE: ReadonlySet<DispatchCause | undefined> = new Set<DispatchCause>([
  'NOT_ASKED_FOR',
  'UNSUBSCRIBED',
  'EXPIRED',
  'ENDED',
]);

/**
 * Decided again for what waited, for another attempt or at a paused endpoint; and an older version that was asked for does not bring
 * a newest one that is not. Not for what corrects something that was told, nor for what somebody had tried anew.
 */
const isAskedForStill = async (
  turn: Turn,
  { delivery, endpoint, inForce: { head } }: Omit<About, 'reader'>,
): Promise<boolean> => {
  const isOlder = head.row.version !== delivery.version;
  const hasWaited = delivery.attempts > 0 || turn.now.getTime() - sinceOf(delivery).getTime() > MINUTE_MS;
  const isAnew = delivery.attemptsBefore > 0;
  if (delivery.occasion !== 'WARNING' || delivery.goesFirst === true || isAnew) return true;
  if (!isOlder && !hasWaited) return true;
  return !NOT_ANY_MORE.has((await turn.decided(head)).get(endpoint.id)?.cause);
};

/** Since when it was to go: as it was made, or decided anew. */
const sinceOf = ({ at, releasedAt }: ChannelDeliveryRow): Date => releasedAt ?? at;

type About = {
  readonly delivery: ChannelDeliveryRow;
  readonly endpoint: Endpoint;
  readonly reader: Actor;
  readonly inForce: InForce;
};

const composed = async (hub: Hub, turn: Turn, about: About): Promise<Composed> => {
  const { delivery, endpoint, reader, inForce } = about;
  const { content, row } = inForce.head;
  const now = hub.clock.now();
  const item = itemOf({ ...row, parsed: content }, reader, '', now.getTime());
  if (item === null) return ended('WITHHELD', 'POLICY_NO_LONGER_ALLOWS');
  const { summary, grade, reason } = item;
  const carried = carriedTo(endpoint, { tlp: strictestOf(inForce), handling: summary.handling });
  if (carried === 'NOTHING') return ended('WITHHELD', 'ENCRYPTION_REQUIRED');
  const isRaise = delivery.occasion !== 'WARNING';
  // Its catalogue took it back meanwhile.
  if (isRaise && grade.because === null) return ended('CANCELLED', 'NOTHING_LEFT');
  const waits = waitsAt(hub, delivery, endpoint);
  if (carried === 'NOTICE') return { letter: waits };
  const told = inForce.version.row.version;
  const letter: Letter = {
    ...waits,
    type: isRaise ? RAISED_TYPE : typeOf(summary),
    // A raise comes after the mail of its version.
    thread: { warning: summary.id, version: isRaise ? told + 1 : told },
    data: { ...waits.data, version: summary.version, ...summaryData(summary, { grade, why: reason.kind }) },
    subject: subjectOf(summary, { now, isRaised: isRaise }),
    text: isRaise
      ? raisedText(summary, grade, { now, link: waits.link })
      : summaryText(summary, now, waits.link),
  };
  if (carried === 'SUMMARY') return { letter };
  if (endpoint.channel === 'WEBHOOK') {
    const bundle = await bundleFor(hub, turn, { endpoint, reader, item });
    return { letter: { ...letter, data: { ...letter.data, ...contentData(item), bundle } } };
  }
  const languages =
    endpoint.person === null ? [] : languagesOf(await hub.directory.current(), endpoint.person);
  const print = await printWarning(hub, reader, summary.id, { languages });
  if (print === null) return ended('WITHHELD', 'POLICY_NO_LONGER_ALLOWS');
  // It was read anew: what a version that came meanwhile demands counts.
  const { access, summary: printed } = print.item;
  const tlp = strictest(strictestOf(inForce), access.tlp, printed.tlp);
  const stillCarried = carriedTo(endpoint, { tlp, handling: printed.handling });
  if (stillCarried === 'NOTHING') return ended('WITHHELD', 'ENCRYPTION_REQUIRED');
  if (stillCarried !== 'CONTENT') return { letter: waits };
  return {
    letter: {
      ...letter,
      subject: subjectOf(printed, { now, isRaised: isRaise }),
      text: print.text.trimEnd(),
    },
  };
};

/**
 * The endpoints of one reader have the same bundle, which a turn reads once; each with an id of its own. What it leaves out depends on
 * the endpoint only by its ceiling.
 */
const bundleFor = async (
  hub: Hub,
  turn: Turn,
  { endpoint, reader, item }: Pick<About, 'endpoint' | 'reader'> & { readonly item: Item },
) => {
  const { member, person, ceiling } = endpoint;
  const { id, version } = item.summary;
  const key = `bundle ${JSON.stringify([id, version, member, person, ceiling])}`;
  const { objects = [] } = await turn.once(key, () =>
    bundleOfWarning(hub, reader, item, { isNewest: false, hasContext: true, ceiling }),
  );
  return bundleOf(objects);
};

const languagesOf = ({ persons }: Directory, id: string): readonly string[] =>
  persons.get(id)?.languages ?? [];

/** The stricter of the version's own marking and the newest one's. */
const strictestOf = ({ version, head }: InForce) =>
  strictest(version.content.access.tlp, head.content.access.tlp, head.content.summary.tlp);

/** The same for every warning and version: what it is about, or how often it changed, follows from nothing here. */
const waitsAt = (hub: Hub, { _id, warning, exercise }: ChannelDeliveryRow, endpoint: Endpoint): Letter => {
  const link = `${hub.origin}/warning/${warning}`;
  return {
    type: WAITING,
    data: { delivery: _id, ...waitingData({ warning, link, exercise }) },
    ...waitingWords(link, exercise),
    link,
    thread: { warning: warning ?? '', version: 1 },
    unsubscribe: endpoint.channel === 'MAIL' ? unsubscribeAddress(hub, endpoint.id) : null,
  };
};

const contentData = ({ summary, grade }: Item) => ({
  raisedBecause: grade.because,
  summary: summary.summary,
  language: summary.language,
  actions: summary.actions,
  contacts: summary.contacts,
  validUntil: summary.validUntil,
  sectorsConcerned: summary.sectorsConcerned,
  countriesConcerned: summary.countriesConcerned,
  cves: summary.cves,
  externalReferences: summary.externalReferences,
  cancelReason: summary.cancelReason,
  recall: summary.recall ?? null,
  level: summary.level ?? 'INFORMATION',
  answerBy: summary.answerBy ?? null,
  handling: summary.handling ?? null,
});
