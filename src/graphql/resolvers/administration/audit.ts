// The audit trail.
import { problem } from '../../../domain/problem.ts';
import { ACT_EVENTS, type ActEvent } from '../../../domain/record/act-events.ts';
import { readTrail } from '../../../service/audit/read-trail.ts';
import { refusalError } from '../../errors.ts';
import { pageOf, valueIn } from '../../present/page.ts';
import type { AuditFilter, Resolvers } from '../../types.generated.ts';

const MOST_EVENTS = 50;

const isEvent = (event: string): event is ActEvent => (ACT_EVENTS as readonly string[]).includes(event);

const eventsOf = (given: readonly string[]): readonly ActEvent[] => {
  if (given.length > MOST_EVENTS) {
    const remedy = 'Leave some out, or leave out the filter.';
    throw refusalError(problem('TOO_MANY', '$.filter.events', `At most ${MOST_EVENTS} events.`, remedy));
  }
  const wrong = given.findIndex((event) => !isEvent(event));
  if (wrong < 0) return given.filter(isEvent);
  throw refusalError(
    problem(
      'EVENT_UNKNOWN',
      `$.filter.events[${wrong}]`,
      `There is no event "${given[wrong]?.slice(0, 64)}" in the audit trail.`,
      'docs/egress.md lists them, under "Events and jobs".',
    ),
  );
};

const filterOf = ({ events, person, warning, since, until }: AuditFilter) => ({
  events: events == null ? undefined : eventsOf(events),
  person: person ?? undefined,
  warning: warning ?? undefined,
  since: since == null ? undefined : new Date(since),
  until: until == null ? undefined : new Date(until),
});

export const auditResolvers = {
  Query: {
    auditTrail: async (_, { first, after, filter }, { hub, actor, foundNothing }) => {
      const request = { first: first ?? 50, after: after ?? null, filter: filterOf(filter ?? {}) };
      const { lines, hasNextPage, endCursor } = valueIn(await readTrail(hub, actor, request));
      if (lines.length === 0) foundNothing();
      const edges = lines.map(({ cursor, line }) => ({ cursor, node: line }));
      return pageOf(edges, hasNextPage, request.after, endCursor);
    },
  },
} satisfies Partial<Resolvers>;
