// Which members have answered, and what: by the rule of the command line.
import { hasAnswered } from '../../../domain/answer/has-answered.ts';
import type { Acknowledgement } from '../../operations/graphql.generated.ts';

type Given = { readonly version: number; readonly answer: Acknowledgement; readonly site: string | null };
type Answerable = {
  readonly answer: Acknowledgement | null;
  readonly isAnswered: boolean;
  /** Newest first, also to former versions. */
  readonly answers: readonly Given[];
};

/** What was asked is given, if to a former version that asked the same; where nothing is asked, anything was answered. */
export const isAnswered: (delivery: Answerable) => boolean = hasAnswered;

/**
 * Where this version has no answer: what was answered to a former one, if that is enough. A call for help stands also where more is
 * asked, until something else is answered.
 */
export const formerAnswer = (delivery: Answerable): Given | null => {
  if (delivery.answer !== null) return null;
  const last = delivery.answers.find(({ site }) => site === null) ?? null;
  return isAnswered(delivery) || last?.answer === 'NEED_HELP' ? last : null;
};

/** The answer that stands, to whichever version. */
export const standingAnswer = (delivery: Answerable): Acknowledgement | null =>
  delivery.answer ?? formerAnswer(delivery)?.answer ?? null;
