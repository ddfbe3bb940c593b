// The access facts of a draft: what decides who may read it, with the cascade fixed at publishing.

import type { AccessFacts } from '../../domain/access-facts.ts';
import { hasDeclared, publicCascadeFor, wholeCascadeFor } from '../../domain/cascade/public-cascade.ts';
import type { Directory } from '../../domain/directory.ts';

type Given = Omit<AccessFacts, 'cascade' | 'publicCascade'>;

export const accessFactsOf = (
  { publisher, tlp, audience, exercise }: Given,
  directory: Directory,
): AccessFacts => {
  const given = { publisher, tlp, audience, exercise };
  const cascade = wholeCascadeFor(given, directory);
  // Worked out whether it is needed or not, so that the time of a publication does not depend on what was declared.
  const publicCascade = publicCascadeFor(given);
  return { ...given, cascade, ...(hasDeclared(cascade) ? { publicCascade } : {}) };
};

/** The same for somebody who does not know what members have declared. */
export const publicAccessFactsOf = ({ publisher, tlp, audience, exercise }: Given): AccessFacts => {
  const given = { publisher, tlp, audience, exercise };
  return { ...given, cascade: publicCascadeFor(given) };
};
