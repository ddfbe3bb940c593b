// The traits of a version, used to find others about the same event. They contain only what every reader of the
// warning may read: a displayed reason must not reveal an object marked more strictly than its warning.
import { documentsIn } from '../../domain/likeness/documents.ts';
import { nicknamedCves, productsNamed } from '../../domain/likeness/known-names.ts';
import { assertionWords } from '../../domain/likeness/likeness.ts';
import type { Hub } from '../../hub.ts';
import { REAL } from '../../store/feed.ts';
import type { TraitsRow } from '../../store/pairs.ts';
import type { Content } from '../../store/warnings.ts';
import { isOpenToAll } from '../object-facts/open-to-all.ts';
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

/** Whose names tell of an event. */
const NAMED_TYPES: ReadonlySet<string> = new Set(['malware', 'campaign', 'intrusion-set']);

const MAX_NAMES = 100;
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

export const gatherTraits = (content: Content): TraitsGathering => {
  const { access, summary } = content;
  const observables = new Set<string>();
  const names = new Set<string>();
  const isFull = (): boolean => observables.size >= MAX_VALUES;
  return {
    isFull,
    take: (subjects) => {
      for (const subject of subjects) {
        if (isFull()) return;
        const { entity, aliases } = subject.facts;
        if (entity !== null && NAMED_TYPES.has(subject.type) && isOpenToAll(subject, content))
          for (const name of [entity, ...aliases]) if (names.size < MAX_NAMES) names.add(name);
        if (entity !== null && DISTINCTIVE_TYPES.has(subject.type) && isOpenToAll(subject, content))
          observables.add(entity);
      }
    },
    traits: () => {
      const found = [...observables].sort();
      const words = assertionWords(summary.headline);
      const urls = documentsIn(summary.externalReferences);
      const cves = [...new Set([...summary.cves, ...nicknamedCves(words)])];
      return {
        _id: summary.id,
        version: summary.version,
        // The warning stands in for an unnamed publisher: if two of its warnings were left unpaired, that would reveal
        // that they share a publisher.
        publisher: access.unnamed === undefined ? access.publisher : summary.id,
        exercise: access.exercise ?? REAL,
        keys: [
          ...cves.slice(0, MAX_KEYS),
          ...found.slice(0, MAX_KEYS),
          ...[...names].sort().slice(0, MAX_KEYS),
          ...urls.slice(0, MAX_KEYS).map((url) => `document:${url}`),
          ...productsNamed(words).map((product) => `product:${product}`),
        ],
        cves: summary.cves,
        observables: found,
        sectors: [...summary.sectorsConcerned],
        words,
        urls,
        names: [...names].sort(),
        at: Date.parse(summary.publishedAt),
      };
    },
  };
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
