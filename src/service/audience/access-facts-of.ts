// The access facts of a draft: what decides who may read it, with the cascade fixed at publishing.

import type { AccessFacts } from '../../domain/access-facts.ts';
import type { Audience } from '../../domain/audience.ts';
import { hasDeclared, publicCascadeFor, wholeCascadeFor } from '../../domain/cascade/public-cascade.ts';
import type { Directory } from '../../domain/directory.ts';

type Given = Omit<AccessFacts, 'cascade' | 'publicCascade'>;

export const accessFactsOf = (
  { publisher, tlp, audience, exercise }: Given,
  directory: Directory,
): AccessFacts => {
  const given = { publisher, tlp, audience: withFormerNames(audience, directory), exercise };
  const cascade = wholeCascadeFor(given, directory);
  // Worked out whether it is needed or not, so that the time of a publication does not depend on what was declared.
  const publicCascade = publicCascadeFor(given);
  return { ...given, cascade, ...(hasDeclared(cascade) ? { publicCascade } : {}) };
};

/** Hubs of the release before know some persons by their former names alone; the next release leaves these out. */
const withFormerNames = (audience: Audience, { persons }: Directory): Audience => ({
  ...audience,
  alternatives: audience.alternatives.map((alternative) => {
    if (alternative.persons === undefined) return alternative;
    const former = alternative.persons.flatMap((id) => persons.get(id)?.formerName ?? []);
    return former.length === 0
      ? alternative
      : { ...alternative, persons: [...alternative.persons, ...former] };
  }),
});

/** The same for somebody who does not know what members have declared. */
export const publicAccessFactsOf = ({ publisher, tlp, audience, exercise }: Given): AccessFacts => {
  const given = { publisher, tlp, audience, exercise };
  return { ...given, cascade: publicCascadeFor(given) };
};
