// The order on the watch screen: what arrives together is shown by its effective grade, and whoever stops in between is
// shown all of it again.
import { expect, test } from '@jest/globals';
import type { WarningEdge } from '../../../../src/cli/client/warning-fields.ts';
import { mostUrgentFirst } from '../../../../src/cli/watch/most-urgent-first.ts';

const edge = (cursor: string, effectiveUrgency: string, severity = 'SEVERE'): WarningEdge => ({
  cursor,
  node: { id: cursor, effectiveUrgency, effectiveCertainty: 'POSSIBLE', severity } as WarningEdge['node'],
});

async function* arriving(...parts: readonly (WarningEdge | Promise<void> | Error)[]) {
  for (const part of parts) {
    if (part instanceof Error) throw part;
    if (part instanceof Promise) await part;
    else yield part;
  }
}

const TOGETHER_MS = 40;
const shownOf = async (edges: AsyncIterable<WarningEdge>): Promise<[string, string | null][]> => {
  const shown: [string, string | null][] = [];
  for await (const { node, cursor } of mostUrgentFirst(edges, TOGETHER_MS)) shown.push([node.id, cursor]);
  return shown;
};

test('a backlog is shown by urgency, then severity, and only its last has a cursor', async () => {
  const backlog = [
    edge('1', 'FUTURE'),
    edge('2', 'IMMEDIATE'),
    edge('3', 'EXPECTED'),
    edge('4', 'IMMEDIATE', 'EXTREME'),
  ];
  expect(await shownOf(arriving(...backlog))).toEqual([
    ['4', null],
    ['2', null],
    ['3', null],
    ['1', '4'],
  ]);
});

test('what comes later is shown later, whatever its grade', async () => {
  const pause = new Promise<void>((resolve) => setTimeout(resolve, TOGETHER_MS * 5));
  expect(await shownOf(arriving(edge('1', 'FUTURE'), pause, edge('2', 'IMMEDIATE')))).toEqual([
    ['1', '1'],
    ['2', '2'],
  ]);
});

test('a stream that never pauses is shown as it comes', async () => {
  const many = Array.from({ length: 250 }, (_, index) => edge(String(index), 'EXPECTED'));
  const shown = await shownOf(arriving(...many));
  expect(shown).toHaveLength(250);
  expect(shown.filter(([, cursor]) => cursor !== null)).toHaveLength(3);
});

test('a failure is thrown after what came before it was shown', async () => {
  const shown: string[] = [];
  const watching = async (): Promise<void> => {
    for await (const { node } of mostUrgentFirst(
      arriving(edge('1', 'FUTURE'), edge('2', 'IMMEDIATE'), new Error('gone')),
      TOGETHER_MS,
    ))
      shown.push(node.id);
  };
  await expect(watching()).rejects.toThrow('gone');
  expect(shown).toEqual(['2', '1']);
});
