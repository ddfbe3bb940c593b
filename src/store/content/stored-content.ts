// The only reader and writer of a version's stored text, on warnings and on feed rows. The text of a version never changes,
// so text of an older release is brought to today's form on reading. Its names are older than the code's words and stay,
// since hubs of the release before read them: `envelope` holds the access facts, `card` the summary.
import type { AccessFacts } from '../../domain/access-facts.ts';
import type { Summary } from '../../domain/warning.ts';
import type { Content } from '../warnings.ts';

/** The stored form. */
type StoredContent = {
  /** Older text lacks `validity` and `unnamed`: no bounds, and the publisher is named. */
  readonly envelope: AccessFacts;
  /** Older text lacks `handling`: nothing is stated. */
  readonly card: Summary;
};

/** Throws on a text that is not in a known form: nothing may be decided on half of the facts. */
export const contentOf = (text: string): Content => {
  const { envelope, card } = JSON.parse(text) as Partial<StoredContent>;
  if (envelope === undefined || card === undefined) {
    throw new Error('The stored content of a version lacks its access facts or its summary.');
  }
  return { access: envelope, summary: card };
};

export const contentText = ({ access, summary }: Content): string =>
  JSON.stringify({ envelope: access, card: summary } satisfies StoredContent);
