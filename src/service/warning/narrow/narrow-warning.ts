// Narrows a warning or practice that was shared too widely: a new version with the same texts and objects for those who keep
// it, and in the same transaction a notice to those who lose it. They get its number, why, and what to do, and confirm that they
// destroyed it. It only takes away; more readers take two persons (widen-warning.ts).
import { bundleOf } from 'stix2-ts/bundle';
import type { Audience } from '../../../domain/audience.ts';
import type { Actor } from '../../../domain/member.ts';
import { accepted, type Outcome, refused } from '../../../domain/problem.ts';
import type { Session } from '../../../store/connect.ts';
import { closedText, contentOf, narrowedText } from '../../../store/content/stored-content.ts';
import type { Content } from '../../../store/warnings.ts';
import { recordAct } from '../../audit/record-act.ts';
import { kindOfId } from '../../item/read-warning.ts';
import type { Beside, ReadyVersion } from '../../version/attempt-version.ts';
import { correctVersion, type Narrowed } from '../../version/correct-version.ts';
import type { PreviousVersion } from '../../version/marking-of.ts';
import type { ActOptions, Published } from '../../version/publish-version.ts';
import { stopFormer } from '../recall/close-former.ts';
import type { RecallDeps } from '../recall/recall-deps.ts';
import { formerContents, textProblems } from '../recall/recall-warning.ts';
import { beginTakingEffect, takeEffect } from '../recall/take-effect.ts';
import { tombstoneOf, WHAT_TO_DO } from '../recall/tombstone.ts';
import { type KeepRequest, keptOf } from './kept-of.ts';
import { losersOf } from './losers-of.ts';
import { objectsOf } from './objects-of.ts';

export type NarrowRequest = KeepRequest & {
  readonly id: string;
  readonly expectedVersion: number;
  /** Who loses it reads it; those who keep it do not. */
  readonly reason: string;
  readonly whatToDo: string | null;
  /** BCP 47, of both. */
  readonly language: string;
};

type NarrowDeps = RecallDeps;

export const narrowWarning = async (
  hub: NarrowDeps,
  actor: Actor,
  request: NarrowRequest,
  options: ActOptions = {},
): Promise<Outcome<Published>> => {
  const broken = textProblems(request);
  if (broken.length > 0) return refused(...broken);
  const { id, expectedVersion } = request;
  const kind = kindOfId(id);
  let losers: readonly string[] = [];
  const outcome = await correctVersion(
    hub,
    actor,
    {
      id,
      expectedVersion,
      kind,
      verb: kind === 'WARNING' ? 'warning.cancel' : 'practice.withdraw',
      operation: 'narrow',
      payload: request,
      change: { narrow: (head) => narrowed(hub, actor, head, request) },
      besideOf: async ({ content }) => {
        const { members, ...beside } = await besideOf(hub, actor, content, request);
        losers = members;
        return beside;
      },
    },
    options,
  );
  // A trial and a repeat have written nothing.
  if (outcome.ok && outcome.value.item !== null) await takeEffect(hub, { warning: id, members: losers });
  return outcome;
};

const narrowed = async (
  hub: NarrowDeps,
  actor: Actor,
  { content }: PreviousVersion,
  request: NarrowRequest,
): Promise<Outcome<Narrowed>> => {
  const kept = await keptOf(hub, actor, content, request);
  if (!kept.ok) return kept;
  const { objects, keptRows } = await objectsOf(hub, actor, content);
  return accepted({ ...kept.value, bundle: objects.length === 0 ? null : bundleOf(objects), keptRows });
};

const besideOf = async (
  hub: NarrowDeps,
  actor: Actor,
  next: Content,
  request: NarrowRequest,
): Promise<Beside & { readonly members: readonly string[] }> => {
  const head = await hub.warnings.head(request.id);
  // A newer version came: this one is not written.
  if (head === null || head.version !== request.expectedVersion)
    return { notice: null, members: [], also: async () => undefined };
  const former = await formerContents(hub, head);
  const losers = await losersOf(hub, former, next.access);
  // Also where nobody loses it: whether there is one must not tell of those that its publisher may not know of (I32).
  const notice = noticeOf(former, {
    id: `${kindOfId(request.id) === 'WARNING' ? 'warning' : 'practice'}--${hub.entropy.uuid()}`,
    version: 1,
    reason: request.reason.trim(),
    language: request.language,
    recall: { warning: request.id, whatToDo: request.whatToDo?.trim() || WHAT_TO_DO, isNarrowed: true },
    holders: losers,
    now: next.summary.updatedAt,
  });
  const lost = {
    members: losers.members,
    notice: notice.ready.summary.id,
    listed: losers.listed.length,
  };
  const also = (session: Session): Promise<void> => takeAway(hub, actor, { next, former, lost }, session);
  return { notice, members: losers.members, also };
};

const noticeOf = (
  former: readonly [...Content[], Content],
  stone: Parameters<typeof tombstoneOf>[1],
): ReadyVersion => {
  const { tlp } = (former.at(-1) as Content).access;
  const ready = tombstoneOf(former, tlp === 'RED' ? { ...stone, tlp } : stone);
  return { ready, previous: null, recipients: stone.holders.listed.length };
};

type Taken = {
  readonly next: Content;
  readonly former: readonly [...Content[], Content];
  readonly lost: {
    readonly members: readonly string[];
    readonly notice: string;
    readonly listed: number;
  };
};

/** Former versions, what waits to be sent, and the logs of those who lose it change with the same commit. */
const takeAway = async (
  hub: NarrowDeps,
  actor: Actor,
  { next: { access, summary }, former, lost }: Taken,
  session: Session,
): Promise<void> => {
  const { id, version } = summary;
  const rows = await hub.warnings.formerVersions(id, version, session);
  const { audience } = (former.at(-1) as Content).access;
  await hub.warnings.rewrite(
    rows.map(({ _id, content }) => ({ _id, content: takenFrom(content, audience, access) })),
    session,
  );
  await hub.feed.replaceFormer(id, version, session);
  await stopFormer(hub, { warning: id, below: version, members: lost.members }, session);
  await beginTakingEffect(hub, session);
  const facts = { version, listed: lost.listed, notice: lost.notice };
  const act = { by: actor, members: [access.publisher], warning: id, facts };
  await recordAct(hub, { ...act, event: 'warning.narrowed' }, session);
};

/** A version that was for others than the newest one is its publisher's alone from now on. */
const takenFrom = (text: string, newest: Audience, to: Content['access']): string => {
  const { access } = contentOf(text);
  if (JSON.stringify(access.audience) !== JSON.stringify(newest)) return closedText(text);
  const { tlp, audience, cascade, publicCascade } = to;
  return narrowedText(text, {
    tlp,
    audience,
    cascade,
    ...(publicCascade === undefined ? {} : { publicCascade }),
  });
};
