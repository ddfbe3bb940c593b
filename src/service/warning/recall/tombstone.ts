// What is left of a warning for those who hold it and may not read it any more: its number, why, and what to do. Nothing else
// in it is of the warning.
import type { AccessFacts, Holders } from '../../../domain/access-facts.ts';
import { type EffectiveTlp, rankOf } from '../../../domain/marking.ts';
import type { Recall, Summary } from '../../../domain/warning.ts';
import type { Content } from '../../../store/warnings.ts';

export const WHAT_TO_DO =
  'Remove it wherever you stored it or passed it on, act on it no further, and confirm by answering that you have acted.';

export type Tombstone = {
  /** Its own id: that of the warning, or of a notice to those who lose it. */
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  readonly language: string;
  readonly recall: Recall;
  readonly holders: Holders;
  readonly now: string;
  /** Its marking where that is not the most open one of all versions: persons lose a TLP:RED one. */
  readonly tlp?: EffectiveTlp;
};

const HEADLINES = {
  WARNING: 'This warning was recalled',
  PRACTICE: 'This best practice was recalled',
} as const;
const NARROWED = 'This is not addressed to you any more';

/** `former` are the contents of every version, the current one last. */
export const tombstoneOf = (former: readonly [...Content[], Content], stone: Tombstone): Content => {
  const { id, version, reason, language, recall, holders, now } = stone;
  const last = former.at(-1) as Content;
  const tlp = stone.tlp ?? mostOpen(former.map(({ access }) => access.tlp));
  const { publisher, unnamed, exercise } = last.access;
  const { members, listed, persons } = holders;
  const access: AccessFacts = {
    publisher,
    tlp,
    ...(unnamed === undefined ? {} : { unnamed }),
    holders: {
      members,
      listed,
      ...(tlp === 'RED' ? { persons: persons ?? [] } : {}),
      ...(recall.isNarrowed ? { isNarrowed: true as const } : {}),
    },
    audience: { alternatives: [], excludes: [] },
    cascade: [],
    exercise,
  };
  const { kind, handling, publishedAt } = last.summary;
  const summary: Summary = {
    id,
    version,
    kind,
    messageType: 'CANCEL',
    headline: recall.isNarrowed ? NARROWED : HEADLINES[kind],
    summary: reason,
    language,
    translations: [],
    actions: [{ text: recall.whatToDo, by: null }],
    contacts: [],
    urgency: 'UNKNOWN',
    severity: 'UNKNOWN',
    certainty: 'UNKNOWN',
    validUntil: null,
    sectorsConcerned: [],
    countriesConcerned: [],
    tlp,
    statements: [],
    ...(handling === undefined ? {} : { handling }),
    exercise,
    publisher: last.summary.publisher,
    publishedAt: version === 1 ? now : publishedAt,
    updatedAt: now,
    sourceModified: null,
    cancelReason: reason,
    recall,
    report: '',
    objectCount: 0,
    cves: [],
    externalReferences: [],
    practice: null,
  };
  return { access, summary };
};

/** The most open marking under which anybody got it: whoever held it under that must be told. */
const mostOpen = (markings: readonly EffectiveTlp[]): EffectiveTlp => {
  const known = markings.filter((each) => each !== 'UNKNOWN');
  return known.length === 0
    ? 'RED'
    : known.reduce((open, next) => (rankOf(next) < rankOf(open) ? next : open));
};
