// What is withheld of a thing that may be read. Of a card it is who published it, where its exchange policy says so; all
// else carries the card's own marking, and readers by CLIENT or DEPENDENCY hold it as whole as the addressed do. Objects
// are decided one by one (decide.ts); those that name a publisher who is not to be named are withheld whole.
import type { Envelope } from '../domain/envelope.ts';
import { isInForce } from '../domain/marking.ts';
import type { Actor, Member } from '../domain/member.ts';
import type { Reason } from '../domain/reason.ts';
import type { Card, PublisherCard } from '../domain/warning.ts';
import { mayKnowPath, withheldDependency } from './why.ts';

/** A stored reason as `reader` may see it, its own or (publisher, preview) another member's: declared edges go (I9). */
export const visibleReason = (reason: Reason, reader: Member): Reason =>
  reason.kind === 'DEPENDENCY' && !mayKnowPath(reason, reader)
    ? withheldDependency(reason.grade, reason.basis)
    : reason;

/** Who stands in the place of a publisher that is not named: the hub, whoever it was. */
const WITHHELD: PublisherCard = {
  id: 'member--00000000-0000-4000-8000-000000000000',
  slug: 'withheld',
  name: 'Withheld by the publisher',
  kind: 'HUB',
  country: 'ZZ',
};

/** Which of its forms a card has: part of every key under which what is shown of it is kept. */
export type CardForm = 'whole' | 'unnamed' | 'out-of-force';

export type ShownCard = { readonly card: Card; readonly form: CardForm };

/** Members know who publishes for them; nobody else does, whatever its role. */
export const mayNamePublisher = (actor: Actor, envelope: Envelope): boolean =>
  envelope.unnamed === undefined || envelope.publisher === actor.member.id;

/** Whether an object tells who published it to one who may not know. */
export const doesBetrayPublisher = (actor: Actor, envelope: Envelope, text: () => string): boolean =>
  !mayNamePublisher(actor, envelope) && hasTrace(envelope, text);

/** Whether an object bears a trace of a publisher who is not to be named, as a word of its own. */
export const hasTrace = ({ unnamed }: Pick<Envelope, 'unnamed'>, text: () => string): boolean => {
  if (unnamed === undefined) return false;
  const lower = text().toLowerCase();
  return unnamed.traces.some((trace) => {
    for (let at = lower.indexOf(trace); at >= 0; at = lower.indexOf(trace, at + 1)) {
      if (!isLetter(lower[at - 1]) && !isLetter(lower[at + trace.length])) return true;
    }
    return false;
  });
};

const isLetter = (each: string | undefined): boolean => each !== undefined && /[\p{L}\p{N}]/u.test(each);

type Forms = { unnamed?: Card; outOfForce?: Card };
/** Each form is made once as long as the card is held in memory. */
const forms = new WeakMap<Card, Forms>();

/** A card as this reader may see it; only its publisher sees one whose marking is out of force. */
export const shownCard = (
  actor: Actor,
  { card, envelope }: { readonly card: Card; readonly envelope: Envelope },
  nowMs: number,
): ShownCard => {
  const isNamed = mayNamePublisher(actor, envelope);
  const isMarked = isInForce(envelope.validity, nowMs);
  if (isNamed && isMarked) return { card, form: 'whole' };
  const held = forms.get(card) ?? {};
  forms.set(card, held);
  if (!isNamed) {
    held.unnamed ??= { ...card, publisher: WITHHELD };
    return { card: held.unnamed, form: 'unnamed' };
  }
  held.outOfForce ??= { ...card, tlp: 'UNKNOWN' };
  return { card: held.outOfForce, form: 'out-of-force' };
};
