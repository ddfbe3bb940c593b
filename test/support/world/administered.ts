// What is administered, once of each kind: a row in every collection that no journey of a warning reaches.
import { recoveryCodeFrom } from '../../../src/domain/access/recovery-code.ts';
import type { Actor } from '../../../src/domain/member.ts';
import type { Hub } from '../../../src/hub.ts';
import { approve } from '../../../src/service/approval/decide-proposal.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { registerMachine } from '../../../src/service/credential/administer-machines.ts';
import { putRecovery, signInByCode } from '../../../src/service/credential/recovery/recover.ts';
import { changeRetention } from '../../../src/service/retention/change-retention.ts';
import { startSession } from '../../../src/service/session/start-session.ts';
import type { TestHub } from '../hub.ts';

/** `warning` is removed, and its removal is left unfinished. */
export const administer = async ({ hub, actor }: TestHub, warning: string): Promise<void> => {
  const operator = async (who: string): Promise<Actor> => ({
    ...(await actor('cyberAgency', 'hub-operator', `cyber-agency/${who}`)),
    via: { way: 'PASSKEY', range: null },
  });
  const payload = { scope: 'CLASS', target: 'AUDIT', reason: 'A court asks for it.' };
  const proposed = await propose(hub, await operator('ann'), { kind: 'PLACE_HOLD', payload });
  const done = await approve(hub, await operator('bea'), proposed.ok ? proposed.value.id : '');
  const changed = await changeRetention(hub, await operator('ann'), { name: 'AUDIT', days: 3_000 });
  if (!done.ok || !changed.ok) throw new Error('nothing was administered');
  const head = await hub.warnings.head(warning);
  if (head === null) throw new Error('there is no such warning');
  const ended = { warning, version: head.version, publisher: head.publisher, endsAt: hub.clock.now() };
  await hub.database.transaction((session) => hub.removedWarnings.remove(ended, hub.clock.now(), session));
  await signIn(hub, await actor('northGrid', 'member-admin'));
};

/** Ways in of a member: its provider, a machine, a session, a code that somebody mistook for another. */
const signIn = async (hub: Hub, admin: Actor): Promise<void> => {
  const machine = { label: 'Sensor', roles: ['reader'] as const, certificate: 'a'.repeat(64) };
  const registered = await registerMachine(hub, admin, { ...machine, subject: null, expiresAt: null });
  const { persons } = await hub.directory.current();
  const person = [...persons.values()].find(
    ({ member, id, state }) => member === admin.member.id && id !== admin.person && state === 'ACTIVE',
  );
  if (!registered.ok || person === undefined) throw new Error('nobody signed in');
  const visitor = { range: '192.0.2.0/24', browser: 'Firefox' };
  await hub.members.change(async (session) => {
    await hub.providers.save({ ...PROVIDER, member: admin.member.id, createdAt: hub.clock.now() }, session);
    await startSession(hub, { person, way: 'OPENID_CONNECT', credential: null, visitor }, session);
    return putRecovery(hub, { person, issuedBy: 'MEMBER_ADMIN', by: admin, restorers: [] }, session);
  });
  const name = `${admin.member.slug}/nobody`;
  const code = recoveryCodeFrom(Buffer.alloc(14, 7));
  await signInByCode(hub, { name, code, from: null, isCounted: true }, visitor);
  const inAMinute = new Date(hub.clock.now().getTime() + 60_000);
  await hub.recoveries.useOnce('a digest of a challenge', inAMinute);
};

const PROVIDER = {
  id: 'an-id-that-nobody-guesses',
  name: 'Accounts of North Grid',
  issuer: 'https://accounts.north-grid.example',
  clientId: 'tocsin',
  clientSecret: 'a secret',
  isShown: true,
  admits: 'GROUPS',
  groupClaim: 'groups',
  groups: [{ group: 'duty', roles: ['analyst'] }],
  rolesOfAll: [],
} as const;
