// Who else reported it, and how far it is corroborated.
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../ui/instant.tsx';
import { Marking } from '../../ui/marks.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import type { Item } from './warning-query.ts';

export const Related = ({ item }: { item: Item }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <section className="panel stack tight" aria-labelledby="related">
      <h2 id="related">{t('related.title')}</h2>
      <p>{t('related.corroboration', { count: item.corroboration })}</p>
      {item.sources.length > 1 && (
        <ul>
          {item.sources.map(({ warning, publisher, marking, publishedAt }) => (
            <li key={warning}>
              <Link to="/warning/$id" params={{ id: warning }}>
                <ProducerText text={publisher.name} />
              </Link>{' '}
              <Marking tlp={marking} /> <Instant at={publishedAt} />
            </li>
          ))}
        </ul>
      )}
      {item.related.map(({ warning, kind, reasons }) => (
        <div key={warning.id}>
          <p>
            <Link to="/warning/$id" params={{ id: warning.id }}>
              <ProducerText text={warning.headline} />
            </Link>
          </p>
          <p className="small quiet">
            <bdi>{warning.publisher.name}</bdi> · {t(`related.${kind}`)}
          </p>
          <p className="small quiet">
            <ProducerText text={reasons.join(' ')} />
          </p>
        </div>
      ))}
    </section>
  );
};
