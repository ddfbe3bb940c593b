// The last nine warnings of a watch, and the one that the keys answer. An arrival never moves what a key acts on: the first
// that arrives is selected, and from then on only a number selects. A question about help keeps the warning it named.
import type { AcknowledgementAnswer } from '../../domain/delivery.ts';
import { tidy } from '../../exchange/text/wrap.ts';
import { answeredText, sendAcknowledgement } from '../client/acknowledgement.ts';
import type { HubClient } from '../client/hub-client.ts';
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

export const openShown = (client: HubClient): Shown => {
  const slots = new Map<number, Slot>();
  let last: Slot | null = null;
  let selected: Slot | null = null;
  let asked: Slot | null = null;

  const send = async (slot: Slot, answer: AcknowledgementAnswer | null): Promise<void> => {
    try {
      const result = await sendAcknowledgement(client, slot.warning.id, { answer, note: null });
      const [refusal] = result.refusals;
      if (result.delivery !== null) {
        slot.isAnswered = true;
        print(styled('green', `  ✓ ${answeredText(result.delivery, answer)}: ${named(slot)}`));
        const next = waiting();
        if (next !== null) print(styled('dim', `  ${next.number} selects ${named(next)}`));
      } else if (refusal !== undefined) tell(`  Not accepted: ${refusal.message} ${refusal.remedy}`);
    } catch (error) {
      tell(faultText(error, false));
    }
  };
  /** The newest that has no answer and is not selected. */
  const waiting = (): Slot | null =>
    [...slots.values()].findLast((slot) => slot !== selected && !slot.isAnswered) ?? null;
  /** The key after the last; the selected one keeps its own as long as it is selected, and so does one that is asked about. */
  const nextNumber = (): number => {
    let number = last?.number ?? 0;
    do number = (number % SLOTS) + 1;
    while (slots.has(number) && (slots.get(number) === selected || slots.get(number) === asked));
    return number;
  };
  const question = (slot: Slot): string =>
    `  Ask ${tidy(slot.warning.publisher.name)} for help with ${named(slot)}?`;

  return {
    add: (warning) => {
      const number = nextNumber();
      // Deleted first, so that the newest is the last of the map.
      slots.delete(number);
      last = { number, warning, isAnswered: (warning.myDelivery?.answer ?? null) !== null };
      slots.set(number, last);
      selected ??= last;
      return number;
    },
    reminder: () => {
      if (asked !== null) return `${question(asked)} y sends it; any other key does not.`;
      if (selected === null || selected === last) return null;
      return `  The keys act on ${named(selected)}; ${last?.number} selects this one.`;
    },
    choose: (number) => {
      const slot = slots.get(number);
      if (slot === undefined) return tell(`  There is no [${number}] yet.`);
      selected = slot;
      print(styled('dim', `  ${named(slot)}`));
    },
    explain: () => print(styled('dim', KEYS_IN_WORDS)),
    askForHelp: () => {
      if (selected === null) tell(NONE_YET);
      else {
        print(styled('bold', question(selected)));
        print('  y sends it; any other key does not.');
      }
      asked = selected;
      return asked !== null;
    },
    confirmHelp: () => {
      if (asked !== null) void send(asked, 'NEED_HELP');
      asked = null;
    },
    keepQuiet: () => {
      asked = null;
      print(styled('dim', '  Nothing was sent.'));
    },
    answer: (answer) => {
      if (selected === null) tell(NONE_YET);
      else void send(selected, answer);
    },
  };
};

const NONE_YET = '  No warning has arrived yet.';
