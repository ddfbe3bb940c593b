// The event stream as `tocsin watch` reads it, however the network splits it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readEvents, type ServerEvent } from '../../../src/cli/watch/read-events.ts';
import { seed } from '../../support/seed.ts';

const encoder = new TextEncoder();

/** A response whose body arrives in these pieces and then ends, or stays open. */
const responseOf = (pieces: readonly Uint8Array[], isOpen = false): Response =>
  new Response(
    new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const piece of pieces) controller.enqueue(piece);
        if (!isOpen) controller.close();
      },
    }),
  );

const readAll = async (response: Response, silenceMs = 5_000): Promise<ServerEvent[]> => {
  const events: ServerEvent[] = [];
  for await (const event of readEvents(response, silenceMs)) events.push(event);
  return events;
};

const TEXT =
  ': hello\n\nid: a1\nevent: next\ndata: {"x":"é€"}\n\n:\n\nevent: next\r\ndata: one\r\ndata: two\r\n\r\ndata: plain\n\n';
const EVENTS: readonly ServerEvent[] = [
  { id: 'a1', event: 'next', data: '{"x":"é€"}' },
  { id: null, event: 'next', data: 'one\ntwo' },
  { id: null, event: 'message', data: 'plain' },
];

describe('events of a stream', () => {
  test('are whole however the bytes are split, also within a character or a line end', async () => {
    const bytes = encoder.encode(TEXT);
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: bytes.length - 1 }), { maxLength: 20 });
    const property = fc.asyncProperty(cuts, async (chosen) => {
      const places = [0, ...chosen.sort((a, b) => a - b), bytes.length];
      const pieces = places.slice(1).map((to, at) => bytes.slice(places[at], to));
      expect(await readAll(responseOf(pieces))).toEqual(EVENTS);
    });
    await fc.assert(property, { seed: seed(), numRuns: 200 });
  });

  test('an event truncated by the end of the stream is dropped', async () => {
    expect(await readAll(responseOf([encoder.encode('data: whole\n\ndata: half')]))).toEqual([
      { id: null, event: 'message', data: 'whole' },
    ]);
  });

  test('silence ends reading with an error, after the events before it', async () => {
    const events = readEvents(responseOf([encoder.encode('data: x\n\n')], true), 50);
    expect((await events.next()).value).toMatchObject({ data: 'x' });
    await expect(events.next()).rejects.toThrow('silent for too long');
  });

  test('an event that never ends does not fill the memory', async () => {
    const piece = encoder.encode('x'.repeat(1024 * 1024));
    const pieces = [encoder.encode('data: '), ...Array.from({ length: 17 }, () => piece)];
    await expect(readAll(responseOf(pieces, true))).rejects.toThrow(/buffer/i);
  });

  test('a response without a body has no events', async () => {
    expect(await readAll(new Response(null))).toEqual([]);
  });
});
