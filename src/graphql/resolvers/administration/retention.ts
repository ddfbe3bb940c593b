// How long what is kept: classes, legal holds, and a person's data.
import type { Problem } from '../../../domain/problem.ts';
import { erasePerson } from '../../../service/person-data/erase-person.ts';
import { exportPerson } from '../../../service/person-data/export-person.ts';
import {
  changeRetention,
  listRetention,
  type ShownClass,
} from '../../../service/retention/change-retention.ts';
import { listHolds } from '../../../service/retention/list-holds.ts';
import { act } from '../../act.ts';
import type { RequestContext } from '../../request-context.ts';
import type { Resolvers } from '../../types.generated.ts';

const shownClass = ({ name, about, from, days, changedAt }: ShownClass) => ({
  name,
  about,
  countedFrom: from,
  days,
  changedAt,
});

const observed = (problems: readonly Problem[], { observe }: RequestContext): readonly Problem[] => {
  for (const { code } of problems) observe.refused(code);
  return problems;
};

export const retentionResolvers = {
  Query: {
    retentionClasses: async (_, __, { hub }) => (await listRetention(hub)).map(shownClass),
    holds: async (_, __, { hub, actor, foundNothing }) => {
      const holds = await listHolds(hub, actor);
      if (holds.length === 0) foundNothing();
      return holds;
    },
    personData: async (_, { person }, { hub, actor, foundNothing }) => {
      const outcome = await exportPerson(hub, actor, person);
      if (outcome.ok) return outcome.value;
      foundNothing();
      return null;
    },
  },
  Mutation: {
    changeRetention: act('REQUEST', async (_, { input }, context) => {
      const outcome = await changeRetention(context.hub, context.actor, input);
      return outcome.ok
        ? { class: shownClass(outcome.value), refusals: [] }
        : { class: null, refusals: observed(outcome.problems, context) };
    }),
    erasePerson: act('REQUEST', async (_, { input }, context) => {
      const outcome = await erasePerson(context.hub, context.actor, input.person, {
        isTrial: input.dryRun === true,
      });
      return outcome.ok
        ? { person: outcome.value.id, refusals: [] }
        : { person: null, refusals: observed(outcome.problems, context) };
    }),
  },
} satisfies Partial<Resolvers>;
