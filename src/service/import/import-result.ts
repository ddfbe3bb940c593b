// What becomes of a file that is imported, and why one is passed over without being faulty.
import { type Audience, sectorsNamedBy } from '../../domain/audience.ts';
import { type EffectiveTlp, isAtMost } from '../../domain/marking.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { ProblemCode } from '../../domain/problem-codes/catalogue.ts';
import { sectorAndAncestors } from '../../domain/sector.ts';
import type { CsafDraft } from '../../exchange/csaf/draft.ts';
import type { Ended } from '../../exchange/csaf-note/ended.ts';

/**
 * CANCELLED: its issuer took it back, and its warning with it. SILENT: a new version with nothing new for its readers. UNCHANGED: this exact text was imported before. OUTDATED: the hub
 * has a newer state. HELD: nothing says for whom it is, or it is a draft; a person decides. SKIPPED: no advisory but a file
 * that belongs to a provider's folder, or an advisory that was taken back and never came here. Of the last three nothing is written.
 */
export const IMPORT_RESULTS = [
  'NEW',
  'UPDATED',
  'CANCELLED',
  'SILENT',
  'UNCHANGED',
  'OUTDATED',
  'HELD',
  'SKIPPED',
] as const;
export type ImportResult = (typeof IMPORT_RESULTS)[number];

export type Imported = {
  readonly result: ImportResult;
  /** The warning and its newest version here; null where there is none. */
  readonly warning: string | null;
  readonly version: number | null;
  /** Whether it notifies its recipients: never without `announce`. */
  readonly notifies: boolean;
  /** Why it was passed over; null where it was not. */
  readonly reason: Problem | null;
  /** What was put right, chosen or left out. */
  readonly findings: readonly Problem[];
};

/** Refusals that are no fault of the file: it is passed over. */
export const PASSED_OVER: Partial<Record<ProblemCode, ImportResult>> = {
  CSAF_OUTDATED: 'OUTDATED',
  CSAF_NO_AUDIENCE: 'HELD',
  CSAF_DRAFT: 'HELD',
  CSAF_OTHER_FILE: 'SKIPPED',
  CSAF_WITHDRAWN: 'SKIPPED',
};

export const cancelled = (id: string) =>
  problem(
    'ALREADY_CANCELLED',
    '$',
    `The warning of this advisory (${id}) was cancelled here; that was its last version.`,
    'Publish a new warning if it matters again.',
  );

export const outdated = (warning: string, version: number, why: string) =>
  problem(
    'CSAF_OUTDATED',
    '$.document.tracking',
    `${why} (${warning}, version ${version} here).`,
    'Nothing.',
  );

const takenBack = ({ kind }: Ended): string =>
  `Its issuer ${kind === 'WITHDRAWN' ? 'withdrew it' : 'replaced it by another'}`;

export const neverHere = (ended: Ended) =>
  problem(
    'CSAF_WITHDRAWN',
    '$.document.category',
    `${takenBack(ended)}, and it is not here: ${ended.reason}`,
    'Nothing.',
  );

/** What came here before goes, whoever imports a folder at night. */
export const endedHere = (ended: Ended, warning: string) =>
  problem(
    'CSAF_WITHDRAWN',
    '$.document.category',
    `${takenBack(ended)}, and ${warning} is cancelled: ${ended.reason}`,
    'Undo what was done for it where the reason says so.',
  );

export const isDraft = () =>
  problem(
    'CSAF_DRAFT',
    '$.document.tracking.status',
    'Its issuer calls it a draft.',
    'Wait for the final one, or take drafts too with --drafts.',
  );

/** Part of the note was read: whoever the rest means is not told, and nobody would know. */
export const sectorsUnread = ({ unmappedSectors, sectors, multipleSectors }: CsafDraft): Problem[] =>
  unmappedSectors.length === 0 || multipleSectors
    ? []
    : [
        problem(
          'CSAF_SECTOR_UNREAD',
          '$.document.notes',
          `${sectors.length === 0 ? 'T' : `Beside what is read (${sectors.join(', ')}), t`}he note on sectors says what names none here: ${unmappedSectors.join(', ').slice(0, 200)}.`,
          'If it is for others too, say for whom with --to.',
        ),
      ];

/** A later state may name more than the first; an audience stays, so its reader is told. */
export const audienceStays = (before: Audience, now: Audience, isGiven: boolean): Problem[] => {
  const isForAll = before.alternatives.some((each) => Object.keys(each).length === 0);
  const added = sectorsNamedBy(now).filter(
    (sector) => !sectorAndAncestors(sector).some((each) => sectorsNamedBy(before).includes(each)),
  );
  const isWider = now.alternatives.some((each) => Object.keys(each).length === 0) || added.length > 0;
  const isOther = isGiven && JSON.stringify(now) !== JSON.stringify(before);
  if (!isOther && (isForAll || !isWider)) return [];
  const said = isGiven ? 'You name' : 'This state names';
  const whom = added.length > 0 ? added.join(', ') : isWider ? 'everybody' : 'another audience';
  return [
    problem(
      'CSAF_AUDIENCE_STAYS',
      isGiven ? '$' : '$.document.notes',
      `${said} ${whom}; the warning goes on to those whom its first version addressed.`,
      'Widen its audience, which takes two persons: tocsin approval propose WIDEN_AUDIENCE.',
    ),
  ];
};

/** A marking only grows stricter by itself: what readers of an advisory elsewhere may do is not so here. */
export const markingStays = (before: EffectiveTlp, now: EffectiveTlp): Problem[] =>
  isAtMost(before, now)
    ? []
    : [
        problem(
          'CSAF_MARKING_STAYS',
          '$.document.distribution.tlp',
          `This state is marked TLP:${now}; the warning stays TLP:${before}, as its last version is.`,
          'Widen it, which takes two persons: tocsin approval propose WIDEN_MARKING.',
        ),
      ];

export const noAudience = ({ unmappedSectors }: CsafDraft) =>
  problem(
    'CSAF_NO_AUDIENCE',
    '$.document.notes',
    unmappedSectors.length === 0
      ? 'The advisory does not say which sectors it is for.'
      : `The advisory names no sector that is known here: ${unmappedSectors.join(', ').slice(0, 200)}.`,
    'Say for whom it is with --to: sectors, or a file with an audience.',
  );
