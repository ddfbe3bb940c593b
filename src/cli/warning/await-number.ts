// After publishing, looks whether a worker numbers the version: until then nobody is notified. One that is stopped or far
// behind would otherwise be noticed only by the calls that do not come.
import { setTimeout } from 'node:timers/promises';
import type { HubClient } from '../client/hub-client.ts';
import { tell } from '../terminal/output.ts';

const WAITS_MS = [150, 300, 600, 1_200, 2_400];

type Newest = {
  readonly feed: { readonly edges: readonly { readonly node: { id: string; version: number } }[] };
};
type Sources = {
  readonly warning: { readonly sources: readonly { readonly warning: string }[] } | null;
};
type Published = { readonly id: string; readonly version: number; readonly exercise: string | null };

/** Returns when the version is in the publisher's own feed, or numbered as one of several about one advisory, or after about five seconds with a note on standard error. */
export const awaitNumber = async (client: HubClient, { id, version, exercise }: Published): Promise<void> => {
  const filter = {
    kind: id.startsWith('practice--') ? 'PRACTICE' : 'WARNING',
    ...(exercise === null ? {} : { exercise }),
  };
  for (const wait of WAITS_MS) {
    await setTimeout(wait);
    const { feed } = await client.ask<Newest>('newest', { filter });
    if (feed.edges.some(({ node }) => node.id === id && node.version >= version)) return;
    if (await isAmongSources(client, id)) return;
  }
  tell(
    'Note: no worker has numbered it yet, so nobody is notified so far. It is stored safely and goes out as soon as one',
  );
  tell('works; the operator of the hub sees more with tocsin hub status.');
};

/**
 * The feed shows several warnings of one advisory as one, the earliest; the others are its sources as soon as they have a
 * number, and never before.
 */
const isAmongSources = async (client: HubClient, id: string): Promise<boolean> => {
  const sourcesOf = async (warning: string): Promise<string[]> => {
    const answer = await client.ask<Sources>('sources', { id: warning });
    return (answer.warning?.sources ?? []).map((source) => source.warning);
  };
  const other = (await sourcesOf(id)).find((each) => each !== id);
  return other !== undefined && (await sourcesOf(other)).includes(id);
};
