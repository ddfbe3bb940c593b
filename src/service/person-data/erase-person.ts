// Erases the data of a person who has left: its name, contacts, networks, notes, drafts, keys, endpoints and subscriptions go. Its id stays, names nobody and is
// never given again, and the entries of the record with their commitments stay whole.
import type { Actor, Member } from '../../domain/member.ts';
import type { Person } from '../../domain/person.ts';
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import { isHeld } from '../../domain/retention/hold.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import { confirmEverywhere } from '../access/confirm-everywhere.ts';
import { type Outsider, recordAct } from '../audit/record-act.ts';
import { removeEndpointsOf } from '../endpoint/close-endpoints.ts';
import { tryEachUnlessTrial } from '../job/try-each.ts';
import { namesOf, personWithData } from './own-data.ts';

const ERASED_NAME = 'Erased';

/** `isTrial`: says whether it would be done, and writes nothing. */
export const erasePerson = async (
  hub: Hub,
  by: Actor | Outsider,
  id: string,
  { isTrial = false }: { readonly isTrial?: boolean } = {},
): Promise<Outcome<Person>> => {
  const found = await personWithData(hub, by, id);
  if (!found.ok) return found;
  const person = found.value;
  if (person.state === 'ERASED') return accepted(person);
  if (person.state === 'ACTIVE') return refused(stillActive());
  if (isHeld(await hub.holds.inForce(), { class: 'PERSONS', member: person.member, person: id }))
    return refused(held());
  if (isTrial) return accepted(person);
  const erased = await erase(hub, by, person);
  return erased === null ? refused(stillActive()) : accepted(erased);
};

/** Null, and its row stays, where it has become active meanwhile. */
const erase = async (hub: Hub, by: Actor | Outsider, person: Person): Promise<Person | null> => {
  const { id, member } = person;
  const names = namesOf(person);
  const at = hub.clock.now();
  const erasedOf = (now: Person): Person => ({
    ...now,
    handle: null,
    formerName: null,
    name: ERASED_NAME,
    roles: [],
    state: 'ERASED',
    languages: [],
    timeZone: null,
    contacts: [],
    lastSeenAt: null,
    broughtBy: [],
  });
  // Before its row: what is interrupted is done again, since the person is not erased yet.
  await hub.personTraces.forget(id, { member, names });
  const erased = await hub.members.change(async (session): Promise<Person | null> => {
    const now = await hub.persons.byId(id, session);
    if (now === null || now.state === 'ACTIVE') return null;
    await forgetIn(hub, { id, names }, session);
    await removeEndpointsOf(hub, id, session);
    await hub.accessLinks.revokeOf(id, at, session);
    await hub.sessions.end({ person: id }, at, session);
    await hub.credentials.endAllOf(id, at, session);
    await hub.persons.save(erasedOf(now), session);
    await recordAct(hub, { event: 'person.erased', by, members: [member], person: id }, session);
    return erasedOf(now);
  });
  if (erased !== null) await confirmEverywhere(hub);
  return erased;
};

type Traces = Pick<Hub, 'keys' | 'personTraces' | 'drafts' | 'clock'>;

const forgetIn = async (
  { keys, personTraces, drafts, clock }: Traces,
  { id, names }: { readonly id: string; readonly names: readonly string[] },
  session: Session,
): Promise<void> => {
  const at = clock.now();
  for (const key of await keys.everOf(names, session))
    await keys.put({ ...key, label: '', person: id, revokedAt: key.revokedAt ?? at }, session);
  await drafts.removeOf([id], session);
  await personTraces.forgetActs(id, session);
};

/**
 * What a backup has of persons who were erased since: everything but their rows, which the journal has. Called before those
 * are replaced, since they have the names that older releases wrote; doing it twice changes nothing.
 */
