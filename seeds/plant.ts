// Plants the sample: members, dependencies, imported advisories, the library, the keys, the past days, and last the live
// warning. Everything goes through services, as for any user; what already exists is left as it is.
import type { Hub } from '../src/hub.ts';
import { createCommunity } from '../src/service/community/keep-community.ts';
import { admitMember } from '../src/service/member/admit-member.ts';
import { declareDependency } from '../src/service/member/declare-dependency.ts';
import { type Act, play, someoneOf, unlessRefused } from './acts.ts';
import { advisoryFiles, takeIn } from './advisories.ts';
import { CAST } from './cast.ts';
import { COMMUNITIES } from './communities.ts';
import { DEPENDENCIES } from './dependencies.ts';
import { ensureKeys } from './keys.ts';
import { plantLife } from './life.ts';
import type { SeedClock } from './seed-clock.ts';
import { LIVE, liveWarning } from './story/live.ts';
import { pastDays } from './story/past-days.ts';
import { library } from './story/practices.ts';

export type Tally = {
  readonly members: number;
  readonly communities: number;
  readonly dependencies: number;
  /** Applications, standings and persons. */
  readonly life: number;
  readonly advisories: number;
  readonly library: number;
  readonly acts: number;
  readonly keys: number;
};

/** Returns what was new. `say` receives one plain line at a time. */
export const plant = async (hub: Hub, seedClock: SeedClock, say: (line: string) => void): Promise<Tally> => {
  const now = seedClock.clock.now();
  const step = async (what: string, work: Promise<number>): Promise<number> => {
    // Of what a member answers twice the second is not played: it would take back what somebody changed since.
    const fresh = await work;
    say(`  ${what}: ${fresh === 0 ? 'already there' : `${fresh} new`}`);
    return fresh;
  };
  const files = advisoryFiles();
  const shelf = library(now);
  const days = pastDays(now);
  const members = await step(
    'members',
    countNew(CAST, (each) => admitted(hub, each)),
  );
  const communities = await step(
    'communities',
    countNew(COMMUNITIES, (each) => founded(hub, each)),
  );
  const dependencies = await step(
    'declared dependencies',
    countNew(DEPENDENCIES, (each) => declared(hub, each)),
  );
  const fresh = await plantLife(hub, seedClock);
  const life = await step('applications, standings and persons', Promise.resolve(fresh));
  const played = (act: Act) => play(hub, seedClock, act);
  const advisories = await step(
    'imported advisories',
    countNew(files, (file) => takeIn(hub, file)),
  );
  const shelved = await step('library', countNew(shelf, played));
  // TLP:RED goes only to persons who can sign in, so the keys come before the warnings.
  const keys = await step('keys of ready identities', ensureKeys(hub));
  const past = await step('warnings and answers of the past days', countNew(days, played));
  const live: readonly Act[] = [
    { verb: 'publish', of: LIVE, by: 'aldermark-cyber-agency', at: now, draft: liveWarning(now) },
  ];
  const alerted = await step('the live warning', countNew(live, played));
  return {
    members,
    communities,
    dependencies,
    life,
    advisories,
    library: shelved,
    acts: past + alerted,
    keys,
  };
};

const admitted = async (hub: Hub, member: (typeof CAST)[number]): Promise<boolean> =>
  unlessRefused(member.slug, await admitMember(hub, member)).isNew;

const founded = async (hub: Hub, community: (typeof COMMUNITIES)[number]): Promise<boolean> => {
  if ((await hub.directory.current()).communities.has(community.slug)) return false;
  const operator = await someoneOf(hub, 'secretariat', 'hub-operator');
  unlessRefused(community.slug, await createCommunity(hub, operator, community));
  return true;
};

const declared = async (hub: Hub, edge: (typeof DEPENDENCIES)[number]): Promise<boolean> =>
  unlessRefused(edge.dependent, await declareDependency(hub, edge)).isNew;

/** One after another, since the feed lists them in this order. */
const countNew = async <Each>(
  all: readonly Each[],
  isNew: (each: Each) => Promise<boolean>,
): Promise<number> => {
  let count = 0;
  for (const each of all) if (await isNew(each)) count += 1;
  return count;
};
