// What a reader gets of a warning or practice: the stored summary, why this reader has it, and its state.
import type { AccessFacts } from '../../domain/access-facts.ts';
import { type EffectiveGrade, gradeOf, type StoredGrade } from '../../domain/grade/effective-grade.ts';
import { MAX_SEARCH_LENGTH, searchWords } from '../../domain/likeness/words.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Reason } from '../../domain/reason.ts';
import { isSector, SECTORS } from '../../domain/sector.ts';
import type { Certainty, ItemKind, Severity, Summary, Urgency } from '../../domain/warning.ts';
import { countryProblem, exerciseProblems } from '../../domain/warning-rules.ts';
import { decide } from '../../policy/decide.ts';
import { type SummaryForm, shownSummary } from '../../policy/view.ts';
import { EVERY_SECTOR, NOTICE, REAL } from '../../store/feed.ts';
import type { Content } from '../../store/warnings.ts';

export type ItemState = 'ACTIVE' | 'EXPIRED' | 'CANCELLED';

/** Why an item comes in a stream: a new version, or a notice of the hub that its grade was raised or its validity ended. */
export type Occasion = 'VERSION' | 'RAISED' | 'ENDED';

export type Item = {
  readonly cursor: string;
  readonly occasion: Occasion;
  /** Computed from what every reader of the version has. */
  readonly grade: EffectiveGrade;
  /** As this reader may see it. */
  readonly summary: Summary;
  readonly form: SummaryForm;
  readonly reason: Reason;
  readonly access: AccessFacts;
  readonly isQuiet: boolean;
  readonly state: ItemState;
};

export type FeedFilter = {
  readonly sectors?: readonly string[];
  readonly kind?: ItemKind;
  readonly severities?: readonly Severity[];
  /** Effective ones. */
  readonly urgencies?: readonly Urgency[];
  readonly certainties?: readonly Certainty[];
  readonly country?: string;
  readonly text?: string;
  readonly exercise?: string;
};

/** A checked filter: the store's query, and what its cursors are bound to. */
export type CheckedFilter = {
  readonly sectors: readonly string[];
  readonly exercise: string;
  readonly kind?: string;
  readonly severities?: readonly string[];
  readonly urgencies?: readonly Urgency[];
  readonly certainties?: readonly Certainty[];
  readonly country?: string;
  readonly words: readonly string[];
  /** The earliest time of taking in, ISO 8601 in UTC with milliseconds. No part of the binding: it only leaves out older rows. */
  readonly since?: string;
  readonly binding: string;
};

const MAX_SECTORS = 10;

export const checkFilter = (filter: FeedFilter): Outcome<CheckedFilter> => {
  const sectors =
    filter.sectors === undefined || filter.sectors.length === 0 ? [EVERY_SECTOR] : filter.sectors;
  const unknown = sectors.findIndex((sector) => sector !== EVERY_SECTOR && !isSector(sector));
  if (unknown >= 0 || (filter.sectors ?? []).includes(EVERY_SECTOR)) {
    return refused(
      problem(
        'SECTOR_UNKNOWN',
        `$.filter.sectors[${Math.max(unknown, 0)}]`,
        `There is no sector "${sectors[Math.max(unknown, 0)]}" in the hub's scheme of ${SECTORS.length}.`,
        'Ask `sectors` for the scheme.',
      ),
    );
  }
  if (sectors.length > MAX_SECTORS) {
    return refused(
      problem('TOO_MANY', '$.filter.sectors', `At most ${MAX_SECTORS} sectors.`, 'Leave some out.'),
    );
  }
  if ((filter.text?.length ?? 0) > MAX_SEARCH_LENGTH) {
    return refused(
      problem(
        'TEXT_TOO_LONG',
        '$.filter.text',
        `At most ${MAX_SEARCH_LENGTH} characters.`,
        'Search for fewer words.',
      ),
    );
  }
  const never = unmatchable(filter);
  if (never.length > 0) return refused(...never);
  const checked = {
    sectors: [...new Set(sectors)].sort(),
    exercise: filter.exercise ?? REAL,
    ...(filter.kind === undefined ? {} : { kind: filter.kind }),
    ...(filter.severities === undefined || filter.severities.length === 0
      ? {}
      : { severities: filter.severities }),
    ...gradesIn(filter),
    ...(filter.country === undefined ? {} : { country: filter.country }),
    words: filter.text === undefined ? [] : searchWords(filter.text),
  };
  return accepted({ ...checked, binding: `feed:${JSON.stringify(checked)}` });
};

/** What no item can have: an empty feed for ever, and a stream that never says anything, would hide the mistake. */
const unmatchable = ({ country, exercise }: FeedFilter): Problem[] => [
  ...[country === undefined ? null : countryProblem('$.filter.country', country)].filter(
    (each) => each !== null,
  ),
  ...exerciseProblems('$.filter.exercise', exercise ?? null),
];
/** Only what narrows the filter, so that cursors of the same filter are the same. */
const gradesIn = ({ urgencies, certainties }: FeedFilter) => ({
  ...(urgencies === undefined || urgencies.length === 0 ? {} : { urgencies: [...new Set(urgencies)].sort() }),
  ...(certainties === undefined || certainties.length === 0
    ? {}
    : { certainties: [...new Set(certainties)].sort() }),
});

export const stateOf = (summary: Summary, nowMs: number): ItemState => {
  if (summary.messageType === 'CANCEL') return 'CANCELLED';
  return summary.validUntil !== null && Date.parse(summary.validUntil) <= nowMs ? 'EXPIRED' : 'ACTIVE';
};

type Row = StoredGrade & {
  readonly isQuiet: boolean;
  readonly parsed: Content;
  /** Of a whole row of the feed. */
  readonly sector?: string;
  readonly notice?: 'ENDED';
};

/** The only way from a stored row to a reader: decided again here, whatever the query let through (I2). */
export const itemOf = (row: Row, actor: Actor, cursor: string, nowMs: number): Item | null => {
  const content = row.parsed;
  const decision = decide(actor, content.access, nowMs);
  if (!decision.allowed) return null;
  return {
    cursor,
    occasion: row.sector === NOTICE ? (row.notice ?? 'RAISED') : 'VERSION',
    grade: gradeOf(row, content.summary),
    ...shownSummary(actor, content, nowMs),
    reason: decision.reason,
    access: content.access,
    isQuiet: row.isQuiet,
    state: stateOf(content.summary, nowMs),
  };
};
