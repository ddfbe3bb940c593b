// Says that the tab is somebody else's by now: what was pressed as the one before was not done.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { overtaken, useOvertaken } from './overtaken.ts';

export const OvertakenNotice = (): JSX.Element | null => {
  const { t } = useTranslation();
  const said = useOvertaken();
  if (said === null) return null;
  return (
    <div className="notice bad row apart no-print" role="alert">
      <span>{t('shell.overtaken', said)}</span>
      <button type="button" onClick={() => overtaken(null)}>
        {t('shell.overtakenRead')}
      </button>
    </div>
  );
};
