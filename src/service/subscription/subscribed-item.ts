// An item as a subscription sees it: as its reader is shown it, and why that reader has it.

import type { AccessFacts } from '../../domain/access-facts.ts';
import { fits } from '../../domain/audience.ts';
import type { EffectiveGrade } from '../../domain/grade/effective-grade.ts';
import type { Member } from '../../domain/member.ts';
import type { Reason } from '../../domain/reason.ts';
import type { SubscribedItem } from '../../domain/subscription/fits-filter.ts';
import type { Summary } from '../../domain/warning.ts';

type Seen = {
  /** As the reader is shown it. */
  readonly summary: Summary;
  readonly access: Pick<AccessFacts, 'audience' | 'exercise' | 'tlp'>;
  readonly reason: Reason;
  readonly grade: Pick<EffectiveGrade, 'urgency' | 'certainty'>;
  readonly words: readonly string[];
};

export const subscribedItem = (
  { summary, access, reason, grade, words }: Seen,
  member: Member,
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
  communities: communitiesOf(reason, access, member),
  words,
});

/**
 * Only communities of its own, of every alternative that is met, whatever their order: the others of the audience are nobody's but
 * the publisher's. TLP:RED is open by one alternative, which names the reader.
 */
const communitiesOf = (reason: Reason, { audience, tlp }: Seen['access'], member: Member): string[] => {
  if (reason.kind !== 'DIRECT') return [];
  const met = audience.alternatives.filter((each, at) =>
    tlp === 'RED' ? at === reason.alternative : fits(each, member),
  );
  const named = met.flatMap(({ communities }) => communities ?? []);
  return [...new Set(named)].filter((slug) => member.communities.includes(slug));
};
