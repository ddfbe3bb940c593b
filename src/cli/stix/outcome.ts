// How a run over several files ends: 0 when all is good, 1 when something is not, 2 when something could not be read.
import { CliFault, faultText } from '../terminal/fault.ts';
import { tell } from '../terminal/output.ts';

export type Verdict = 'GOOD' | 'NOT_GOOD' | 'UNREADABLE';

const CODES: Readonly<Record<Verdict, number>> = { GOOD: 0, NOT_GOOD: 1, UNREADABLE: 2 };

/** The worst of what was met decides. */
export const conclude = (verdict: Verdict): void => {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), CODES[verdict]);
};

/** One after another, so that any number of files takes the memory of one. What cannot be read stops none of the others. */
export const eachFile = async (
  files: readonly string[],
  act: (file: string) => Promise<Verdict>,
): Promise<void> => {
  for (const file of files) conclude(await assertionFaults(() => act(file)));
};

const assertionFaults = async (act: () => Promise<Verdict>): Promise<Verdict> => {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof CliFault)) throw error;
    tell(faultText(error, Boolean(process.env['TOCSIN_DEBUG'])));
    return error.exitCode === 2 ? 'UNREADABLE' : 'NOT_GOOD';
  }
};
