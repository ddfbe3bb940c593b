// Keys that acknowledge a warning during `tocsin watch`, on a terminal only. 1 to 9 select one of the last nine; until
// one is selected it is the first that arrived. Asking for help is never an accident: its key asks first.
import type { AcknowledgementAnswer } from '../../domain/delivery.ts';

/** Null says "seen" without lowering an answer that stands. */
const ANSWERS: Readonly<Record<string, AcknowledgementAnswer | null>> = {
  a: null,
  i: 'INVESTIGATING',
  n: 'NOT_AFFECTED',
  y: 'AFFECTED',
  d: 'ACTED',
};

export const KEYS_IN_WORDS =
  'a seen · i investigating · n not-affected · y affected · d acted\nh need-help (asks first) · 1–9 which · ? keys · q quit';

export type KeyActions = {
  answer(answer: AcknowledgementAnswer | null): void;
  choose(number: number): void;
  /** Shows the keys. */
  explain(): void;
  /** Asks whether help is needed; false when there is no warning to ask about. */
  askForHelp(): boolean;
  /** Sends it for the warning that was asked about, whatever has arrived in between. */
  confirmHelp(): void;
  /** Help was asked for by accident. */
  keepQuiet(): void;
  quit(): void;
};

const isEnd = (key: string): boolean => key === '\u0003' || key === '\u0004';

/** What each key does. A terminal may hand over several at once, as when text is pasted: such a run does nothing. */
export const keyReader = (actions: KeyActions): ((keys: string) => void) => {
  let isAsking = false;
  return (typed) => {
    if (isEnd(typed)) return actions.quit();
    const key = typed.toLowerCase();
    if (isAsking) {
      isAsking = false;
      return key === 'y' ? actions.confirmHelp() : actions.keepQuiet();
    }
    if (typed.length !== 1) return undefined;
    const answer = ANSWERS[key];
    if (key === 'q') actions.quit();
    else if (key === '?') actions.explain();
    else if (key === 'h') isAsking = actions.askForHelp();
    else if (answer !== undefined) actions.answer(answer);
    else if (/^[1-9]$/.test(key)) actions.choose(Number(key));
  };
};

/** Reads keys from the terminal until the returned function is called. */
export const takeKeys = (actions: KeyActions): (() => void) => {
  const { stdin } = process;
  const onKey = keyReader(actions);
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
