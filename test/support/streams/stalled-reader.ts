// A reader that takes one event, and the others when it is told to.
import type { Actor } from '../../../src/domain/member.ts';
import type { Item } from '../../../src/service/item/item.ts';
import type { TestEndpoint } from '../endpoint.ts';
import { eventually } from '../processes.ts';

export type Heard = {
  readonly cursor: string;
  readonly id: string;
  readonly version: number;
  readonly headline: string;
};

export type StalledReader = {
  readonly heard: readonly Heard[];
  goOn(): void;
  leave(): void;
  /** Until it has heard so many. */
  has(count: number): Promise<void>;
};

export const openStalledReader = (
  { broker }: Pick<TestEndpoint, 'broker'>,
  reader: Actor,
  after: string | null,
): StalledReader => {
  const heard: Heard[] = [];
  let taken: (() => void) | null = null;
  let isStalled = true;
  const over = new AbortController();
  const source = broker.subscribe(reader, { filter: {}, after }, over.signal);
  const rendering = { alike: () => null, make: (item: Item) => item, sizeOf: () => null, sent: () => {} };
  source.join(rendering, {
    write: ({ cursor, summary: { id, version, headline } }) => {
      heard.push({ cursor, id, version, headline });
      return !isStalled;
    },
    whenTaken: (act) => {
      taken = act;
    },
    end: () => undefined,
  });
  return {
    heard,
    goOn: () => {
      isStalled = false;
      taken?.();
    },
    leave: () => over.abort(),
    has: (count) => eventually(`${count} have arrived`, async () => heard.length >= count),
  };
};
