// In place of the wall, where the key in its address is none for it: what is wrong, and who makes another.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useWindowTitle } from '../frame/arriving.ts';
import type { Refused } from './given-key.ts';
import '../../views/sign-in/sign-in.css';

export const WallRefused = ({ why }: { why: Refused }): JSX.Element => {
  const { t } = useTranslation();
  useWindowTitle(t('wall.refused'));
  return (
    <main className="sign-in stack">
      <h1>{t('wall.refused')}</h1>
      <div className="notice bad stack tight" role="alert">
        <p className="strong">{t(`wall.why.${why}`)}</p>
        <p>{t('wall.next')}</p>
      </div>
    </main>
  );
};
