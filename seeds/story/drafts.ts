// Defaults for the drafts of the story, so that each act states only what is particular to it.
import type { ContactPoint, PracticeDraft, WarningDraft } from '../../src/domain/warning.ts';

const HOUR_MS = 3_600_000;

/** Hours before (negative) or after seeding, on a whole second. */
export const hoursFrom = (now: Date, hours: number): Date =>
  new Date(Math.floor((now.getTime() + hours * HOUR_MS) / 1_000) * 1_000);

export const desk = (name: string, number: string, hours = '24x7'): ContactPoint => ({ name, number, hours });

type Particulars<Draft, Wanted extends keyof Draft> = Partial<Draft> & Pick<Draft, Wanted>;

const COMMON = {
  language: 'en',
  translations: [],
  sectorsConcerned: [],
  countriesConcerned: [],
  allowEmptyAudience: false,
  exercise: null,
  bundle: null,
  externalReferences: [],
} as const;

export const warning = (
  particulars: Particulars<
    WarningDraft,
    'headline' | 'summary' | 'actions' | 'contacts' | 'marking' | 'audience'
  >,
): WarningDraft => ({
  ...COMMON,
  kind: 'WARNING',
  urgency: 'EXPECTED',
  severity: 'MODERATE',
  certainty: 'LIKELY',
  validUntil: null,
  ...particulars,
});

export const practice = (
  particulars: Particulars<
    PracticeDraft,
    'headline' | 'summary' | 'practiceKind' | 'problem' | 'steps' | 'marking' | 'audience'
  >,
): PracticeDraft => ({
  ...COMMON,
  kind: 'PRACTICE',
  evidence: null,
  limits: null,
  licence: null,
  reviewDue: null,
  ...particulars,
});
