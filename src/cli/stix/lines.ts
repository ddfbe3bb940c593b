// Reads the lines of a stream one at a time in bounded memory; a line that is too long is reported as such.
import { utf8TextOf } from '../../outside/utf8-text.ts';
import { whyNotUtf8 } from '../client/read-utf8-file.ts';
import { CliFault } from '../terminal/fault.ts';

/** Longest line, in bytes: the longest pattern with every character escaped. */
const longestLine = 131_072;

/** `text` is null when the line is too long. */
export type Line = { readonly number: number; readonly text: string | null };

const LINE_FEED = 10;

/** Lines without line ends, skipping empty ones. Throws a fault at a line that is not UTF-8. */
export async function* linesOf(stream: AsyncIterable<unknown>): AsyncGenerator<Line> {
  let held: Buffer[] = [];
  let length = 0;
  let number = 1;
  const end = (): Line[] => {
    const text = length > longestLine ? null : decoded(Buffer.concat(held), number).trim();
    const line = { number, text };
    held = [];
    length = 0;
    number += 1;
    return line.text === '' ? [] : [line];
  };
  for await (const chunk of stream) {
    const bytes = chunk as Buffer;
    for (let from = 0; from < bytes.length; ) {
      const found = bytes.indexOf(LINE_FEED, from);
      const until = found < 0 ? bytes.length : found;
      length += until - from;
      if (length <= longestLine) held.push(bytes.subarray(from, until));
      else held = [];
      if (found >= 0) yield* end();
      from = until + 1;
    }
  }
  if (length > 0) yield* end();
}

const decoded = (bytes: Buffer, number: number): string => {
  const text = utf8TextOf(bytes);
  if (text !== null) return text;
  throw new CliFault(`Line ${number} is not UTF-8.`, whyNotUtf8(bytes), 'Save it as UTF-8.', 2);
};
