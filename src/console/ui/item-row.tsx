// One warning or practice in a list: how bad, what, from whom, by when, and what this member answered.
import type { TFunction } from 'i18next';
import { type JSX, memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { languageFor } from '../../domain/reading/reading-language.ts';
import { useSectorName } from '../app/sector-names.ts';
import type { RowFragment } from '../operations/graphql.generated.ts';
import { inList } from '../words/in-list.ts';
import { spoken } from '../words/words.ts';
import { Instant, relative, utc } from './instant.tsx';
import { GradeMark, MarkingMark } from './marks.tsx';
import { usePrinted } from './print/printed.ts';
import { ProducerText } from './producer-text.tsx';
import { standingAnswer } from './row/answered.ts';
import { ItemLink } from './row/item-link.tsx';
import { dueIn } from './row/needs.ts';
import { stateIn } from './row/state-tag.tsx';
import './item-row.css';

/** The headline in the language of the console, if its publisher gave one. */
export const headlineOf = ({
  headline,
  language,
  translations,
}: RowFragment): { text: string; lang: string } => {
  const wanted = languageFor({ language, translations }, [spoken()]);
  const found = wanted === language ? undefined : translations.find((each) => each.language === wanted);
  return found === undefined
    ? { text: headline, lang: language }
    : { text: found.headline, lang: found.language };
};

/** What the hub put in the place of a headline that was taken back, in the language of the console; null where none was. */
export const takenHeadline = (
  t: TFunction,
  { recall, whyMe, kind }: Pick<RowFragment, 'recall' | 'whyMe' | 'kind'>,
): { text: string; lang: string } | null =>
  // Its publisher keeps what it has narrowed for others; of what it recalled the hub's words stand there for it too.
  recall === null || (whyMe.kind === 'OWN' && recall.isNarrowed)
    ? null
    : { text: t(`warning.taken.headline.${recall.isNarrowed ? 'NARROWED' : kind}`), lang: spoken() };

/** What a row says things with: asked for once for all rows of a list. */
export type RowWords = { readonly t: TFunction; readonly nameOf: (id: string) => string };

export const useRowWords = (): RowWords => {
  const { t } = useTranslation();
  const nameOf = useSectorName();
  return useMemo(() => ({ t, nameOf }), [t, nameOf]);
};

type Props = { readonly item: RowFragment; readonly now: number };

/** A row by itself. */
export const ItemRow = ({ item, now }: Props): JSX.Element => {
  usePrinted(item.marking);
  return <ListedRow item={item} now={now} words={useRowWords()} isWhole />;
};

type ListedProps = Props & {
  readonly words: RowWords;
  readonly isCurrent?: boolean;
  /** It is a row by itself, which the keys come to. */
  readonly isWhole?: boolean;
  /** In a list of which not all rows exist: its place, from 1, and how many there are, -1 where nobody knows. */
  readonly at?: number;
  readonly of?: number;
};

/**
 * Shown again only when something of it changes: a list that scrolls shows its rows with each step. It asks for nothing of its own,
 * since there are thousands; the list says under which marking it is printed.
 */
export const ListedRow = memo(
  ({ item, now, words, isCurrent = false, isWhole = false, at, of }: ListedProps): JSX.Element => {
    const taken = takenHeadline(words.t, item);
    const { text, lang } = taken ?? headlineOf(item);
    return (
      <article
        className="item"
        data-grade={item.severity}
        data-current={isCurrent}
        data-state={taken === null ? item.state : 'TAKEN'}
        data-row={isWhole ? item.id : undefined}
        aria-posinset={at}
        aria-setsize={of}
      >
        <div className="item-grade">
          <RowGrade item={item} words={words} isTaken={taken !== null} />
        </div>
        <div className="item-what">
          <ItemLink id={item.id}>
            <ProducerText text={text} lang={lang} />
          </ItemLink>
          <ItemFacts item={item} words={words} isTaken={taken !== null} />
        </div>
        <div className="item-when">
          <Due item={item} now={now} words={words} />
          <Instant at={item.updatedAt} />
        </div>
      </article>
    );
  },
);

type Said = { readonly item: RowFragment; readonly words: RowWords };
type Graded = Said & {
  /** Nothing is left of what it said, and so no grade. */
  readonly isTaken: boolean;
};

const RowGrade = ({ item, words: { t }, isTaken }: Graded): JSX.Element => {
  if (isTaken) return <span className="tag">{stateIn(t, item)}</span>;
  return item.kind === 'WARNING' ? (
    <GradeMark severity={item.severity} words={t(`severity.${item.severity}`)} />
  ) : (
    <span className="tag">{t('item.practice')}</span>
  );
};

const ItemFacts = ({ item, words: { t, nameOf }, isTaken }: Graded): JSX.Element => {
  const state = isTaken ? null : stateIn(t, item);
  const answer = item.myDelivery === null ? null : standingAnswer(item.myDelivery);
  return (
    <p className="item-facts">
      <MarkingMark tlp={item.marking} />
      {item.exercise !== null && <span className="tag exercise-tag">{t('exercise.tag')}</span>}
      {state !== null && <span className="tag">{state}</span>}
      {item.messageType === 'UPDATE' && (
        <span className="tag">{t('item.version', { number: item.version })}</span>
      )}
      {item.issuer !== null && <ProducerText text={item.issuer} />}
      <span>
        {item.issuer !== null && `${t('warning.broughtBy')} `}
        <bdi>{item.publisher.name}</bdi>
      </span>
      <span>{inList(item.sectorsConcerned.slice(0, 3).map(nameOf))}</span>
      {(item.recall === null || item.whyMe.kind === 'OWN') && <span>{t(`reason.${item.whyMe.kind}`)}</span>}
      {answer !== null && (
        <span className="answered" data-answer={answer}>
          {isTaken && answer === 'ACTED' ? t('answering.removed') : t(`answer.${answer}`)}
        </span>
      )}
    </p>
  );
};

const Due = ({ item, now, words: { t } }: Said & { readonly now: number }): JSX.Element | null => {
  const due = dueIn(item);
  if (due === null) return null;
  const isOver = due.getTime() < now;
  return (
    <span className={isOver ? 'due over' : 'due'} title={utc(due)}>
      {isOver ? t('item.overdue') : t('item.due')} {relative(due, now)}
    </span>
  );
};
