// Whether a member has answered, over all versions: the same for what waits, for whom a publisher's list counts, and for whom
// `tocsin warning remind` reminds, in the command line and in the console.

type Answerable = {
  /** By the hub: what is asked, if to a former version that asks the same; where nothing is asked, this version. */
  readonly isAnswered: boolean;
};

export const hasAnswered = ({ isAnswered }: Answerable): boolean => isAnswered;

type Waiting = {
  readonly kind: string;
  readonly state: string;
  readonly whyMe: { readonly kind: string };
  readonly myDelivery: (Answerable & { readonly isAnswerDue: boolean }) | null;
};

/**
 * A recall is due though it is not in force. What was never brought, such as history that was imported silently, waits for
 * nobody, and neither does a practice that asks nothing.
 */
export const doesWait = ({ kind, state, whyMe, myDelivery }: Waiting): boolean =>
  whyMe.kind !== 'OWN' &&
  myDelivery !== null &&
  (myDelivery.isAnswerDue || (kind === 'WARNING' && state === 'ACTIVE' && !hasAnswered(myDelivery)));
