// Creates the entry of an act with its salted commitment. It queues no work: the relay reads the entries from the
// table.
import { createHash } from 'node:crypto';
import { gradeOf, type StoredGrade } from '../../domain/grade/effective-grade.ts';
import { commitmentOf, type EntrySubject, type Event } from '../../domain/record/entry.ts';
import type { Hub } from '../../hub.ts';
import { ObjectId } from '../../store/connect.ts';
import type { EntryRow } from '../../store/entries.ts';
import type { Content } from '../../store/warnings.ts';

export type EntryDraft = {
  readonly event: Event;
  readonly subject: EntrySubject;
  readonly exercise: string | null;
  /** Digest of the entry's content, so that the commitment binds it too. */
  readonly digest?: string;
  readonly key?: string;
  /** For an entry that causes jobs; without it they are the hub's own, and not urgent. */
  readonly precedence?: Precedence;
  /** For an event that causes no job and that workers of the release before do not know: they never see it as work. */
  readonly hasNoWork?: true;
};

/** Publishers take turns; what is urgent goes first (queue/turns.ts). */
export type Precedence = { readonly publisher: string; readonly isUrgent: boolean };

/** A version is urgent when it is severe and asks for action at once, by its effective grade. */
export const precedenceOf = ({ access, summary }: Content, stored: StoredGrade = {}): Precedence => ({
  publisher: access.publisher,
  isUrgent:
    gradeOf(stored, summary).urgency === 'IMMEDIATE' &&
    (summary.severity === 'EXTREME' || summary.severity === 'SEVERE'),
});

export const newEntry = (hub: Pick<Hub, 'clock' | 'entropy'>, draft: EntryDraft): EntryRow => {
  const salt = hub.entropy.bytes(32);
  const at = hub.clock.now();
  const text = JSON.stringify([
    draft.event,
    draft.subject,
    draft.exercise,
    at.toISOString(),
    draft.digest ?? null,
  ]);
  return {
    _id: new ObjectId(),
    event: draft.event,
    subject: draft.subject,
    exercise: draft.exercise,
    at,
    salt,
    commitment: commitmentOf(salt, text),
    isPending: true,
    ...(draft.key === undefined ? {} : { key: draft.key }),
    ...(draft.precedence === undefined ? {} : { publisher: draft.precedence.publisher }),
    ...(draft.precedence?.isUrgent === true ? { isUrgent: true } : {}),
    work: draft.hasNoWork === true ? 'DONE' : 'WAITING',
    open: [],
  };
};

/** SHA-256 over the texts, each prefixed with its length. */
export const digestOf = (texts: Iterable<string>): string => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex');
};
