// Columns of plain text, each as wide as its widest cell on the screen; the last one is not padded.
import { columnsOf, padColumns } from '../../exchange/text/columns.ts';

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = head.map((title, at) =>
    Math.max(columnsOf(title), ...rows.map((row) => columnsOf(row[at] ?? ''))),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, at) => padColumns(cell, widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
