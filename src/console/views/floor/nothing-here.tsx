// What a list without rows says: that there is nothing yet, or that nothing matches, with what was asked for and the way out.
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { findWord } from '../../app/search-word.ts';
import { useSectorName } from '../../app/sector-names.ts';
import { Nothing } from '../../ui/states.tsx';
import { wordsFor } from '../../words/enum-words.ts';
import { inList } from '../../words/in-list.ts';

const CHOSEN = ['severity', 'urgency', 'sector', 'kind', 'country', 'exercise'] as const;

/** Shows everything again: no word, no filter. */
export const useClear = (): (() => void) => {
  const navigate = useNavigate();
  return () => {
    findWord('');
    void navigate({ to: '/', search: {} });
  };
};

export const NothingHere = ({ word }: { word: string }): JSX.Element => {
  const { t, i18n } = useTranslation();
  const search = useSearch({ from: '/' });
  const nameOf = useSectorName();
  const clear = useClear();
  const chosen = CHOSEN.flatMap((name) => {
    const value = search[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  if (word === '' && chosen.length === 0)
    return (
      <Nothing title={t('floor.emptyTitle')}>
        <p>{t('floor.emptyNext')}</p>
      </Nothing>
    );
  const said = (name: string, value: string): string =>
    inList(
      value
        .split(',')
        .map((each) => (name === 'sector' ? nameOf(each) : (wordsFor(i18n, [name], each) ?? each))),
    );
  return (
    <Nothing title={t('floor.noneTitle')}>
      <dl className="facts">
        {word !== '' && (
          <>
            <dt>{t('floor.searched')}</dt>
            <dd>
              <bdi>{word}</bdi>
            </dd>
          </>
        )}
        {chosen.flatMap(([name, value]) => [
          <dt key={name}>{t(`floor.${name}`)}</dt>,
          <dd key={`${name} is`}>
            <bdi>{said(name, value)}</bdi>
          </dd>,
        ])}
      </dl>
      <div>
        <button type="button" onClick={clear}>
          {t('floor.showAll')}
        </button>
      </div>
    </Nothing>
  );
};
