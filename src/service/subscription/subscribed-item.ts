// An item as a subscription sees it: as its reader is shown it, and why that reader has it.

import type { AccessFacts } from '../../domain/access-facts.ts';
import type { Alternative } from '../../domain/audience.ts';
import type { EffectiveGrade } from '../../domain/grade/effective-grade.ts';
import type { Member } from '../../domain/member.ts';
import type { Reason } from '../../domain/reason.ts';
import type { SubscribedItem } from '../../domain/subscription/fits-filter.ts';
import type { Summary } from '../../domain/warning.ts';

type Seen = {
  /** As the reader is shown it. */
  readonly summary: Summary;
  readonly access: Pick<AccessFacts, 'audience' | 'exercise'>;
  readonly reason: Reason;
  readonly grade: Pick<EffectiveGrade, 'urgency' | 'certainty'>;
  readonly words: readonly string[];
};

export const subscribedItem = (
  { summary, access, reason, grade, words }: Seen,
  member: Pick<Member, 'communities'>,
): SubscribedItem => ({
  kind: summary.kind,
  severity: summary.severity,
  urgency: grade.urgency,
  certainty: grade.certainty,
  sectors: summary.sectorsConcerned,
  countries: summary.countriesConcerned,
  exercise: access.exercise,
  publisher: summary.publisher.id,
  isDirect: reason.kind === 'DIRECT',
  communities: communitiesOf(reason, access.audience.alternatives, member),
  words,
});

/** Only communities of its own: the others of the audience are nobody's but the publisher's. */
const communitiesOf = (
  reason: Reason,
  alternatives: readonly Alternative[],
  { communities }: Pick<Member, 'communities'>,
): readonly string[] =>
  reason.kind === 'DIRECT'
    ? (alternatives[reason.alternative]?.communities ?? []).filter((slug) => communities.includes(slug))
    : [];
