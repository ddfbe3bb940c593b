// The contract, the caller, and any nodes by their ids.
import { setInterval as ticks } from 'node:timers/promises';
import { writtenIn } from '../../domain/directory.ts';
import { REAL_FIRST } from '../../domain/exercise/partition.ts';
import { type Actor, ROLES } from '../../domain/member.ts';
import { problem } from '../../domain/problem.ts';
import { SECTORS } from '../../domain/sector.ts';
import { sectorScheme } from '../../domain/sector-scheme/known-schemes.ts';
import { mayAct } from '../../policy/decide.ts';
import { readProposal } from '../../service/approval/list-proposals.ts';
import { readLine } from '../../service/audit/read-trail.ts';
import { readCommunity } from '../../service/community/read-memberships.ts';
import { readDelivery } from '../../service/delivery/read-delivery.ts';
import { readDuplicate } from '../../service/duplicate/review-duplicates.ts';
import { readMember } from '../../service/feed/read-member.ts';
import { isWarningId } from '../../service/item/read-warning.ts';
import { StreamClosed } from '../../service/live/stream.ts';
import { readOwnPerson } from '../../service/person/list-persons.ts';
import { readHold } from '../../service/retention/list-holds.ts';
import { readSubscription } from '../../service/subscription/list-subscriptions.ts';
import { contractOf } from '../contract/contract.ts';
import { refusalError } from '../errors.ts';
import { bodyBytesOf } from '../limits/body-bytes.ts';
import { readApplication } from '../present/application.ts';
import { type NodeSource, nodeType } from '../present/node.ts';
import { warningSource } from '../present/warning.ts';
import type { RequestContext } from '../request-context.ts';
import { DateTime, JSON_SCALAR } from '../scalars.ts';
import type { Resolvers } from '../types.generated.ts';

const HEARTBEAT_MS = 12_000;
const MAX_NODES = 100;

type Read = (id: string, context: RequestContext) => Promise<NodeSource | null>;

/** By what an id begins with; every other id is one of STIX, or of a sector. */
const READ_BY_TYPE: Readonly<Record<string, Read>> = {
  act: (id, { hub, actor }) => readLine(hub, actor, id),
  application: (id, { hub, actor }) => readApplication(hub, actor, id),
  approval: (id, { hub, actor }) => readProposal(hub, actor, id),
  community: (id, { hub, actor }) => readCommunity(hub, actor, ({ id: of }) => of === id),
  delivery: (id, { hub, actor }) => readDelivery(hub, actor, id),
  duplicate: (id, { hub, actor }) => readDuplicate(hub, actor, id),
  hold: (id, { hub, actor }) => readHold(hub, actor, id),
  member: (id, { hub, actor }) => readMember(hub, actor, id),
  subscription: (id, { hub, actor }) => readSubscription(hub, actor, id),
};

const mayPublish = (actor: Actor): boolean => mayAct(actor, 'warning.publish', null).allowed;

/** Definitions are the same for everybody; ids of everything else have two hyphens together. */
const givenScheme = (id: string, { hub }: RequestContext) =>
  id.includes('--') ? null : hub.definitions.scheme(id);

const nodeById = async (id: string, context: RequestContext): Promise<NodeSource | null> => {
  const sector = SECTORS.find((each) => each.id === id) ?? sectorScheme(id);
  if (sector !== undefined) return sector;
  const given = await givenScheme(id, context);
  if (given !== null) return given;
  const read = READ_BY_TYPE[id.slice(0, Math.max(0, id.indexOf('--')))];
  if (read !== undefined) {
    const node = await read(id, context);
    if (node === null) context.foundNothing();
    return node;
  }
  if (!isWarningId(id)) return context.loaders.objects(REAL_FIRST).load(id);
  const item = await context.loaders.warnings().load(id);
  if (item === null) return null;
  context.openings.note(context.actor, item, 'warning.opened');
  return warningSource(item);
};

const nodesByIds = async (
  ids: readonly string[],
  context: RequestContext,
): Promise<(NodeSource | null)[]> => {
  if (ids.length > MAX_NODES) {
    const remedy = 'Ask for the others in another request.';
    throw refusalError(problem('TOO_MANY', '$.ids', `At most ${MAX_NODES} ids.`, remedy));
  }
  return Promise.all(ids.map((id) => nodeById(id, context)));
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
  Role: {
    READER: 'reader',
    ANALYST: 'analyst',
    PUBLISHER: 'publisher',
    APPROVER: 'approver',
    MANAGER: 'manager',
    CONTACT: 'contact',
    MEMBER_ADMIN: 'member-admin',
    INTEGRATOR: 'integrator',
    HUB_OPERATOR: 'hub-operator',
  },
  Query: {
    contract: (_, __, { hub }, { schema }) => ({ ...contractOf(schema), origin: hub.origin }),
    me: (_, __, { actor }) => actor,
    node: (_, { id }, context) => nodeById(id, context),
    nodes: (_, { ids }, context) => nodesByIds(ids, context),
  },
  Subscription: { heartbeat: { subscribe: (_, __, context) => heartbeats(context) } },
  Node: { __resolveType: nodeType },
  Me: {
    member: ({ member }) => member,
    role: ({ roles }) => ROLES.findLast((role) => roles.includes(role)) ?? 'reader',
    roles: ({ roles }) => [...roles],
    person: async ({ person }, _, { hub }) => writtenIn(await hub.directory.current(), person),
    personId: ({ person }) => person,
    profile: (actor, _, { hub }) => readOwnPerson(hub, actor),
    identity: ({ member }) => member.identity,
    sectors: ({ member }) => member.sectors,
    communities: ({ member }) => member.communities,
    mayPublish,
    maxBodyBytes: (actor, _, { hub }) => bodyBytesOf(actor, hub.config.limits),
  },
} satisfies Partial<Resolvers> & Record<string, unknown>;
