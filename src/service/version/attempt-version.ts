// The only way a version of a warning or practice is created, by publishing, correcting, withdrawing or importing:
// proposed, prepared and written in one transaction, and proposed again when a concurrent writer wins.

import type { StoredGrade } from '../../domain/grade/effective-grade.ts';
import type { StorageClass } from '../../domain/limit/storage.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import type { Content } from '../../store/warnings.ts';
import { newGrade } from '../grade/judge-grade.ts';
import { answerRow, type IdempotentRequest, storedAnswer } from '../record/idempotency.ts';
import { entityOfAdvisory } from './entity-of-advisory.ts';
import type { PreviousVersion } from './marking-of.ts';
import { type Preparation, prepareVersion, type VersionToPrepare } from './prepare-version.ts';
import { type RecordFacts, type VersionToWrite, writeVersion } from './write-version.ts';

export type VersionDeps = Pick<
  Hub,
  | 'config'
  | 'clock'
  | 'entropy'
  | 'members'
  | 'directory'
  | 'communities'
  | 'database'
  | 'objects'
  | 'warnings'
  | 'accessClasses'
  | 'feed'
  | 'entries'
  | 'answers'
  | 'contents'
  | 'storage'
  | 'references'
  | 'ways'
>;

/** A version whose content is known, and that has no objects: a recall, or a notice to those who lose a warning. */
export type ReadyVersion = {
  readonly ready: Content;
  /** Null for a first version. */
  readonly previous: PreviousVersion | null;
  /** How many get it of those that its publisher may know of. */
  readonly recipients: number;
};

/** What goes with a version into its transaction. */
export type Beside = {
  /** Of a narrowing: a notice to those who lose it; null where a newer version came and nothing is written. */
  readonly notice?: ReadyVersion | null;
  readonly also: (session: Session) => Promise<void>;
};

/** What an act wants to write, read and decided for this attempt. */
export type Proposal<Answer> = {
  readonly version: VersionToPrepare | ReadyVersion;
  readonly record: Omit<RecordFacts, 'thing'>;
  readonly besideOf?: (prepared: Preparation) => Promise<Beside>;
  readonly answerOf: (prepared: Preparation, beside: Beside | null) => Answer;
};

export type VersionAct<Answer> = {
  /** The request that an Idempotency-Key stands for; null without one. */
  readonly request: IdempotentRequest | null;
  readonly propose: () => Promise<Outcome<Proposal<Answer>>>;
  /** Everything but the writing. */
  readonly isTrial: boolean;
  /** What it needs of the disks; a cancellation is written when new content is refused. */
  readonly storageClass: StorageClass;
  /** What else is written in the transaction of the version. */
  readonly also?: (session: Session) => Promise<void>;
};

/** `written` is null when nothing was written: an earlier answer is repeated, or it was a trial. */
export type Attempted<Answer> = { readonly answer: Answer; readonly written: WrittenVersion | null };
export type WrittenVersion = { readonly content: Content; readonly grade: StoredGrade };

/** Concurrent writers of one object are resolved by reading again; more attempts than this mean overload. */
const ATTEMPTS = 4;

export const attemptVersion = async <Answer>(
  hub: VersionDeps,
  actor: Actor,
  { request, propose, isTrial, storageClass, also }: VersionAct<Answer>,
): Promise<Outcome<Attempted<Answer>>> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stored = await storedAnswer<Answer>(hub, request);
    if (!stored.ok) return stored;
    if (stored.value !== null) return accepted({ answer: stored.value, written: null });
    if (!isTrial) await hub.storage.require(storageClass);
    const proposal = await propose();
    if (!proposal.ok) return proposal;
    const { version, record, besideOf, answerOf } = proposal.value;
    const prepared = 'ready' in version ? asItIs(version) : await prepareVersion(hub, actor, version);
    if (!prepared.ok) return prepared;
    const { content, placement, terms } = prepared.value;
    const beside = (await besideOf?.(prepared.value)) ?? null;
    const answer = answerOf(prepared.value, beside);
    if (isTrial) return accepted({ answer, written: null });
    const grade = await newGrade(hub, content.summary);
    const written = await writeVersion(hub, {
      content,
      grade,
      placement,
      terms,
      record: { ...record, thing: entityOf(version, content) },
      previous: version.previous?.row ?? null,
      answer: answerRow(request, answer),
      also: async (session) => {
        await beside?.also(session);
        await also?.(session);
      },
      beside: beside?.notice == null ? [] : [await noticeToWrite(hub, beside.notice)],
    });
    if (written === 'WRITTEN') return accepted({ answer, written: { content, grade } });
  }
  return refused(busy());
};

const NOTHING_PLACED = { fresh: [], held: [], toldAgain: [], offered: [], problems: [] };

const asItIs = ({ ready, recipients }: ReadyVersion): Outcome<Preparation> =>
  accepted({ content: ready, placement: NOTHING_PLACED, findings: [], recipients, terms: [] });

/** What is recalled is about no advisory any more. */
const entityOf = (version: VersionToPrepare | ReadyVersion, { summary }: Content): string | null => {
  if ('ready' in version) return null;
  const { assertion, previous } = version;
  return previous === null ? entityOfAdvisory(assertion.draft, summary.report) : previous.row.thing;
};

/** The number of the record follows that of the version that it goes with. */
const noticeToWrite = async (hub: VersionDeps, { ready }: ReadyVersion): Promise<VersionToWrite> => ({
  content: ready,
  grade: await newGrade(hub, ready.summary),
  placement: NOTHING_PLACED,
  terms: [],
  record: { event: 'warning.cancelled', thing: null, fingerprint: null, sourceDigest: null, isQuiet: false },
  previous: null,
  answer: null,
});

const busy = () =>
  problem('BUSY', '$', 'Others are publishing the same objects right now.', 'Send the same request again.');
