// Lines for what needs no hub: the widths of characters (sentence.ts) are a table that the workbench does not load, so that
// every character counts as one column.
import { columnsOfTerminal } from './output.ts';

/** The text, which is one line, in lines of so many columns; those after the first are indented. */
export const plainLines = (text: string, columns: number): string =>
  text
    .split(' ')
    .reduce((lines, word) =>
      lines.length - lines.lastIndexOf('\n') + word.length > columns
        ? `${lines}\n  ${word}`
        : `${lines} ${word}`,
    );

/** Each line of an error of use by itself, as wide as the terminal; as they are for a pipe. */
export const errorLines = (text: string, stream: NodeJS.WriteStream): string => {
  const columns = columnsOfTerminal(stream);
  const lines = text.split('\n');
  return (columns === null ? lines : lines.map((line) => plainLines(line, columns))).join('\n');
};
