// A failure as a tired person needs it: what, why, what to do. Thrown anywhere in the command line and printed once, in
// main.ts. Exit 1: refused or failed; exit 2: wrong usage or unreadable input.

export class CliFault extends Error {
  readonly why: string;
  readonly remedy: string;
  readonly exitCode: 1 | 2;

  constructor(what: string, why: string, remedy: string, exitCode: 1 | 2 = 1, cause?: unknown) {
    super(what, { cause });
    this.why = why;
    this.remedy = remedy;
    this.exitCode = exitCode;
  }
}

const UNKNOWN = 'Try again; TOCSIN_DEBUG=1 shows where it failed. Tell the operator of this hub.';

/** Null where it is no terminal: what a log gets is not broken into lines. */
const widthOfErrors = (): number | null => (process.stderr.isTTY ? (process.stderr.columns ?? 80) : null);

/** The lines of a fault, folded to the terminal; with a stack only when TOCSIN_DEBUG is set. */
export const faultText = (error: unknown, isDebug: boolean, width = widthOfErrors()): string => {
  const stack = isDebug && error instanceof Error ? `\n${error.stack}\n${causeOf(error)}` : '';
  const message = error instanceof Error ? error.message : String(error);
  const { what, why, remedy } =
    error instanceof CliFault
      ? { what: message, why: error.why, remedy: error.remedy }
      : { what: 'unexpected failure.', why: message, remedy: UNKNOWN };
  const lines = [
    ...linesOf(`tocsin: ${what}`, '', width),
    ...linesOf(`Why: ${why}`, '  ', width),
    ...linesOf(`What to do: ${remedy}`, '  ', width),
  ];
  return `${lines.join('\n')}${stack}`;
};

const STEP = '  ';

/** Lines that the text has stay lines; a word that is longer than the terminal, such as an address to copy, stays whole. */
const linesOf = (text: string, indent: string, width: number | null): string[] =>
  text.split('\n').flatMap((line, at) => {
    const lead = at === 0 ? indent : '';
    if (width === null) return [`${lead}${line}`];
    const begins = `${lead}${/^ */.exec(line)?.[0] ?? ''}`;
    return foldedWords(line.trim().split(' '), width, begins);
  });

const foldedWords = ([first = '', ...words]: readonly string[], width: number, indent: string): string[] => {
  const lines: string[] = [];
  let line = `${indent}${first}`;
  for (const word of words) {
    if (line.length + 1 + word.length <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = `${indent}${STEP}${word}`;
    }
  }
  return [...lines, line];
};

const causeOf = ({ cause }: Error): string =>
  cause instanceof Error ? `caused by ${cause.stack ?? cause.message}` : '';
