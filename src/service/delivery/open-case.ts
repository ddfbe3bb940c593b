// "Need help" opens a case of the publisher, with a clock; said again, it adds to the one that is open, and opens another where it
// was closed.
import { type Case, caseDue } from '../../domain/case/case.ts';
import type { Urgency } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import type { DeliveryRow } from '../../store/deliveries.ts';
import { newEntry } from '../record/append-entry.ts';

type Deps = Pick<Hub, 'cases' | 'entries' | 'clock' | 'entropy'>;

type Asked = {
  readonly row: Pick<
    DeliveryRow,
    '_id' | 'warning' | 'version' | 'member' | 'exercise' | 'note' | 'acknowledgedBy'
  >;
  readonly publisher: string;
  readonly urgency: Urgency;
  /** The same was said before: a case that is open has it already. */
  readonly isRepeated: boolean;
};

/** Within the transaction of the answer. */
export const openCase = async (
  hub: Deps,
  { row, publisher, urgency, isRepeated }: Asked,
  session: Session,
): Promise<void> => {
  const { warning, version, member, exercise, note, acknowledgedBy: person } = row;
  const at = hub.clock.now();
  const said = note === null ? [] : [{ member, person, text: note, at }];
  const open = await hub.cases.openOf(warning, member, session);
  if (open !== null) {
    if (said[0] !== undefined && !isRepeated) await hub.cases.change(open, {}, said[0], session);
    return;
  }
  const made: Case = {
    id: `case--${hub.entropy.uuid()}`,
    warning,
    version,
    delivery: row._id,
    member,
    publisher,
    owner: publisher,
    state: 'OPEN',
    openedAt: at,
    dueAt: caseDue(at, urgency),
    takenAt: null,
    takenBy: null,
    closedAt: null,
    notes: said,
    exercise,
  };
  await hub.cases.insert(made, session);
  const subject = { warning, version, delivery: row._id };
  const entry = newEntry(hub, { event: 'case.opened', subject, exercise, hasNoWork: true });
  await hub.entries.append([entry], session);
};
