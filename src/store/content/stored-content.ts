// The one reader and the one writer of a version's stored text, on warnings and on feed rows alike. The text of a version
// never changes, so what an older release wrote is lifted here to what is read today. The names in the text are stored
// names: whatever the code calls its parts, they stay.
import type { Envelope } from '../../domain/envelope.ts';
import type { Card } from '../../domain/warning.ts';
import type { Content } from '../warnings.ts';

/** As it is stored. */
type StoredContent = {
  /** Before exchange policies were read: without `validity` and `unnamed`, which then is no bound and nothing withheld. */
  readonly envelope: Envelope;
  /** Before exchange policies were read: without `handling`, of which then nothing is said. */
  readonly card: Card;
};

/** Throws on a text that is neither of today nor of an older release: nothing may be decided by half of it. */
export const contentOf = (text: string): Content => {
  const { envelope, card } = JSON.parse(text) as Partial<StoredContent>;
  if (envelope === undefined || card === undefined) {
    throw new Error('The stored content of a version lacks its envelope or its card.');
  }
  return { envelope, card };
};

export const contentText = ({ envelope, card }: Content): string =>
  JSON.stringify({ envelope, card } satisfies StoredContent);
