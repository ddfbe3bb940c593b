// The audit trail: who did what, when, and by which way in. The address holds the filters; files hold what they find.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwn } from '../../../ui/act/use-own.ts';
import { csv, download } from '../../../ui/download.ts';
import { Failure, Nothing, Unlisted, Waiting } from '../../../ui/states.tsx';
import { spoken } from '../../../words/words.ts';
import { allLines, auditQuery, type Line } from './audit-query.ts';
import { AuditTable } from './audit-table.tsx';
import { Filters } from './filters.tsx';
import '../partnership.css';
import { More } from '../../../ui/more.tsx';

export const Audit = (): JSX.Element => {
  const { t } = useTranslation();
  const search = useSearch({ from: '/audit' });
  const query = useInfiniteQuery(auditQuery(search));
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const lines = data?.pages.flatMap(({ edges }) => edges.map(({ node }) => node));
  return (
    <div className="stack">
      <div className="head">
        <h1>{t('view.audit')}</h1>
        <Downloads />
      </div>
      <p className="quiet">{t('audit.what')}</p>
      <Filters />
      <Unlisted of={query} />
      {lines === undefined && error === null && <Waiting />}
      {lines?.length === 0 && (
        <Nothing title={t('audit.none')}>
          <p>{t('audit.noneNext')}</p>
        </Nothing>
      )}
      {lines !== undefined && lines.length > 0 && <AuditTable lines={lines} />}
      <More hasMore={hasNextPage} isLoading={isFetchingNextPage} load={() => void fetchNextPage()} />
    </div>
  );
};

const Downloads = (): JSX.Element => {
  const { t } = useTranslation();
  const search = useSearch({ from: '/audit' });
  const { press, data, error, isPending } = useOwn({
    act: (_: 'csv' | 'json') => allLines(search),
    onDone: ({ lines, isCut }, kind) => {
      // A file that goes on elsewhere says so in its name, wherever it is taken.
      download(
        isCut ? `audit-trail-newest-${lines.length}` : 'audit-trail',
        kind,
        kind === 'csv' ? tableOf(lines) : JSON.stringify(lines, null, 2),
      );
    },
  });
  return (
    <div className="row no-print">
      {(['csv', 'json'] as const).map((kind) => (
        <button key={kind} type="button" className="small" disabled={isPending} onClick={() => press(kind)}>
          {kind.toUpperCase()}
        </button>
      ))}
      <span className="small quiet" role="status">
        {isPending ? t('state.loading') : ''}
        {!isPending && data?.isCut === true && (
          <strong className="caution">
            {t('audit.cut', { number: new Intl.NumberFormat(spoken()).format(data.lines.length) })}
          </strong>
        )}
      </span>
      {error !== null && <Failure error={error} />}
    </div>
  );
};

const HEAD = [
  'id',
  'at',
  'event',
  'by_member',
  'by_person',
  'by_key',
  'way',
  'network',
  'members',
  'person',
  'warning',
  'subject',
  'facts',
];

const tableOf = (lines: readonly Line[]): string =>
  csv([
    HEAD,
    ...lines.map((line) => [
      line.id,
      line.at,
      line.event,
      line.byMember?.slug ?? '',
      line.byPerson ?? '',
      line.byKey ?? '',
      line.way ?? '',
      line.range ?? '',
      line.members.map(({ slug }) => slug).join(' '),
      line.person ?? '',
      line.warning ?? '',
      line.subject ?? '',
      JSON.stringify(line.facts),
    ]),
  ]);
