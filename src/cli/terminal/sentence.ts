// Sentences folded to the terminal. Apart from output.ts, which commands without a hub load too, and which loads nothing.
import { wrap } from '../../exchange/text/wrap.ts';
import { columnsOfTerminal, print } from './output.ts';

/** The text as lines of the terminal, or as one line for a pipe. */
export const folded = (text: string, indent: string, stream: NodeJS.WriteStream): string => {
  const width = columnsOfTerminal(stream);
  return width === null ? `${indent}${text}` : wrap(text, width, indent, `${indent}  `).join('\n');
};

/** A sentence for whoever sits at the terminal. */
export const printSentence = (text: string, indent = ''): void => print(folded(text, indent, process.stdout));
