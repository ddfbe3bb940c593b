// Recalls a warning or practice that should not have been sent: whatever its versions said leaves every way out but its
// publisher's, in one transaction, and whoever holds it gets a last version that says why and what to do.
import type { Actor } from '../../../domain/member.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../../domain/problem.ts';
import { seenOrNull } from '../../../domain/reading/seen-text.ts';
import { languageProblems, TEXT_LIMITS, textBroken } from '../../../domain/warning-rules.ts';
import { mayAct } from '../../../policy/decide.ts';
import type { Session } from '../../../store/connect.ts';
import { contentOf } from '../../../store/content/stored-content.ts';
import type { Content, WarningRow } from '../../../store/warnings.ts';
import { recordAct } from '../../audit/record-act.ts';
import { settleListing } from '../../delivery/settle-listing.ts';
import { kindOfId, readHead } from '../../item/read-warning.ts';
import type { ReadyVersion } from '../../version/attempt-version.ts';
import { alreadyRecalled, otherVersion, reasonProblem } from '../../version/correct-version.ts';
import type { PreviousVersion } from '../../version/marking-of.ts';
import { type ActOptions, type Published, publishVersion } from '../../version/publish-version.ts';
import { closeFormer } from './close-former.ts';
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

export const recallWarning = async (
  hub: RecallDeps,
  actor: Actor,
  request: RecallRequest,
  options: ActOptions = {},
): Promise<Outcome<Published>> => {
  const broken = textProblems(request);
  if (broken.length > 0) return refused(...broken);
  const outcome = await publishVersion(
    hub,
    actor,
    {
      operation: 'recall',
      payload: request,
      event: 'warning.cancelled',
      storageClass: 'WORK',
      propose: async (): Promise<Outcome<ReadyVersion>> => {
        const head = await recallable(hub, actor, request);
        if (!head.ok) return head;
        const ready = await contentFor(hub, head.value.row, request);
        const recipients = ready.access.holders?.listed.length ?? 0;
        return accepted({ ready, previous: head.value, recipients });
      },
      besideOf: async ({ content }) => ({ also: (session) => takeBack(hub, actor, content, session) }),
    },
    options,
  );
  // A trial and a repeat have written nothing.
  if (outcome.ok && outcome.value.item !== null) await takeEffect(hub, { warning: request.id });
  return outcome;
};

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
): Promise<Outcome<PreviousVersion>> => {
  const head = await readHead(hub, actor, id);
  if (head === null) return notFound();
  const verb = kindOfId(id) === 'WARNING' ? 'warning.cancel' : 'practice.withdraw';
  const permission = mayAct(actor, verb, head.content.access);
  if (!permission.allowed) return refused(permission.problem);
  const { summary } = head.content;
  if (summary.recall !== undefined) return refused(alreadyRecalled());
  if (summary.version !== expectedVersion) return refused(otherVersion(summary.version, expectedVersion));
  return accepted(head);
};

const contentFor = async (
  hub: RecallDeps,
  head: WarningRow,
  { reason, whatToDo, language }: RecallRequest,
): Promise<Content> => {
  const former = await formerContents(hub, head);
  const last = contentOf(head.content).summary;
  const now = new Date(Math.max(hub.clock.now().getTime(), Date.parse(last.updatedAt) + 1)).toISOString();
  return tombstoneOf(former, {
    id: last.id,
    version: last.version + 1,
    reason: reason.trim(),
    language,
    recall: { warning: last.id, whatToDo: seenOrNull(whatToDo)?.trim() ?? WHAT_TO_DO, isNarrowed: false },
    holders: await holdersOf(hub, former),
    now,
  });
};

/** Of every version, the newest last; rows of older releases say then whether their publisher sees them. */
export const formerContents = async (hub: RecallDeps, head: WarningRow): Promise<[...Content[], Content]> => {
  const rows = await hub.warnings.formerVersions(head.warning, head.version);
  const former = rows.map(({ content }) => contentOf(content));
  const all: [...Content[], Content] = [...former, contentOf(head.content)];
  for (const { summary, access } of all)
    await settleListing(hub, { warning: summary.id, version: summary.version, access });
  return all;
};

/** What its former versions said is closed with the same commit, and the act is recorded. */
const takeBack = async (
  hub: RecallDeps,
  actor: Actor,
  { summary: { id, version }, access }: Content,
  session: Session,
): Promise<void> => {
  await closeFormer(hub, { warning: id, below: version }, session);
  await beginTakingEffect(hub, session);
  const facts = { version, listed: access.holders?.listed.length ?? 0 };
  const act = { by: actor, members: [access.publisher], warning: id, facts };
  await recordAct(hub, { ...act, event: 'warning.recalled' }, session);
};
