// Publishing, updating and cancelling, and the audience preview.
import type { Exclusion } from '../../domain/reason.ts';
import { NOT_LISTED } from '../../policy/disclosed-relation.ts';
import { previewAudience } from '../../service/audience/preview-audience.ts';
import { updatePractice } from '../../service/practice/update-practice.ts';
import { withdrawPractice } from '../../service/practice/withdraw-practice.ts';
import { cancelWarning } from '../../service/warning/cancel-warning.ts';
import { publishWarning } from '../../service/warning/publish-warning.ts';
import { updateWarning } from '../../service/warning/update-warning.ts';
import { act } from '../act.ts';
import {
  audienceOf,
  correctionOf,
  practiceCorrectionOf,
  practiceDraft,
  warningDraft,
} from '../present/draft.ts';
import { publishResult } from '../present/publish-result.ts';
import { warningSource } from '../present/warning.ts';
import type { RequestContext } from '../request-context.ts';
import type { AudiencePreviewInput, Resolvers } from '../types.generated.ts';

const EXPLANATIONS: Readonly<Record<Exclusion, string>> = {
  EXCLUDED_BY_NAME: 'The audience excludes it by name.',
  MARKING_FORBIDS: 'The marking does not permit sharing with it.',
  MARKING_UNKNOWN: 'The hub does not understand the marking, so only the publisher may read it.',
  OPTED_OUT_OF_CASCADE: 'The default matrix alone would include it, and it has opted out of that.',
  ROLE_FORBIDS: 'None of its roles may read this marking.',
  MEMBER_INACTIVE: 'It is not active in this hub.',
  MEMBER_CAPPED: 'It is on probation, or overdue with its yearly attestation, and receives up to TLP:GREEN.',
  JOINED_LATER: 'It joined after the version was issued.',
};

const preview = async (input: AudiencePreviewInput, { hub, actor, observe }: RequestContext) => {
  const { marking, exercise } = input;
  const request = { marking, audience: audienceOf(input.audience), exercise: exercise ?? null };
  const outcome = await previewAudience(hub, actor, request);
  if (outcome.ok) return { preview: { ...outcome.value, notListed: NOT_LISTED }, refusals: [] };
  for (const { code } of outcome.problems) observe.refused(code);
  return { preview: null, refusals: outcome.problems };
};

const optionsOf = ({ idempotencyKey }: RequestContext, dryRun: boolean | null = false) => ({
  idempotencyKey,
  isTrial: dryRun === true,
});

export const publishResolvers = {
  Query: { audiencePreview: (_, { input }, context) => preview(input, context) },
  Mutation: {
    publishWarning: act('PUBLISH', async (_, { input }, context) =>
      publishResult(
        await publishWarning(
          context.hub,
          context.actor,
          warningDraft(input),
          optionsOf(context, input.dryRun),
        ),
        context,
      ),
    ),
    publishPractice: act('PUBLISH', async (_, { input }, context) =>
      publishResult(
        await publishWarning(
          context.hub,
          context.actor,
          practiceDraft(input),
          optionsOf(context, input.dryRun),
        ),
        context,
      ),
    ),
    updateWarning: act('PUBLISH', async (_, { input }, context) => {
      const request = { id: input.id, expectedVersion: input.expectedVersion, draft: correctionOf(input) };
      return publishResult(
        await updateWarning(context.hub, context.actor, request, optionsOf(context, input.dryRun)),
        context,
      );
    }),
    cancelWarning: act('PUBLISH', async (_, { input: { dryRun, ...request } }, context) =>
      publishResult(
        await cancelWarning(context.hub, context.actor, request, optionsOf(context, dryRun)),
        context,
      ),
    ),
    updatePractice: act('PUBLISH', async (_, { input }, context) => {
      const { id, expectedVersion } = input;
      const request = { id, expectedVersion, draft: practiceCorrectionOf(input) };
      return publishResult(
        await updatePractice(context.hub, context.actor, request, optionsOf(context, input.dryRun)),
        context,
      );
    }),
    withdrawPractice: act('PUBLISH', async (_, { input: { dryRun, ...request } }, context) =>
      publishResult(
        await withdrawPractice(context.hub, context.actor, request, optionsOf(context, dryRun)),
        context,
      ),
    ),
  },
  PublishResult: {
    notListed: () => NOT_LISTED,
    warning: async ({ published }, _, { loaders }) => {
      const item = published === null ? null : await loaders.warnings().load(published);
      return item === null ? null : warningSource(item);
    },
  },
  PreviewedExclusion: { explanation: ({ because }) => EXPLANATIONS[because] },
} satisfies Partial<Resolvers>;
