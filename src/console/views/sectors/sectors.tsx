// The hub's sectors, how States define theirs, and what falls when one falls.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { useSectorName } from '../../app/sector-names.ts';
import { SectorSchemeDocument, type SectorSchemeQuery } from '../../operations/graphql.generated.ts';
import { ProducerText } from '../../ui/producer-text.tsx';
import { Unread } from '../../ui/states.tsx';
import { WhatIf } from './what-if-panel.tsx';
import './sectors.css';

type Directory = SectorSchemeQuery['sectors'];

export const Sectors = (): JSX.Element => {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['sector-scheme'],
    queryFn: async ({ signal }) => (await ask(SectorSchemeDocument, {}, { signal })).sectors,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data } = query;
  if (data === undefined) return <Unread of={[query]} />;
  return (
    <div className="stack">
      <h1>{t('view.sectors')}</h1>
      <WhatIf directory={data} />
      <Scheme directory={data} />
      <Definitions directory={data} />
    </div>
  );
};

const Scheme = ({ directory: { scheme } }: { directory: Directory }): JSX.Element => {
  const { t } = useTranslation();
  const nameOf = useSectorName();
  const tops = scheme.filter(({ parent }) => parent === null);
  return (
    <section className="panel stack tight" aria-labelledby="scheme">
      <h2 id="scheme">{t('sectors.scheme')}</h2>
      <ul className="scheme">
        {tops.map(({ id }) => (
          <li key={id}>
            <span className="strong">{nameOf(id)}</span> <code>{id}</code>
            <ul>
              {scheme
                .filter(({ parent }) => parent === id)
                .map((part) => (
                  <li key={part.id}>
                    {nameOf(part.id)} <code>{part.id}</code>
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
  const nameOf = useSectorName();
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
                      .map(({ sector, predicate }) => `${t(`match.${predicate}`)} ${nameOf(sector)}`)
                      .join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
