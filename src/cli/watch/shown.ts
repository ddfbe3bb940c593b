// The last nine warnings of a watch, and the one that the keys answer. An arrival never moves what a key acts on: the first
// that arrives is selected, and from then on only a number selects. A question about help keeps the warning it named.
import type { AcknowledgementAnswer } from '../../domain/delivery.ts';
import { tidy } from '../../exchange/text/wrap.ts';
import { answeredText, formerText, sendAcknowledgement } from '../client/acknowledgement.ts';
import type { HubClient } from '../client/hub-client.ts';
import { remedyInCommands } from '../client/refusals.ts';
import type { ShownWarning } from '../client/warning-fields.ts';
import { faultText } from '../terminal/fault.ts';
import { print, styled, tell } from '../terminal/output.ts';
import { KEYS_IN_WORDS, type KeyActions } from './keys.ts';

export type Shown = Omit<KeyActions, 'quit'> & {
  /** Takes a slot, and returns the number of its key. */
  add(warning: ShownWarning): number;
  /** What the keys act on, or are still asking about, where that is not the warning that was just shown. Null: nothing to say. */
  reminder(): string | null;
};

const SLOTS = 9;

type Slot = { readonly number: number; readonly warning: ShownWarning; isAnswered: boolean };

const named = ({ number, warning }: Slot): string => `[${number}] ${tidy(warning.headline)}`;

type State = {
  readonly slots: Map<number, Slot>;
  last: Slot | null;
  selected: Slot | null;
  asked: Slot | null;
};

/** The newest that has no answer and is not selected. */
const waitingIn = ({ slots, selected }: State): Slot | null =>
  [...slots.values()].findLast((slot) => slot !== selected && !slot.isAnswered) ?? null;

/** The key after the last; the selected one keeps its own as long as it is selected, and so does one that is asked about. */
const nextNumber = ({ slots, last, selected, asked }: State): number => {
  let number = last?.number ?? 0;
  do number = (number % SLOTS) + 1;
  while (slots.has(number) && (slots.get(number) === selected || slots.get(number) === asked));
  return number;
};

const question = (slot: Slot): string =>
  `  Ask ${tidy(slot.warning.publisher.name)} for help with ${named(slot)}?`;

const reminderIn = ({ asked, selected, last }: State): string | null => {
  if (asked !== null) return `${question(asked)} y sends it; any other key does not.`;
  if (selected === null || selected === last) return null;
  return `  The keys act on ${named(selected)}; ${last?.number} selects this one.`;
};

const sender =
  (client: HubClient, state: State) =>
  async (slot: Slot, answer: AcknowledgementAnswer | null): Promise<void> => {
    try {
      const result = await sendAcknowledgement(client, slot.warning, { answer, note: null });
      const [refusal] = result.refusals;
      if (result.delivery !== null) {
        slot.isAnswered = true;
        print(styled('green', `  ✓ ${answeredText(result.delivery, answer)}: ${named(slot)}`));
        const former = formerText(result.delivery, answer);
        if (former !== null) print(styled('dim', `  ${former}`));
        const next = waitingIn(state);
        if (next !== null) print(styled('dim', `  ${next.number} selects ${named(next)}`));
      } else if (refusal !== undefined)
        tell(`  Not accepted: ${refusal.message} ${remedyInCommands(refusal.code, refusal.remedy)}`);
    } catch (error) {
      tell(faultText(error, false));
    }
  };

export const openShown = (client: HubClient): Shown => {
  const state: State = { slots: new Map(), last: null, selected: null, asked: null };
  const send = sender(client, state);
  return {
    add: (warning) => {
      const number = nextNumber(state);
      // Deleted first, so that the newest is the last of the map.
      state.slots.delete(number);
      state.last = { number, warning, isAnswered: (warning.myDelivery?.answer ?? null) !== null };
      state.slots.set(number, state.last);
      state.selected ??= state.last;
      return number;
    },
    reminder: () => reminderIn(state),
    choose: (number) => {
      const slot = state.slots.get(number);
      if (slot === undefined) return tell(`  There is no [${number}] yet.`);
      state.selected = slot;
      print(styled('dim', `  ${named(slot)}`));
    },
    explain: () => print(styled('dim', KEYS_IN_WORDS)),
    askForHelp: () => {
      if (state.selected === null) tell(NONE_YET);
      else {
        print(styled('bold', question(state.selected)));
        print('  y sends it; any other key does not.');
      }
      state.asked = state.selected;
      return state.asked !== null;
    },
    confirmHelp: () => {
      if (state.asked !== null) void send(state.asked, 'NEED_HELP');
      state.asked = null;
    },
    keepQuiet: () => {
      state.asked = null;
      print(styled('dim', '  Nothing was sent.'));
    },
    answer: (answer) => {
      if (state.selected === null) tell(NONE_YET);
      else void send(state.selected, answer);
    },
  };
};

const NONE_YET = '  No warning has arrived yet.';
