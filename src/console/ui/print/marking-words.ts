// How far something may go, in a few words, as they stand behind its marking in print.
import { useTranslation } from 'react-i18next';
import type { Tlp } from '../../operations/graphql.generated.ts';

type Marked = {
  /** Null for one that the hub does not understand, or that is not in force. */
  readonly marking: Tlp | null;
  readonly handling: { readonly from: string | null; readonly until: string | null } | null;
};

export const useMarkingWords = ({ marking, handling }: Marked): string => {
  const { t } = useTranslation();
  const isTimed = handling !== null && (handling.from !== null || handling.until !== null);
  return t(`marked.short.${marking ?? (isTimed ? 'TIMED' : 'UNKNOWN')}`);
};
