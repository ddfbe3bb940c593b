// The register that two operators of the hub decided to export: for who proposed it, for a day. Each reading is in the audit
// trail.
import type { Directory } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, notFound, type Outcome } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { recordAct } from '../audit/record-act.ts';
import { exportRegister } from './kinds/export-register.ts';

export type Register = {
  readonly part: string;
  readonly at: Date;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
};

const OPEN_MS = 24 * 3_600_000;

/** Absent for everybody else, and after a day. */
export const readRegister = async (hub: Hub, actor: Actor, id: string): Promise<Outcome<Register>> => {
  const proposal = await hub.proposals.byId(id);
  const at = hub.clock.now();
  const isOpen =
    proposal?.kind === 'EXPORT_REGISTER' &&
    proposal.state === 'DONE' &&
    proposal.by === actor.person &&
    at.getTime() - (proposal.decidedAt?.getTime() ?? 0) < OPEN_MS;
  const mayRead = mayAct(actor, 'register.read', null).allowed;
  if (!isOpen || !mayRead) return notFound('$.proposal');
  const payload = exportRegister.read(proposal.payload);
  if (!payload.ok) return payload;
  const { part } = payload.value as { readonly part: 'MEMBERS' | 'PERSONS' };
  // Who reads it is written down, or nothing is given.
  await hub.storage.require('WORK');
  const directory = await hub.directory.current();
  const rows = part === 'MEMBERS' ? membersIn(directory) : personsIn(directory);
  const facts = { part, rows: rows.length };
  await hub.database.transaction((session) =>
    recordAct(hub, { event: 'register.exported', by: actor, members: [], subject: id, facts }, session),
  );
  return accepted({ part, at, rows });
};

const membersIn = ({ members }: Directory) =>
  [...members.values()].map(
    ({
      id,
      slug,
      name,
      kind,
      country,
      countries,
      sectors,
      communities,
      mayPublish,
      isActive,
      isUnlisted,
    }) => ({
      id,
      slug,
      name,
      kind,
      country,
      countries,
      sectors,
      communities,
      mayPublish,
      isActive,
      isUnlisted: isUnlisted === true,
    }),
  );

const personsIn = ({ persons, members }: Directory) =>
  [...persons.values()].map(({ id, handle, name, member, roles, state, languages, timeZone, contacts }) => ({
    id,
    member: members.get(member)?.slug ?? member,
    handle,
    name,
    roles,
    state,
    languages,
    timeZone,
    contacts,
  }));
