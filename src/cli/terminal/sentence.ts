// Sentences folded to the terminal. Apart from output.ts, which commands without a hub load too, and which loads nothing.
import { wrap } from '../../exchange/text/wrap.ts';
import { print } from './output.ts';

/** Null where it is no terminal: what a pipe gets is not broken into lines. */
export const columnsOfTerminal = ({ isTTY, columns }: NodeJS.WriteStream): number | null =>
  isTTY ? (columns ?? 80) : null;

/** The text as lines of the terminal, or as one line for a pipe. */
export const folded = (text: string, indent: string, stream: NodeJS.WriteStream): string => {
  const width = columnsOfTerminal(stream);
  return width === null ? `${indent}${text}` : wrap(text, width, indent, `${indent}  `).join('\n');
};

/** Each line of the text by itself. */
export const foldedLines = (text: string, stream: NodeJS.WriteStream): string =>
  text
    .split('\n')
    .map((line) => folded(line, '', stream))
    .join('\n');

/** A sentence for whoever sits at the terminal. */
export const printSentence = (text: string, indent = ''): void => print(folded(text, indent, process.stdout));
