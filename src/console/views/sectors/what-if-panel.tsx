// What falls when a sector falls, by the public matrix; and what one loses oneself when a member falls that one depends on, by what
// one's own organisation declared.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../app/me.ts';
import { useSectorName } from '../../app/sector-names.ts';
import type { SectorSchemeQuery } from '../../operations/graphql.generated.ts';
import { lastingHours } from '../../ui/instant.tsx';
import { onward, spoken } from '../../words/words.ts';
import { factsQuery, membersQuery } from '../partnership/members/members-query.ts';
import { DependencyGraph } from './dependency-graph.tsx';
import { asFallen, type Edge, gradeOf, type Hit, ifProviderFalls, providerOf, whatIf } from './what-if.ts';

type Directory = SectorSchemeQuery['sectors'];

/** Positions of the slider, in hours: until when the effect counts. */
const HORIZONS = [1, 4, 12, 24, 72, 168] as const;

/** What one's own organisation declared, and how its providers are called. */
const useOwnEdges = (): { readonly edges: readonly Edge[]; readonly nameOf: (slug: string) => string } => {
  const { member } = useSignedIn();
  const { data: facts } = useQuery(factsQuery(member.slug));
  const { data: members } = useQuery(membersQuery);
  const names = new Map(members?.map(({ slug, name }) => [slug, name]));
  return { edges: facts?.dependencies ?? [], nameOf: (slug) => names.get(slug) ?? slug };
};

export const WhatIf = ({ directory }: { directory: Directory }): JSX.Element => {
  const { t } = useTranslation();
  const { fallen = 'energy/electricity', hours } = useSearch({ from: '/sectors' });
  const horizon = HORIZONS.find((each) => String(each) === hours) ?? 72;
  const sectorName = useSectorName();
  const own = useOwnEdges();
  const provider = providerOf(fallen);
  const hits =
    provider === null
      ? whatIf(fallen, directory.dependencies, horizon)
      : ifProviderFalls(provider, own.edges, horizon);
  const nameOf = (id: string): string => {
    const slug = providerOf(id);
    if (slug !== null) return own.nameOf(slug);
    return provider === null ? sectorName(id) : `${t('why.you')}: ${id}`;
  };
  return (
    <section className="panel stack tight" aria-labelledby="what-if">
      <h2 id="what-if">{t('sectors.whatIf')}</h2>
      <div className="row">
        <Fallen directory={directory} fallen={fallen} own={own} />
        <Horizon horizon={horizon} />
      </div>
      <DependencyGraph fallen={fallen} hits={hits} nameOf={nameOf} />
      <Hits hits={hits} nameOf={nameOf} />
      <p className="small quiet">{provider === null ? t('sectors.matrixNote') : t('sectors.ownNote')}</p>
    </section>
  );
};

type FallenProps = {
  readonly directory: Directory;
  readonly fallen: string;
  readonly own: ReturnType<typeof useOwnEdges>;
};

const Fallen = ({ directory, fallen, own: { edges, nameOf } }: FallenProps): JSX.Element => {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/sectors' });
  const sectorName = useSectorName();
  const providers = [...new Set(edges.map(({ provider }) => provider))];
  return (
    <select
      aria-label={t('sectors.fallen')}
      value={fallen}
      onChange={({ target }) =>
        void navigate({ search: (before) => ({ ...before, fallen: target.value }), replace: true })
      }
    >
      {directory.scheme.map(({ id, parent }) => (
        <option key={id} value={id}>
          {parent === null ? sectorName(id) : `– ${sectorName(id)}`}
        </option>
      ))}
      {providers.length > 0 && (
        <optgroup label={t('sectors.providers')}>
          {providers.map((slug) => (
            <option key={slug} value={asFallen(slug)}>
              {nameOf(slug)}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
};

const Horizon = ({ horizon }: { horizon: (typeof HORIZONS)[number] }): JSX.Element => {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/sectors' });
  const format = new Intl.NumberFormat(spoken(), { style: 'unit', unit: 'hour', unitDisplay: 'long' });
  return (
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
  );
};

const Hits = ({ hits, nameOf }: { hits: readonly Hit[]; nameOf: (id: string) => string }): JSX.Element => {
  const { t } = useTranslation();
  const { sectors: own } = useSignedIn();
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
              <td>{after === null ? '–' : lastingHours(after)}</td>
              <td>{path.map(nameOf).join(` ${onward()} `)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
