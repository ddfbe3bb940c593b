// An acknowledgement: "we have it", with the member's own status. It is durable with its entry before the request is
// answered (I14). Said again, or sent again under its Idempotency-Key, it adds nothing to the record (I18). A member that is not listed to the publisher shows itself by answering, and its reason told it so (I32).
import { askedBy } from '../../domain/answer/asked-by.ts';
import { closingAnswers } from '../../domain/answer/asking.ts';
import { isOfWhatIsAsked } from '../../domain/answer/asks-for-more.ts';
import type { AcknowledgementAnswer, Delivery } from '../../domain/delivery.ts';
import { deliveryId } from '../../domain/delivery.ts';
import { gradeOf } from '../../domain/grade/effective-grade.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, problem, refused } from '../../domain/problem.ts';
import { seenOrNull } from '../../domain/reading/seen-text.ts';
import type { Summary } from '../../domain/warning.ts';
import { TEXT_LIMITS, textBroken } from '../../domain/warning-rules.ts';
import type { Hub } from '../../hub.ts';
import { anyPerson, decide, mayAct } from '../../policy/decide.ts';
import { listedReason } from '../../policy/disclosed-relation.ts';
import { isListedTo, listingIn } from '../../policy/naming.ts';
import type { Content, WarningRow } from '../../store/warnings.ts';
import { ownRows } from '../item/delivered-version.ts';
import { readHead } from '../item/read-warning.ts';
import { newEntry } from '../record/append-entry.ts';
import { answerRow, type IdempotentRequest, idempotentRequest, storedAnswer } from '../record/idempotency.ts';
import { otherVersion } from '../version/correct-version.ts';
import type { ActOptions } from '../version/publish-version.ts';
import { type ByLink, outdatedLink, usedLink } from './answer-link.ts';
import { answerOfSite } from './answer-of-site.ts';
import { ownDelivery } from './delivery-of.ts';
import { newDelivery } from './new-delivery.ts';
import { openCase } from './open-case.ts';
import { lastAnswerTo } from './read-answers.ts';
import { showAnswer } from './show-answer.ts';
import { answersBefore, asksForMoreThan, openStanding } from './standing.ts';

export type AcknowledgeRequest = {
  readonly warning: string;
  /** Null leaves the answer that stands, to this version or to a former one; SEEN where there is none. */
  readonly answer: AcknowledgementAnswer | null;
  readonly note: string | null;
  /**
   * Whether a publisher that does not see the member is told its name. Null: it is told, unless the member is unlisted to it.
   */
  readonly withName?: boolean | null;
  /** Slug of the site that the answer is for; for the whole member when absent. */
  readonly site?: string | null;
  /** The version that was read; without it, whichever is the newest takes the answer, unless that is a recall. */
  readonly expectedVersion?: number;
};

type Deps = Pick<
  Hub,
  | 'warnings'
  | 'deliveries'
  | 'entries'
  | 'answers'
  | 'directory'
  | 'counters'
  | 'nameKey'
  | 'database'
  | 'clock'
  | 'entropy'
  | 'storage'
  | 'answerPlans'
  | 'cases'
>;

/** As kept for repeats, which get the delivery as it is by then. */
type Answer = { readonly delivery: string };

type AcknowledgeOptions = ActOptions & {
  /** Of an answer by a signed link, which answers one version, once. */
  readonly byLink?: ByLink;
};

export const acknowledgeWarning = async (
  hub: Deps,
  actor: Actor,
  given: AcknowledgeRequest,
  options: AcknowledgeOptions = {},
): Promise<Outcome<Delivery>> => {
  const keyed = idempotentRequest(actor, 'acknowledge', options.idempotencyKey, given);
  if (!keyed.ok) return keyed;
  const request = { ...given, note: seenOrNull(given.note) };
  const head = await readHead(hub, actor, request.warning);
  if (head === null) return notFound('$.warning');
  const permission = mayAct(actor, 'warning.acknowledge', head.content.access);
  if (!permission.allowed) return refused(permission.problem);
  const { byLink } = options;
  const version = await answeredVersion(hub, actor, head);
  if (byLink !== undefined && ![head.row.version, version].includes(byLink.version))
    return refused(outdatedLink());
  if ((request.note?.length ?? 0) > TEXT_LIMITS.note) {
    return refused(
      problem('TEXT_TOO_LONG', '$.note', `A note has at most ${TEXT_LIMITS.note} characters.`, 'Shorten it.'),
    );
  }
  if (request.note?.isWellFormed() === false) return refused(textBroken('$.note'));
  const unread = notAsRead(request, head, version, byLink);
  return (
    (await earlierAnswer(hub, actor, keyed.value)) ??
    unread ??
    (await writeAnswer(hub, actor, { head, version, request, keyed: keyed.value, byLink })) ??
    // Another request with this key was faster.
    (await earlierAnswer(hub, actor, keyed.value)) ??
    (byLink === undefined ? notFound('$.warning') : refused(usedLink()))
  );
};

/** The version whose delivery takes the answer: where the newest one came silently, the one that the member was brought. */
const answeredVersion = async (
  hub: Deps,
  { member }: Actor,
  { row, content: { summary } }: Said['head'],
): Promise<number> => {
  if (!row.isQuiet) return summary.version;
  const own = await ownRows(hub, member.id, [{ isQuiet: true, summary }]);
  return own.get(summary.id)?.version ?? summary.version;
};

/**
 * Whoever read another version has not answered this one. A recall takes the place of a text that was read under the same id, and
 * confirming it ends that it is asked for: whoever answers says that it was the recall that they read.
 */
