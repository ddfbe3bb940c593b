// Publishing: the first verb of the line. A warning or a practice is validated, decided, and written in one
// transaction with its entry; everything asynchronous follows from that entry.

import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import type { Draft } from '../../domain/warning.ts';
import { draftProblems } from '../../domain/warning-rules.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { sectorsOf } from './envelope-of.ts';
import { answerRow, idempotentRequest, storedAnswer } from './idempotency.ts';
import { type Preparation, prepareVersion } from './prepare-version.ts';
import { resolveAudience } from './resolve-audience.ts';
import { thingOfAdvisory } from './thing-of-advisory.ts';
import { writeVersion } from './write-version.ts';

export type Published = {
  readonly warning: string;
  readonly version: number;
  /** Members reached, the publisher apart. */
  readonly recipients: number;
  readonly findings: Preparation['findings'];
};

export type ActOptions = { readonly idempotencyKey?: string | undefined };

export type PublishRoom = Pick<
  Hub,
  | 'config'
  | 'clock'
  | 'entropy'
  | 'directory'
  | 'database'
  | 'objects'
  | 'warnings'
  | 'feed'
  | 'entries'
  | 'answers'
>;

/** Rival writers of the same object are met by reading again; more often than this is a storm. */
export const ATTEMPTS = 4;

export const publishWarning = async (
  hub: PublishRoom,
  actor: Actor,
  draft: Draft,
  options: ActOptions = {},
): Promise<Outcome<Published>> => {
  const permission = mayAct(actor, draft.kind === 'WARNING' ? 'warning.publish' : 'practice.publish', null);
  if (!permission.allowed) return refused(permission.problem);
  const request = idempotentRequest(actor, 'publish', options.idempotencyKey, draft);
  if (!request.ok) return request;
  const problems = draftProblems(draft, hub.clock.now());
  if (problems.length > 0) {
    const repeated = await storedAnswer<Published>(hub, request.value);
    return repeated.ok && repeated.value !== null ? accepted(repeated.value) : refused(...problems);
  }
  const prefix = draft.kind === 'WARNING' ? 'warning' : 'practice';
  const id = `${prefix}--${hub.entropy.uuid()}`;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stored = await storedAnswer<Published>(hub, request.value);
    if (!stored.ok) return stored;
    if (stored.value !== null) return accepted(stored.value);
    const prepared = await prepare(hub, actor, draft, id);
    if (!prepared.ok) return prepared;
    const published = publishedOf(prepared.value);
    const written = await writeVersion(hub, {
      ...prepared.value,
      event: 'warning.published',
      thing: thingOfAdvisory(draft, prepared.value.content.card.report),
      fingerprint: null,
      isQuiet: false,
      former: null,
      answer: answerRow(request.value, published),
    });
    if (written === 'WRITTEN') return accepted(published);
  }
  return refused(busy());
};

export const publishedOf = ({ content, recipients, findings }: Preparation): Published => ({
  warning: content.card.id,
  version: content.card.version,
  recipients,
  findings,
});

export const busy = () =>
  problem(
    'BUSY',
    '$',
    'Others are publishing the same objects at this moment.',
    'Send the same request again.',
  );

const prepare = async (
  hub: PublishRoom,
  actor: Actor,
  draft: Draft,
  id: string,
): Promise<Outcome<Preparation>> => {
  const directory = await hub.directory.current();
  const { audience, problems } = resolveAudience(draft.audience, directory);
  if (problems.length > 0) return refused(...problems);
  const now = hub.clock.now().toISOString();
  const publisher = directory.members.get(actor.member.id) ?? actor.member;
  const sectors = sectorsOf(audience);
  return prepareVersion(hub, actor, {
    telling: { id, version: 1, draft, publisher, sectors, publishedAt: now, now },
    audience,
    messageType: 'ALERT',
    directory,
  });
};
