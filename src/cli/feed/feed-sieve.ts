// Conditions that the hub does not filter by: marking, state, and whether one has answered. They are applied here to what the hub
// returns. By age it filters itself.
import type { Command } from 'commander';
import { doesWait } from '../../domain/answer/has-answered.ts';
import { sinceOf } from '../client/since.ts';
import type { ShownWarning } from '../client/warning-fields.ts';
import { choiceOption, typed } from '../terminal/choices.ts';

export type SieveOptions = {
  readonly since?: Date;
  readonly tlp?: readonly string[];
  readonly unanswered?: true;
  /** As typed. */
  readonly state?: readonly string[];
};

const LABELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;

/** As the list writes them; what is updated is active, too. */
const STATES = ['ACTIVE', 'UPDATED', 'EXPIRED', 'CANCELLED'] as const;

export const sieveOptions = (command: Command): Command =>
  command
    .option(
      '--since <when>',
      'only what the hub took in, or raised, since: 30m, 12h, 2d, 1w, or a date',
      (text) => sinceOf(text),
    )
    .addOption(choiceOption('--tlp <label...>', 'only these markings', LABELS))
    .addOption(
      choiceOption(
        '--state <state...>',
        'only what is in force, was updated, has expired, was cancelled',
        STATES,
      ),
    )
    .option(
      '--unanswered',
      'only what still waits for you: an answer is due, or a warning is in force, was brought to you, and has no answer of yours',
    );

export type Sieve = {
  readonly keeps: (item: ShownWarning) => boolean;
};

/** Null when no such condition was given. */
export const sieveOf = ({ tlp, unanswered, state }: SieveOptions): Sieve | null => {
  if (tlp === undefined && unanswered === undefined && state === undefined) return null;
  return {
    keeps: (item) =>
      (state === undefined || state.some((each) => isIn(each, item))) &&
      (tlp === undefined || tlp.includes(tlpOf(item))) &&
      (unanswered === undefined || doesWait(item)),
  };
};

/** As `--tlp` takes it; empty where the hub does not understand the marking. */
export const tlpOf = ({ marking }: Pick<ShownWarning, 'marking'>): string =>
  marking === null ? '' : typed(marking === 'AMBER_STRICT' ? 'AMBER+STRICT' : marking);

const isIn = (
  wanted: string,
  { state, messageType }: Pick<ShownWarning, 'state' | 'messageType'>,
): boolean =>
  wanted === 'updated' ? state === 'ACTIVE' && messageType === 'UPDATE' : typed(state) === wanted;
