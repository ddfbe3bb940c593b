// Why this member has it, what may be done with it, and who to call.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useSectorName } from '../../app/sector-names.ts';
import { HandlingWords } from '../../ui/handling/handling-words.tsx';
import { lastingHours } from '../../ui/instant.tsx';
import { besidesHeld } from '../../ui/language/recall-words.ts';
import { Marking } from '../../ui/marks.tsx';
import { useMarkingWords } from '../../ui/print/marking-words.ts';
import { ProducerText } from '../../ui/producer-text.tsx';
import { Reach } from '../../ui/reach/reach.tsx';
import { MetWords } from '../../ui/reason/met-words.tsx';
import type { Item } from './warning-query.ts';

export const Why = ({ item: { whyMe, recall } }: { item: Item }): JSX.Element => {
  const { t } = useTranslation();
  const nameOf = useSectorName();
  // The drawing says the same as the sentence of the hub, which names sectors by their ids.
  const isDrawn = (whyMe.path?.length ?? 0) > 1;
  const rule = whyMe.kind === 'HELD' ? besidesHeld(whyMe.rule) : whyMe.rule;
  return (
    <section className="panel stack tight" aria-labelledby="why">
      <h2 id="why">{t('why.title')}</h2>
      <p className="strong">
        {whyMe.kind === 'HELD' && recall?.isNarrowed === true
          ? t('warning.taken.headline.NARROWED')
          : t(`reason.${whyMe.kind}`)}
      </p>
      {!isDrawn && rule !== '' && (
        <p className="quiet" dir="auto">
          <MetWords rule={rule} />
        </p>
      )}
      {isDrawn && (
        <ol className="path" aria-label={t('why.path')}>
          {(whyMe.path ?? []).map((step) => (
            <li key={step}>
              <ProducerText text={nameOf(step)} />
            </li>
          ))}
          <li className="you">{t('why.you')}</li>
        </ol>
      )}
      {whyMe.hoursToEffect !== null && (
        <p>
          {t('why.felt')} {lastingHours(whyMe.hoursToEffect)}
        </p>
      )}
    </section>
  );
};

export const Marked = ({ item }: { item: Item }): JSX.Element => {
  const { t } = useTranslation();
  const words = useMarkingWords(item);
  return (
    <section className="panel stack tight" aria-labelledby="marked">
      <h2 id="marked">{t('marked.title')}</h2>
      <p>
        <Marking tlp={item.marking} />{' '}
        <span>{item.marking === null ? words : t(`marked.forbids.${item.marking}`)}</span>
      </p>
      {item.handling !== null && <HandlingWords said={item.handling} />}
      {item.statements.map((statement) => (
        <p key={statement} className="small quiet">
          <ProducerText text={statement} />
        </p>
      ))}
    </section>
  );
};

export const Contacts = ({ item: { contacts } }: { item: Item }): JSX.Element | null => {
  const { t } = useTranslation();
  if (contacts.length === 0) return null;
  return (
    <section className="panel stack tight" aria-labelledby="call">
      <h2 id="call">{t('contacts.title')}</h2>
      {contacts.map((each) => (
        <Reach key={`${each.name} ${each.number}`} {...each} />
      ))}
    </section>
  );
};
