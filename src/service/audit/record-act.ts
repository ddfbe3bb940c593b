// Records an act of administration, in its own transaction: an entry of the record, and the line of the audit trail that
// says who did it. The commitment of the entry binds the line.
import type { Actor } from '../../domain/member.ts';
import type { ActEvent } from '../../domain/record/act-events.ts';
import type { Facts } from '../../domain/record/act-facts.ts';
import type { ActLine, ActWay, Fact } from '../../domain/record/act-line.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import { digestOf, newEntry } from '../record/append-entry.ts';
import { keepMade } from '../record/once.ts';
import { newTimedId } from './line-place.ts';

/** Whoever acts without being an actor of a member: the hub as time passes, its operator on the machine, the bearer of a link. */
export type Outsider = {
  readonly way: Extract<ActWay, 'HOST' | 'HUB' | 'LINK'>;
  readonly range?: string | null;
};

export type Act = {
  readonly event: ActEvent;
  readonly by: Actor | Outsider;
  /** Ids of the members that it concerns. */
  readonly members: readonly string[];
  readonly person?: string;
  readonly warning?: string;
  readonly subject?: string;
  /** Id of what it made, where it is neither the subject nor the person: a repeat under its Idempotency-Key is answered with it. */
  readonly made?: string;
  /** A unique name of its entry: what has it already is not done again. */
  readonly key?: string;
  readonly facts?: Facts;
};

export type RecordDeps = Pick<Hub, 'acts' | 'entries' | 'clock' | 'entropy'>;

const whoOf = (by: Act['by']): Pick<ActLine, 'byMember' | 'byPerson' | 'byKey' | 'way' | 'range'> =>
  'way' in by
    ? { byMember: null, byPerson: null, byKey: null, way: by.way, range: by.range ?? null }
    : {
        byMember: by.member.id,
        byPerson: by.person,
        byKey: by.key,
        way: by.via?.way ?? 'KEY',
        range: by.via?.range ?? null,
      };

/** Returns the id of the line. */
export const recordAct = async (hub: RecordDeps, act: Act, session: Session): Promise<string> => {
  const line: ActLine = {
    id: newTimedId(hub, 'act', hub.clock.now()),
    event: act.event,
    at: hub.clock.now(),
    ...whoOf(act.by),
    members: act.members,
    person: act.person ?? null,
    warning: act.warning ?? null,
    subject: act.subject ?? null,
    facts: (act.facts ?? {}) as Readonly<Record<string, Fact>>,
  };
  await hub.acts.append(line, session);
  const subject = {
    act: line.id,
    ...(act.members.length === 0 ? {} : { members: act.members }),
    ...(act.warning === undefined ? {} : { warning: act.warning }),
  };
  const digest = digestOf([JSON.stringify(line)]);
  const named = act.key === undefined ? {} : { key: act.key };
  const draft = { event: act.event, subject, exercise: null, digest, ...named, hasNoWork: true } as const;
  const entry = newEntry(hub, draft);
  await hub.entries.append([entry], session);
  await keepMade(act.made ?? act.subject ?? act.person ?? act.members[0] ?? line.id, session);
  return line.id;
};
