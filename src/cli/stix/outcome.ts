// Exit code of a run over several files: 0 when all are good, 1 when one is not, 2 when one could not be read.
import { CliFault, faultText } from '../terminal/fault.ts';
import { tell } from '../terminal/output.ts';

export type Verdict = 'GOOD' | 'NOT_GOOD' | 'UNREADABLE';

const CODES: Readonly<Record<Verdict, number>> = { GOOD: 0, NOT_GOOD: 1, UNREADABLE: 2 };

/** The worst verdict decides. */
export const conclude = (verdict: Verdict): void => {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), CODES[verdict]);
};

/** Sequential, so that any number of files takes the memory of one. An unreadable file does not stop the others. */
export const eachFile = async (
  files: readonly string[],
  act: (file: string) => Promise<Verdict>,
): Promise<void> => {
  for (const file of files) conclude(await reportFaults(() => act(file)));
};

const reportFaults = async (act: () => Promise<Verdict>): Promise<Verdict> => {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof CliFault)) throw error;
    tell(faultText(error, Boolean(process.env['TOCSIN_DEBUG'])));
    return error.exitCode === 2 ? 'UNREADABLE' : 'NOT_GOOD';
  }
};
