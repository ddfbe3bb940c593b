// Measures one oracle: its sides are asked in turn, in a random order, over HTTP on loopback, and the times of the answers
// are compared. Several connections ask at once, each all sides in turns of its own: what they cost each other falls on every
// side alike, since chance decides which is asked when.
import { Agent, request } from 'node:http';
import { randomOf } from '../support/random.ts';
import type { Asked, Oracle, Side } from './oracle.ts';
import type { TimeWorld } from './time-world.ts';
import { type Comparison, compare } from './welch.ts';

export type Answer = { readonly status: number; readonly text: string; readonly ms: number };

export type Measured = {
  readonly samples: number;
  /** Each further side against the first. */
  readonly comparisons: Readonly<Record<string, Comparison>>;
  /** Answers that differ from those of the first side in more than the request id. */
  readonly differing: readonly string[];
};

type Options = { readonly samples: number; readonly warmUp: number; readonly seed: number };

/** An answer that is held back waits most of its time, in which others are asked for. */
const HELD_LANES = 16;
/** The others keep the hub busy all the time: more would only wait for each other. */
const LANES = 2;
/** Lanes begin apart, so that their answers are not all due at once. */
const APART_MS = 3;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const send = (url: string, agent: Agent, asked: Asked): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { method, path, headers, body } = asked;
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const startedAt = performance.now();
    const sent = request(
      new URL(path, url),
      { method, agent, headers: { ...headers, ...length } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const ms = performance.now() - startedAt;
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString(), ms });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

/** What must be equal on all sides: all but the ids of requests and the challenges, which are random. */
export const toldBy = ({ status, text }: Pick<Answer, 'status' | 'text'>): string =>
  `${status} ${text
    .replace(/"requestId":"[^"]*"/g, '"requestId":""')
    .replace(/(challenge&quot;:&quot;)[\w-]+/g, '$1')
    .replace(/(id="person" name="person" value=")[^"]*/g, '$1')}`;

export const measure = async (world: TimeWorld, oracle: Oracle, options: Options): Promise<Measured> => {
  const rounds = options.warmUp + options.samples;
  const sides = Object.entries(await oracle.sides(world, rounds));
  const times = new Map<string, number[]>(sides.map(([name]) => [name, []]));
  const told = new Map<string, Set<string>>(sides.map(([name]) => [name, new Set()]));
  const random = randomOf(options.seed);
  let round = 0;
  const one = async (agent: Agent, [name, side]: readonly [string, Side], nth: number): Promise<void> => {
    const answer = await send(world.endpoint.url, agent, side(nth));
    told.get(name)?.add(toldBy(answer));
    if (nth >= options.warmUp) times.get(name)?.push(answer.ms);
  };
  const lane = async (_: unknown, index: number): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    await pause(index * APART_MS);
    while (round < rounds) {
      const nth = round;
      round += 1;
      const waiting = [...sides];
      while (waiting.length > 0) {
        const [next] = waiting.splice(random.below(waiting.length), 1);
        if (next !== undefined) await one(agent, next, nth);
      }
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: oracle.isHeld ? HELD_LANES : LANES }, lane));
  const [base, ...others] = sides.map(([name]) => name);
  const baseTimes = times.get(base ?? '') ?? [];
  const baseTold = [...(told.get(base ?? '') ?? [])].sort().join('\n');
  return {
    samples: options.samples * sides.length,
    comparisons: Object.fromEntries(others.map((name) => [name, compare(times.get(name) ?? [], baseTimes)])),
    differing: others.filter((name) => [...(told.get(name) ?? [])].sort().join('\n') !== baseTold),
  };
};
