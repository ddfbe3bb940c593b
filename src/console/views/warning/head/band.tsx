// How bad it is, across the top of the page: in words, in a colour and in a pattern, with the time that is left.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { lasting, useNow, utc } from '../../../ui/instant.tsx';
import { GradeWords } from '../../../ui/marks.tsx';
import { dueIn, isUnanswered } from '../../../ui/row/needs.ts';
import type { Item } from '../warning-query.ts';

/** Of what is in force alone: what is over is not so bad any more. */
export const hasBand = (item: Item): boolean =>
  item.kind === 'WARNING' && item.state === 'ACTIVE' && item.recall === null;

export const Band = ({ item }: { item: Item }): JSX.Element | null => {
  const { t } = useTranslation();
  if (!hasBand(item)) return null;
  return (
    <div className="band" data-grade={item.severity}>
      <p>
        <span className="band-worst">
          <GradeWords severity={item.severity} />
        </span>{' '}
        · <span className="band-worst">{t(`urgency.${item.effectiveUrgency}`)}</span> ·{' '}
        {t(`certainty.${item.effectiveCertainty}`)}
        <Left item={item} />
      </p>
    </div>
  );
};

const Left = ({ item }: { item: Item }): JSX.Element | null => {
  const { t } = useTranslation();
  const now = useNow();
  const due = dueIn(item);
  if (due === null) return null;
  const left = due.getTime() - now;
  const time = lasting(Math.abs(left));
  const isAnswer =
    isUnanswered(item) && item.answerBy !== null && Date.parse(item.answerBy) === due.getTime();
  const ahead = isAnswer ? t('warning.answerDue', { time }) : t('warning.due', { time });
  return (
    <>
      {' '}
      · <span title={utc(due)}>{left < 0 ? t('floor.overdueBy', { time }) : ahead}</span>
    </>
  );
};
