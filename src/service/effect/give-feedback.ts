// A member says whether a warning was of use, and whether it has seen the same. Counts begin at five members that everybody may
// know of, whoever is a client of whom; who said what is for nobody but the publisher, and only of members that it may know of (I32).

import type { Directory } from '../../domain/directory.ts';
import { roundedCount } from '../../domain/effect/effect.ts';
import type { Feedback, Sighting } from '../../domain/effect/feedback.ts';
import type { Actor, Member } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, problem, refused } from '../../domain/problem.ts';
import { seenOrNull } from '../../domain/reading/seen-text.ts';
import { TEXT_LIMITS, textBroken } from '../../domain/warning-rules.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { isNamedRecipientIn } from '../../policy/naming.ts';
import type { CountedFeedback } from '../../store/effect/feedback.ts';
import type { Item } from '../item/item.ts';
import { readHead } from '../item/read-warning.ts';

export type FeedbackRequest = {
  readonly warning: string;
  readonly isUseful: boolean | null;
  readonly sighting: Sighting | null;
  readonly details: string | null;
};

type Deps = Pick<Hub, 'warnings' | 'feedback' | 'storage' | 'clock'>;

export const giveFeedback = async (
  hub: Deps,
  actor: Actor,
  request: FeedbackRequest,
): Promise<Outcome<Feedback>> => {
  const head = await readHead(hub, actor, request.warning);
  if (head === null) return notFound('$.warning');
  const { access } = head.content;
  const permission = mayAct(actor, 'warning.acknowledge', access);
  if (!permission.allowed) return refused(permission.problem);
  if (access.publisher === actor.member.id) return refused(ofItsOwn());
  const { details, sighting } = request;
  if ((details?.length ?? 0) > TEXT_LIMITS.note) return refused(tooLong());
  if (details?.isWellFormed() === false) return refused(textBroken('$.details'));
  await hub.storage.require('WORK');
  const feedback: Feedback = {
    warning: request.warning,
    member: actor.member.id,
    isUseful: request.isUseful,
    sighting,
    details: sighting === 'SEEN_WITH_DETAILS' ? seenOrNull(details) : null,
    by: actor.person,
    at: hub.clock.now(),
  };
  await hub.feedback.save(feedback);
  return accepted(feedback);
};

export type FeedbackSummary = {
  /** Null below five; rounded down to a multiple of five. */
  readonly seenBy: number | null;
  /** Percent of those who said, rounded to tens; null below five. */
  readonly usefulPercent: number | null;
  /** For its publisher: what members that it may know of have seen. Oldest first. */
  readonly details: readonly { readonly member: Member; readonly text: string; readonly at: Date }[];
  /** What the reader's own member has said; null for nothing. */
  readonly own: OwnFeedback | null;
};

export type OwnFeedback = Pick<Feedback, 'isUseful' | 'sighting' | 'details' | 'at'>;

export const NOTHING_SAID: FeedbackSummary = { seenBy: null, usefulPercent: null, details: [], own: null };

const MOST_DETAILS = 200;
const ROUNDED = 10;

/** By id of the warning. */
export const feedbackOn = async (
  hub: Pick<Hub, 'feedback' | 'directory' | 'clock'>,
  actor: Actor,
  items: readonly Item[],
): Promise<Map<string, FeedbackSummary>> => {
  const directory = await hub.directory.current();
  const ids = items.map(({ summary }) => summary.id);
  const [given, own, details] = await Promise.all([
    hub.feedback.counted(ids),
    hub.feedback.ofMember(actor.member.id, ids),
    detailsFor(hub, directory, actor, items),
  ]);
  const nowMs = hub.clock.now().getTime();
  const counted = Map.groupBy(given, ({ warning }) => warning);
  const said = new Map(own.map((each) => [each.warning, each]));
  return new Map(
    items.map((item) => {
      const { id } = item.summary;
      const counts = countsOf(directory, item, counted.get(id) ?? [], nowMs);
      return [id, { ...counts, details: details.get(id) ?? [], own: ownIn(said.get(id)) }];
    }),
  );
};

const ownIn = (own: Feedback | undefined): OwnFeedback | null => {
  if (own === undefined || (own.isUseful === null && own.sighting === null)) return null;
  const { isUseful, sighting, details, at } = own;
  return { isUseful, sighting, details, at };
};

/** The same for every reader: of members that are listed to everybody, and that its publisher may know have it. */
const countsOf = (
  directory: Directory,
  { access }: Item,
  given: readonly CountedFeedback[],
  nowMs: number,
): Pick<FeedbackSummary, 'seenBy' | 'usefulPercent'> => {
  const isNamed = isNamedRecipientIn(directory, access, nowMs);
  const counted = given.flatMap((each) => {
    const member = directory.members.get(each.member);
    if (member === undefined || member.isUnlisted === true || member.id === access.publisher) return [];
    return isNamed(member) ? [each] : [];
  });
  const seen = counted.filter(({ sighting }) => sighting !== null);
  const said = counted.filter(({ isUseful }) => isUseful !== null);
  const useful = said.filter(({ isUseful }) => isUseful === true).length;
  const percent = (100 * useful) / Math.max(1, said.length);
  return {
    seenBy: roundedCount(seen.length),
    usefulPercent: roundedCount(said.length) === null ? null : Math.round(percent / ROUNDED) * ROUNDED,
  };
};

type Details = FeedbackSummary['details'];

/** Row by row, since texts that are hidden from the publisher do not count for what is shown (I31). */
const detailsFor = async (
  hub: Pick<Hub, 'feedback' | 'clock'>,
  directory: Directory,
  actor: Actor,
  items: readonly Item[],
): Promise<ReadonlyMap<string, Details>> => {
  const nowMs = hub.clock.now().getTime();
  const published = items.filter(({ access }) => access.publisher === actor.member.id);
  const named = new Map(
    published.map(({ summary, access }) => [summary.id, isNamedRecipientIn(directory, access, nowMs)]),
  );
  const found = new Map<string, Details[number][]>();
  if (named.size === 0) return found;
  for await (const { warning, member: id, details: text, at } of hub.feedback.detailed([...named.keys()])) {
    const member = directory.members.get(id);
    const of = found.get(warning) ?? [];
    const isNamed = member !== undefined && named.get(warning)?.(member) === true;
    if (isNamed && text !== null && of.length < MOST_DETAILS)
      found.set(warning, [...of, { member, text, at }]);
  }
  return found;
};

const ofItsOwn = () =>
  problem('OWN_WARNING', '$.warning', 'Your own organisation published it.', 'Publish an update instead.');

const tooLong = () =>
  problem('TEXT_TOO_LONG', '$.details', `At most ${TEXT_LIMITS.note} characters.`, 'Shorten it.');
