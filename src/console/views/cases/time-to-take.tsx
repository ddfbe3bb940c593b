// The clock of a request for help: it runs until somebody takes it.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFactsFragment } from '../../operations/graphql.generated.ts';
import { lasting, useNow, utc } from '../../ui/instant.tsx';
import { isOver } from './cases-query.ts';

export const TimeToTake = ({ of }: { readonly of: CaseFactsFragment }): JSX.Element => {
  const { t } = useTranslation();
  const now = useNow();
  const due = new Date(of.dueAt);
  const time = lasting(Math.abs(due.getTime() - now));
  const isLate = isOver(of, now);
  return (
    <span className={isLate ? 'due over' : 'due'} title={utc(due)}>
      {isLate ? t('floor.overdueBy', { time }) : t('floor.takeWithin', { time })}
    </span>
  );
};
