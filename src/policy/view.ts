// What is withheld from a reader of an item. From a summary only its publisher, where the exchange policy says so, and where that
// publisher's policy is to be read, which tells as much; the rest
// carries the summary's own marking, and CLIENT or DEPENDENCY readers get as much as those addressed. Objects are decided
// one by one (decide.ts); those that name an unnamed publisher are withheld whole.
import type { AccessFacts } from '../domain/access-facts.ts';
import { isInForce } from '../domain/marking.ts';
import type { Actor, Member } from '../domain/member.ts';
import type { Reason } from '../domain/reason.ts';
import type { PublisherSummary, Summary } from '../domain/warning.ts';
import { mayKnowPath, withheldDependency } from './why.ts';

/** A stored reason as `reader` may see it, its own or (for publisher and preview) another's: declared edges go (I9). */
export const visibleReason = (reason: Reason, reader: Member): Reason =>
  reason.kind === 'DEPENDENCY' && !mayKnowPath(reason, reader)
    ? withheldDependency(reason.grade, reason.basis)
    : reason;

/** Stands in for every unnamed publisher, whoever it is. */
const WITHHELD: PublisherSummary = {
  id: 'member--00000000-0000-4000-8000-000000000000',
  slug: 'withheld',
  name: 'Withheld by the publisher',
  kind: 'HUB',
  country: 'ZZ',
};

/** The forms of a summary; part of every cache key of what is shown of one. */
export type SummaryForm = 'whole' | 'unnamed' | 'out-of-force';

export type ShownSummary = { readonly summary: Summary; readonly form: SummaryForm };

/** Members know who publishes on their behalf; nobody else does, whatever their role. */
export const mayNamePublisher = (actor: Actor, access: AccessFacts): boolean =>
  access.unnamed === undefined || access.publisher === actor.member.id;

/** Whether an object gives the publisher away to a reader who may not know it. */
export const doesBetrayPublisher = (actor: Actor, access: AccessFacts, text: () => string): boolean =>
  !mayNamePublisher(actor, access) && hasTrace(access, text);

/** Whether an object contains a trace of an unnamed publisher, as a whole word. */
export const hasTrace = ({ unnamed }: Pick<AccessFacts, 'unnamed'>, text: () => string): boolean => {
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

const unnamedOf = (summary: Summary): Summary => {
  const { statedHandling: stated } = summary;
  return {
    ...summary,
    publisher: WITHHELD,
    ...(stated === undefined ? {} : { statedHandling: { ...stated, reference: null } }),
  };
};

type Forms = { unnamed?: Summary; outOfForce?: Summary };
/** Each form is made once while the summary is in memory. */
const forms = new WeakMap<Summary, Forms>();

/** A summary as this reader may see it; only its publisher sees one whose marking is out of force. */
export const shownSummary = (
  actor: Actor,
  { summary, access }: { readonly summary: Summary; readonly access: AccessFacts },
  nowMs: number,
): ShownSummary => {
  const isNamed = mayNamePublisher(actor, access);
  const isMarked = isInForce(access.validity, nowMs);
  if (isNamed && isMarked) return { summary, form: 'whole' };
  const held = forms.get(summary) ?? {};
  forms.set(summary, held);
  if (!isNamed) {
    held.unnamed ??= unnamedOf(summary);
    return { summary: held.unnamed, form: 'unnamed' };
  }
  held.outOfForce ??= { ...summary, tlp: 'UNKNOWN' };
  return { summary: held.outOfForce, form: 'out-of-force' };
};
