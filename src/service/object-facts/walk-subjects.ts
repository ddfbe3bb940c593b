// Walks the objects of a version once for all uses, so that each is read and parsed only once.
import type { StixObject } from 'stix2-ts/stix-object';
import type { Hub } from '../../hub.ts';
import { type ObjectRow, textOf } from '../../store/objects.ts';
import { yieldToEventLoop } from '../yield-to-event-loop.ts';
import { type Facts, factsOf } from './facts-of.ts';

export type Subject = Omit<ObjectRow, 'body'> & { readonly facts: Facts };

const BATCH = 500;
/** Objects handled before yielding: other jobs, the sequencer among them, run in the same process. */
const SLICE = 100;

export async function* walkSubjects(
  hub: Pick<Hub, 'objects'>,
  warning: string,
  version: number,
): AsyncGenerator<readonly Subject[]> {
  for await (const rows of hub.objects.walk(warning, version, BATCH)) {
    const subjects: Subject[] = [];
    for (const { body, ...row } of rows) {
      subjects.push({ ...row, facts: factsOf(JSON.parse(textOf({ body })) as StixObject) });
      if (subjects.length % SLICE === 0) await yieldToEventLoop();
    }
    yield subjects;
  }
}
