// What a reviewer can rule of a pair as it is.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { PairState } from '../../operations/graphql.generated.ts';

type Props = {
  readonly state: PairState;
  readonly isBusy: boolean;
  readonly rule: (ruling: 'accept' | 'reject' | 'undo') => void;
};

export const RulingButtons = ({ state, isBusy, rule }: Props): JSX.Element => {
  const { t } = useTranslation();
  const isJoined = state === 'ACCEPTED' || state === 'LINKED' || state === 'COLLAPSED';
  return (
    <span className="row">
      {!isJoined && (
        <button type="button" disabled={isBusy} onClick={() => rule('accept')}>
          {t('duplicates.accept')}
        </button>
      )}
      {state !== 'DISTINCT' && !isJoined && (
        <button type="button" disabled={isBusy} onClick={() => rule('reject')}>
          {t('duplicates.reject')}
        </button>
      )}
      {isJoined && (
        <button type="button" disabled={isBusy} onClick={() => rule('undo')}>
          {t('duplicates.undo')}
        </button>
      )}
    </span>
  );
};
