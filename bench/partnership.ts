// The partnership for the benchmark: a few members of several sectors and States, with keys for a publisher and a
// reader. Created through the services, like any other data.
import { setTimeout as sleep } from 'node:timers/promises';
import { actorOf } from '../src/domain/directory.ts';
import type { Hub } from '../src/hub.ts';
import { createKey } from '../src/service/access/create-key.ts';
import { type Admission, admitMember, memberId } from '../src/service/member/admit-member.ts';
import { publishWarning } from '../src/service/warning/publish-warning.ts';
import { draftFor } from './generator.ts';

const member = (slug: string, changes: Partial<Admission>): Admission => ({
  slug,
  name: slug.replaceAll('-', ' '),
  kind: 'OPERATOR',
  country: 'XA',
  countries: [],
  sectors: [],
  communities: [],
  clients: [],
  mayPublish: false,
  optsOutOfCascade: false,
  ...changes,
});

const MEMBERS: readonly Admission[] = [
  member('cyber-agency', { kind: 'AGENCY', sectors: ['public-administration'], mayPublish: true }),
  member('north-grid', { sectors: ['energy/electricity'], communities: ['energy-circle'] }),
  member('south-grid', { sectors: ['energy/electricity'], country: 'XB' }),
  member('river-water', { sectors: ['drinking-water', 'waste-water'] }),
  member('coast-water', { sectors: ['drinking-water'], country: 'XC' }),
  member('city-hospital', { sectors: ['health'] }),
  member('lake-hospital', { sectors: ['health'], country: 'XB' }),
  member('metro-rail', { sectors: ['transport/rail'], optsOutOfCascade: true }),
  member('xb-csirt', { kind: 'NATIONAL_CSIRT', country: 'XB', mayPublish: true }),
  member('energy-centre', {
    kind: 'SHARING_CENTRE',
    sectors: ['energy/electricity', 'energy/gas'],
    communities: ['energy-circle'],
    mayPublish: true,
  }),
];

export type Partnership = { readonly publisher: string; readonly reader: string };

export const openPartnership = async (hub: Hub): Promise<Partnership> => {
  for (const each of MEMBERS) {
    const admitted = await admitMember(hub, each);
    if (!admitted.ok) throw new Error(admitted.problems[0]?.message);
  }
  return {
    publisher: await keyOf(hub, 'cyber-agency', 'publisher'),
    reader: await keyOf(hub, 'north-grid', 'analyst'),
  };
};

const keyOf = async (hub: Hub, slug: string, role: 'publisher' | 'analyst'): Promise<string> => {
  const created = await createKey(hub, { member: slug, role, person: `${slug}/${role}` });
  if (!created.ok) throw new Error(created.problems[0]?.message);
  return created.value.token;
};

const IN_FLIGHT = 8;

/** Publishes `count` warnings to several audiences. */
export const seedWarnings = async (hub: Hub, seed: number, count: number): Promise<void> => {
  const key = { id: 'bench', member: memberId('cyber-agency'), roles: ['publisher'], person: null } as const;
  const actor = actorOf(await hub.directory.current(), key);
  if (actor === null) throw new Error('no publisher');
  let next = 0;
  const publish = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      const published = await publishWarning(hub, actor, draftFor(seed, next));
      if (!published.ok) throw new Error(JSON.stringify(published.problems));
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, publish));
};

const IDLE_WITHIN_MS = 300_000;

/** Waits until everything published is numbered and processed, so that one measurement does not pay for another. */
export const untilIdle = async (hub: Hub): Promise<void> => {
  const until = performance.now() + IDLE_WITHIN_MS;
  while ((await hub.entries.oldestOpen()) !== null || (await unnumbered(hub)) > 0) {
    if (performance.now() > until) throw new Error('the pipeline does not become idle');
    await sleep(100);
  }
};

const unnumbered = (hub: Hub): Promise<number> =>
  hub.entries.rows.countDocuments({ isPending: true }, { limit: 1 });
