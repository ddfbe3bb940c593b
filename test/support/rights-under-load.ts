// Takes rights away while warnings flow over two hubs: what arrives on the streams of whoever lost them, after the answer.
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { listen } from '../../src/http/listen.ts';
import { type Hub, openHub } from '../../src/hub.ts';
import { authenticate } from '../../src/service/access/authenticate.ts';
import { confirmEverywhere } from '../../src/service/access/confirm-everywhere.ts';
import { createKey } from '../../src/service/access/create-key.ts';
import { revokeKey } from '../../src/service/access/revoke-key.ts';
import { createCommunity } from '../../src/service/community/keep-community.ts';
import {
  inviteToCommunity,
  joinCommunity,
  removeFromCommunity,
} from '../../src/service/community/memberships.ts';
import { registerMachine, removeMachine } from '../../src/service/credential/administer-machines.ts';
import { authenticateByCertificate } from '../../src/service/credential/authenticate-machine.ts';
import { openBroker } from '../../src/service/live/broker.ts';
import { reinstateMember, suspendMember } from '../../src/service/member/suspend-member.ts';
import { changePerson } from '../../src/service/person/change-person.ts';
import { endOwnSessions } from '../../src/service/session/end-sessions.ts';
import { startSession } from '../../src/service/session/start-session.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { CAST } from './cast.ts';
import { openTestEndpoint, type TestEndpoint } from './endpoint.ts';
import { draft } from './hub.ts';
import { socketClient } from './live.ts';
import { good } from './outcome.ts';
import { eventually } from './processes.ts';
import { certificateIn } from './sign-in/certificate.ts';

/**
 * What is taken: the key, the member's part in the partnership, the only role that reads what is above CLEAR, the session of a
 * browser, the registration of a machine's certificate, or the community that the warnings are for.
 */
export const TAKINGS = ['REVOCATION', 'SUSPENSION', 'ROLE', 'SESSION', 'REGISTRATION', 'COMMUNITY'] as const;
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
  /** For certificates. */
  readonly folder: string;
  readonly second: {
    readonly hub: Hub;
    readonly url: string;
    wake(): Promise<void>;
    streams(): number;
  };
  close(): Promise<void>;
};

/** However busy the machine is. */
const PUBLISHED_WITHIN_MS = 300_000;

const LIMITS = {
  TOCSIN_REQUEST_BURST: '5000',
  TOCSIN_REQUESTS_PER_SECOND: '5000',
  TOCSIN_MAX_STREAMS_PER_MEMBER: '200',
  TOCSIN_CERTIFICATE_PROXIES: '127.0.0.1',
};

