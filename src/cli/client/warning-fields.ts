// A warning as the command line receives it. The operations in src/operations request these fields.
import type { Level } from '../../domain/answer/asking.ts';
import type { AcknowledgementAnswer } from '../../domain/delivery.ts';
import type { Asked } from '../../exchange/text/asked-text.ts';
import { typed } from '../terminal/choices.ts';

export type ShownWarning = {
  readonly id: string;
  readonly kind: 'WARNING' | 'PRACTICE';
  readonly version: number;
  readonly messageType: 'ALERT' | 'UPDATE' | 'CANCEL';
  readonly state: 'ACTIVE' | 'EXPIRED' | 'CANCELLED';
  readonly headline: string;
  readonly summary: string;
  readonly language: string;
  readonly translations: readonly {
    readonly language: string;
    readonly headline: string;
    readonly summary: string;
    readonly actions: readonly string[];
  }[];
  readonly actions: readonly { readonly text: string; readonly by: string | null }[];
  readonly contacts: readonly { readonly name: string; readonly number: string; readonly hours: string }[];
  readonly urgency: string;
  readonly severity: string;
  readonly certainty: string;
  readonly effectiveUrgency: string;
  readonly effectiveCertainty: string;
  readonly raisedBecause: string | null;
  readonly known: { readonly inWords: readonly string[] };
  readonly validUntil: string | null;
  readonly level: Level;
  readonly answerBy: string | null;
  readonly sectorsConcerned: readonly string[];
  readonly countriesConcerned: readonly string[];
  readonly marking: string | null;
  readonly markingInWords: string;
  readonly handling: { readonly inWords: readonly string[] } | null;
  readonly exercise: string | null;
  readonly cancelReason: string | null;
  /** Set on a recall: nothing else in it is of the warning that it recalls. */
  readonly recall: {
    readonly warning: string;
    readonly whatToDo: string;
    readonly isNarrowed: boolean;
  } | null;
  readonly changes: readonly string[];
  readonly publisher: { readonly slug: string; readonly name: string; readonly country: string };
  /** Who issued it elsewhere; null where its publisher speaks for itself. */
  readonly issuer: string | null;
  readonly publishedAt: string;
  readonly updatedAt: string;
  readonly takenInAt: string;
  readonly cves: readonly string[];
  readonly whyMe: {
    readonly kind: string;
    readonly rule: string;
    readonly hoursToEffect: number | null;
    readonly isKnownToPublisher: boolean;
  };
  readonly myDelivery: {
    readonly state: string;
    readonly answer: AcknowledgementAnswer | null;
    readonly answerBy: string | null;
    readonly isAnswerDue: boolean;
    readonly isAnswered: boolean;
    /** Newest first, also to former versions. */
    readonly answers: readonly { readonly version: number; readonly answer: AcknowledgementAnswer }[];
  } | null;
};

type Answered = Pick<ShownWarning, 'version'> & {
  readonly myDelivery: Pick<NonNullable<ShownWarning['myDelivery']>, 'answers'> | null;
  readonly recall: object | null;
};

/** What the reader's member last answered, as `--answer` takes it; null when it has not. */
export const ownAnswer = ({ myDelivery, version, recall }: Answered): string | null => {
  const last = myDelivery?.answers[0];
  // What was answered before it was taken back says nothing of whether it is removed.
  if (last === undefined || (recall !== null && last.version !== version)) return null;
  return `${typed(last.answer)}${last.version === version ? '' : `, to version ${last.version}`}`;
};

/** What it asks of the reader's member. In a stream its delivery may not be written yet: then it is due. */
export const askedOf = ({ id, version, level, answerBy, recall, ...shown }: ShownWarning): Asked => ({
  id,
  version,
  level,
  answerBy: shown.state === 'CANCELLED' ? null : answerBy,
  isRecall: recall !== null,
  isOwn: shown.whyMe.kind === 'OWN',
  isDue: shown.myDelivery?.isAnswerDue ?? true,
});

export type WarningEdge = {
  readonly cursor: string;
  readonly node: ShownWarning;
  /** Only in a stream. */
  readonly occasion?: 'VERSION' | 'RAISED' | 'ENDED';
};
