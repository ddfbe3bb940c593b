// Keeping a class for a shorter time.
import { z } from 'zod';
import { accepted, refused } from '../../../domain/problem.ts';
import type { RetentionClass } from '../../../domain/retention/classes.ts';
import { changeProblem, type RetentionChange, writeRetention } from '../../retention/change-retention.ts';
import { type Approvable, inOneChange } from '../approvable.ts';
import { readPayload } from '../read-payload.ts';

const shape = z.strictObject({ name: z.string().max(64), days: z.number() });

export const shortenRetention: Approvable<RetentionChange> = {
  about: 'keep a class of what is kept for a shorter time',
  payloadAbout: '`name`, a class that `retentionClasses` lists, and `days`',
  read: (given) => {
    const read = readPayload(shape)(given);
    if (!read.ok) return read;
    const wrong = changeProblem(read.value.name, read.value.days, '$.payload');
    return wrong === null
      ? accepted({ name: read.value.name as RetentionClass, days: read.value.days })
      : refused(wrong);
  },
  sentence: ({ name, days }) => `Keep the class ${name} for ${days} days; what is older is removed.`,
  check: async (_, __, { name, days }) => accepted({ members: [], facts: { class: name, days } }),
  perform: inOneChange(async (hub, { payload, by }, session) => {
    await writeRetention(hub, by, payload, session);
    return accepted({ result: payload.name });
  }),
};
