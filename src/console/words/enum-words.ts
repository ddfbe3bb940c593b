// Words for what comes as a name of the hub and is no enum of the contract, since new ones may come with any release: events,
// kinds of proposals, facts of the audit trail. What has no words is shown as it is, as code.
import type { i18n } from 'i18next';

/** The words at the first of these places that has any for the name; null where none has. */
export const wordsFor = (
  { exists, t }: Pick<i18n, 'exists' | 't'>,
  places: readonly string[],
  name: string,
): string | null => {
  const key = places.map((place) => `${place}.${name}`).find((each) => exists(each));
  return key === undefined ? null : (t as (key: string) => string)(key);
};
