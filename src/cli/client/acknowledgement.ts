// Sends an acknowledgement, and puts its answer into words.
import type { AcknowledgementAnswer } from '../../domain/delivery.ts';
import { typed } from '../terminal/choices.ts';
import type { HubClient } from './hub-client.ts';
import type { Refusal } from './refusals.ts';

export type AcknowledgedDelivery = {
  readonly id: string;
  readonly version: number;
  readonly answer: AcknowledgementAnswer;
  readonly answerBy: string | null;
  readonly isAnswerDue: boolean;
  readonly reason: { readonly isKnownToPublisher: boolean };
  /** Newest first, also to former versions. */
  readonly answers: readonly { readonly version: number; readonly answer: AcknowledgementAnswer }[];
};

export type Acknowledged = {
  readonly delivery: AcknowledgedDelivery | null;
  readonly refusals: readonly Refusal[];
};

/** The answer as `--answer` takes it; says so where one without an answer left an earlier one standing. */
export const answeredText = (
  { answer }: Pick<AcknowledgedDelivery, 'answer'>,
  given: AcknowledgementAnswer | null,
): string => (given === null && answer !== 'SEEN' ? `your answer stands: ${typed(answer)}` : typed(answer));

type Former = Pick<AcknowledgedDelivery, 'version' | 'answer' | 'answerBy' | 'isAnswerDue' | 'answers'>;

/** Of all that asks for an answer a recall alone says no time: it is due at once. */
const isOfRecall = ({ answerBy, isAnswerDue }: Former): boolean => isAnswerDue && answerBy === null;

/**
 * What was answered to a former version and is not carried over by an answer without a word, since this version asks for more;
 * null where nothing is, and to a recall, which asks for one thing alone.
 */
export const formerText = (delivery: Former, given: AcknowledgementAnswer | null): string | null => {
  const { version, answer, answers } = delivery;
  if (isOfRecall(delivery)) return null;
  const former = answers.find((each) => each.version < version);
  if (given !== null || answer !== 'SEEN' || former === undefined || former.answer === 'SEEN') return null;
  return `Your answer to version ${former.version} was ${typed(former.answer)}; what to do has changed since.`;
};

type Said = {
  readonly answer: AcknowledgementAnswer | null;
  readonly note: string | null;
  /** Left out, the hub decides. */
  readonly withName?: boolean;
  readonly site?: string;
};

/** What is answered: which version somebody was shown. Undefined: none, and the hub refuses to take it as confirming a recall. */
export type Answered = { readonly id: string; readonly version: number | undefined };

/** Without an answer: seen, or what was answered before. */
export const sendAcknowledgement = async (
  client: HubClient,
  { id: warning, version: expectedVersion }: Answered,
  { answer, ...said }: Said,
): Promise<Acknowledged> => {
  const input = {
    warning,
    ...said,
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    ...(answer === null ? {} : { answer }),
  };
  const { acknowledgeWarning } = await client.ask<{ acknowledgeWarning: Acknowledged }>('acknowledge', {
    input,
  });
  return acknowledgeWarning;
};
