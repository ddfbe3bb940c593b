// The mutated bundles and the bombs through the endpoint of a hub in its own process, as a hostile publisher sends them:
// each is answered, none with 500, no event-loop turn of the hub is long, and what it stores is served as valid STIX.

import { validateObject } from 'stix2-ts/validate';
import type { Actor } from '../../src/domain/member.ts';
import { readWarning } from '../../src/service/item/read-warning.ts';
import { readObjects } from '../../src/service/object/read-objects.ts';
import { draft, openTestHub, type TestHub } from '../support/hub.ts';
import { randomOf } from '../support/random.ts';
import { bombOf } from './bombs.ts';
import { bundleTextOf, type Json } from './bundles.ts';
import type { Section } from './sections.ts';
import { openWatchedHub, type Turn, type WatchedHub } from './watched-hub.ts';

const PUBLISH = `mutation($input: PublishWarningInput!) { publishWarning(input: $input) { warning { id } refusals { code } } }`;

/** The longest event-loop turn allowed to the hub. */
const LONGEST_TURN_MS = 100;

const UNHURRIED = {
  TOCSIN_REQUESTS_PER_SECOND: '100000',
  TOCSIN_REQUEST_BURST: '100000',
  TOCSIN_PUBLISHES_PER_SECOND: '100000',
};

/** The request as text, with the bundle inserted verbatim: it may not be JSON at all. */
const bodyOf = (bundle: string): string => {
  const { kind: _, ...input } = draft({ headline: 'Bent out of shape' });
  const body = JSON.stringify({ query: PUBLISH, variables: { input: { ...input, bundle: '@' } } });
  return body.replace('"@"', () => bundle);
};

type Watch = {
  readonly answers: Map<string, number>;
  /** The longest turns by kind of request. */
  readonly longest: Map<string, Turn>;
  readonly stored: string[];
  readonly faults: string[];
};

const send = async (hub: WatchedHub, key: string, kind: string, text: string, watch: Watch) => {
  const { status, body, longestTurn } = await hub.post(key, bodyOf(text));
  if (longestTurn.ms > (watch.longest.get(kind)?.ms ?? 0)) watch.longest.set(kind, longestTurn);
  const result = body?.data?.publishWarning;
  const fate = result?.warning != null ? 'taken' : result === undefined ? `HTTP ${status}` : 'refused';
  watch.answers.set(fate, (watch.answers.get(fate) ?? 0) + 1);
  if (status >= 500)
    watch.faults.push(`${kind}: ${status}: ${JSON.stringify(body).slice(0, 300)} to ${text.slice(0, 200)}`);
  if (result?.warning != null) watch.stored.push(result.warning.id);
};

/** Reads what was stored, and reports what is not valid; returns how many objects were read. */
const readBack = async (world: TestHub, reader: Actor, watch: Watch): Promise<number> => {
  let objects = 0;
  for (const id of watch.stored) {
    const item = await readWarning(world.hub, reader, id);
    if (item === null) throw new Error(`${id} was taken and is not there`);
    const page = await readObjects(world.hub, reader, item, { first: 100, after: null });
    for (const { object } of page.ok ? page.value.objects : []) {
      objects += 1;
      const wrong = validateObject(object.object).find(({ level }) => level === 'error');
      if (wrong !== undefined)
        watch.faults.push(`came out invalid: ${object.id}: ${wrong.code} at ${wrong.path}`);
    }
  }
  return objects;
};

const describeTurn = ({ ms, waitedMs }: Turn): string =>
  `${ms.toFixed(0)} ms (and ${waitedMs.toFixed(0)} waiting for a processor)`;

export const judgeEndpoint = async (
  samples: readonly Json[],
  seed: number,
  bundles: number,
  bombs: number,
): Promise<Section> => {
  const world = await openTestHub();
  const hub = await openWatchedHub(world, UNHURRIED).catch(async (error: unknown) => {
    await world.close();
    throw error;
  });
  const watch: Watch = { answers: new Map(), longest: new Map(), stored: [], faults: [] };
  const random = randomOf(seed);
  try {
    const key = await world.token('cyberAgency', 'publisher');
    const reader = await world.actor('cyberAgency', 'publisher');
    for (let turn = 0; turn < bundles; turn += 1)
      await send(hub, key, 'bundle', bundleTextOf(random, samples), watch);
    for (let turn = 0; turn < bombs; turn += 1) {
      const { kind, text } = bombOf(random, turn);
      await send(hub, key, kind, text, watch);
    }
    const objects = await readBack(world, reader, watch);
    const turns = [...watch.longest].sort(([, one], [, other]) => other.ms - one.ms);
    const [kind, longest] = turns[0] ?? ['none', { ms: Number.NaN, waitedMs: 0 }];
    const fates = [...watch.answers].map(([fate, count]) => `${count} ${fate}`).join(', ');
    const faults = `${watch.faults.length} answers of 500 or objects that came out invalid (of ${objects})`;
    const isGood = watch.faults.length === 0 && objects > 0 && longest.ms <= LONGEST_TURN_MS;
    return {
      rows: [
        {
          what: 'mutated bundles and bombs, published to a hub',
          cases: bundles + bombs,
          result: `${fates}; ${faults}; longest turn of the hub ${describeTurn(longest)}, at "${kind}"`,
          isGood,
        },
      ],
      notes: [
        ...watch.faults,
        ...turns.slice(0, 6).map(([each, turn]) => `longest turn at "${each}": ${describeTurn(turn)}`),
      ],
    };
  } finally {
    await hub.close();
    await world.close();
  }
};
