// Maps inputs of the contract to the drafts that services take. Absent and null both become null, never undefined.
import type { Alternative, Audience } from '../../domain/audience.ts';
import type { StatedHandling } from '../../domain/iep/stated-handling.ts';
import type { PracticeDraft, WarningDraft } from '../../domain/warning.ts';
import type { IndicatorFilter } from '../../service/indicator/indicator-filter.ts';
import type { FeedFilter } from '../../service/item/item.ts';
import type { PracticeCorrection } from '../../service/practice/update-practice.ts';
import type { Correction } from '../../service/warning/update-warning.ts';
import type {
  AlternativeInput,
  AudienceInput,
  ExternalReferenceInput,
  FeedFilter as FilterInput,
  HandlingInput,
  IndicatorFilter as IndicatorFilterInput,
  PublishPracticeInput,
  PublishWarningInput,
  UpdatePracticeInput,
  UpdateWarningInput,
} from '../types.generated.ts';

/** Drops properties that are null or undefined. */
const present = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

export const feedFilter = (input: FilterInput | null | undefined): FeedFilter =>
  input === null || input === undefined ? {} : (present(input) as FeedFilter);

export const indicatorFilter = (input: IndicatorFilterInput | null | undefined): IndicatorFilter =>
  input === null || input === undefined ? {} : (present(input) as IndicatorFilter);

export const alternativesOf = (inputs: readonly AlternativeInput[]): readonly Alternative[] =>
  inputs.map((alternative) => present(alternative) as Alternative);

export const audienceOf = (input: AudienceInput): Audience => ({
  alternatives: alternativesOf(input.alternatives),
  excludes: input.excludes ?? [],
});

const reference = (input: ExternalReferenceInput) => ({
  source: input.source,
  id: input.id ?? null,
  url: input.url ?? null,
});

const translation = <Fields extends { actions?: readonly string[] | null }>(input: Fields) => ({
  ...input,
  actions: input.actions ?? [],
});

/** Absent where nothing is said, as in requests that were made before it could be. */
const handlingOf = (input: HandlingInput | null | undefined): { readonly handling?: StatedHandling } =>
  input == null
    ? {}
    : {
        handling: {
          permittedActions: input.permittedActions ?? null,
          encryptInTransit: input.encryptInTransit ?? null,
          affectedPartyNotifications: input.affectedPartyNotifications ?? null,
          providerAttribution: input.providerAttribution ?? null,
          unmodifiedResale: input.unmodifiedResale ?? null,
          until: input.until == null ? null : new Date(input.until).toISOString(),
          reference: input.reference ?? null,
        },
      };

type Concerned = Pick<PublishWarningInput, 'sectorsConcerned' | 'countriesConcerned'>;
const concernedOf = ({ sectorsConcerned, countriesConcerned }: Concerned) => ({
  sectorsConcerned: sectorsConcerned ?? [],
  countriesConcerned: countriesConcerned ?? [],
});

/** What a correction may change: audience, marking and exercise are fixed at creation. */
export const correctionOf = (input: PublishWarningInput | UpdateWarningInput): Correction => ({
  headline: input.headline,
  summary: input.summary,
  language: input.language ?? 'en',
  translations: (input.translations ?? []).map(translation),
  ...concernedOf(input),
  actions: input.actions.map(({ text, by }) => ({ text, by: by ?? null })),
  contacts: input.contacts,
  urgency: input.urgency,
  severity: input.severity,
  certainty: input.certainty,
  validUntil: input.validUntil ?? null,
  // A correction that says nothing of it asks as before.
  ...(input.level == null ? {} : { level: input.level }),
  answerBy: input.answerBy ?? null,
  externalReferences: (input.externalReferences ?? []).map(reference),
  ...handlingOf(input.handling),
  bundle: input.bundle ?? null,
});

const fixedOf = (input: PublishWarningInput | PublishPracticeInput) => ({
  marking: input.marking,
  audience: audienceOf(input.audience),
  allowEmptyAudience: input.allowEmptyAudience ?? false,
  exercise: input.exercise ?? null,
});

export const warningDraft = (input: PublishWarningInput): WarningDraft => ({
  kind: 'WARNING',
  ...correctionOf(input),
  ...fixedOf(input),
});

/** Like `correctionOf`, for a practice. */
export const practiceCorrectionOf = (
  input: PublishPracticeInput | UpdatePracticeInput,
): PracticeCorrection => ({
  headline: input.headline,
  summary: input.summary,
  language: input.language ?? 'en',
  translations: (input.translations ?? []).map(translation),
  ...concernedOf(input),
  externalReferences: (input.externalReferences ?? []).map(reference),
  ...handlingOf(input.handling),
  bundle: input.bundle ?? null,
  practiceKind: input.kind,
  problem: input.problem,
  steps: input.steps,
  evidence: input.evidence ?? null,
  limits: input.limits ?? null,
  licence: input.licence ?? null,
  reviewDue: input.reviewDue ?? null,
});

export const practiceDraft = (input: PublishPracticeInput): PracticeDraft => ({
  kind: 'PRACTICE',
  ...practiceCorrectionOf(input),
  ...fixedOf(input),
});
