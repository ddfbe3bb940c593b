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

/** Columns of the terminal; 72 for paper and pipes. */
export const widthOfOutput = (): number =>
  process.stdout.isTTY ? Math.min(100, Math.max(40, process.stdout.columns ?? 80)) : 72;

/** A reader that closes the pipe early (`| head`) is not a failure. */
export const endWhenPipeCloses = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
};

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
