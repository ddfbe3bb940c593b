// One warning or practice in a list: how bad, what, from whom, by when, and what this member answered.
import { Link } from '@tanstack/react-router';
import { type JSX, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSectorName } from '../app/sector-names.ts';
import type { RowFragment } from '../operations/graphql.generated.ts';
import { dueOf, isUnanswered } from '../views/floor/needs.ts';
import { spoken } from '../words/words.ts';
import { Instant, relative, utc } from './instant.tsx';
import { Grade, Marking } from './marks.tsx';
import { ProducerText } from './producer-text.tsx';
import './item-row.css';

/** The headline in the language of the console, if its publisher gave one. */
export const headlineOf = ({
  headline,
  language,
  translations,
}: RowFragment): { text: string; lang: string } => {
  const base = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
  const wanted = base(spoken());
  if (base(language) === wanted) return { text: headline, lang: language };
  const found = translations.find((each) => base(each.language) === wanted);
  return found === undefined
    ? { text: headline, lang: language }
    : { text: found.headline, lang: found.language };
};

type Props = {
  readonly item: RowFragment;
  readonly now: number;
  readonly isCurrent?: boolean;
  /** In a list of which not all rows exist: its place, from 1, and how many there are, -1 where nobody knows. */
  readonly at?: number;
  readonly of?: number;
};

/** Shown again only when something of it changes: a list that scrolls shows its rows with each step. */
export const ItemRow = memo(({ item, now, isCurrent = false, at, of }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { text, lang } = headlineOf(item);
  return (
    <article
      className="item"
      data-grade={item.severity}
      data-current={isCurrent}
      data-state={item.state}
      aria-posinset={at}
      aria-setsize={of}
    >
      <div className="item-grade">
        {item.kind === 'WARNING' ? (
          <Grade severity={item.severity} />
        ) : (
          <span className="tag">{t('item.practice')}</span>
        )}
      </div>
      <div className="item-what">
        <Link to="/warning/$id" params={{ id: item.id }} className="item-headline">
          <ProducerText text={text} lang={lang} />
        </Link>
        <ItemFacts item={item} />
      </div>
      <div className="item-when">
        <Due item={item} now={now} />
        <Instant at={item.updatedAt} />
      </div>
    </article>
  );
});

const ItemFacts = ({ item }: { item: RowFragment }): JSX.Element => {
  const { t } = useTranslation();
  const nameOf = useSectorName();
  return (
    <p className="item-facts">
      <Marking tlp={item.marking} />
      {item.exercise !== null && <span className="tag exercise-tag">{t('exercise.tag')}</span>}
      {item.state !== 'ACTIVE' && <span className="tag">{t(`itemState.${item.state}`)}</span>}
      {item.messageType === 'UPDATE' && (
        <span className="tag">{t('item.version', { number: item.version })}</span>
      )}
      <bdi>{item.publisher.name}</bdi>
      <span>{item.sectorsConcerned.slice(0, 3).map(nameOf).join(', ')}</span>
      <span>{t(`reason.${item.whyMe.kind}`)}</span>
      {item.myDelivery?.answer != null && (
        <span className="answered">{t(`answer.${item.myDelivery.answer}`)}</span>
      )}
    </p>
  );
};

const Due = ({ item, now }: { item: RowFragment; now: number }): JSX.Element | null => {
  const { t } = useTranslation();
  const due = isUnanswered(item) ? dueOf(item) : null;
  if (due === null) return null;
  const isOver = due.getTime() < now;
  return (
    <span className={isOver ? 'due over' : 'due'} title={utc(due)}>
      {isOver ? t('item.overdue') : t('item.due')} {relative(due, now)}
    </span>
  );
};
