// What went wrong, for a tired person: what, why, what to do. Thrown anywhere in the command line, told once at its
// edge. Exit 1: refused or failed; exit 2: wrong usage, or something that cannot be read.

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

/** The lines of a fault; a stack only when TOCSIN_DEBUG asks for it. */
export const faultText = (error: unknown, isDebug: boolean): string => {
  const stack = isDebug && error instanceof Error ? `\n${error.stack}\n${causeOf(error)}` : '';
  if (error instanceof CliFault) {
    return `tocsin: ${error.message}\n  Why: ${error.why}\n  What to do: ${error.remedy}${stack}`;
  }
  const what = error instanceof Error ? error.message : String(error);
  const remedy = 'Try again; with TOCSIN_DEBUG=1 it says where. Tell who looks after this hub.';
  return `tocsin: this failed and should not have.\n  Why: ${what}\n  What to do: ${remedy}${stack}`;
};

const causeOf = ({ cause }: Error): string =>
  cause instanceof Error ? `caused by ${cause.stack ?? cause.message}` : '';
