// Columns of plain text, each as wide as its widest cell on the screen; the last one is not padded. On a terminal that is too
// narrow, the columns that do not fit stand on lines of their own below; what a pipe gets has one line for each row.
import { columnsOf, padColumns } from '../../exchange/text/columns.ts';
import { wrap } from '../../exchange/text/wrap.ts';
import { columnsOfTerminal } from './output.ts';

const GAP = '  ';

/** `width` is that of the terminal; null for as many columns as it takes. */
export const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number | null = columnsOfTerminal(process.stdout),
): string => {
  const widths = head.map((title, at) =>
    Math.max(columnsOf(title), ...rows.map((row) => columnsOf(row[at] ?? ''))),
  );
  const lines = linesOf(widths, width ?? Number.POSITIVE_INFINITY);
  return [head, ...rows].flatMap((row) => linesOfRow(row, lines, widths, width)).join('\n');
};

/** Which columns stand on which line. */
const linesOf = (widths: readonly number[], width: number): number[][] => {
  const lines: number[][] = [[]];
  let taken = 0;
  for (const [at, wide] of widths.entries()) {
    if (taken > 0 && taken + GAP.length + wide > width) {
      lines.push([]);
      taken = 0;
    }
    lines.at(-1)?.push(at);
    taken += (taken > 0 || lines.length > 1 ? GAP.length : 0) + wide;
  }
  return lines;
};

const linesOfRow = (
  row: readonly string[],
  lines: readonly (readonly number[])[],
  widths: readonly number[],
  width: number | null,
): string[] =>
  lines.flatMap((columns, line) => {
    const indent = line === 0 ? '' : GAP;
    const text = columns
      .map((at) => padColumns(row[at] ?? '', widths[at] ?? 0))
      .join(GAP)
      .trimEnd();
    if (text === '' && line > 0) return [];
    if (width === null || columnsOf(indent + text) <= width) return [`${indent}${text}`];
    return wrap(text, width, indent, `${indent}${GAP}`);
  });
