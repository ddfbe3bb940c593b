// For whoever connects a program: the contract, the explorer, examples with this hub's address, and events as they come.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live/live.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ExerciseField } from '../../ui/exercise-field.tsx';
import { Instant } from '../../ui/instant.tsx';
import { ExerciseBanner, Marking } from '../../ui/marks.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { Unread } from '../../ui/states.tsx';
import { hubFactsQuery } from '../hub/facts-query.ts';
import { EXAMPLES, type Example, exampleOf } from './examples.ts';
import { SchemaButton, SchemaReference } from './schema.tsx';

export const Developers = (): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <h1>{t('view.developers')}</h1>
      <Contract />
      <SchemaReference />
      <Examples />
      <Events />
    </div>
  );
};

const Contract = (): JSX.Element => {
  const { t } = useTranslation();
  const query = useQuery(hubFactsQuery);
  return (
    <section className="panel stack tight" aria-labelledby="contract">
      <h2 id="contract">{t('developers.contract')}</h2>
      <dl className="facts">
        <dt>{t('developers.endpoint')}</dt>
        <dd>
          <code>{location.origin}/graphql</code> <CopyButton text={() => `${location.origin}/graphql`} />
        </dd>
        <dt>{t('developers.version')}</dt>
        <dd>
          {query.data === undefined ? (
            <Unread of={[query]} />
          ) : (
            <>
              {query.data.contract.version}{' '}
              <small className="quiet mono">{query.data.contract.sha256.slice(0, 16)}</small>
            </>
          )}
        </dd>
        <dt>{t('developers.schema')}</dt>
        <dd>
          <code>GET {location.origin}/schema.graphql</code> <SchemaButton />
        </dd>
      </dl>
      <p className="row">
        <a className="button" href="/graphiql" target="_blank" rel="noreferrer">
          {t('developers.explore')}
        </a>
        <Link className="button" to="/keys">
          {t('view.keys')}
        </Link>
        <Link className="button" to="/channels">
          {t('developers.webhooks')}
        </Link>
      </p>
      <p className="small quiet">{t('developers.exploreNote')}</p>
    </section>
  );
};

const Examples = (): JSX.Element => {
  const { t } = useTranslation();
  const [example, setExample] = useState<Example>('curl');
  const text = exampleOf(example, location.origin);
  return (
    <section className="panel stack tight" aria-labelledby="examples">
      <div className="row apart">
        <h2 id="examples">{t('developers.examples')}</h2>
        <div className="row" role="group" aria-labelledby="examples">
          {EXAMPLES.map((each) => (
            <button
              key={each}
              type="button"
              className="small"
              aria-pressed={each === example}
              onClick={() => setExample(each)}
            >
              {each}
            </button>
          ))}
          <CopyButton text={() => text} />
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that */}
      <pre tabIndex={0} dir="ltr">
        {text}
      </pre>
    </section>
  );
};

const Events = (): JSX.Element => {
  const { t } = useTranslation();
  // What a stream says again after it was lost came once.
  const arrivals = useLive().arrivals.filter(({ isOverlap }) => !isOverlap);
  const { exercise } = useSearch({ from: '/developers' });
  const navigate = useNavigate({ from: '/developers' });
  return (
    <section className="panel stack tight" aria-labelledby="events">
      <h2 id="events">
        {t('developers.events')} <span className="count number">{arrivals.length}</span>
      </h2>
      <p className="small quiet">{t('developers.eventsNote')}</p>
      <ExerciseField
        exercise={exercise}
        look={(id) => void navigate({ search: { exercise: id }, replace: true })}
      />
      {exercise !== undefined && <ExerciseBanner exercise={exercise} />}
      <ol className="plain" id="event-list">
        {/* What comes stands at the end: nothing moves that somebody reads. */}
        {arrivals.toReversed().map(({ cursor, occasion, node }) => (
          <li key={`${cursor} ${occasion}`}>
            <details>
              <summary>
                <Instant at={node.updatedAt} /> <code className="tag">{node.messageType}</code>{' '}
                <Marking tlp={node.marking} /> <ProducerText text={node.headline} />
              </summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that */}
              <pre tabIndex={0} dir="ltr">
                {JSON.stringify({ data: { warningReceived: { cursor, occasion, node } } }, null, 2)}
              </pre>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
};
