// Keys that acknowledge a warning during `tocsin watch`, on a terminal only. 1 to 9 select one of the last nine; the
// newest is selected by default.
import type { AcknowledgementAnswer } from '../../domain/delivery.ts';

const ANSWERS: Readonly<Record<string, AcknowledgementAnswer>> = {
  a: 'SEEN',
  n: 'NOT_AFFECTED',
  y: 'AFFECTED',
  d: 'ACTED',
  h: 'NEED_HELP',
};

export const KEYS_IN_WORDS =
  'a seen · n not affected · y affected · d acted on it · h need help · 1–9 which · q quit';

export type KeyActions = {
  answer(answer: AcknowledgementAnswer): void;
  choose(number: number): void;
  quit(): void;
};

/** Reads keys from the terminal until the returned function is called. */
export const takeKeys = (actions: KeyActions): (() => void) => {
  const { stdin } = process;
  const onKey = (key: string): void => {
    const answer = ANSWERS[key.toLowerCase()];
    if (key === 'q' || key === '\u0003' || key === '\u0004') actions.quit();
    else if (answer !== undefined) actions.answer(answer);
    else if (/^[1-9]$/.test(key)) actions.choose(Number(key));
  };
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.on('data', onKey);
  stdin.resume();
  return () => {
    stdin.off('data', onKey);
    stdin.setRawMode(false);
    stdin.pause();
  };
};
