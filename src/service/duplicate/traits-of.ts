// The traits of a version, used to find others about the same event. They contain only what every reader of the
// warning may read: a displayed reason must not reveal an object marked more strictly than its warning.
import { assertionWords } from '../../domain/likeness/likeness.ts';
import { isAtMost } from '../../domain/marking.ts';
import type { Hub } from '../../hub.ts';
import { REAL } from '../../store/feed.ts';
import { referencesIn } from '../../store/object/references.ts';
import type { TraitsRow } from '../../store/pairs.ts';
import type { Content } from '../../store/warnings.ts';
import { type Subject, walkSubjects } from '../object-facts/walk-subjects.ts';

/** What attackers use and defenders look for. Products, networks and folders are shared by unrelated warnings. */
const DISTINCTIVE_TYPES: ReadonlySet<string> = new Set([
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
/** Limit per kind. The first in order are kept, so that equal sets keep equal traits. */
const MAX_KEYS = 20;

/** Collects the traits of a version, object by object. */
export type TraitsGathering = {
  /** Whether further objects would change nothing. */
  isFull(): boolean;
  take(subjects: readonly Subject[]): void;
  traits(): TraitsRow;
};

export const gatherTraits = ({ access, summary }: Content): TraitsGathering => {
  const observables = new Set<string>();
  const isOpen = (subject: Subject): boolean => {
    const { tlp, validity } = subject;
    const isMarkedOpen = tlp === null || (validity === undefined && isAtMost(tlp, access.tlp));
    return isMarkedOpen && isReferringOpenly(subject, summary);
  };
  const isFull = (): boolean => observables.size >= MAX_VALUES;
  return {
    isFull,
    take: (subjects) => {
      for (const subject of subjects) {
        if (isFull()) return;
        const { entity } = subject.facts;
        if (entity !== null && DISTINCTIVE_TYPES.has(subject.type) && isOpen(subject))
          observables.add(entity);
      }
    },
    traits: () => {
      const found = [...observables].sort();
      return {
        _id: summary.id,
        version: summary.version,
        // The warning stands in for an unnamed publisher: if two of its warnings were left unpaired, that would reveal
        // that they share a publisher.
        publisher: access.unnamed === undefined ? access.publisher : summary.id,
        exercise: access.exercise ?? REAL,
        keys: [...summary.cves.slice(0, MAX_KEYS), ...found.slice(0, MAX_KEYS)],
        cves: summary.cves,
        observables: found,
        sectors: [...summary.sectorsConcerned],
        words: assertionWords(summary.headline),
        at: Date.parse(summary.publishedAt),
      };
    },
  };
};

/** Whether it refers to nothing that may be withheld from some reader of this version. */
const isReferringOpenly = (
  { references, warning, version }: Subject,
  summary: Content['summary'],
): boolean => {
  if (references === undefined) return false;
  const { within, beyond } = referencesIn(references);
  const isBrought = warning === summary.id && version === summary.version;
  return beyond.length === 0 && (isBrought || within.length === 0);
};

/** Uses a separate walk that ends as soon as further objects would change nothing. */
export const traitsOf = async (hub: Pick<Hub, 'objects'>, content: Content): Promise<TraitsRow> => {
  const gathering = gatherTraits(content);
  for await (const subjects of walkSubjects(hub, content.summary.id, content.summary.version)) {
    gathering.take(subjects);
    if (gathering.isFull()) break;
  }
  return gathering.traits();
};
