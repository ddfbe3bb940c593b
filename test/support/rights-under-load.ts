// Takes rights away while warnings flow over two hubs: what arrives on the streams of whoever lost them, after the answer.
import { performance } from 'node:perf_hooks';
import type { Role } from '../../src/domain/member.ts';
import { listen } from '../../src/http/listen.ts';
import { openHub } from '../../src/hub.ts';
import { confirmEverywhere } from '../../src/service/access/confirm-everywhere.ts';
import { createKey } from '../../src/service/access/create-key.ts';
import { revokeKey } from '../../src/service/access/revoke-key.ts';
import { openBroker } from '../../src/service/live/broker.ts';
import { reinstateMember, suspendMember } from '../../src/service/member/suspend-member.ts';
import { changePerson } from '../../src/service/person/change-person.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { CAST } from './cast.ts';
import { openTestEndpoint, type TestEndpoint } from './endpoint.ts';
import { draft } from './hub.ts';
import { eventClient } from './live.ts';
import { eventually } from './processes.ts';

/** What is taken: the key, the member's part in the partnership, or the only role that reads what is above CLEAR. */
export const TAKINGS = ['REVOCATION', 'SUSPENSION', 'ROLE'] as const;
export type Taking = (typeof TAKINGS)[number];

export type Load = { readonly events: number; readonly streams: number };
export type Finding = {
  readonly taking: Taking;
  readonly received: number;
  /** Events that reached a stream after the act was answered. */
  readonly late: number;
  readonly open: number;
  /** From the answer to the end of the last stream. */
  readonly closedMs: number;
  readonly answeredMs: number;
};

export type TwoHubs = {
  readonly first: TestEndpoint;
  readonly second: { readonly url: string; wake(): Promise<void>; streams(): number };
  close(): Promise<void>;
};

const LIMITS = {
  TOCSIN_REQUEST_BURST: '5000',
  TOCSIN_REQUESTS_PER_SECOND: '5000',
  TOCSIN_MAX_STREAMS_PER_MEMBER: '200',
};

/** Two hubs of their own on one database, each with its own copy of the directory. */
export const openTwoHubs = async (): Promise<TwoHubs> => {
  const first = await openTestEndpoint({ env: LIMITS });
  const hub = await openHub(first.hub.config, 'second', { log: first.hub.log });
  const broker = await openBroker(hub);
  const listening = await listen(hub, broker);
  return {
    first,
    second: { url: listening.url, wake: () => broker.wake(), streams: () => broker.counts().streams },
    close: async () => {
      await listening.close();
      await broker.close();
      await hub.close();
      await first.close();
    },
  };
};

type Watching = {
  readonly received: () => number;
  readonly lateAfter: (at: number) => number;
  readonly ended: Promise<number>;
};

const RECEIVED = 'subscription { warningReceived { cursor } }';

const watch = (url: string, token: string): Watching => {
  const arrivals: number[] = [];
  const client = eventClient({ url } as TestEndpoint, token);
  const run = async (): Promise<number> => {
    for await (const { data } of client.iterate({ query: RECEIVED })) {
      if (data !== null && data !== undefined) arrivals.push(performance.now());
    }
    client.dispose();
    return performance.now();
  };
  const ended = run().catch(() => performance.now());
  return {
    received: () => arrivals.length,
    lateAfter: (at) => arrivals.filter((each) => each > at).length,
    ended,
  };
};

const operatorOf = (first: TestEndpoint) => first.actor('energyCentre', 'hub-operator');

type Holder = { readonly key: string; readonly person: string };

const take = async (first: TestEndpoint, taking: Taking, { key, person }: Holder): Promise<void> => {
  const { hub } = first;
  if (taking === 'REVOCATION') {
    await revokeKey(hub, key);
    return;
  }
  if (taking === 'SUSPENSION') {
    await suspendMember(hub, await operatorOf(first), CAST.northGrid.slug, 'a drill');
    return;
  }
  // The act by which a person's roles change; it alone answers for every hub.
  const changed = await changePerson(hub, { way: 'HOST' }, { person, roles: ['hub-operator'] });
  if (!changed.ok) throw new Error(changed.problems[0]?.message);
};

/** Half of the events are published when the right is taken; the others go on being published. */
export const takeUnderLoad = async (
  { first, second }: TwoHubs,
  taking: Taking,
  { events, streams }: Load,
): Promise<Finding> => {
  const { hub } = first;
  const role: Role = 'analyst';
  const named = `${CAST.northGrid.slug}/under-load`;
  const created = await createKey(hub, { member: CAST.northGrid.slug, role, person: named });
  if (!created.ok) throw new Error(created.problems[0]?.message);
  const { id, token, personId } = created.value;
  await confirmEverywhere(hub);
  const watching = Array.from({ length: streams }, (_, index) =>
    watch(index % 2 === 0 ? first.url : second.url, token),
  );
  await eventually(
    'the streams are open',
    async () => first.broker.counts().streams + second.streams() === streams,
  );
  const publisher = await first.actor('cyberAgency');
  let published = 0;
  const publishOne = async (): Promise<void> => {
    const headline = `${taking} ${published}`;
    published += 1;
    const outcome = await publishWarning(hub, publisher, draft({ headline, marking: 'GREEN' }));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  };
  const flow = (async () => {
    while (published < events) {
      await Promise.all(Array.from({ length: 5 }, publishOne));
      await first.drain();
      await Promise.all([first.broker.wake(), second.wake()]);
    }
  })();
  await eventually('half is published', async () => published >= events / 2);
  const startedAt = performance.now();
  await take(first, taking, { key: id, person: personId ?? named });
  const answeredAt = performance.now();
  await flow;
  const endings = await Promise.all(watching.map(({ ended }) => ended));
  const finding: Finding = {
    taking,
    received: watching.reduce((sum, { received }) => sum + received(), 0),
    late: watching.reduce((sum, { lateAfter }) => sum + lateAfter(answeredAt), 0),
    open: streams,
    closedMs: Math.max(0, Math.max(...endings) - answeredAt),
    answeredMs: answeredAt - startedAt,
  };
  await revokeKey(hub, id);
  // Or it would be the only operator of the hub, whose member nobody may suspend.
  if (taking === 'ROLE')
    await changePerson(hub, { way: 'HOST' }, { person: personId ?? named, roles: [role] });
  if (taking === 'SUSPENSION') await reinstateMember(hub, await operatorOf(first), CAST.northGrid.slug);
  await Promise.all(watching.map(({ ended }) => ended));
  return finding;
};
