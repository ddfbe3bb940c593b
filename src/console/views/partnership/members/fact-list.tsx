// The facts of a member, as the hub and its administrators keep them.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useSectorName } from '../../../app/sector-names.ts';
import { Instant } from '../../../ui/instant.tsx';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { inList } from '../../../words/in-list.ts';
import type { Facts } from './members-query.ts';

export const FactList = ({ facts }: { facts: Facts }): JSX.Element => {
  const { t } = useTranslation();
  const nameOf = useSectorName();
  const rows: readonly (readonly [label: string, value: string | null])[] = [
    [t('members.latinName'), facts.latinName],
    [t('members.countries'), inList(facts.countries)],
    [t('members.sectors'), inList(facts.sectors.map(nameOf))],
    [t('members.identifiers'), inList(facts.identifiers.map(({ type, value }) => `${type} ${value}`))],
    [t('members.website'), facts.website],
    [t('people.languages'), inList(facts.languages)],
    [t('people.timeZone'), facts.timeZone],
    [t('members.mayPublish'), facts.mayPublish ? t('members.yes') : t('members.no')],
  ];
  return (
    <section className="panel stack tight" aria-labelledby="facts">
      <h2 id="facts">{t('members.facts')}</h2>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label} className="fact">
            <dt>{label}</dt>
            <dd>{value === null || value === '' ? t('people.notGiven') : <ProducerText text={value} />}</dd>
          </div>
        ))}
        <div className="fact">
          <dt>{t('members.joined')}</dt>
          <dd>{facts.joinedAt === null ? t('members.sinceStart') : <Instant at={facts.joinedAt} />}</dd>
        </div>
        {facts.attestedAt !== null && (
          <div className="fact">
            <dt>{t('members.attested')}</dt>
            <dd>
              <Instant at={facts.attestedAt} />
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
};
