// For whoever asks for help: whether the other side sees a number to call back.
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { visible } from '../../ui/producer-text.tsx';
import { profileQuery } from '../partnership/people/people-query.ts';

export const OwnReach = (): JSX.Element | null => {
  const { t } = useTranslation();
  // Null for a key that is nobody's.
  const { data: person } = useQuery(profileQuery);
  if (person === undefined) return null;
  const seen = person?.contacts.filter(({ visibleTo }) => visibleTo !== 'MEMBER') ?? [];
  if (seen.length > 0)
    return <p>{t('answering.ownNumber', { number: seen.map(({ value }) => visible(value)).join(' · ') })}</p>;
  return (
    <p className="strong">
      {t('answering.noOwnNumber')} {person !== null && <a href="/account">{t('shell.account')}</a>}
    </p>
  );
};
