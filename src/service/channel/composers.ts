// Which occasion is composed by what, on one page. A new occasion is a name in OCCASIONS and a row here.
import type { Occasion } from '../../domain/channel/channel-delivery.ts';
import { digestLetter } from './compose/digest-letter.ts';
import { challengeLetter, noticeLetter, testLetter } from './compose/hub-letters.ts';
import type { Composer } from './compose/letter.ts';
import { reminderLetter } from './compose/reminder-letter.ts';
import { warningLetter } from './compose/warning-letter.ts';
import { RAISED } from './raised-messages.ts';

export const COMPOSERS: Readonly<Record<Occasion, Composer>> = {
  WARNING: warningLetter,
  DIGEST: digestLetter,
  REMINDER: reminderLetter,
  NOTICE: (hub, turn, about) =>
    about.delivery.details?.['what'] === RAISED
      ? warningLetter(hub, turn, about)
      : noticeLetter(hub, turn, about),
  CHALLENGE: challengeLetter,
  TEST: testLetter,
};
