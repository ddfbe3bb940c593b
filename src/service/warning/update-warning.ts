// A correction: a new version by the publisher, to those who had the former one. Audience, marking and exercise stay
// as they were when it was created.
import type { Actor } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, problem, refused } from '../../domain/problem.ts';
import type { WarningDraft } from '../../domain/warning.ts';
import { draftProblems } from '../../domain/warning-rules.ts';
import { mayAct } from '../../policy/decide.ts';
import type { Content, WarningRow } from '../../store/warnings.ts';
import { readHead } from '../feed/read-warning.ts';
import { sectorsOf } from './envelope-of.ts';
import { answerRow, idempotentRequest, storedAnswer } from './idempotency.ts';
import { prepareVersion } from './prepare-version.ts';
import {
  type ActOptions,
  ATTEMPTS,
  busy,
  type Published,
  type PublishRoom,
  publishedOf,
} from './publish-warning.ts';
import { writeVersion } from './write-version.ts';

export type Correction = Omit<
  WarningDraft,
  'kind' | 'marking' | 'audience' | 'allowEmptyAudience' | 'exercise'
>;

export type UpdateRequest = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly draft: Correction;
};

export const updateWarning = async (
  hub: PublishRoom,
  actor: Actor,
  request: UpdateRequest,
  options: ActOptions = {},
): Promise<Outcome<Published>> =>
  correct(hub, actor, { ...request, operation: 'update', cancelReason: null, payload: request }, options);

type CorrectionAct = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly operation: 'update' | 'cancel';
  readonly payload: unknown;
  readonly draft: Correction | null;
  readonly cancelReason: string | null;
};

/** What updating and cancelling share: the head is loaded by its own id, the actor decided on it, one version written. */
export const correct = async (
  hub: PublishRoom,
  actor: Actor,
  act: CorrectionAct,
  options: ActOptions,
): Promise<Outcome<Published>> => {
  const request = idempotentRequest(actor, act.operation, options.idempotencyKey, act.payload);
  if (!request.ok) return request;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stored = await storedAnswer<Published>(hub, request.value);
    if (!stored.ok) return stored;
    if (stored.value !== null) return accepted(stored.value);
    const head = await correctable(hub, actor, act);
    if (!head.ok) return head;
    const prepared = await prepare(hub, actor, act, head.value);
    if (!prepared.ok) return prepared;
    const published = publishedOf(prepared.value);
    const written = await writeVersion(hub, {
      ...prepared.value,
      event: act.operation === 'cancel' ? 'warning.cancelled' : 'warning.updated',
      thing: head.value.row.thing,
      fingerprint: null,
      isQuiet: false,
      former: head.value.row,
      answer: answerRow(request.value, published),
    });
    if (written === 'WRITTEN') return accepted(published);
  }
  return refused(busy());
};

type Head = { readonly row: WarningRow; readonly content: Content };

const correctable = async (hub: PublishRoom, actor: Actor, act: CorrectionAct): Promise<Outcome<Head>> => {
  const head = await readHead(hub, actor, act.id);
  if (head === null) return notFound();
  const permission = mayAct(
    actor,
    act.operation === 'cancel' ? 'warning.cancel' : 'warning.update',
    head.content.envelope,
  );
  if (!permission.allowed) return refused(permission.problem);
  const { card } = head.content;
  if (card.messageType === 'CANCEL') {
    return refused(
      problem(
        'ALREADY_CANCELLED',
        '$.id',
        'This warning was cancelled; that was its last version.',
        'Publish a new one.',
      ),
    );
  }
  if (card.version !== act.expectedVersion) {
    return refused(
      problem(
        'VERSION_CONFLICT',
        '$.expectedVersion',
        `The current version is ${card.version}, not ${act.expectedVersion}.`,
        'Read it again, and decide again.',
      ),
    );
  }
  return accepted({ row: head.row, content: head.content });
};

const prepare = async (hub: PublishRoom, actor: Actor, act: CorrectionAct, { content }: Head) => {
  const { card, envelope } = content;
  const draft = draftOf(act, content);
  const problems = draft.kind === 'WARNING' ? draftProblems(draft, hub.clock.now()) : [];
  // The audience was judged when it was given, and cannot be changed here.
  const own = problems.filter(({ path }) => !path.startsWith('$.audience') && !isOfFormer(act, path));
  if (own.length > 0) return refused(...own);
  const directory = await hub.directory.current();
  const now = new Date(Math.max(hub.clock.now().getTime(), Date.parse(card.updatedAt) + 1)).toISOString();
  const publisher = directory.members.get(actor.member.id) ?? actor.member;
  return prepareVersion(hub, actor, {
    telling: {
      id: card.id,
      version: card.version + 1,
      draft,
      publisher,
      sectors: sectorsOf(envelope.audience),
      publishedAt: card.publishedAt,
      now,
    },
    audience: envelope.audience,
    messageType: act.operation === 'cancel' ? 'CANCEL' : 'UPDATE',
    directory,
    former: content,
    cancelReason: act.cancelReason,
  });
};

/** A cancellation repeats the former texts: nobody is told that its validUntil has passed meanwhile. */
const isOfFormer = (act: CorrectionAct, path: string): boolean =>
  act.draft === null && path === '$.validUntil';

const draftOf = (act: CorrectionAct, { card, envelope }: Content) => {
  const fixed = {
    marking: envelope.tlp === 'UNKNOWN' ? ('RED' as const) : envelope.tlp,
    audience: envelope.audience,
    allowEmptyAudience: true,
    exercise: envelope.exercise,
  };
  if (act.draft !== null) return { kind: 'WARNING' as const, ...act.draft, ...fixed };
  const shown = { ...card, ...fixed, bundle: null };
  return card.practice === null
    ? { ...shown, kind: 'WARNING' as const }
    : { ...shown, ...card.practice, kind: 'PRACTICE' as const, practiceKind: card.practice.kind };
};
