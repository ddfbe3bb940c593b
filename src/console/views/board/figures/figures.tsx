// The figures of one row of what this member published: how many have answered, who needs help, and what is overdue.
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../ui/instant.tsx';
import { spoken } from '../../../words/words.ts';
import type { OwnRow } from '../own-query.ts';
import { figuresOf, figuresQuery, isGoingOn } from './figures-query.ts';

export const FigureHeads = (): JSX.Element => {
  const { t } = useTranslation();
  return (
    <>
      <th scope="col">{t('boardFigures.answered')}</th>
      <th scope="col">{t('answer.NEED_HELP')}</th>
      <th scope="col">{t('item.overdue')}</th>
    </>
  );
};

/** What is not read, or not one's own, is a dash. */
export const FigureCells = ({ item }: { item: OwnRow }): JSX.Element => {
  const { t } = useTranslation();
  const now = useNow();
  const { data } = useQuery({ ...figuresQuery(item.id), enabled: isGoingOn(item, now) });
  const format = new Intl.NumberFormat(spoken());
  if (data == null || data.nodes.length === 0)
    return (
      <>
        <td className="number">–</td>
        <td className="number">–</td>
        <td className="number">–</td>
      </>
    );
  const { answered, recipients, needHelp, overdue, hasMore } = figuresOf(data.nodes, data.hasMore, now);
  const all = `${format.format(recipients)}${hasMore ? '+' : ''}`;
  return (
    <>
      <td className="number figure">{t('boardFigures.of', { number: format.format(answered), all })}</td>
      <td className={needHelp > 0 ? 'number figure bad' : 'number figure'}>{format.format(needHelp)}</td>
      <td className={overdue > 0 ? 'number figure bad' : 'number figure'}>{format.format(overdue)}</td>
    </>
  );
};
