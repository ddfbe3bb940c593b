// What this version changes: in sentences for everybody, and against the version that the reader's organisation had.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { HubText, ProducerText } from '../../ui/producer-text.tsx';
import type { Item } from './warning-query.ts';

export const Changes = ({ item }: { item: Item }): JSX.Element | null => {
  const { t } = useTranslation();
  if (item.changes.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="changes">
      <h2 id="changes">{t('warning.changes', { number: item.version })}</h2>
      <ul>
        {item.changes.map((each) => (
          <li key={each}>
            <HubText text={each} />
          </li>
        ))}
      </ul>
      {item.heldBefore !== null && <Held held={item.heldBefore} lang={item.language} />}
    </section>
  );
};

type Before = NonNullable<Item['heldBefore']>;

const Held = ({ held, lang }: { held: Before; lang: string }): JSX.Element | null => {
  const { t } = useTranslation();
  const { headline, summary, actionsGone, indicators } = held;
  const isSame =
    headline === null &&
    summary === null &&
    actionsGone.length + indicators.gone.length + indicators.added.length === 0;
  if (isSame) return null;
  return (
    <details>
      <summary>{t('held.title', { number: held.version })}</summary>
      <dl className="facts">
        <Texts title={t('held.headline')} texts={headline === null ? [] : [headline]} lang={lang} />
        <Texts title={t('held.summary')} texts={summary === null ? [] : [summary]} lang={lang} />
        <Texts title={t('held.actionsGone')} texts={actionsGone} lang={lang} />
        <Texts title={t('held.indicatorsGone')} texts={indicators.gone} />
        <Texts title={t('held.indicatorsNew')} texts={indicators.added} />
      </dl>
      {indicators.hasMore && <p className="quiet">{t('held.more')}</p>}
    </details>
  );
};

type TextsProps = { readonly title: string; readonly texts: readonly string[]; readonly lang?: string };

const Texts = ({ title, texts, lang }: TextsProps): JSX.Element | null =>
  texts.length === 0 ? null : (
    <>
      <dt>{title}</dt>
      {texts.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two texts may be the same
        <dd key={at}>
          <ProducerText text={text} {...(lang === undefined ? {} : { lang })} />
        </dd>
      ))}
    </>
  );
