// What is withheld of a thing that may be read. Of a card nothing is: each fact on it carries the card's own marking,
// and readers by CLIENT or DEPENDENCY hold it as whole as the addressed do. Objects are decided one by one (decide.ts).
import type { Member } from '../domain/member.ts';
import type { Reason } from '../domain/reason.ts';
import { mayKnowPath, withheldDependency } from './why.ts';

/** A stored reason as `reader` may see it, its own or (publisher, preview) another member's: declared edges go (I9). */
export const visibleReason = (reason: Reason, reader: Member): Reason =>
  reason.kind === 'DEPENDENCY' && !mayKnowPath(reason, reader)
    ? withheldDependency(reason.grade, reason.basis)
    : reason;
