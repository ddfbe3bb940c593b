// A secret of a webhook, shown once: nothing keeps it, and closing this forgets it. It stands before everything else, so that no press
// beside it does that.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

export const Secret = ({ secret, close }: { secret: string; close: () => void }): JSX.Element => {
  const { t } = useTranslation();
  const isPublic = secret.startsWith('whpk_');
  return (
    <Dialog
      title={isPublic ? t('channels.publicKey') : t('channels.secret')}
      close={close}
      holds={isPublic ? 'FORM' : 'SECRET'}
    >
      <div className="stack tight">
        <p className="row">
          <code className="secret" dir="ltr">
            {secret}
          </code>
          <CopyButton text={() => secret} />
        </p>
        {!isPublic && <p>{t('channels.secretOnce')}</p>}
        <div>
          <button type="button" className="primary" onClick={close}>
            {t('channels.secretKept')}
          </button>
        </div>
      </div>
    </Dialog>
  );
};
