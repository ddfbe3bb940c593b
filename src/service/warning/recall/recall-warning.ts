// Recalls a warning or practice that should not have been sent: whatever its versions said leaves every way out but its
// publisher's, in one transaction, and whoever holds it gets a last version that says why and what to do.
import type { Actor } from '../../../domain/member.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../../domain/problem.ts';
import { languageProblems, TEXT_LIMITS, textBroken } from '../../../domain/warning-rules.ts';
import { mayAct } from '../../../policy/decide.ts';
import type { Session } from '../../../store/connect.ts';
import { closedText, contentOf } from '../../../store/content/stored-content.ts';
import type { Content, WarningRow } from '../../../store/warnings.ts';
import { recordAct } from '../../audit/record-act.ts';
import { settleListing } from '../../delivery/settle-listing.ts';
import { newGrade } from '../../grade/judge-grade.ts';
import { itemOf } from '../../item/item.ts';
import { kindOfId, readHead } from '../../item/read-warning.ts';
import { actInWords } from '../../version/act-in-words.ts';
import { alreadyRecalled, otherVersion, reasonProblem } from '../../version/correct-version.ts';
import { answerRow, idempotentRequest, storedAnswer } from '../../version/idempotency.ts';
import type { ActOptions, Published } from '../../version/publish-version.ts';
import { type VersionToWrite, writeVersion } from '../../version/write-version.ts';
import { holdersOf } from './holders-of.ts';
import type { RecallDeps } from './recall-deps.ts';
import { beginTakingEffect, takeEffect } from './take-effect.ts';
import { tombstoneOf, WHAT_TO_DO } from './tombstone.ts';

export type RecallRequest = {
  readonly id: string;
  readonly expectedVersion: number;
  /** Holders read it, also those that may not read the warning any more. */
  readonly reason: string;
  readonly whatToDo: string | null;
  /** BCP 47, of both. */
  readonly language: string;
};

type Answer = { readonly warning: string; readonly version: number; readonly listed: number };

/** Attempts while colleagues write versions of it. */
const ATTEMPTS = 4;

export const recallWarning = async (
  hub: RecallDeps,
  actor: Actor,
  request: RecallRequest,
  options: ActOptions = {},
): Promise<Outcome<Published>> => {
  const broken = textProblems(request);
  if (broken.length > 0) return refused(...broken);
  const keyed = idempotentRequest(actor, 'recall', options.idempotencyKey, request);
  if (!keyed.ok) return keyed;
  const isTrial = options.isTrial === true;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stored = await storedAnswer<Answer>(hub, keyed.value);
    if (!stored.ok) return stored;
    if (stored.value !== null) return accepted(repeated(stored.value));
    const head = await recallable(hub, actor, request);
    if (!head.ok) return head;
    const content = await contentFor(hub, head.value, request);
    const { summary, access } = content;
    const listed = access.holders?.listed.length ?? 0;
    const inWords = actInWords(summary, listed, isTrial);
    const { id: warning, version } = summary;
    const done = { warning, version, recipients: listed, findings: [], item: null, inWords, isTrial };
    if (isTrial) return accepted(done);
    await hub.storage.require('WORK');
    const grade = await newGrade(hub, summary);
    const answer = answerRow(keyed.value, { warning, version, listed } satisfies Answer);
    const also = (session: Session) => closeFormer(hub, actor, content, session);
    const written = await writeVersion(hub, { ...nothingElse(content, head.value), grade, answer, also });
    if (written !== 'WRITTEN') continue;
    await takeEffect(hub, warning);
    const row = { ...grade, isQuiet: false, parsed: content };
    return accepted({ ...done, item: itemOf(row, actor, '', hub.clock.now().getTime()) });
  }
  return refused(problem('BUSY', '$', 'Others are changing it right now.', 'Send the same request again.'));
};

