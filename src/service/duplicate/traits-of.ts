// The traits of a version, by which others that describe the same are found. Only what every reader of the warning may read
// goes into them: a reason that is shown must not tell of an object that is marked more strictly than its warning.
import { assertionWords } from '../../domain/likeness/likeness.ts';
import { isAtMost } from '../../domain/marking.ts';
import type { Hub } from '../../hub.ts';
import { REAL } from '../../store/feed.ts';
import type { TraitsRow } from '../../store/pairs.ts';
import type { Content } from '../../store/warnings.ts';
import { type Subject, walkSubjects } from '../object-facts/walk-subjects.ts';

/** What attackers use, and defenders look for; products, networks and folders are shared by warnings that are not alike. */
const ASSERTION_TYPES: ReadonlySet<string> = new Set([
  'indicator',
  'ipv4-addr',
  'ipv6-addr',
  'domain-name',
  'url',
  'email-addr',
  'file',
  'x509-certificate',
  'windows-registry-key',
]);

const MAX_VALUES = 500;
/** Of each sort: the first in order, which are the same ones wherever two sets are equal. */
const MAX_KEYS = 20;

/** Gathers what a version is found by, object by object. */
export type TraitsGathering = {
  /** Whether further objects change nothing any more. */
  isFull(): boolean;
  take(subjects: readonly Subject[]): void;
  traits(): TraitsRow;
};

export const gatherTraits = ({ access, summary }: Content): TraitsGathering => {
  const observables = new Set<string>();
  const isOpen = ({ tlp, validity }: Subject): boolean =>
    tlp === null || (validity === undefined && isAtMost(tlp, access.tlp));
  const isFull = (): boolean => observables.size >= MAX_VALUES;
  return {
    isFull,
    take: (subjects) => {
      for (const subject of subjects) {
        if (isFull()) return;
        const { entity } = subject.facts;
        if (entity !== null && ASSERTION_TYPES.has(subject.type) && isOpen(subject)) observables.add(entity);
      }
    },
    traits: () => {
      const found = [...observables].sort();
      return {
        _id: summary.id,
        version: summary.version,
        // One who is not named is told from nobody: that two are not paired would tell that they are one publisher's.
        publisher: access.unnamed === undefined ? access.publisher : summary.id,
        exercise: access.exercise ?? REAL,
        keys: [...summary.cves.slice(0, MAX_KEYS), ...found.slice(0, MAX_KEYS)],
        cves: summary.cves,
        observables: found,
        sectors: summary.sectors,
        words: assertionWords(summary.headline),
        at: Date.parse(summary.publishedAt),
      };
    },
  };
};

/** By a walk of its own that ends as soon as more would change nothing. */
export const traitsOf = async (hub: Pick<Hub, 'objects'>, content: Content): Promise<TraitsRow> => {
  const gathering = gatherTraits(content);
  for await (const subjects of walkSubjects(hub, content.summary.id, content.summary.version)) {
    gathering.take(subjects);
    if (gathering.isFull()) break;
  }
  return gathering.traits();
};
