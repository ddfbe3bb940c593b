// What the administrator of a member is to see to in time, in lines for `tocsin status`.
import type { HubClient } from '../client/hub-client.ts';
import { utcText } from '../terminal/moment.ts';

type Facts = { readonly memberFacts: { readonly attestationDueAt: string | null } | null };
type Persons = {
  readonly persons: readonly { readonly written: string; readonly dormantAt: string | null }[];
};

/** As the hub itself begins to remind of both. */
const SOON_MS = 30 * 24 * 3_600_000;

const isSoon = (at: string | null): at is string => at !== null && Date.parse(at) - Date.now() <= SOON_MS;

export const ownNotices = async (client: HubClient): Promise<readonly string[]> => {
  const { memberFacts } = await client.ask<Facts>('memberFacts', { slug: null });
  const { persons } = await client.ask<Persons>('persons');
  const due = memberFacts?.attestationDueAt ?? null;
  return [
    ...(isSoon(due)
      ? [`attest the facts of your organisation by ${utcText(due)}: tocsin member attest`]
      : []),
    ...persons.flatMap(({ written, dormantAt }) =>
      isSoon(dormantAt) ? [`${written} becomes dormant at ${utcText(dormantAt)} unless it signs in`] : [],
    ),
  ];
};
