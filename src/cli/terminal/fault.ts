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

/** The lines of a fault; with a stack only when TOCSIN_DEBUG is set. */
export const faultText = (error: unknown, isDebug: boolean): string => {
  const stack = isDebug && error instanceof Error ? `\n${error.stack}\n${causeOf(error)}` : '';
  if (error instanceof CliFault) {
    return `tocsin: ${error.message}\n  Why: ${error.why}\n  What to do: ${error.remedy}${stack}`;
  }
  const what = error instanceof Error ? error.message : String(error);
  const remedy = 'Try again; TOCSIN_DEBUG=1 shows where it failed. Tell the operator of this hub.';
  return `tocsin: unexpected failure.\n  Why: ${what}\n  What to do: ${remedy}${stack}`;
};

const causeOf = ({ cause }: Error): string =>
  cause instanceof Error ? `caused by ${cause.stack ?? cause.message}` : '';
