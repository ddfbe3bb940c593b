// An act on a warning in a few sentences, as its publisher should read it before and after: to how many, how far it may go, how
// it may be used, and whether it is real.
import { askedBy } from '../../domain/answer/asked-by.ts';
import { handlingInWords } from '../../domain/handling.ts';
import { markingInWords } from '../../domain/marking.ts';
import type { Summary } from '../../domain/warning.ts';

const KINDS = { WARNING: 'warning', PRACTICE: 'practice' } as const;

/** `recipients` is the number that the publisher may know of. */
export const actInWords = (
  summary: Summary,
  recipients: number,
  {
    isTrial,
    notice,
  }: { readonly isTrial: boolean; readonly notice?: { readonly listed: number } | null | undefined },
): string => {
  const { kind, version, tlp, handling, exercise, messageType, recall } = summary;
  const act =
    notice !== undefined
      ? 'narrowing of the'
      : recall !== undefined
        ? 'recall of the'
        : messageType === 'CANCEL'
          ? 'withdrawal of the'
          : version === 1
            ? 'new'
            : 'correction of the';
  const members = `${recipients} other ${recipients === 1 ? 'member' : 'members'}`;
  const verb = isTrial ? 'would go' : 'goes';
  const marking = markingInWords(tlp, handling?.from != null || handling?.until != null);
  const partition =
    exercise === null
      ? 'It is real, not an exercise.'
      : `EXERCISE ${exercise}: only participants of the exercise receive it.`;
  return `This ${act} ${KINDS[kind]}, version ${version}, ${verb} to ${members}.${losing(notice, isTrial)} ${marking}.${useIn(handling)}${askedIn(summary)} ${partition}`;
};

const LEVELS = { RECOMMENDATION: 'recommendation', ESSENTIAL_ACTION: 'essential action' } as const;

/** Of a recall it goes without saying. */
const askedIn = (summary: Summary): string => {
  const asking = askedBy(summary);
  if (asking === null || asking.for === 'RECALL' || asking.due === null) return '';
  const by = `${asking.due.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return ` As ${asking.for === 'ESSENTIAL_ACTION' ? 'an' : 'a'} ${LEVELS[asking.for]} it asks for an answer by ${by}, and reminds whoever gives none.`;
};

const useIn = (handling: Summary['handling']): string => {
  const words = handling === undefined ? [] : handlingInWords(handling);
  return words.length === 0 ? '' : ` How it may be used: ${words.join('; ')}.`;
};

const losing = (notice: { readonly listed: number } | null | undefined, isTrial: boolean): string => {
  if (notice == null) return '';
  const { listed } = notice;
  const verb = isTrial ? 'would lose' : listed === 1 ? 'loses' : 'lose';
  return ` ${listed} ${listed === 1 ? 'member' : 'members'} ${verb} it.`;
};
