// The caller, and any node by its id.
import { setInterval as ticks } from 'node:timers/promises';
import { REAL_FIRST } from '../../domain/exercise/partition.ts';
import { mayAct } from '../../policy/decide.ts';
import { readDelivery } from '../../service/delivery/read-delivery.ts';
import { isWarningId } from '../../service/item/read-warning.ts';
import { StreamClosed } from '../../service/live/stream.ts';
import { act } from '../act.ts';
import { type NodeSource, nodeType } from '../present/node.ts';
import { warningSource } from '../present/warning.ts';
import type { RequestContext } from '../request-context.ts';
import { DateTime, JSON_SCALAR } from '../scalars.ts';
import type { Resolvers } from '../types.generated.ts';

const CONTRACT_VERSION = '1';
const HEARTBEAT_MS = 12_000;

const nodeById = async (id: string, context: RequestContext): Promise<NodeSource | null> => {
  if (id.startsWith('delivery--')) {
    const delivery = await readDelivery(context.hub, context.actor, id);
    if (delivery === null) context.foundNothing();
    return delivery;
  }
  if (!isWarningId(id)) return context.loaders.objects(REAL_FIRST).load(id);
  const item = await context.loaders.warnings().load(id);
  return item === null ? null : warningSource(item);
};

async function* heartbeats(context: RequestContext): AsyncGenerator<{ heartbeat: string }> {
  const failed = new AbortController();
  const stopWatching = context.broker.watch(context.actor, (code) =>
    failed.abort(new StreamClosed(code, null)),
  );
  const signal = AbortSignal.any([context.signal, failed.signal]);
  try {
    yield { heartbeat: context.hub.clock.now().toISOString() };
    for await (const _ of ticks(HEARTBEAT_MS, null, { signal, ref: false })) {
      yield { heartbeat: context.hub.clock.now().toISOString() };
    }
  } catch (error) {
    // The timer throws when the signal aborts: the rights are gone, or the client has disconnected.
    if (failed.signal.aborted) throw failed.signal.reason;
    if (!context.signal.aborted) throw error;
  } finally {
    stopWatching();
  }
}

export const commonResolvers = {
  DateTime,
  JSON: JSON_SCALAR,
  Tlp: { CLEAR: 'CLEAR', GREEN: 'GREEN', AMBER: 'AMBER', AMBER_STRICT: 'AMBER+STRICT', RED: 'RED' },
  Query: {
    me: (_, __, { actor }) => actor,
    node: (_, { id }, context) => nodeById(id, context),
  },
  Mutation: { ping: act('REQUEST', () => CONTRACT_VERSION) },
  Subscription: { heartbeat: { subscribe: (_, __, context) => heartbeats(context) } },
  Node: { __resolveType: nodeType },
  Me: {
    member: ({ member }) => member,
    identity: ({ member }) => member.identity,
    sectors: ({ member }) => member.sectors,
    communities: ({ member }) => member.communities,
    mayPublish: (actor) => mayAct(actor, 'warning.publish', null).allowed,
  },
} satisfies Partial<Resolvers> & Record<string, unknown>;
