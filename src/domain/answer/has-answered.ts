// Whether a member has answered, over all versions: the same for what waits, for whom a publisher's list counts, and for whom
// `tocsin warning remind` reminds, in the command line and in the console.

type Answerable = {
  /** To the version that was brought. */
  readonly answer: string | null;
  /** Null where no answer is asked for by a time. */
  readonly answerBy: string | null;
  /** Having seen it, or looking into it, leaves it due. */
  readonly isAnswerDue: boolean;
};

/** What is asked and not due any more was answered, if to a former version that asked the same. */
export const hasAnswered = ({ answer, answerBy, isAnswerDue }: Answerable): boolean =>
  !isAnswerDue && (answer !== null || answerBy !== null);

type Waiting = {
  readonly kind: string;
  readonly state: string;
  readonly whyMe: { readonly kind: string };
  readonly myDelivery: Answerable | null;
};

/**
 * A recall is due though it is not in force. What was never brought, such as history that was imported silently, waits for
 * nobody, and neither does a practice that asks nothing.
 */
export const doesWait = ({ kind, state, whyMe, myDelivery }: Waiting): boolean =>
  whyMe.kind !== 'OWN' &&
  myDelivery !== null &&
  (myDelivery.isAnswerDue || (kind === 'WARNING' && state === 'ACTIVE' && !hasAnswered(myDelivery)));
