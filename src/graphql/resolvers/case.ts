// Cases: members that need help.
import { accepted, notFound } from '../../domain/problem.ts';
import { isListedTo } from '../../policy/naming.ts';
import { changeCase } from '../../service/case/change-case.ts';
import { listCases, readCase } from '../../service/case/read-cases.ts';
import { actOnce } from '../act.ts';
import { pageOf, valueIn } from '../present/page.ts';
import type { RequestContext } from '../request-context.ts';
import type { Resolvers } from '../types.generated.ts';

const memberOf = async (id: string | null, { hub, actor }: RequestContext) => {
  const directory = await hub.directory.current();
  const member = id === null ? undefined : directory.members.get(id);
  return member === undefined || !isListedTo(directory, member, actor.member.id) ? null : member;
};

const askerOf = async (id: string | null, { hub }: RequestContext) =>
  id === null ? null : ((await hub.directory.current()).members.get(id) ?? null);

export const caseResolvers = {
  Query: {
    cases: async (_, { first, after, onlyOpen }, { hub, actor, foundNothing }) => {
      const request = { first: first ?? 50, after: after ?? null, onlyOpen: onlyOpen ?? false };
      const { cases, hasNextPage, endCursor } = valueIn(await listCases(hub, actor, request));
      if (cases.length === 0) foundNothing();
      const edges = cases.map(({ cursor, shown }) => ({ cursor, node: shown }));
      return pageOf(edges, hasNextPage, request.after, endCursor);
    },
  },
  Mutation: {
    changeCase: actOnce('REQUEST', async (_, { input }, { hub, actor, observe }, underKey) => {
      const { case: id, act: kind, note, to } = input;
      const request = { id, act: kind, note: note ?? null, to: to ?? null };
      const outcome = await underKey({
        act: () => changeCase(hub, actor, request),
        again: async () => {
          const found = await readCase(hub, actor, id);
          return found === null ? notFound() : accepted(found);
        },
      });
      if (outcome.ok) return { case: outcome.value, refusals: [] };
      for (const { code } of outcome.problems) observe.refused(code);
      return { case: null, refusals: outcome.problems };
    }),
  },
  Case: {
    caseId: ({ case: { id } }) => id,
    warning: ({ case: { warning } }) => warning,
    version: ({ case: { version } }) => version,
    member: ({ asker }, _, context) => askerOf(asker, context),
    owner: ({ helper }, _, context) => memberOf(helper, context),
    state: ({ case: { state } }) => state,
    openedAt: ({ case: { openedAt } }) => openedAt,
    dueAt: ({ case: { dueAt } }) => dueAt,
    takenAt: ({ case: { takenAt } }) => takenAt,
    closedAt: ({ case: { closedAt } }) => closedAt,
    notes: ({ case: { notes, member } }) =>
      notes.map(({ member: by, text, at }) => ({ isOfAsker: by === member, text, at })),
  },
} satisfies Partial<Resolvers>;
