// The audit trail: one line for each act of administration, written in the transaction of its entry. The entry keeps only
// the id and a commitment, so that a line can be erased and the record stays whole.

import { ACT_EVENTS } from '../domain/record/act-events.ts';
import type { ActLine } from '../domain/record/act-line.ts';
import { ACT_WAYS } from '../domain/record/act-line.ts';
import { any, declareCollection, instant, listOf, maybe, oneOf, text } from './collection/declare.ts';
import type { Collection, Database, Session } from './connect.ts';

export type ActRow = Omit<ActLine, 'id'> & { _id: string };

export const ACTS = declareCollection<ActRow>({
  stored: 'acts',
  about: 'The audit trail: who did what, when, and by which way in.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'five years; the entry of the record stays',
  fields: {
    _id: text('Id of the line, which sorts by time.'),
    event: oneOf(ACT_EVENTS, 'What was done.'),
    at: instant('When.'),
    byMember: maybe(text('Id of the member who did it; null for the hub.')),
    byPerson: maybe(text('Id of the person; null for a machine or the hub.', { personal: 'names a person' })),
    byKey: maybe(text('Id of the key or session; null for the hub.')),
    way: oneOf(ACT_WAYS, 'How whoever did it was let in.'),
    range: maybe(text('The network that it came from, never the address.', { personal: 'of a person' })),
    members: listOf(text('Ids of the members that it concerns.')),
    person: maybe(text('Id of the person that it concerns.', { personal: 'names a person' })),
    warning: maybe(text('Id of the warning that it concerns.')),
    subject: maybe(text('Id of anything else that it concerns: a key, a community, an approval.')),
    facts: any('What changed, by name: ids, states and numbers; never content, never a secret.', {
      personal: 'may name a person',
    }),
  },
  indexes: [
    { key: { members: 1, _id: -1 } },
    { key: { byMember: 1, _id: -1 } },
    { key: { person: 1, _id: -1 } },
    { key: { warning: 1, _id: -1 }, partialFilterExpression: { warning: { $type: 'string' } } },
    { key: { event: 1, _id: -1 } },
    { key: { at: 1 } },
  ],
});

export type Acts = {
  readonly rows: Collection<ActRow>;
  append(line: ActLine, session: Session): Promise<void>;
};

/** `written` gets each line once it is committed, and before the act is answered. */
export const openActs = (database: Database, written: (line: ActLine) => Promise<void>): Acts => {
  const rows = database.collection(ACTS);
  return {
    rows,
    append: async (line, session) => {
      const { id, ...facts } = line;
      await rows.insertOne({ _id: id, ...facts }, { session });
      database.afterCommit(session, () => written(line));
    },
  };
};
