// Gathers what every reader of a version has that the reference sets may know something about: the CVEs of its summary, and
// of its objects that each reader may read the weaknesses, the rows with values, and the techniques.
import type { WarningKeysRow } from '../../store/context/warning-keys.ts';
import type { Content } from '../../store/warnings.ts';
import { isOpenToAll } from '../object-facts/open-to-all.ts';
import type { Subject } from '../object-facts/walk-subjects.ts';

export type KeysGathering = {
  take(subjects: readonly Subject[]): void;
  /** Null where there is nothing to look up. */
  row(): WarningKeysRow | null;
};

const MAX_WEAKNESSES = 50;
const MAX_ROWS = 500;
const MAX_TECHNIQUES = 50;
const VALUE = /^(?:ip|host|url|hash):/;

export const gatherKeys = (content: Content): KeysGathering => {
  const { access, summary } = content;
  const weaknesses = new Set<string>();
  const rows = new Map<string, WarningKeysRow['rows'][number]>();
  const techniques = new Set<string>();
  const takeOne = ({ _id, facts }: Subject): void => {
    for (const key of facts.keys)
      if (key.startsWith('CWE-') && weaknesses.size < MAX_WEAKNESSES) weaknesses.add(key);
    if (rows.size < MAX_ROWS && facts.keys.some((key) => VALUE.test(key))) rows.set(_id.toHexString(), _id);
    if (facts.technique !== null && techniques.size < MAX_TECHNIQUES) techniques.add(facts.technique);
  };
  return {
    take: (subjects) => {
      // An object may name a publisher that must not be named, and is withheld then.
      if (access.unnamed !== undefined) return;
      for (const subject of subjects)
        if (!subject.facts.isRevoked && isOpenToAll(subject, content)) takeOne(subject);
    },
    row: () => {
      const keys = [...new Set([...summary.cves, ...[...weaknesses].sort()])];
      if (keys.length + rows.size + techniques.size === 0) return null;
      const { id: _id, version } = summary;
      return { _id, version, keys, rows: [...rows.values()], techniques: [...techniques].sort() };
    },
  };
};
