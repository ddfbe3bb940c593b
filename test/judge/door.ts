// The bent bundles and the bombs through the door of a real hub, as a hostile publisher sends them: each is answered, none
// with 500, no turn of the event loop is long, and what was stored comes out valid.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readWarning } from '../../src/service/feed/read-warning.ts';
import { readObjects } from '../../src/service/object/read-objects.ts';
import { validateObject } from '../../src/stix/validate.ts';
import { openTestDoor } from '../support/door.ts';
import { draft } from '../support/hub.ts';
import { randomOf } from '../support/random.ts';
import { bombOf } from './bombs.ts';
import { bundleTextOf, type Json } from './bundles.ts';
import type { Section } from './sections.ts';

const PUBLISH = `mutation($input: PublishWarningInput!) { publishWarning(input: $input) { warning { id } refusals { code } } }`;

/** Twice what the hub itself is held to: it shares one thread with its client here. */
const LONGEST_TURN_MS = 200;

/** The request as text, with the bundle pasted in as it is: it may be no JSON at all. */
const bodyOf = (bundle: string): string => {
  const { kind: _, ...input } = draft({ headline: 'Bent out of shape' });
  const body = JSON.stringify({ query: PUBLISH, variables: { input: { ...input, bundle: '@' } } });
  return body.replace('"@"', () => bundle);
};

export const judgeDoor = async (
  samples: readonly Json[],
  seed: number,
  bundles: number,
  bombs: number,
): Promise<Section> => {
  const door = await openTestDoor({
    env: {
      TOCSIN_REQUESTS_PER_SECOND: '100000',
      TOCSIN_REQUEST_BURST: '100000',
      TOCSIN_PUBLISHES_PER_SECOND: '100000',
    },
  });
  const key = await door.token('cyberAgency', 'publisher');
  const reader = await door.actor('cyberAgency', 'publisher');
  const random = randomOf(seed);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const answers = new Map<string, number>();
  const faults: string[] = [];
  const stored: string[] = [];
  let longest = 0;
  let where = '';
  const send = async (kind: string, text: string): Promise<void> => {
    const request = bodyOf(text);
    delay.reset();
    delay.enable();
    const { status, body } = await door.post(key, request);
    delay.disable();
    const turn = delay.max / 1e6;
    if (turn > longest) [longest, where] = [turn, kind];
    const result = body?.data?.publishWarning;
    const fate = result?.warning != null ? 'taken' : result === undefined ? `HTTP ${status}` : 'refused';
    answers.set(fate, (answers.get(fate) ?? 0) + 1);
    if (status >= 500) faults.push(`${kind}: ${status}: ${text.slice(0, 300)}`);
    if (result?.warning != null) stored.push(result.warning.id);
  };
  try {
    for (let turn = 0; turn < bundles; turn += 1) await send('bundle', bundleTextOf(random, samples));
    for (let turn = 0; turn < bombs; turn += 1) {
      const { kind, text } = bombOf(random, turn);
      await send(kind, text);
    }
    let objects = 0;
    for (const id of stored) {
      const item = await readWarning(door.hub, reader, id);
      if (item === null) throw new Error(`${id} was taken and is not there`);
      const page = await readObjects(door.hub, reader, item, { first: 100, after: null });
      for (const { object } of page.ok ? page.value.objects : []) {
        objects += 1;
        const wrong = validateObject(object.object).find(({ level }) => level === 'error');
        if (wrong !== undefined)
          faults.push(`came out invalid: ${object.id}: ${wrong.code} at ${wrong.path}`);
      }
    }
    const told = [...answers].map(([fate, count]) => `${count} ${fate}`).join(', ');
    const result = `${told}; ${faults.length} answers of 500 or objects that came out invalid (of ${objects}); longest turn ${longest.toFixed(0)} ms (${where})`;
    const isGood = faults.length === 0 && objects > 0 && longest <= LONGEST_TURN_MS;
    const what = 'bent bundles and bombs, published through the door of a hub';
    return { rows: [{ what, cases: bundles + bombs, result, isGood }], notes: faults };
  } finally {
    await door.close();
  }
};
