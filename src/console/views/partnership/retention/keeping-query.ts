// How long what is kept, and the legal holds that the reader sees.
import { useTranslation } from 'react-i18next';
import { ask } from '../../../app/ask.ts';
import { KeepingDocument, type KeepingQuery } from '../../../operations/graphql.generated.ts';
import { wordsFor } from '../../../words/enum-words.ts';
import { useMemberName } from '../members/member-names.ts';
import { usePersonName } from '../people/person-names.ts';

export type Kept = KeepingQuery['retentionClasses'][number];
export type Hold = KeepingQuery['holds'][number];

export const keepingQuery = {
  queryKey: ['keeping'],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<KeepingQuery> =>
    ask(KeepingDocument, {}, { signal }),
};

/** What a hold covers, in words. */
export const useHoldName = (): ((hold: Pick<Hold, 'scope' | 'target'>) => string) => {
  const { t, i18n } = useTranslation();
  const nameOf = usePersonName();
  const memberName = useMemberName();
  return ({ scope, target }) => {
    const words = t(`retention.scope.${scope}`);
    // A link stands beside it: its id says nothing to anybody.
    if (target === null || scope === 'WARNING') return words;
    const which =
      scope === 'CLASS'
        ? (wordsFor(i18n, ['retention.class'], target) ?? target)
        : (memberName(target) ?? nameOf(target));
    return `${words}: ${which}`;
  };
};
