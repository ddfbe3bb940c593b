// The one way onto a terminal or a pipe (nothing else writes to stdout or stderr): what others wrote moves no cursor, rings no bell
// and turns no line around. Colour only on a terminal without NO_COLOR (styleText checks the stream); with --json each line is one
// JSON object.
import { styleText } from 'node:util';
import { csvLine } from '../../exchange/indicator/csv-text.ts';
import { escapedJson, forTerminal, tidy } from '../../exchange/text/terminal-text.ts';

const clean = (text: string): string => forTerminal(text, styled('bold', 'x') !== 'x');

export const print = (text: string): void => printText(`${text}\n`);

/** Without an end of its own. */
export const printText = (text: string): void => {
  process.stdout.write(clean(text));
};

export const printJson = (value: unknown): void => {
  process.stdout.write(`${escapedJson(JSON.stringify(value))}\n`);
};

/** A line of RFC 4180, to a file as to a screen. */
export const printCsv = (cells: readonly string[]): void => {
  process.stdout.write(csvLine(cells.map(tidy)));
};

/** The bell of the terminal, which no text of others rings. */
export const ringBell = (): void => {
  process.stdout.write('\u0007');
};

/** What a program reads to the byte; on a screen it is cleaned. */
export const printExactly = (text: string): void => {
  process.stdout.write(process.stdout.isTTY ? clean(text) : text);
};

/** For the person, not the pipe: progress and state go to stderr. */
export const tell = (text: string): void => tellText(`${text}\n`);

/** Without an end of its own. */
export const tellText = (text: string): void => {
  process.stderr.write(clean(text));
};

/** In place of the line that stands there, on a terminal. */
export const tellInPlace = (text: string): void => {
  process.stderr.write(`\r\u001b[K${clean(text)}`);
};

type Style = Parameters<typeof styleText>[0];

export const styled = (style: Style, text: string): string =>
  styleText(style, text, { stream: process.stdout });

/** Null where it is no terminal: what a pipe gets is not broken into lines. */
export const columnsOfTerminal = ({ isTTY, columns }: NodeJS.WriteStream): number | null =>
  isTTY ? (columns ?? 80) : null;

/** Columns of the terminal, or of COLUMNS for a pipe that says so; 72 for paper and other pipes. */
export const widthOfOutput = (): number => {
  const columns = process.stdout.isTTY
    ? (process.stdout.columns ?? 80)
    : Number(process.env['COLUMNS']) || 72;
  return Math.min(100, Math.max(40, columns));
};

/** A reader that closes the pipe early (`| head`) is not a failure. */
export const endWhenPipeCloses = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
};

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
