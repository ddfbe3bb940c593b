// Mutated operations against a hub: each is answered, none with a failure of the hub.
import { openSchema } from '../../../src/graphql/schema.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { draft, type TestHub } from '../../support/hub.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { type Random, randomOf } from '../../support/random.ts';
import type { Attack, Attacked, AttackedHub } from './attacked-hub.ts';
import { type RandomRequest, randomRequestOf } from './random-operations.ts';

const LOOK_EVERY = 100;

export const sendOperations = async (
  { world, hub, fail, look }: AttackedHub,
  { count, seed, say }: Attack,
): Promise<Attacked> => {
  const schema = openSchema();
  const random = randomOf(seed);
  const known = await plant(world);
  const keys = [
    await world.token('cyberAgency', 'publisher'),
    await world.token('northGrid', 'analyst'),
    await world.token('xbCsirt', 'manager'),
  ];
  let executed = 0;
  for (let done = 1; done <= count; done += 1) {
    const request = randomRequestOf(random, schema, known);
    const answer = await send(hub.url, random, { key: random.pick(keys), request });
    if (answer.text.includes('"data"')) executed += 1;
    const isFault = answer.status >= 500 || answer.text.includes('"INTERNAL"');
    if (isFault)
      fail(`${answer.status} ${answer.text.slice(0, 300)} (seed ${seed}) to ${JSON.stringify(request)}`);
    if (done % LOOK_EVERY === 0) await look();
    if (done % (10 * LOOK_EVERY) === 0) say(`${done} of ${count} operations`);
  }
  return { counted: count, figures: { 'executed %': Math.round((100 * executed) / count) } };
};

/** What some operations find: ids, a cursor and names. */
const plant = async (world: TestHub): Promise<string[]> => {
  const agency = await world.actor('cyberAgency');
  const known: string[] = [];
  for (let index = 0; index < 5; index += 1) {
    const tool = made('tool', { name: `Tool ${index}` });
    const published = await publishWarning(
      world.hub,
      agency,
      draft({
        headline: `Planted ${index}`,
        bundle: bundleOf(tool),
        audience: { alternatives: [{}], excludes: [] },
      }),
    );
    if (!published.ok) throw new Error(JSON.stringify(published.problems));
    known.push(published.value.warning, tool.id);
  }
  await world.drain();
  return [...known, agency.member.id, agency.member.identity, 'not-a-cursor'];
};

type Sent = { readonly key: string; readonly request: RandomRequest };

const send = async (url: string, random: Random, { key, request }: Sent) => {
  const isStream = random.chance(0.1) || /^subscription/.test(request.query);
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${key}`,
      accept: isStream
        ? 'text/event-stream'
        : random.pick(['application/json', 'application/graphql-response+json']),
    },
    body: JSON.stringify(request),
  });
  if (!isStream) return { status: response.status, text: await response.text() };
  // The first event is enough: a stream may have nothing to say for long.
  const reader = response.body?.getReader();
  const wait = new Promise<undefined>((resolve) => setTimeout(resolve, 30));
  const first = await Promise.race([reader?.read(), wait]);
  await reader?.cancel().catch(() => undefined);
  return {
    status: response.status,
    text: first?.value === undefined ? '' : Buffer.from(first.value).toString(),
  };
};
