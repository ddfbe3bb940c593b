// A key that was just made; for a wall screen with what its browser opens whenever it starts: the wall, with the key in the
// fragment, which is never sent.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Secret } from '../act/secret.tsx';

type Props = {
  readonly token: string;
  readonly until: string | null | undefined;
  readonly isOfScreen: boolean;
};

export const KeySecret = ({ token, until, isOfScreen }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    <>
      <Secret text={token} until={until} note={t('accessKeys.keep')} />
      {isOfScreen && token !== '' && <WallAddress address={`${location.origin}/?wall=true#key=${token}`} />}
    </>
  );
};

const WallAddress = ({ address }: { address: string }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="notice stack tight">
      <p className="strong">{t('wall.address')}</p>
      <p>
        <code dir="ltr" id="wall-address">
          {address}
        </code>
      </p>
      <div>
        <CopyButton text={() => address} />
      </div>
      <p className="small">{t('wall.addressHint')}</p>
    </div>
  );
};
