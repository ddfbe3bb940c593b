// What is severe and immediate is said on every view until somebody looks at it. It lies over the page, so that nothing moves
// beneath the pointer; the announcer says it aloud.
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unlooked } from '../../live/unlooked.ts';
import { ProducerText } from '../../ui/producer-text.tsx';

export const ArrivalBar = ({ urgent, putOff }: Unlooked): JSX.Element | null => {
  const { t } = useTranslation();
  if (urgent === null) return null;
  const { id, severity, exercise, headline, language } = urgent;
  return (
    <aside className="arrival-bar no-print" aria-label={t('live.urgent')}>
      <div className="notice bad row apart">
        <p>
          <strong>
            {exercise === null ? '' : `${t('exercise.tag')} · `}
            {t(`severity.${severity}`)} · {t('urgency.IMMEDIATE')}
          </strong>{' '}
          <Link to="/warning/$id" params={{ id }}>
            <ProducerText text={headline} lang={language} />
          </Link>
        </p>
        <button type="button" className="small" onClick={putOff}>
          {t('live.later')}
        </button>
      </div>
    </aside>
  );
};
