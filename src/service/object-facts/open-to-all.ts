// Whether every reader of a version may read an object of it: only then may the hub say something of it that does not depend
// on the reader.
import { isAtMost } from '../../domain/marking.ts';
import { referencesIn } from '../../store/object/references.ts';
import type { Content } from '../../store/warnings.ts';
import type { Subject } from './walk-subjects.ts';

type Shown = Pick<Subject, 'tlp' | 'validity' | 'references' | 'warning' | 'version'>;

export const isOpenToAll = (subject: Shown, { access, summary }: Content): boolean => {
  const { tlp, validity } = subject;
  const isMarkedOpen = tlp === null || (validity === undefined && isAtMost(tlp, access.tlp));
  return isMarkedOpen && isReferringOpenly(subject, summary);
};

/** Whether it refers to nothing that may be withheld from some reader of this version. */
const isReferringOpenly = ({ references, warning, version }: Shown, summary: Content['summary']): boolean => {
  if (references === undefined) return false;
  const { within, beyond } = referencesIn(references);
  const isBrought = warning === summary.id && version === summary.version;
  return beyond.length === 0 && (isBrought || within.length === 0);
};
