// The journal of what takes rights or data away. It is kept apart from the database, so that a restore, which goes back in
// time, can do these acts again. It holds ids, states and numbers, as the audit trail does; never content, never a secret.
import type { ActEvent } from '../record/act-events.ts';
import type { ActLine, Fact } from '../record/act-line.ts';

/** What a restore does again, and what undoes it: only the last word about each subject counts. */
export const JOURNALED = [
  'key.revoked',
  'key.rotated',
  'credential.removed',
  'person.changed',
  'person.deactivated',
  'person.erased',
  'member.changed',
  'member.advanced',
  'member.suspended',
  'member.left',
  'member.reinstated',
  'community.joined',
  'community.left',
] as const satisfies readonly ActEvent[];
export type JournaledEvent = (typeof JOURNALED)[number];

export type JournalLine = {
  /** Id of the line of the audit trail. */
  readonly id: string;
  readonly event: JournaledEvent;
  /** ISO 8601. */
  readonly at: string;
  readonly members: readonly string[];
  readonly person: string | null;
  readonly subject: string | null;
  readonly facts: Readonly<Record<string, Fact>>;
};

const EVENTS: ReadonlySet<string> = new Set(JOURNALED);

/** Null for an act that a restore need not do again. */
export const journalLineOf = (act: ActLine): JournalLine | null =>
  EVENTS.has(act.event)
    ? {
        id: act.id,
        event: act.event as JournaledEvent,
        at: act.at.toISOString(),
        members: act.members,
        person: act.person,
        subject: act.subject,
        facts: act.facts,
      }
    : null;

const isText = (value: unknown): value is string => typeof value === 'string';

/** A line as it was written; null where it is none. */
export const readJournalLine = (text: string): JournalLine | null => {
  const line = parsed(text);
  if (line === null || !isText(line['event']) || !EVENTS.has(line['event'])) return null;
  const { id, at, members, person, subject, facts } = line;
  const isWhole =
    isText(id) &&
    isText(at) &&
    !Number.isNaN(Date.parse(at)) &&
    Array.isArray(members) &&
    members.every(isText) &&
    (person === null || isText(person)) &&
    (subject === null || isText(subject)) &&
    typeof facts === 'object' &&
    facts !== null;
  return isWhole ? (line as unknown as JournalLine) : null;
};

const parsed = (text: string): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};
