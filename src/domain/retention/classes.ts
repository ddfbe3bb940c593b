// How long what is kept. Each class has a default and is data that the operators of the hub change.

export const RETENTION_CLASSES = [
  {
    name: 'WARNINGS',
    about: 'warnings and practices with all their versions, objects and deliveries',
    from: 'its end: the end of its validity, its cancellation, or its last version',
    days: 1_826,
    least: 30,
  },
  {
    name: 'INDICATORS',
    about: 'indicators, which their warnings then no longer hold, and what the hub derived from them',
    from: 'their end (valid_until), or the last version that brought them, if that is later; without an end they stay',
    days: 365,
    least: 30,
  },
  {
    name: 'ANSWERS',
    about:
      'what members wrote with their answers, and who answered, and their cases; that they answered stays with the delivery',
    from: 'the answer, and for a case its opening',
    days: 730,
    least: 30,
  },
  {
    name: 'ENTRIES',
    about: 'what an entry of the record is about; its number, event and commitment stay for ever',
    from: 'the entry',
    days: 1_826,
    least: 90,
  },
  {
    name: 'AUDIT',
    about: 'lines of the audit trail; the entry of each stays',
    from: 'the act',
    days: 1_826,
    least: 90,
  },
  {
    name: 'OPENINGS',
    about: 'who opened and exported which warning',
    from: 'the day',
    days: 730,
    least: 30,
  },
  {
    name: 'PROPOSALS',
    about: 'what two persons decided',
    from: 'the decision',
    days: 730,
    least: 30,
  },
  {
    name: 'APPLICATIONS',
    about:
      'whom to call at an organisation that applied, and why it was refused or objected to; who applied, who answered for it and what became of it stay',
    from: 'the decision; one that nobody decides lapses as long after the last that happened to it',
    days: 730,
    least: 30,
  },
  {
    name: 'PERSONS',
    about: 'the data of a person who has left, or whose member has; the id stays, and names nobody',
    from: 'leaving',
    days: 730,
    least: 1,
  },
] as const;
export type RetentionClass = (typeof RETENTION_CLASSES)[number]['name'];

export const isRetentionClass = (name: string): name is RetentionClass =>
  RETENTION_CLASSES.some((each) => each.name === name);

/** A hundred years: longer would be for ever, and nothing here is. */
export const MOST_DAYS = 36_525;
