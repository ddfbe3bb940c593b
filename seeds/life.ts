// The life of members in the sample: who applies, who is on probation, who has not attested its facts, who is suspended, and who
// is known to few. Each act goes through its service at its own time; all of it is planted once, so that later changes stay.
import type { Role } from '../src/domain/member.ts';
import type { ApplicantFacts } from '../src/domain/partnership/admission.ts';
import type { Outcome } from '../src/domain/problem.ts';
import type { Hub } from '../src/hub.ts';
import { applyFor } from '../src/service/member/admission/apply.ts';
import { sponsorApplication, verifyApplication } from '../src/service/member/admission/decide-application.ts';
import { attestMember } from '../src/service/member/attest-member.ts';
import { changeListing } from '../src/service/member/change-listing.ts';
import { passTime } from '../src/service/member/pass-time.ts';
import { suspendMember } from '../src/service/member/suspend-member.ts';
import { deactivatePerson } from '../src/service/person/deactivate-person.ts';
import { invitePerson } from '../src/service/person/invite-person.ts';
import { someoneOf, unlessRefused } from './acts.ts';
import type { SeedClock } from './seed-clock.ts';

const DAY_MS = 24 * 3_600_000;

type Applicant = ApplicantFacts & { readonly contact: string };

type Sketch = Pick<Applicant, 'slug' | 'name' | 'country' | 'contact'> & { readonly sector: string };

const applicant = ({ sector, ...facts }: Sketch): Applicant => ({
  ...facts,
  kind: 'OPERATOR',
  countries: [],
  sectors: [sector],
});

/** Came through the whole admission, and is on probation now. */
export const ON_PROBATION = applicant({
  slug: 'tideway-ferries',
  name: 'Tideway Ferries',
  country: 'XC',
  sector: 'transport/water',
  contact: 'Bridge of the day, +999 3 555 0161',
});
/** Members may still object. */
const IN_WINDOW = applicant({
  slug: 'brenn-data-centres',
  name: 'Brenn Data Centres',
  country: 'XB',
  sector: 'digital-infrastructure',
  contact: 'Security desk, +999 2 555 0162',
});
/** Waits for a second sponsor. The last that is planted. */
const WAITING = applicant({
  slug: 'ostrel-port',
  name: 'Port of Ostrel',
  country: 'XA',
  sector: 'transport/water',
  contact: 'Harbour master, +999 1 555 0163',
});

export const OVERDUE = 'island-savings';
export const SUSPENDED = 'fennimoor-savings';
export const UNLISTED = 'atoll-mobile';

/** Of the agency: who does what, and somebody who has left. */
const PERSONS: readonly (readonly [handle: string, name: string, roles: readonly Role[]])[] = [
  ['l.berg', 'Liv Berg', ['member-admin']],
  ['t.okafor', 'Tobe Okafor', ['publisher', 'approver']],
  ['m.sato', 'Mio Sato', ['analyst']],
  ['j.reyes', 'Jo Reyes', ['analyst']],
];
const LEFT = 'j.reyes';
const AGENCY = 'aldermark-cyber-agency';

/** How many acts were new: all of them, or none. */
export const plantLife = async (hub: Hub, seedClock: SeedClock): Promise<number> => {
  const planted = await hub.applications.list({ onlyOpen: false, after: null }, 500);
  if (planted.some(({ facts }) => facts.slug === WAITING.slug)) return 0;
  const now = seedClock.clock.now().getTime();
  let count = 0;
  const act: Played = async (name, daysAgo, work) => {
    count += 1;
    const at = new Date(now - daysAgo * DAY_MS);
    return unlessRefused(name, await seedClock.play<Outcome<never>>(name, at, work as never)) as never;
  };
  const isNew = !(await hub.directory.current()).bySlug.has(ON_PROBATION.slug);
  if (isNew) await admit(hub, seedClock, act, now);
  await lose(hub, act);
  await people(hub, act);
  await apply(hub, act, {
    applicant: IN_WINDOW,
    daysAgo: 6,
    sponsors: ['brennland-cyber-agency', 'energy-circle'],
  });
  await apply(hub, act, { applicant: WAITING, daysAgo: 3, sponsors: [AGENCY] });
  return count;
};

