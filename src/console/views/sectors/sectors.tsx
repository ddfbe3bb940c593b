// The hub's sectors, how States define theirs, and what falls when one falls.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type JSX, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { useSignedIn } from '../../app/me.ts';
import { SectorSchemeDocument, type SectorSchemeQuery } from '../../operations/graphql.generated.ts';
import { ProducerText } from '../../ui/producer-text.tsx';
import { Failure, Waiting } from '../../ui/states.tsx';
import { spoken } from '../../words/words.ts';
import { DependencyGraph } from './dependency-graph.tsx';
import { gradeOf, type Hit, whatIf } from './what-if.ts';
import './sectors.css';

type Directory = SectorSchemeQuery['sectors'];

/** Positions of the slider, in hours: until when the effect counts. */
export const HORIZONS = [1, 4, 12, 24, 72, 168] as const;

export const Sectors = (): JSX.Element => {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['sector-scheme'],
    queryFn: async ({ signal }) => (await ask(SectorSchemeDocument, {}, { signal })).sectors,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return (
    <div className="stack">
      <h1>{t('view.sectors')}</h1>
      <WhatIf directory={data} />
      <Scheme directory={data} />
      <Definitions directory={data} />
    </div>
  );
};

const WhatIf = ({ directory }: { directory: Directory }): JSX.Element => {
  const { t } = useTranslation();
  const { fallen = 'energy/electricity', hours } = useSearch({ from: '/sectors' });
  const navigate = useNavigate({ from: '/sectors' });
  const horizon = HORIZONS.find((each) => String(each) === hours) ?? 72;
  const names = useMemo(() => new Map(directory.scheme.map(({ id, name }) => [id, name])), [directory]);
  const hits = whatIf(fallen, directory.dependencies, horizon);
  const format = new Intl.NumberFormat(spoken(), { style: 'unit', unit: 'hour', unitDisplay: 'long' });
  return (
    <section className="panel stack tight" aria-labelledby="what-if">
      <h2 id="what-if">{t('sectors.whatIf')}</h2>
      <div className="row">
        <select
          aria-label={t('sectors.fallen')}
          value={fallen}
          onChange={({ target }) =>
            void navigate({ search: (before) => ({ ...before, fallen: target.value }), replace: true })
          }
        >
          {directory.scheme.map(({ id, name, parent }) => (
            <option key={id} value={id}>
              {parent === null ? name : `– ${name}`}
            </option>
          ))}
        </select>
        <label className="choice">
          {t('sectors.within')}
          <input
            type="range"
            min={0}
            max={HORIZONS.length - 1}
            value={HORIZONS.indexOf(horizon)}
            aria-valuetext={format.format(horizon)}
            onChange={({ target }) =>
              void navigate({
                search: (before) => ({ ...before, hours: String(HORIZONS[Number(target.value)] ?? 72) }),
                replace: true,
              })
            }
          />
          <output>{format.format(horizon)}</output>
        </label>
      </div>
      <DependencyGraph fallen={fallen} hits={hits} nameOf={(id) => names.get(id) ?? id} />
      <Hits hits={hits} nameOf={(id) => names.get(id) ?? id} />
      <p className="small quiet">{t('sectors.matrixNote')}</p>
    </section>
  );
};

const Hits = ({ hits, nameOf }: { hits: readonly Hit[]; nameOf: (id: string) => string }): JSX.Element => {
  const { t } = useTranslation();
  const { sectors: own } = useSignedIn();
  const hours = new Intl.NumberFormat(spoken(), { style: 'unit', unit: 'hour', unitDisplay: 'short' });
  const percent = new Intl.NumberFormat(spoken(), { style: 'percent' });
  if (hits.length === 0) return <p>{t('sectors.nothingFalls')}</p>;
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('floor.sector')}</th>
            <th scope="col">{t('sectors.loses')}</th>
            <th scope="col">{t('sectors.felt')}</th>
            <th scope="col">{t('sectors.path')}</th>
          </tr>
        </thead>
        <tbody>
          {hits.map(({ sector, strength, hours: after, path }) => (
            <tr key={sector}>
              <th scope="row">
                {nameOf(sector)} {own.includes(sector) && <span className="tag">{t('why.you')}</span>}
              </th>
              <td>
                {percent.format(strength)} · {t(`dependencyGrade.${gradeOf(strength)}`)}
              </td>
              <td>{hours.format(after)}</td>
              <td>{path.map(nameOf).join(' → ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Scheme = ({ directory: { scheme } }: { directory: Directory }): JSX.Element => {
  const { t } = useTranslation();
  const tops = scheme.filter(({ parent }) => parent === null);
  return (
    <section className="panel stack tight" aria-labelledby="scheme">
      <h2 id="scheme">{t('sectors.scheme')}</h2>
      <ul className="scheme">
        {tops.map(({ id, name }) => (
          <li key={id}>
            <span className="strong">{name}</span> <code>{id}</code>
            <ul>
              {scheme
                .filter(({ parent }) => parent === id)
                .map((part) => (
                  <li key={part.id}>
                    {part.name} <code>{part.id}</code>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Definitions = ({ directory }: { directory: Directory }): JSX.Element => {
  const { t } = useTranslation();
  const { territory } = useSearch({ from: '/sectors' });
  const navigate = useNavigate({ from: '/sectors' });
  const shown = directory.definitions.find(({ id }) => id === territory) ?? directory.definitions[0];
  return (
    <section className="panel stack tight" aria-labelledby="national">
      <div className="row apart">
        <h2 id="national">{t('sectors.national')}</h2>
        <select
          aria-label={t('sectors.national')}
          value={shown?.id ?? ''}
          onChange={({ target }) =>
            void navigate({ search: (before) => ({ ...before, territory: target.value }), replace: true })
          }
        >
          {directory.definitions.map((each) => (
            <option key={each.id} value={each.id}>
              {each.territory} – {each.id}
            </option>
          ))}
        </select>
      </div>
      {shown !== undefined && (
        <>
          <p className="quiet" dir="auto">
            {shown.instrument}
          </p>
          <DefinedTable sectors={shown.sectors} />
        </>
      )}
    </section>
  );
};

type Defined = Directory['definitions'][number]['sectors'];

const DefinedTable = ({ sectors }: { sectors: Defined }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('sectors.asDefined')}</th>
            <th scope="col">{t('sectors.parts')}</th>
            <th scope="col">{t('sectors.inHub')}</th>
          </tr>
        </thead>
        <tbody>
          {sectors.map(({ code, name, subsectors, mappings }) => (
            <tr key={code}>
              <th scope="row">
                <ProducerText text={name} />
              </th>
              <td>
                <ProducerText text={subsectors.join('; ')} />
              </td>
              <td>
                {mappings.length === 0
                  ? t('sectors.unmapped')
                  : mappings
                      .map(({ sector, predicate }) => `${t(`match.${predicate}`)} ${sector}`)
                      .join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
