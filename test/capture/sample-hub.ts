// The sample partnership behind a hub of its own, with what a person sees only after some days of use: endpoints, subscriptions,
// feedback, requests for help, proposals and a legal hold. For the pictures of the console.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { plant } from '../../seeds/plant.ts';
import { openSeedClock, uuidOf } from '../../seeds/seed-clock.ts';
import { LIVE } from '../../seeds/story/live.ts';
import type { Actor, Role } from '../../src/domain/member.ts';
import { makeKey } from '../../src/service/access/make-key.ts';
import { propose } from '../../src/service/approval/propose.ts';
import { acknowledgeWarning } from '../../src/service/delivery/acknowledge-warning.ts';
import { giveFeedback } from '../../src/service/effect/give-feedback.ts';
import { openTestEndpoint, type TestEndpoint } from '../support/endpoint.ts';
import { good } from '../support/outcome.ts';
import { plantPersons } from '../support/persons.ts';
import { subscriptionWith } from '../support/subscription/subscriptions.ts';

export type SampleHub = {
  readonly endpoint: TestEndpoint;
  /** Id of the live warning of the sample. */
  readonly live: string;
  /** Keys of those who look at the views. */
  readonly keys: { readonly analyst: string; readonly publisher: string; readonly admin: string };
  close(): Promise<void>;
};

const AGENCY = 'aldermark-cyber-agency';

export const openSampleHub = async (say: (line: string) => void): Promise<SampleHub> => {
  const seedClock = openSeedClock();
  const { clock, entropy } = seedClock;
  const data = mkdtempSync(path.join(tmpdir(), 'tocsin-pictures-'));
  const endpoint = await openTestEndpoint({ clock, entropy, isEmpty: true, env: { TOCSIN_DATA: data } });
  await plant(endpoint.hub, seedClock, say);
  endpoint.hub.directory.forget();
  await endpoint.drain();
  const live = `warning--${uuidOf(LIVE)}`;
  const analyst = await somebody(endpoint, 'ostrel-water/night-shift', ['analyst']);
  const publisher = await somebody(endpoint, `${AGENCY}/duty-officer`, ['publisher']);
  const admin = await somebody(endpoint, `${AGENCY}/chief`, ['member-admin', 'manager', 'hub-operator']);
  await plantDays(endpoint, live, { analyst, publisher, admin });
  await endpoint.drain();
  const keyOf = async (actor: Actor): Promise<string> =>
    good(await makeKey(endpoint.hub, actor, { kind: 'OWN', label: 'Laptop' })).token;
  const keys = {
    analyst: await keyOf(analyst),
    publisher: await keyOf(publisher),
    admin: await keyOf(admin),
  };
  return { endpoint, live, keys, close: () => endpoint.close() };
};

const somebody = async (
  { hub }: TestEndpoint,
  person: string,
  roles: readonly [Role, ...Role[]],
): Promise<Actor> => {
  await plantPersons(hub, [person], { roles, credentials: 1 });
  hub.directory.forget();
  const directory = await hub.directory.current();
  const [slug = ''] = person.split('/');
  const member = directory.bySlug.get(slug);
  if (member === undefined) throw new Error(`the sample has no member ${slug}`);
  const id = directory.byHandle.get(person)?.id;
  if (id === undefined) throw new Error(`there is no person ${person}`);
  const key = '7f3a91c2d04be865';
  return { member, roles, person: id, key, providers: directory.providersOf(member.id) };
};

type Actors = { readonly analyst: Actor; readonly publisher: Actor; readonly admin: Actor };

const plantDays = async (
  endpoint: TestEndpoint,
  live: string,
  { analyst, publisher, admin }: Actors,
): Promise<void> => {
  const { hub } = endpoint;
  const grid = await somebody(endpoint, 'northreach-grid/shift-lead', ['analyst']);
  const note = 'Two gateways answer from outside. We need somebody who knows the firmware.';
  await acknowledgeWarning(hub, grid, { warning: live, answer: 'NEED_HELP', note });
  const seen = { isUseful: true, sighting: 'SEEN_WITH_DETAILS' } as const;
  await giveFeedback(hub, grid, {
    warning: live,
    ...seen,
    details: 'The same log-in attempts, since Tuesday.',
  });
  for (const [actor, address, label] of [
    [analyst, 'night@ostrel-water.example', 'Night desk'],
    [publisher, 'duty@aldermark-cyber.example', 'Duty desk'],
  ] as const)
    await plantWay(endpoint, actor, { address, label });
  const reason = 'The public prosecutor asks for what concerns the gateways.';
  const placing = { scope: 'WARNING', target: live, reason };
  await propose(hub, admin, { kind: 'PLACE_HOLD', payload: placing, note: 'Case 2026/114.' });
  await propose(hub, admin, { kind: 'EXPORT_REGISTER', payload: { part: 'MEMBERS' }, note: null });
};

const plantWay = async (
  { hub }: TestEndpoint,
  actor: Actor,
  { address, label }: { readonly address: string; readonly label: string },
): Promise<void> => {
  const now = hub.clock.now();
  const of = { member: actor.member.id, person: actor.person };
  const endpoint = {
    ...of,
    id: `endpoint--${hub.entropy.uuid()}`,
    channel: 'MAIL',
    address,
    label,
    form: 'THIN',
    ceiling: 'GREEN',
    state: 'ACTIVE',
    cause: null,
    certificate: null,
    createdAt: now,
    createdBy: actor.person,
    verifiedAt: now,
    lastDeliveredAt: null,
    failures: 0,
    failingSince: null,
    restsUntil: null,
  } as const;
  const subscription = subscriptionWith({
    ...of,
    id: `subscription--${hub.entropy.uuid()}`,
    endpoint: endpoint.id,
    name: 'Electricity and water, severe and worse',
    filter: { sectors: ['energy/electricity', 'drinking-water'], severities: ['SEVERE', 'EXTREME'] },
  });
  await hub.database.transaction(async (session) => {
    await hub.endpoints.save(endpoint, session);
    await hub.subscriptions.save(subscription, session);
  });
};
