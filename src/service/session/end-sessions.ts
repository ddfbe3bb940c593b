// Ends sessions of a person: one by itself, or all of them when rights were lost.
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import { confirmEverywhere } from '../access/confirm-everywhere.ts';
import { type Act, recordAct } from '../audit/record-act.ts';

type EndDeps = Pick<Hub, 'sessions' | 'members' | 'directory' | 'acts' | 'entries' | 'clock' | 'entropy'>;

/** A person ends its own: one, or all but the one it uses. Returns how many ran; their streams have ended on every hub. */
export const endOwnSessions = async (
  hub: EndDeps,
  actor: Actor,
  which: { readonly id: string } | 'OTHERS',
): Promise<number> => {
  const { person } = actor;
  if (person === null) return 0;
  const whose = which === 'OTHERS' ? { person, except: actor.key } : { person, ids: [which.id] };
  const count = await hub.members.narrow((session) => endSessions(hub, { ...whose, by: actor }, session));
  if (count > 0) await confirmEverywhere(hub);
  return count;
};

type Whose = { readonly person: string; readonly ids?: readonly string[]; readonly except?: string };

/** Within `members.change`. Records one act for each; returns how many ran. */
export const endSessions = async (
  hub: EndDeps,
  { by, ...whose }: Whose & { readonly by: Act['by'] },
  session: Session,
): Promise<number> => {
  const ended = await hub.sessions.end(whose, hub.clock.now(), session);
  const { person } = whose;
  const members = [memberOf(await hub.directory.current(), person)].filter((id) => id !== null);
  for (const subject of ended)
    await recordAct(hub, { event: 'session.ended', by, members, person, subject }, session);
  return ended.length;
};

type Directory = Awaited<ReturnType<Hub['directory']['current']>>;

const memberOf = ({ bySlug }: Directory, person: string): string | null =>
  bySlug.get(person.slice(0, person.indexOf('/')))?.id ?? null;
