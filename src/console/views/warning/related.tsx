// Who else reported it, how far it is corroborated, and the way to take back what was ruled to be one.
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { UndoPairDocument } from '../../operations/graphql.generated.ts';
import { Instant } from '../../ui/instant.tsx';
import { Marking } from '../../ui/marks.tsx';
import { HubText, ProducerText } from '../../ui/producer-text.tsx';
import { UndoButton } from '../duplicates/undo-button.tsx';
import type { Item } from './warning-query.ts';

export const Related = ({ item }: { item: Item }): JSX.Element => {
  const { t } = useTranslation();
  // A pair of sources that is joined is among the related too, or stands here alone.
  const related = new Set(item.related.map(({ pair }) => pair));
  return (
    <section className="panel stack tight" aria-labelledby="related">
      <h2 id="related">{t('related.title')}</h2>
      <p>
        {item.corroboration > 1
          ? t('related.corroboration', { count: item.corroboration })
          : t('related.alone')}
      </p>
      {item.sources.length > 1 && (
        <ul>
          {item.sources.map(({ warning, publisher, marking, publishedAt, pair }) => (
            <li key={warning}>
              <Link to="/warning/$id" params={{ id: warning }}>
                <ProducerText text={publisher.name} />
              </Link>{' '}
              <Marking tlp={marking} /> <Instant at={publishedAt} />
              {pair !== null && !related.has(pair) && <Undo pair={pair} isAccepted={false} />}
            </li>
          ))}
        </ul>
      )}
      {item.related.map(({ warning, kind, reasons, pair }) => (
        <div key={warning.id}>
          <p>
            <Link to="/warning/$id" params={{ id: warning.id }}>
              <ProducerText text={warning.headline} />
            </Link>{' '}
            <Marking tlp={warning.marking} />
          </p>
          <p className="small quiet">
            <bdi>{warning.publisher.name}</bdi> · {t(`related.${kind}`)}
          </p>
          <p className="small quiet">
            <HubText text={reasons.join(' ')} />
          </p>
          <Undo pair={pair} isAccepted={kind === 'DUPLICATE'} />
        </div>
      ))}
    </section>
  );
};

type UndoProps = {
  readonly pair: string;
  /** By a reviewer: it is then proposed again. What a rule joined it would join again, so that is found distinct. */
  readonly isAccepted: boolean;
};

const Undo = ({ pair: id, isAccepted }: UndoProps): JSX.Element => (
  <UndoButton
    undo={async (options) =>
      (await ask(UndoPairDocument, { input: isAccepted ? { id, reopen: true } : { id } }, options)).result
    }
  />
);
