// Mutated raw requests against a hub, each over its own connection: every answer is none, or not a failure of the hub.
import { randomOf } from '../../support/random.ts';
import type { Attack, Attacked, AttackedHub } from './attacked-hub.ts';
import { openConnection } from './connection.ts';
import { rawRequestOf } from './raw-requests.ts';

const AT_ONCE = 25;
const LOOK_EVERY = 500;
/** A request that waits for more gets none: the client then closes its side. */
const PATIENCE_MS = 60;

export const sendRawRequests = async (
  { world, hub, fail, look }: AttackedHub,
  { count, seed, say }: Attack,
): Promise<Attacked> => {
  const random = randomOf(seed);
  const keys = {
    reader: await world.token('northGrid', 'analyst'),
    publisher: await world.token('cyberAgency', 'publisher'),
  };
  let answered = 0;
  for (let done = 0; done < count; ) {
    const requests = Array.from({ length: Math.min(AT_ONCE, count - done) }, () =>
      rawRequestOf(random, keys),
    );
    const answers = await Promise.all(requests.map((request) => answersTo(hub.port, request)));
    answers.forEach((statuses, index) => {
      if (statuses.length > 0) answered += 1;
      const sent = JSON.stringify(requests[index]?.toString('latin1')).slice(0, 800);
      for (const status of statuses) if (status >= 500) fail(`${status} (seed ${seed}) to ${sent}`);
    });
    done += requests.length;
    if (done % LOOK_EVERY === 0) {
      await look();
      say(`${done} of ${count} requests`);
    }
  }
  return { counted: count, figures: { 'answered %': Math.round((100 * answered) / count) } };
};

/** The statuses of its answers; several when the hub sees several requests in it. */
const answersTo = async (port: number, request: Buffer): Promise<number[]> => {
  const { socket, opened, closed } = openConnection(port);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await opened;
  if (!socket.destroyed) socket.write(request);
  setTimeout(() => socket.end(), PATIENCE_MS);
  // A stream goes on although the client has closed its side.
  setTimeout(() => socket.destroy(), 4 * PATIENCE_MS);
  await closed;
  const text = Buffer.concat(chunks).toString('latin1');
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
};
