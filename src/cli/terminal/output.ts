// Prints lines to a terminal or a pipe. Colour only on a terminal without NO_COLOR (styleText checks the stream); with
// --json each line is one JSON object.
import { styleText } from 'node:util';

export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

export const printJson = (value: unknown): void => print(JSON.stringify(value));

/** For the person, not the pipe: progress and state go to stderr. */
export const tell = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

type Style = Parameters<typeof styleText>[0];

export const styled = (style: Style, text: string): string =>
  styleText(style, text, { stream: process.stdout });

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
