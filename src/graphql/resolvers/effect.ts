// What came of warnings: figures for publishers and operators, and what members say of them.
import { giveFeedback } from '../../service/effect/give-feedback.ts';
import { readAnswersBySector } from '../../service/effect/read-answers-by-sector.ts';
import { readEffect } from '../../service/effect/read-effect.ts';
import { act } from '../act.ts';
import type { Resolvers } from '../types.generated.ts';

const MOST_CELLS = 200;
const NOT_SHOWN =
  'Numbers begin at five members, are rounded down to fives, and leave out members that are not listed to everybody, or reached only through relations that are not disclosed.';

export const effectResolvers = {
  Query: {
    effect: async (_, { input }, { hub, actor, observe }) => {
      const { of, since, until } = input;
      const request = { of: of ?? 'MEMBER', since: new Date(since), until: new Date(until) };
      const outcome = await readEffect(hub, actor, request);
      if (outcome.ok) {
        const { cells, isPartial } = outcome.value;
        return { cells: cells.slice(0, MOST_CELLS), isPartial, refusals: [] };
      }
      for (const { code } of outcome.problems) observe.refused(code);
      return { cells: [], isPartial: false, refusals: outcome.problems };
    },
  },
  Mutation: {
    giveFeedback: act('REQUEST', async (_, { input }, { hub, actor, observe }) => {
      const { warning, isUseful = null, sighting = null, details = null } = input;
      const outcome = await giveFeedback(hub, actor, { warning, isUseful, sighting, details });
      if (outcome.ok) return { isNoted: true, refusals: [] };
      for (const { code } of outcome.problems) observe.refused(code);
      return { isNoted: false, refusals: outcome.problems };
    }),
  },
  Warning: {
    answersBySector: async ({ item }, _, { hub, actor }) => {
      const found = await readAnswersBySector(hub, actor, item);
      return found === null ? null : { ...found, notShown: NOT_SHOWN };
    },
  },
  EffectFigures: {
    medianMinutes: ({ median }) => median,
    p90Minutes: ({ p90 }) => p90,
  },
} satisfies Partial<Resolvers>;
