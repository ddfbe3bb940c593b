// Indicators over everything that one may read. What is searched for stays in this page: a value can be as restricted as
// the warning that names it. Whether those that are over are shown too is in the address.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import {
  type IndicatorFilter,
  IndicatorsDocument,
  type IndicatorsQuery,
} from '../../operations/graphql.generated.ts';
import { ExerciseField } from '../../ui/exercise-field.tsx';
import { FilterChoice } from '../../ui/filter-choice.tsx';
import { IndicatorTable } from '../../ui/indicator/indicator-table.tsx';
import { ExerciseBanner, Marking } from '../../ui/marks.tsx';
import { More } from '../../ui/more.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { Nothing, Unlisted, Waiting } from '../../ui/states.tsx';

const FIELDS = ['value', 'malware', 'technique', 'text'] as const;

export const IndicatorsView = (): JSX.Element => {
  const { t } = useTranslation();
  const { all, exercise } = useSearch({ from: '/indicators' });
  const navigate = useNavigate({ from: '/indicators' });
  const [words, setWords] = useState<IndicatorFilter>({});
  const filter: IndicatorFilter = {
    ...words,
    ...(all === undefined ? { isValid: true } : {}),
    ...(exercise === undefined ? {} : { exercise }),
  };
  const query = useInfiniteQuery({
    queryKey: ['indicators', filter],
    queryFn: ({ pageParam, signal }) => ask(IndicatorsDocument, { after: pageParam, filter }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ indicators }: IndicatorsQuery) =>
      indicators.pageInfo.hasNextPage ? indicators.pageInfo.endCursor : null,
  });
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const found = (data?.pages ?? []).flatMap(({ indicators }) => indicators.edges.map(({ node }) => node));
  const byWarning = Map.groupBy(found, ({ warning }) => warning.id);
  return (
    <div className="stack">
      {exercise !== undefined && <ExerciseBanner exercise={exercise} />}
      <div className="head">
        <h1>{t('view.indicators')}</h1>
        <ExerciseField
          exercise={exercise}
          look={(id) => void navigate({ search: { all, exercise: id }, replace: true })}
        />
      </div>
      <SearchForm search={setWords} />
      <FilterChoice
        label={t('indicators.onlyValid')}
        value={all === undefined}
        set={(isChosen) =>
          void navigate({ search: { all: isChosen ? undefined : 'yes', exercise }, replace: true })
        }
      />
      <Unlisted of={query} />
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && found.length === 0 && !hasNextPage && (
        <Nothing title={t('indicators.noneTitle')}>
          <p>{t('indicators.noneNext')}</p>
        </Nothing>
      )}
      {[...byWarning].map(([id, indicators]) => (
        <OfWarning key={id} id={id} indicators={indicators} />
      ))}
      <More hasMore={hasNextPage} isLoading={isFetchingNextPage} load={() => void fetchNextPage()} />
    </div>
  );
};

const NOTHING_KNOWN = { falsePositives: [], falsePositiveCount: 0 };

type Found = IndicatorsQuery['indicators']['edges'][number]['node'];

const OfWarning = ({ id, indicators }: { id: string; indicators: readonly Found[] }): JSX.Element => {
  const [first] = indicators;
  return (
    <section className="panel stack tight">
      <h2>
        <Link to="/warning/$id" params={{ id }}>
          <ProducerText text={first?.warning.headline ?? id} />
        </Link>{' '}
        <Marking tlp={first?.warning.marking ?? null} />
      </h2>
      <IndicatorTable
        indicators={indicators}
        warning={id}
        harmless={first?.warning.known ?? NOTHING_KNOWN}
        marking={first?.marking ?? null}
      />
    </section>
  );
};

const SearchForm = ({ search }: { search: (filter: IndicatorFilter) => void }): JSX.Element => {
  const { t } = useTranslation();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = FIELDS.flatMap((name) => {
      const text = String(form.get(name) ?? '').trim();
      return text === '' ? [] : [[name, text] as const];
    });
    search(Object.fromEntries(given));
  };
  return (
    <form className="panel row no-print" onSubmit={submit}>
      {FIELDS.map((name) => (
        <div className="field" key={name}>
          <label htmlFor={`indicator-${name}`}>{t(`indicators.by.${name}`)}</label>
          <input
            id={`indicator-${name}`}
            name={name}
            autoComplete="off"
            spellCheck={false}
            maxLength={2048}
          />
        </div>
      ))}
      <button type="submit" className="primary">
        {t('indicators.search')}
      </button>
    </form>
  );
};
