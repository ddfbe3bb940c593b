// Deliveries and acknowledgements.

import type { Delivery } from '../../domain/delivery.ts';
import { writtenIn } from '../../domain/directory.ts';
import { isUnlisted } from '../../domain/reason.ts';
import type { Hub } from '../../hub.ts';
import { AN_ORGANISATION } from '../../policy/naming.ts';
import { acknowledgeWarning } from '../../service/delivery/acknowledge-warning.ts';
import { shownReminders } from '../../service/reminder/shown-reminders.ts';
import { act } from '../act.ts';
import type { RequestContext } from '../request-context.ts';
import type { AcknowledgeWarningInput, Resolvers } from '../types.generated.ts';

const memberOf = async ({ member, organisation }: Delivery, { hub }: RequestContext) => {
  if (organisation !== undefined) return AN_ORGANISATION;
  const found = (await hub.directory.current()).members.get(member);
  if (found === undefined) throw new Error('the member of a delivery is not in the directory');
  return found;
};

const acknowledge = async (
  { warning, answer, note, withName, site, expectedVersion }: AcknowledgeWarningInput,
  context: RequestContext,
) => {
  const request = {
    warning,
    answer: answer ?? null,
    note: note ?? null,
    withName: withName ?? null,
    site: site ?? null,
    // Left out of what is repeated under an Idempotency-Key too, as in the releases that did not have it.
    ...(expectedVersion == null ? {} : { expectedVersion }),
  };
  const { hub, actor, idempotencyKey } = context;
  const outcome = await acknowledgeWarning(hub, actor, request, { idempotencyKey });
  if (outcome.ok) return { delivery: outcome.value, refusals: [] };
  for (const { code } of outcome.problems) context.observe.refused(code);
  return { delivery: null, refusals: outcome.problems };
};

/** Answers name persons by their ids; those of releases before by how they were written. */
const written = async ({ directory }: Pick<Hub, 'directory'>, person: string | null) =>
  writtenIn(await directory.current(), person);

export const deliveryResolvers = {
  Mutation: { acknowledgeWarning: act('REQUEST', (_, { input }, context) => acknowledge(input, context)) },
  Delivery: {
    member: (delivery, _, context) => memberOf(delivery, context),
    answers: (delivery, _, { loaders }) => loaders.answers().load(delivery),
    acknowledgedBy: ({ acknowledgedBy }, _, { hub }) => written(hub, acknowledgedBy),
    answerBy: ({ asking }) => asking?.due ?? null,
    isAnswerDue: ({ isOpen }) => isOpen === true,
    isAnswered: ({ isAnswered }) => isAnswered === true,
    reminders: async (delivery, _, { hub, actor, loaders }) =>
      shownReminders(hub, actor, delivery, await loaders.warnings().load(delivery.warning)),
  },
  Answer: {
    by: ({ by }, _, { hub }) => written(hub, by ?? null),
    site: ({ site }) => site?.name ?? null,
  },
  Reminder: {
    outside: async ({ outside }, _, { hub }) =>
      (await hub.directory.current()).members.get(outside ?? '') ?? null,
    skipped: ({ skipped }) => skipped ?? null,
  },
  Reason: { isKnownToPublisher: (reason) => !isUnlisted(reason) },
} satisfies Partial<Resolvers>;
