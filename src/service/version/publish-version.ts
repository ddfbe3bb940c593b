// The steps that publishing, correcting and withdrawing share around the attempt: the Idempotency-Key, and the
// answer.

import type { StorageClass } from '../../domain/limit/storage.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome } from '../../domain/problem.ts';
import type { Event } from '../../domain/record/entry.ts';
import type { Session } from '../../store/connect.ts';
import { type Item, itemOf } from '../item/item.ts';
import { actInWords } from './act-in-words.ts';
import { attemptVersion, type VersionDeps } from './attempt-version.ts';
import { idempotentRequest } from './idempotency.ts';
import type { PublishFinding, VersionToPrepare } from './prepare-version.ts';

export type ActOptions = {
  readonly idempotencyKey?: string | undefined;
  /** Everything but the writing. */
  readonly isTrial?: boolean;
  /** Closes the proposal that a second person has approved, in the transaction of the version. */
  readonly approved?: (session: Session) => Promise<void>;
};

/** As kept for repeats. An answer of an older release has no `listed`, but a count that took in every recipient. */
type Answer = {
  readonly warning: string;
  readonly version: number;
  readonly listed?: number;
  readonly findings: readonly PublishFinding[];
};

export type Published = Pick<Answer, 'warning' | 'version' | 'findings'> & {
  /** Number of recipients that the publisher may know of (I32), without itself; null in a repeat of an older answer. */
  readonly recipients: number | null;
  /** What was written, as its publisher sees it; null when an earlier answer is repeated. */
  readonly item: Item | null;
  /** The act in words; null when an earlier answer is repeated. */
  readonly inWords: string | null;
  /** Whether nothing was written: `warning` then stands for nothing. */
  readonly isTrial: boolean;
};

export type PublishAct = {
  /** Name and input of the act: the request that an Idempotency-Key stands for. */
  readonly operation: string;
  readonly payload: unknown;
  readonly event: Event;
  readonly storageClass: StorageClass;
  readonly propose: () => Promise<Outcome<VersionToPrepare>>;
  /** What else is written in the transaction of the version. */
  readonly also?: (session: Session) => Promise<void>;
};

export const publishVersion = async (
  hub: VersionDeps,
  actor: Actor,
  { operation, payload, event, storageClass, propose, also }: PublishAct,
  options: ActOptions,
): Promise<Outcome<Published>> => {
  const request = idempotentRequest(actor, operation, options.idempotencyKey, payload);
  if (!request.ok) return request;
  const isTrial = options.isTrial === true;
  let inWords: string | null = null;
  const attempted = await attemptVersion<Answer>(hub, actor, {
    request: request.value,
    isTrial,
    storageClass,
    ...(also === undefined ? {} : { also }),
    propose: async () => {
      const version = await propose();
      if (!version.ok) return version;
      return accepted({
        version: version.value,
        record: { event, fingerprint: null, sourceDigest: null, isQuiet: false },
        answerOf: ({ content: { summary }, recipients, findings }) => {
          inWords = actInWords(summary, recipients, isTrial);
          return { warning: summary.id, version: summary.version, listed: recipients, findings };
        },
      });
    },
  });
  if (!attempted.ok) return attempted;
  const { answer, written } = attempted.value;
  const nowMs = hub.clock.now().getTime();
  const row = written === null ? null : { ...written.grade, isQuiet: false, parsed: written.content };
  const item = row === null ? null : itemOf(row, actor, '', nowMs);
  const { warning, version, listed, findings } = answer;
  return accepted({ warning, version, recipients: listed ?? null, findings, item, inWords, isTrial });
};
