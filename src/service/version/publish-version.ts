// The steps that publishing, correcting and withdrawing share around the attempt: the Idempotency-Key, and the
// answer.

import type { StorageClass } from '../../domain/limit/storage.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome } from '../../domain/problem.ts';
import type { Event } from '../../domain/record/entry.ts';
import type { Summary } from '../../domain/warning.ts';
import type { Session } from '../../store/connect.ts';
import { type Item, itemOf } from '../item/item.ts';
import { idempotentRequest } from '../record/idempotency.ts';
import { actInWords } from './act-in-words.ts';
import { attemptVersion, type Beside, type ReadyVersion, type VersionDeps } from './attempt-version.ts';
import type { Preparation, PublishFinding, VersionToPrepare } from './prepare-version.ts';
import type { RecordFacts } from './write-version.ts';

export type ActOptions = {
  readonly idempotencyKey?: string | undefined;
  /** Everything but the writing. */
  readonly isTrial?: boolean;
  /** Closes the proposal that a second person has approved, in the transaction of the version, with what came of it. */
  readonly approved?: (session: Session, warning: string) => Promise<void>;
};

/** As kept for repeats. An answer of an older release has no `listed`, but a count that took in every recipient. */
type Answer = {
  readonly warning: string;
  readonly version: number;
  readonly listed?: number;
  /** Absent in an answer that the release before stored of a recall. */
  readonly findings?: readonly PublishFinding[];
  readonly notice?: Notice | null;
};

/** What those get who lose a warning that was narrowed. */
type Notice = {
  /** Its id; it stands for nothing in a trial. */
  readonly warning: string;
  /** How many lose it, of those that its publisher may know of. */
  readonly listed: number;
};

export type Published = Pick<Answer, 'warning' | 'version'> & {
  readonly findings: readonly PublishFinding[];
  /** Of a narrowing: null in an answer that the release before stored, where nobody lost it. */
  readonly notice?: Notice | null;
  /** Number of recipients that the publisher may know of (I32), without itself; null in a repeat of an older answer. */
  readonly recipients: number | null;
  /** What was written, as its publisher sees it; null when an earlier answer is repeated. */
  readonly item: Item | null;
  /** The act in words; null when an earlier answer is repeated. */
  readonly inWords: string | null;
  /** Whether nothing was written: `warning` then stands for nothing. */
  readonly isTrial: boolean;
  /** Of a trial: what would have been written. */
  readonly draft?: Summary;
};

export type PublishAct = {
  /** Name and input of the act: the request that an Idempotency-Key stands for. */
  readonly operation: string;
  readonly payload: unknown;
  readonly event: Event;
  readonly storageClass: StorageClass;
  readonly propose: () => Promise<Outcome<VersionToPrepare | ReadyVersion>>;
  readonly besideOf?: (prepared: Preparation) => Promise<Beside>;
  /** What else is written in the transaction of the version. */
  readonly also?: (session: Session) => Promise<void>;
};

export const publishVersion = async (
  hub: VersionDeps,
  actor: Actor,
  { operation, payload, event, storageClass, propose, besideOf, also }: PublishAct,
  options: ActOptions,
): Promise<Outcome<Published>> => {
  const request = idempotentRequest(actor, operation, options.idempotencyKey, payload);
  if (!request.ok) return request;
  const isTrial = options.isTrial === true;
  let inWords: string | null = null;
  const tried: { draft?: Summary } = {};
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
        record: { event, fingerprint: null, sourceDigest: null, isQuiet: false, ...stateOf(version.value) },
        ...(besideOf === undefined ? {} : { besideOf }),
        answerOf: ({ content: { summary }, recipients, findings }, beside) => {
          const notice = noticeIn(beside);
          inWords = actInWords(summary, recipients, { isTrial, notice });
          if (isTrial) tried.draft = summary;
          const answer = { warning: summary.id, version: summary.version, listed: recipients, findings };
          return notice === undefined ? answer : { ...answer, notice };
        },
      });
    },
  });
  if (!attempted.ok) return attempted;
  const { answer, written } = attempted.value;
  const nowMs = hub.clock.now().getTime();
  const row = written === null ? null : { ...written.grade, isQuiet: false, parsed: written.content };
  const item = row === null ? null : itemOf(row, actor, '', nowMs);
  const { warning, version, listed, findings = [], notice } = answer;
  const published = {
    warning,
    version,
    recipients: listed ?? null,
    findings,
    item,
    inWords,
    isTrial,
    ...tried,
  };
  return accepted(notice === undefined ? published : { ...published, notice });
};

/** A correction of an imported warning is of the state that it corrects: an older one that is imported later undoes nothing. */
const stateOf = (version: VersionToPrepare | ReadyVersion): Pick<RecordFacts, 'sourceVersion'> => {
  const sourceVersion = version.previous?.row.sourceVersion;
  return sourceVersion === undefined ? {} : { sourceVersion };
};

const noticeIn = (beside: Beside | null): Notice | null | undefined => {
  const notice = beside?.notice;
  return notice == null ? notice : { warning: notice.ready.summary.id, listed: notice.recipients };
};
