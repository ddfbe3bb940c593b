// The one reader and the one writer of a version's stored text, on warnings and on feed rows alike. The text of a version
// never changes, so what an older release wrote is lifted here to what is read today. The names in the text are older than
// the code's words and stay, since hubs of the release before read them: `envelope` holds the access facts, `card` the summary.
import type { AccessFacts } from '../../domain/access-facts.ts';
import type { Summary } from '../../domain/warning.ts';
import type { Content } from '../warnings.ts';

/** As it is stored. */
type StoredContent = {
  /** Before exchange policies were read: without `validity` and `unnamed`, which then is no bound and nothing withheld. */
  readonly envelope: AccessFacts;
  /** Before exchange policies were read: without `handling`, of which then nothing is said. */
  readonly card: Summary;
};

/** Throws on a text that is neither of today nor of an older release: nothing may be decided by half of it. */
export const contentOf = (text: string): Content => {
  const { envelope, card } = JSON.parse(text) as Partial<StoredContent>;
  if (envelope === undefined || card === undefined) {
    throw new Error('The stored content of a version lacks its access facts or its summary.');
  }
  return { access: envelope, summary: card };
};

export const contentText = ({ access, summary }: Content): string =>
  JSON.stringify({ envelope: access, card: summary } satisfies StoredContent);
