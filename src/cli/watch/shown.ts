// The last nine warnings of a watch, and the one that a key answers.
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
};

export const openShown = (client: HubClient): Shown => {
  const slots: (ShownWarning | undefined)[] = [];
  let count = 0;
  let chosen = 0;
  const send = async (warning: ShownWarning, answer: AcknowledgementAnswer | null): Promise<void> => {
    try {
      const result = await sendAcknowledgement(client, warning.id, { answer, note: null });
      const [refusal] = result.refusals;
      if (result.delivery !== null)
        print(styled('green', `  ✓ ${answeredText(result.delivery, answer)}: ${tidy(warning.headline)}`));
      else if (refusal !== undefined) tell(`  Not accepted: ${refusal.message} ${refusal.remedy}`);
    } catch (error) {
      tell(faultText(error, false));
    }
  };
  const selected = (): ShownWarning | undefined => {
    const warning = slots[chosen];
    if (warning === undefined) tell('  No warning has arrived yet.');
    return warning;
  };
  return {
    add: (warning) => {
      const slot = count % 9;
      slots[slot] = warning;
      count += 1;
      chosen = slot;
      return slot + 1;
    },
    choose: (number) => {
      const warning = slots[number - 1];
      if (warning === undefined) tell(`  There is no [${number}] yet.`);
      else {
        chosen = number - 1;
        print(styled('dim', `  [${number}] ${tidy(warning.headline)}`));
      }
    },
    explain: () => print(styled('dim', KEYS_IN_WORDS)),
    askForHelp: () => {
      const warning = selected();
      if (warning === undefined) return false;
      print(
        styled(
          'bold',
          `  Ask ${tidy(warning.publisher.name)} for help with [${chosen + 1}] ${tidy(warning.headline)}?`,
        ),
      );
      print('  y sends it; any other key does not.');
      return true;
    },
    keepQuiet: () => print(styled('dim', '  Nothing was sent.')),
    answer: (answer) => {
      const warning = selected();
      if (warning !== undefined) void send(warning, answer);
    },
  };
};