type Played = <Value>(name: string, daysAgo: number, work: () => Promise<Outcome<Value>>) => Promise<Value>;

type Admission = {
  readonly applicant: Applicant;
  readonly daysAgo: number;
  /** The first applies for it. */
  readonly sponsors: readonly string[];
};

/** It is applied for, verified the next day, and sponsored on the day after. */
const apply = async (
  hub: Hub,
  act: Played,
  { applicant: form, daysAgo, sponsors: [first = '', ...others] }: Admission,
): Promise<void> => {
  const { slug } = form;
  const applies = await someoneOf(hub, first, 'member-admin');
  const { id } = await act(`${slug} applies`, daysAgo, () => applyFor(hub, applies, form));
  const operator = await someoneOf(hub, 'secretariat', 'hub-operator');
  await act(`${slug} is verified`, daysAgo - 1, () => verifyApplication(hub, operator, { id }));
  for (const sponsor of others) {
    const actor = await someoneOf(hub, sponsor, 'member-admin');
    await act(`${sponsor} sponsors ${slug}`, daysAgo - 2, () =>
      sponsorApplication(hub, actor, { id, agreesToBeNamed: false }),
    );
  }
};

const APPLIED_DAYS_AGO = 60;
/** Two days until it was sponsored, and fourteen for objections. */
const ADMITTED_DAYS_AGO = APPLIED_DAYS_AGO - 17;

const admit = async (hub: Hub, seedClock: SeedClock, act: Played, now: number): Promise<void> => {
  const sponsors = ['coral-cyber-agency', 'water-and-health-circle'];
  await apply(hub, act, { applicant: ON_PROBATION, daysAgo: APPLIED_DAYS_AGO, sponsors });
  const at = new Date(now - ADMITTED_DAYS_AGO * DAY_MS);
  await seedClock.play(`${ON_PROBATION.slug} is admitted`, at, () => passTime(hub));
  hub.directory.forget();
};

/** What members lose: by time, by a decision, and by their own wish. */
const lose = async (hub: Hub, act: Played): Promise<void> => {
  const directory = await hub.directory.current();
  const operator = await someoneOf(hub, 'secretariat', 'hub-operator');
  const of = (slug: string) => someoneOf(hub, slug, 'member-admin');
  const bank = await of(OVERDUE);
  if (bank.member.attestedAt == null)
    await act(`${OVERDUE} attests`, 400, () => attestMember(hub, bank, true));
  if (directory.bySlug.get(SUSPENDED)?.isActive === true)
    await act(`${SUSPENDED} is suspended`, 12, () =>
      suspendMember(
        hub,
        operator,
        SUSPENDED,
        'Its key was found in a public repository; it has not answered.',
      ),
    );
  const mobile = await of(UNLISTED);
  if (mobile.member.isUnlisted !== true)
    await act(`${UNLISTED} is unlisted`, 30, () =>
      changeListing(hub, mobile, { isUnlisted: true, listedTo: ['coral-cyber-agency'] }),
    );
};

const people = async (hub: Hub, act: Played): Promise<void> => {
  const { byHandle } = await hub.directory.current();
  const host = { way: 'HOST' } as const;
  for (const [handle, name, roles] of PERSONS)
    if (!byHandle.has(`${AGENCY}/${handle}`))
      await act(`${handle} is invited`, 20, () =>
        invitePerson(hub, host, { member: AGENCY, handle, name, roles }),
      );
  const left = (await hub.directory.current()).byHandle.get(`${AGENCY}/${LEFT}`);
  if (left !== undefined && left.state !== 'DEACTIVATED')
    await act(`${LEFT} leaves`, 2, () => deactivatePerson(hub, host, left.id));
};
