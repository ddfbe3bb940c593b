// Exporting the register of the partnership: its members, unlisted ones too, and their persons with their contacts.
import { z } from 'zod';
import { accepted } from '../../../domain/problem.ts';
import { type Approvable, inOneChange } from '../approvable.ts';
import { readPayload } from '../read-payload.ts';

export const REGISTER_PARTS = ['MEMBERS', 'PERSONS'] as const;

type Export = { readonly part: (typeof REGISTER_PARTS)[number] };

export const exportRegister: Approvable<Export> = {
  about: 'export a register of the partnership',
  payloadAbout:
    '`part`: MEMBERS, or PERSONS with their contacts; once approved, its proposer reads `register` for a day',
  read: readPayload(z.strictObject({ part: z.enum(REGISTER_PARTS) })),
  sentence: ({ part }) => `Export the register of ${part.toLowerCase()} of the whole partnership.`,
  check: async (_, __, { part }) => accepted({ members: [], facts: { part } }),
  perform: inOneChange(async (_, { proposal }) => accepted({ result: proposal.id })),
};
