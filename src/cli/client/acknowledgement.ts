// Sends an acknowledgement, and puts its answer into words.
import type { AcknowledgementAnswer } from '../../domain/delivery.ts';
import type { HubClient } from './hub-client.ts';
import type { Refusal } from './refusals.ts';

export type Acknowledged = {
  readonly delivery: {
    readonly id: string;
    readonly version: number;
    readonly answer: string;
    readonly reason: { readonly isKnownToPublisher: boolean };
  } | null;
  readonly refusals: readonly Refusal[];
};

const WORDS: Readonly<Record<AcknowledgementAnswer, string>> = {
  SEEN: 'seen',
  NOT_AFFECTED: 'not affected',
  AFFECTED: 'affected',
  ACTED: 'acted on it',
  NEED_HELP: 'need help',
};

export const wordsOf = (answer: AcknowledgementAnswer): string => WORDS[answer];

export const sendAcknowledgement = async (
  client: HubClient,
  warning: string,
  answer: AcknowledgementAnswer,
  note: string | null,
): Promise<Acknowledged> => {
  const input = { warning, answer, note };
  const { acknowledgeWarning } = await client.ask<{ acknowledgeWarning: Acknowledged }>('acknowledge', {
    input,
  });
  return acknowledgeWarning;
};