export const forgetErased = async (
  hub: Traces &
    Pick<
      Hub,
      'persons' | 'database' | 'endpoints' | 'endpointSecrets' | 'subscriptions' | 'channelDeliveries'
    >,
  ids: readonly string[],
): Promise<void> => {
  for (const id of ids) {
    const person = await hub.persons.byId(id);
    if (person === null) continue;
    const names = namesOf(person);
    await hub.personTraces.forget(id, { member: person.member, names });
    await hub.database.transaction(async (session) => {
      await forgetIn(hub, { id, names }, session);
      await removeEndpointsOf(hub, id, session);
    });
  }
};

const stillActive = () =>
  problem(
    'PERSON_STILL_ACTIVE',
    '$.person',
    'This person can still sign in.',
    'Deactivate the person first; then its data can be erased.',
  );

const held = () =>
  problem(
    'HOLD_IN_FORCE',
    '$.person',
    'A legal hold covers this person.',
    'Two persons lift the hold first (LIFT_HOLD).',
  );

type Left = {
  readonly before: Date;
  readonly isHeld: (row: { readonly member: string; readonly person: string }) => boolean;
  readonly isTrial: boolean;
  readonly isEnding: () => boolean;
};

const LEFT = new Set<Person['state']>(['DEACTIVATED', 'INVITED']);

/** Whether it left, or its member did: nobody is there who would let it in again or take it out. */
const hasLeft = ({ state }: Person, member: Member | undefined): boolean =>
  LEFT.has(state) || (state === 'DORMANT' && member?.standing === 'LEFT');

/**
 * A member that was suspended at first has left later than it is absent. Its act says when, where its row does not; a restore
 * that took it out by the journal of rights has brought neither.
 */
const memberOutSince = async (
  { acts }: Pick<Hub, 'acts'>,
  { id, standing, absence }: Member,
): Promise<Date | undefined> => {
  if (standing !== 'LEFT') return absence?.since;
  if (absence?.leftAt !== undefined) return absence.leftAt;
  const [left] = await acts.trail({ branches: [{ events: ['member.left'], member: id }], before: null }, 1);
  return (left ?? (await acts.last('hub.restored')))?.at ?? absence?.since;
};

/** When somebody left, became dormant, was invited or was invited again. */
const OUT_SINCE = ['person.deactivated', 'person.dormant', 'person.invited', 'person.reinstated'] as const;

const outSince = async (
  hub: Pick<Hub, 'acts'>,
  { id, createdAt, lastSeenAt }: Person,
  member: Member | undefined,
): Promise<Date> => {
  const lines = await Promise.all(OUT_SINCE.map((event) => hub.acts.lastAbout(id, event)));
  const absent = member === undefined ? undefined : await memberOutSince(hub, member);
  const times = [createdAt, lastSeenAt, absent, ...lines.map((line) => line?.at)];
  return new Date(Math.max(...times.map((each) => each?.getTime() ?? 0)));
};

/**
 * Those who left before, alone or with their member; returns how many. An invitation that nobody took up counts from when it was
 * made last, and nobody is erased whose link is still open.
 */
export const erasePersonsWhoLeft = async (
  hub: Hub,
  { before, isHeld: isKept, isTrial, isEnding }: Left,
): Promise<number> => {
  const { members } = await hub.directory.current();
  const left = (await hub.persons.all()).filter(
    (person) =>
      hasLeft(person, members.get(person.member)) && !isKept({ member: person.member, person: person.id }),
  );
  const goes = async (person: Person): Promise<boolean> => {
    if (isEnding() || (await outSince(hub, person, members.get(person.member))) >= before) return false;
    if (await hub.accessLinks.hasOpen(person.id, hub.clock.now())) return false;
    return isTrial || (await erase(hub, { way: 'HUB' }, person)) !== null;
  };
  const pieces = left.map((person) => ({
    about: person.id,
    subject: { members: [person.member] },
    exercise: null,
    act: () => goes(person),
  }));
  const gone = await tryEachUnlessTrial(hub, { name: 'apply-retention', isTrial }, pieces);
  return gone.filter((isGone) => isGone).length;
};