/** Two hubs of their own on one database, each with its own copy of the directory. */
export const openTwoHubs = async (): Promise<TwoHubs> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-rights-'));
  const first = await openTestEndpoint({ env: LIMITS });
  const hub = await openHub(first.hub.config, 'second', { log: first.hub.log });
  const broker = await openBroker(hub);
  const listening = await listen(hub, broker);
  return {
    first,
    folder,
    second: { hub, url: listening.url, wake: () => broker.wake(), streams: () => broker.counts().streams },
    close: async () => {
      await listening.close();
      await broker.close();
      await hub.close();
      await first.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

type Watching = {
  readonly received: () => number;
  readonly lateAfter: (at: number) => number;
  readonly ended: Promise<number>;
};

const RECEIVED = 'subscription { warningReceived { cursor } }';

/** `run` calls `arrived` for each event, and resolves or rejects when the stream has ended. */
const watching = (run: (arrived: () => void) => Promise<void>): Watching => {
  const arrivals: number[] = [];
  const over = (): number => performance.now();
  return {
    received: () => arrivals.length,
    lateAfter: (at) => arrivals.filter((each) => each > at).length,
    ended: run(() => arrivals.push(performance.now())).then(over, over),
  };
};

/** Server-sent events, read as they come, by whatever lets the reader in. */
const watchEvents = (url: string, headers: Readonly<Record<string, string>>): Watching =>
  watching(
    (arrived) =>
      new Promise((resolve, reject) => {
        const all = { accept: 'text/event-stream', 'content-type': 'application/json', ...headers };
        const sent = request(`${url}/graphql`, { method: 'POST', agent: false, headers: all }, (response) => {
          if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`));
          let rest = '';
          response.setEncoding('utf8').on('data', (part: string) => {
            const events = `${rest}${part}`.split('\n\n');
            rest = events.pop() ?? '';
            for (const event of events)
              if (event.includes('event: next') && event.includes('"cursor"')) arrived();
          });
          response.on('end', resolve).on('error', reject);
        });
        sent.on('error', reject);
        sent.end(JSON.stringify({ query: RECEIVED }));
      }),
  );

/** A WebSocket; only a key lets somebody in there. */
const watchSocket = (url: string, token: string): Watching =>
  watching(async (arrived) => {
    const client = socketClient({ url } as TestEndpoint, token);
    for await (const { data } of client.iterate({ query: RECEIVED }))
      if (data !== null && data !== undefined) arrived();
    await client.dispose();
  });

/** Somebody who reads: by which streams, what ends them, and what puts everything back. */
type Holder = {
  readonly watch: (url: string, index: number) => Watching;
  readonly take: () => Promise<unknown>;
  readonly restore: () => Promise<unknown>;
};

const READER = `${CAST.northGrid.slug}/under-load`;
const CIRCLE = 'under-load';

/** A key of a person with one role. Half of its streams are WebSockets. */
const byKey = async ({ first: { hub, ...first } }: TwoHubs, taking: Taking): Promise<Holder> => {
  const key = good(await createKey(hub, { member: CAST.northGrid.slug, role: 'analyst', person: READER }));
  const operator = await first.actor('energyCentre', 'hub-operator');
  const person = key.personId ?? READER;
  const host = { way: 'HOST' } as const;
  const watch: Holder['watch'] = (url, index) =>
    index % 4 < 2 ? watchEvents(url, { authorization: `Bearer ${key.token}` }) : watchSocket(url, key.token);
  const end = async () => revokeKey(hub, key.id);
  switch (taking) {
    case 'SUSPENSION':
      return {
        watch,
        take: () => suspendMember(hub, operator, CAST.northGrid.slug, 'a drill'),
        restore: async () => [await reinstateMember(hub, operator, CAST.northGrid.slug), await end()],
      };
    case 'ROLE':
      return {
        watch,
        take: () => changePerson(hub, host, { person, roles: ['hub-operator'] }),
        // Or it would be the only operator of the hub, whose member nobody may suspend.
        restore: async () => [await end(), await changePerson(hub, host, { person, roles: ['analyst'] })],
      };
    default:
      return { watch, take: end, restore: end };
  }
};

/** A session of a browser. Its person ends it from another place. */
const bySession = async ({ first: { hub } }: TwoHubs): Promise<Holder> => {
  const key = good(await createKey(hub, { member: CAST.northGrid.slug, role: 'analyst', person: READER }));
  const actor = await authenticate(hub, `Bearer ${key.token}`);
  if (actor?.person == null) throw new Error('The person of the key is not known.');
  const start = { person: { id: actor.person, member: actor.member.id }, way: 'PASSKEY' } as const;
  const started = await hub.members.change((session) =>
    startSession(hub, { ...start, credential: null, visitor: { range: null, browser: null } }, session),
  );
  const headers = {
    host: new URL(hub.origin).host,
    origin: hub.origin,
    cookie: `__Host-tocsin=${started.secret}`,
    'x-tocsin-session': '1',
  };
  return {
    watch: (url) => watchEvents(url, headers),
    take: () => endOwnSessions(hub, actor, { id: started.id }),
    restore: () => revokeKey(hub, key.id),
  };
};

/** A machine whose certificate a proxy passes on. */
const byCertificate = async ({ first, folder }: TwoHubs): Promise<Holder> => {
  const { hub } = first;
  const { spki, header } = certificateIn(folder, 'reader');
  const admin = await first.actor('northGrid', 'member-admin');
  const facts = { label: 'Reader', roles: ['reader'], subject: null, expiresAt: null } as const;
  const { id } = good(await registerMachine(hub, admin, { ...facts, certificate: spki }));
  const proved = await authenticateByCertificate(hub, spki, { range: null, registration: id });
  if (proved === null) throw new Error('its first call proves the machine');
  return {
    watch: (url) => watchEvents(url, { 'client-cert': header }),
    take: () => removeMachine(hub, admin, id),
    restore: async () => undefined,
  };
};

/** In a community, which alone is addressed. Its streams end, and who reads them comes back for other warnings. */
const byCommunity = async (hubs: TwoHubs): Promise<Holder> => {
  const { first } = hubs;
  const { hub } = first;
  // Its publisher is no member, and may see it.
  const circle = { slug: CIRCLE, name: 'Under load', roll: 'PARTNERSHIP' } as const;
  const managers = [CAST.energyCentre.slug];
  const operator = await first.actor('energyCentre', 'hub-operator');
  good(await createCommunity(hub, operator, { ...circle, managers }));
  const manager = await first.actor('energyCentre', 'manager');
  const [community, member] = [CIRCLE, CAST.northGrid.slug];
  const { code } = good(await inviteToCommunity(hub, manager, { community, member }));
  const joining = await first.actor('northGrid', 'manager');
  good(await joinCommunity(hub, joining, { community, code }));
  const holder = await byKey(hubs, 'COMMUNITY');
  return { ...holder, take: () => removeFromCommunity(hub, manager, { community, member }) };
};

const holderOf = (hubs: TwoHubs, taking: Taking): Promise<Holder> => {
  if (taking === 'SESSION') return bySession(hubs);
  if (taking === 'REGISTRATION') return byCertificate(hubs);
  return taking === 'COMMUNITY' ? byCommunity(hubs) : byKey(hubs, taking);
};

/** So many events, published five at a time and seen by both hubs. */
const startFlow = (
  { first, second }: TwoHubs,
  events: number,
  publish: (number: number) => Promise<void>,
) => {
  let published = 0;
  let isBrokenOff = false;
  const publishOne = (): Promise<void> => {
    published += 1;
    return publish(published);
  };
  const ended = (async () => {
    while (published < events && !isBrokenOff) {
      await Promise.all(Array.from({ length: 5 }, publishOne));
      await first.drain();
      await Promise.all([first.broker.wake(), second.wake()]);
    }
  })();
  const isHalf = async (): Promise<boolean> => published >= events / 2;
  return {
    ended,
    half: () => Promise.race([eventually('half is published', isHalf, PUBLISHED_WITHIN_MS), ended]),
    /** What flows on after a fault would meet a closed hub, and its error would hide the fault. */
    breakOff: async (fault: unknown): Promise<never> => {
      isBrokenOff = true;
      await ended.catch(() => undefined);
      throw fault;
    },
  };
};

/** Half of the events are published when the right is taken; the others go on being published. */
export const takeUnderLoad = async (
  hubs: TwoHubs,
  taking: Taking,
  { events, streams }: Load,
): Promise<Finding> => {
  const { first, second } = hubs;
  const { hub } = first;
  const holder = await holderOf(hubs, taking);
  await confirmEverywhere(hub);
  const readers = Array.from({ length: streams }, (_, index) =>
    holder.watch(index % 2 === 0 ? first.url : second.url, index),
  );
  await eventually(
    'the streams are open',
    async () => first.broker.counts().streams + second.streams() === streams,
  );
  const publisher = await first.actor('cyberAgency');
  const meant =
    taking === 'COMMUNITY'
      ? {
          marking: 'AMBER' as const,
          audience: { alternatives: [{ communities: [CIRCLE] }], excludes: [] },
          allowEmptyAudience: true,
        }
      : { marking: 'GREEN' as const };
  const flow = startFlow(hubs, events, async (number) => {
    const headline = `${taking} ${number}`;
    good(await publishWarning(hub, publisher, draft({ headline, ...meant })));
  });
  await flow.half().catch(flow.breakOff);
  const startedAt = performance.now();
  await holder.take().catch(flow.breakOff);
  const answeredAt = performance.now();
  await flow.ended;
  const endings = await Promise.all(readers.map(({ ended }) => ended));
  const finding: Finding = {
    taking,
    received: readers.reduce((sum, { received }) => sum + received(), 0),
    late: readers.reduce((sum, { lateAfter }) => sum + lateAfter(answeredAt), 0),
    open: streams,
    closedMs: Math.max(0, Math.max(...endings) - answeredAt),
    answeredMs: answeredAt - startedAt,
  };
  await holder.restore();
  return finding;
};
