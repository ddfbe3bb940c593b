// A secret of a webhook, shown once: nothing keeps it, and closing this forgets it.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/copy-button.tsx';

export const Secret = ({ secret, close }: { secret: string; close: () => void }): JSX.Element => {
  const { t } = useTranslation();
  const isPublic = secret.startsWith('whpk_');
  return (
    <section className="notice caution stack tight" role="status">
      <p className="strong">{isPublic ? t('channels.publicKey') : t('channels.secret')}</p>
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
    </section>
  );
};
