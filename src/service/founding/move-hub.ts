// Moves a founded hub to another origin: done on its machine, while nobody can be signed in at both. Passkeys are bound to
// the host of the old one (WebAuthn level 3, §5.1.4.1), so whoever has nothing else needs a recovery code afterwards.
import { isHubOrigin } from '../../domain/access/hub-origin.ts';
import { maySignIn, writtenAs } from '../../domain/person.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { confirmEverywhere } from '../access/confirm-everywhere.ts';
import { recordAct } from '../audit/record-act.ts';

type MoveDeps = Pick<
  Hub,
  'counters' | 'sessions' | 'credentials' | 'directory' | 'members' | 'acts' | 'entries' | 'clock' | 'entropy'
>;

export type Move = {
  readonly from: string;
  readonly to: string;
  /** How many sessions end. */
  readonly sessions: number;
  /** Whether the host changes, so that browsers offer no passkey of the old one any more. */
  readonly losesPasskeys: boolean;
  /** Persons who are left without a way to sign in, as people write them; empty where passkeys go on working. */
  readonly lockedOut: readonly string[];
};

/** What moving would do; writes nothing. */
export const planMove = async (hub: MoveDeps, to: string): Promise<Outcome<Move>> => {
  const from = await hub.counters.findSetting('origin');
  if (from === null) return refused(notFounded());
  if (!isHubOrigin(to) || to === from) return refused(isNoOrigin(to === from));
  const losesPasskeys = new URL(from).hostname !== new URL(to).hostname;
  const sessions = await hub.sessions.countLive(hub.clock.now());
  const lockedOut = losesPasskeys ? await onlyWithPasskeys(hub) : [];
  return accepted({ from, to, sessions, losesPasskeys, lockedOut });
};

/**
 * Fixes the new origin and ends every session. Passkeys stay registered, for a move back. A process that runs goes on under
 * the old origin until it is started again.
 */
export const moveHub = async (hub: MoveDeps, to: string): Promise<Outcome<Move>> => {
  const planned = await planMove(hub, to);
  if (!planned.ok) return planned;
  const { from } = planned.value;
  // It ends sessions, so that a full disk does not keep it from being done.
  await hub.members.narrow(async (session) => {
    await hub.counters.keepSetting('origin', to, session);
    const sessions = await hub.sessions.endAll(hub.clock.now(), session);
    const facts = { from, origin: to, sessions };
    await recordAct(hub, { event: 'hub.configured', by: { way: 'HOST' }, members: [], facts }, session);
  });
  await confirmEverywhere(hub);
  return planned;
};

const onlyWithPasskeys = async (hub: Pick<Hub, 'directory' | 'credentials'>): Promise<string[]> => {
  const directory = await hub.directory.current();
  const named: string[] = [];
  for (const person of directory.persons.values()) {
    if (!maySignIn(person) || person.credentials === 0) continue;
    const ways = await hub.credentials.ofPerson(person.id);
    if (!ways.some(({ kind }) => kind !== 'PASSKEY')) named.push(writtenAs(person));
  }
  return named.sort();
};

export const notFounded = (): Problem =>
  problem(
    'HUB_NOT_FOUNDED',
    '$',
    'Nobody has founded this hub.',
    'Set TOCSIN_ORIGIN, then found it: tocsin init.',
  );

const isNoOrigin = (isSame: boolean): Problem =>
  problem(
    'ORIGIN_MALFORMED',
    '$.origin',
    isSame ? 'The hub is there already.' : 'Browsers could not use this hub there.',
    'Give another origin, such as https://hub.example.org, without a path; http only for localhost.',
  );