const notAsRead = (
  { expectedVersion }: AcknowledgeRequest,
  { content: { summary } }: Said['head'],
  version: number,
  byLink: ByLink | undefined,
): Outcome<never> | null => {
  const read = byLink?.version ?? expectedVersion;
  if (read === undefined)
    return summary.recall !== undefined && summary.version > 1
      ? refused(recallUnread(summary.version))
      : null;
  return [summary.version, version].includes(read) ? null : refused(otherVersion(summary.version, read));
};

const recallUnread = (version: number) =>
  problem(
    'VERSION_CONFLICT',
    '$.expectedVersion',
    `It was recalled by version ${version}, and the answer does not say that it is to that.`,
    'Read it again, then answer with its version.',
  );

const earlierAnswer = async (
  hub: Deps,
  actor: Actor,
  keyed: IdempotentRequest | null,
): Promise<Outcome<Delivery> | null> => {
  const stored = await storedAnswer<Answer>(hub, keyed);
  if (!stored.ok) return stored;
  if (stored.value === null) return null;
  const [row] = await hub.deliveries.byIds([stored.value.delivery]);
  return row === undefined ? null : accepted(ownDelivery(row, actor.member));
};

type Said = {
  readonly head: { readonly row: WarningRow; readonly content: Content };
  readonly version: number;
  readonly request: AcknowledgeRequest;
  readonly keyed: IdempotentRequest | null;
  readonly byLink: ByLink | undefined;
};

/** Null when the answer to this Idempotency-Key was stored meanwhile, or the link that it comes by was used. */
const writeAnswer = async (
  hub: Deps,
  actor: Actor,
  { head, version, request, keyed, byLink }: Said,
): Promise<Outcome<Delivery> | null> => {
  const { access, summary } = head.content;
  const at = hub.clock.now();
  const decision = decide(actor, access, at.getTime());
  if (!decision.allowed) return notFound('$.warning');
  const target = {
    warning: summary.id,
    version,
    member: actor.member.id,
    exercise: access.exercise,
  };
  await hub.storage.require('WORK');
  const directory = await hub.directory.current();
  const listed = listedReason(listingIn(directory, access, at.getTime(), anyPerson)(actor.member));
  const isNamed = request.withName ?? isListedTo(directory, actor.member, access.publisher);
  const id = deliveryId(summary.id, version, actor.member.id, 'FEED');
  const asking = askedBy(summary);
  const sites = request.site == null ? [] : ((await hub.answerPlans.of(actor.member.id))?.sites ?? []);
  const site = request.site == null ? null : (sites.find(({ slug }) => slug === request.site) ?? null);
  if (request.site != null && site === null) return refused(siteUnknown(request.site));
  // What was said of a warning says nothing of its recall.
  const otherwise =
    summary.recall === undefined ? await standingFor(hub, actor.member.id, { summary, version }) : 'SEEN';
  const standing = (await openStanding(hub, summary)([actor.member.id])).get(actor.member.id);
  const answer = answerRow(keyed, { delivery: id } satisfies Answer);
  const written = await hub.database.transactionUnlessTaken(async (session) => {
    if (byLink !== undefined && !(await byLink.spend(session))) return null;
    const made = newDelivery(target, { own: decision.reason, listed }, at, { asking, standing });
    await hub.deliveries.ensure([made], session);
    const [before] = await hub.deliveries.byIds([id], session);
    if (answer !== null) await hub.answers.keep({ ...answer, at }, session);
    const closing = asking === null ? [] : closingAnswers(asking);
    const given = { answer: request.answer, otherwise, note: request.note, by: actor.person, at, closing };
    const former = before === undefined || site === null ? [] : await answersBefore(hub, before, summary);
    const ofSite =
      before === undefined || site === null ? {} : answerOfSite({ before, former }, given, { site, sites });
    const row =
      ofSite === null ? null : await hub.deliveries.acknowledge(id, { ...given, ...ofSite }, session);
    const isShownAnew =
      listed === null && before !== undefined && (await showAnswer(hub, { before, isNamed }, session));
    if (request.answer === 'NEED_HELP') {
      const said = { _id: id, ...target, note: request.note, acknowledgedBy: actor.person };
      const by = { publisher: access.publisher, urgency: gradeOf(head.row, summary).urgency };
      await openCase(hub, { row: said, ...by, isRepeated: row === null }, session);
    }
    if (row === null && !isShownAnew) return hub.deliveries.byIds([id], session);
    const subject = { warning: summary.id, version, delivery: id };
    const entry = newEntry(hub, { event: 'delivery.acknowledged', subject, exercise: access.exercise });
    await hub.entries.append([entry], session);
    return row === null ? hub.deliveries.byIds([id], session) : [row];
  });
  const [row] = written ?? [];
  return row === undefined ? null : accepted(ownDelivery(row, actor.member));
};

/**
 * What a bare answer to this version says: what was answered to a former one. That it was done, or does not concern the member,
 * is only true of what was answered: where the version asks for more, it has been seen.
 */
const standingFor = async (
  hub: Deps,
  member: string,
  { summary, version }: { readonly summary: Summary; readonly version: number },
): Promise<AcknowledgementAnswer> => {
  const last = await lastAnswerTo(hub, member, { id: summary.id, version });
  if (last === null || !isOfWhatIsAsked(last.answer)) return last?.answer ?? 'SEEN';
  return (await asksForMoreThan(hub, last.version, summary)) ? 'SEEN' : last.answer;
};

const siteUnknown = (site: string) =>
  problem(
    'SITE_UNKNOWN',
    '$.site',
    `Your organisation lists no site "${site.slice(0, 64)}".`,
    'Query answerPlan for those that it lists, or answer for all of it.',
  );
