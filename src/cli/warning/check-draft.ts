// Checks a draft as a whole, here and at the hub, without publishing it: every fault of the file at once, and what would
// happen if there were none.
import type { Problem } from '../../domain/problem.ts';
import type { OperationName } from '../../operations/operations.ts';
import { refuseTooLarge } from '../client/body-size.ts';
import type { HubClient } from '../client/hub-client.ts';
import { nearSector, type Refusal } from '../client/refusals.ts';
import { besides, checkShape, type InputName } from './draft-shape.ts';

export type Finding = {
  readonly level: 'RECEIVED' | 'WARNING';
  readonly code: string;
  readonly path: string;
  readonly message: string;
};

export type PublishResult = {
  readonly warning: {
    readonly id: string;
    readonly version: number;
    readonly headline: string;
    readonly markingInWords: string;
    readonly exercise: string | null;
  } | null;
  readonly inWords: string | null;
  readonly recipients: number | null;
  readonly notListed: string;
  readonly findings: readonly Finding[];
  readonly refusals: readonly Refusal[];
};

type Draft = Readonly<Record<string, unknown>>;

/** Which input a file is, and the operation that takes it. */
export type Act = { readonly input: InputName; readonly operation: OperationName };

/** A practice has steps; a file in which they are missing shows itself by its other fields. */
export const isPractice = (draft: Draft): boolean =>
  'steps' in draft || ('problem' in draft && !('actions' in draft) && !('severity' in draft));

export const publishAct = (draft: Draft): Act =>
  isPractice(draft)
    ? { input: 'PublishPracticeInput', operation: 'publishPractice' }
    : { input: 'PublishWarningInput', operation: 'publishWarning' };

export const updateAct = (id: string): Act =>
  id.startsWith('practice--')
    ? { input: 'UpdatePracticeInput', operation: 'updatePractice' }
    : { input: 'UpdateWarningInput', operation: 'updateWarning' };

export type CheckedDraft = {
  /** Everything that is wrong, in the order of the paths; empty when it may be sent. */
  readonly problems: readonly Problem[];
  /** The answer of the hub to a dry run. */
  readonly trial: PublishResult;
  /** The draft as the hub takes it: words of enums in capitals. */
  readonly input: Draft;
};

export const checkDraft = async (client: HubClient, draft: Draft, act: Act): Promise<CheckedDraft> => {
  const { problems, filled, stoodIn } = checkShape(draft, act.input);
  await refuseTooLarge(client, filled);
  const { result } = await client.ask<{ result: PublishResult }>(act.operation, {
    input: { ...filled, dryRun: true },
  });
  const found = besides(result.refusals, stoodIn).map(withNearest) as Problem[];
  return { problems: [...problems, ...found], trial: result, input: filled };
};

/** The hub names a wrong sector; which one was meant, this release knows. */
export const withNearest = (refusal: Refusal): Refusal => ({
  ...refusal,
  message: `${refusal.message}${nearSector(refusal.code, refusal.message)}`,
});