/** What is written of a recall: no objects, nothing it is found by, and no advisory that it is about. */
export const nothingElse = (
  content: Content,
  previous: WarningRow | null,
): Omit<VersionToWrite, 'grade' | 'answer'> => ({
  content,
  placement: { fresh: [], held: [], toldAgain: [], offered: [], problems: [] },
  terms: [],
  record: {
    event: 'warning.cancelled',
    thing: null,
    fingerprint: null,
    sourceDigest: null,
    isQuiet: false,
  },
  previous,
});

export const textProblems = ({
  reason,
  whatToDo,
  language,
}: Pick<RecallRequest, 'reason' | 'whatToDo' | 'language'>): Problem[] => {
  const long = TEXT_LIMITS.note;
  const isTooLong = (whatToDo?.length ?? 0) > long;
  return [
    reasonProblem(reason.trim()),
    isTooLong
      ? problem('TEXT_TOO_LONG', '$.whatToDo', `What to do has at most ${long} characters.`, 'Shorten it.')
      : null,
    whatToDo?.isWellFormed() === false ? textBroken('$.whatToDo') : null,
    ...languageProblems('$.language', language),
  ].filter((each) => each !== null);
};

const recallable = async (
  hub: RecallDeps,
  actor: Actor,
  { id, expectedVersion }: Pick<RecallRequest, 'id' | 'expectedVersion'>,
): Promise<Outcome<WarningRow>> => {
  const head = await readHead(hub, actor, id);
  if (head === null) return notFound();
  const verb = kindOfId(id) === 'WARNING' ? 'warning.cancel' : 'practice.withdraw';
  const permission = mayAct(actor, verb, head.content.access);
  if (!permission.allowed) return refused(permission.problem);
  const { summary } = head.content;
  if (summary.recall !== undefined) return refused(alreadyRecalled());
  if (summary.version !== expectedVersion) return refused(otherVersion(summary.version, expectedVersion));
  return accepted(head.row);
};

const contentFor = async (
  hub: RecallDeps,
  head: WarningRow,
  { reason, whatToDo, language }: RecallRequest,
): Promise<Content> => {
  const rows = await hub.warnings.formerVersions(head.warning, head.version);
  const former = [...rows, head].map(({ content }) => contentOf(content)) as [Content];
  for (const { summary, access } of former)
    await settleListing(hub, { warning: summary.id, version: summary.version, access });
  const last = contentOf(head.content).summary;
  const now = new Date(Math.max(hub.clock.now().getTime(), Date.parse(last.updatedAt) + 1)).toISOString();
  return tombstoneOf(former, {
    id: last.id,
    version: last.version + 1,
    reason: reason.trim(),
    language,
    recall: { warning: last.id, whatToDo: whatToDo?.trim() || WHAT_TO_DO, isNarrowed: false },
    holders: await holdersOf(hub, former),
    now,
  });
};

/** What its former versions said leaves the feed, the search and the queue with the same commit. */
const closeFormer = async (
  hub: RecallDeps,
  actor: Actor,
  { summary: { id, version }, access }: Content,
  session: Session,
): Promise<void> => {
  const rows = await hub.warnings.formerVersions(id, version, session);
  const closed = rows.map(({ _id, content }) => ({ _id, content: closedText(content) }));
  await hub.warnings.rewrite(closed, session);
  await hub.feed.removeFormer(id, version, session);
  await hub.deliveries.stopFormer(id, version, session);
  await hub.context.warnings.clear(id, version, session);
  // What waits for endpoints is not sent, and what was sent is not in their log any more.
  const former = { warning: id, version: { $lt: version } };
  const end = { state: 'CANCELLED', cause: 'RECALLED', at: hub.clock.now() } as const;
  await hub.channelDeliveries.endWaiting(former, end, session);
  await hub.attempts.forgetContent(id, session);
  await beginTakingEffect(hub, session);
  const facts = { version, listed: access.holders?.listed.length ?? 0 };
  const act = { by: actor, members: [access.publisher], warning: id, facts };
  await recordAct(hub, { ...act, event: 'warning.recalled' }, session);
};

const repeated = ({ warning, version, listed }: Answer): Published => ({
  warning,
  version,
  recipients: listed,
  findings: [],
  item: null,
  inWords: null,
  isTrial: false,
});
