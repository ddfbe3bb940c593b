// How something may be used, as the payload of a proposal states it. Which words a rule takes is checked with the draft.
import { z } from 'zod';
import { PERMISSIONS, PERMITTED_ACTIONS } from '../../../domain/handling.ts';
import { valueInWords } from '../../../domain/reading/value-in-words.ts';

const permission = z.enum(PERMISSIONS);
const actions = z.enum(PERMITTED_ACTIONS);
/** In UTC whatever its offset: readers and corrections compare it with others. */
export const instant = z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString());

/** As a draft states it: nothing is said of what is left out. */
export const handlingShape = z.strictObject({
  permittedActions: actions.nullable().default(null),
  encryptInTransit: permission.nullable().default(null),
  affectedPartyNotifications: permission.nullable().default(null),
  providerAttribution: permission.nullable().default(null),
  unmodifiedResale: permission.nullable().default(null),
  until: instant.nullable().default(null),
  reference: z.string().max(2_000).nullable().default(null),
});

/** Only the rules that become looser. */
export const looserShape = z.strictObject({
  permittedActions: actions.optional(),
  encryptInTransit: permission.optional(),
  affectedPartyNotifications: permission.optional(),
  providerAttribution: permission.optional(),
  unmodifiedResale: permission.optional(),
  until: instant.nullable().optional(),
});

export type Looser = z.infer<typeof looserShape>;

const RULES_IN_WORDS = {
  permittedActions: 'what may be done with it',
  encryptInTransit: 'encryption in transit',
  affectedPartyNotifications: 'telling others who are affected',
  providerAttribution: 'naming its publisher',
  unmodifiedResale: 'selling it on unmodified',
  until: 'until',
} as const;

/** The rules that become looser, for who approves. */
export const looserInWords = (rules: Looser): string =>
  Object.entries(RULES_IN_WORDS)
    .flatMap(([rule, words]) => {
      const value = rules[rule as keyof typeof RULES_IN_WORDS];
      if (value === undefined) return [];
      const said = value === null ? 'without end' : valueInWords(value);
      return [`${words}: ${rule === 'until' && value !== null ? value : said}`];
    })
    .join('; ');
