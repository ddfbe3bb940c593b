// One warning: what to do first, then everything that is known, down to its objects.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type JSX, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayOfKey } from '../../app/frame/key-note.tsx';
import { queries } from '../../app/queries.ts';
import { useShortcut } from '../../app/shortcuts.ts';
import { freshOf } from '../../live/arrival.ts';
import { useArrivalsOf } from '../../live/viewed-exercise.ts';
import { isTaken, useWithdrawal } from '../../live/withdrawal.ts';
import { textsIn } from '../../ui/language/texts.ts';
import { useMarkingWords } from '../../ui/print/marking-words.ts';
import { usePrinted } from '../../ui/print/printed.ts';
import { Nothing, Unread } from '../../ui/states.tsx';
import { spoken } from '../../words/words.ts';
import { Feedback } from '../feedback/feedback.tsx';
import { Answer } from './answer.tsx';
import { Changes } from './changes.tsx';
import { Contacts, Marked, Why } from './facts.tsx';
import { Header } from './head/header.tsx';
import { Known } from './known.tsx';
import { Objects } from './objects.tsx';
import { Related } from './related.tsx';
import { Versions } from './versions/versions.tsx';
import { Withdrawn } from './versions/withdrawn.tsx';
import { type Item, isTakenFromReader, warningQuery } from './warning-query.ts';
import { Actions, Summary } from './what-to-do.tsx';
import './warning.css';

export const WarningView = (): JSX.Element => {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/warning/$id' });
  const query = useQuery(warningQuery(id));
  const { data, dataUpdatedAt } = query;
  const notice = useWithdrawal(id);
  const held = useRef<string | null>(null);
  if (data != null) held.current = id;
  // One that was given back may be on its way.
  const isGone = data === undefined ? held.current === id : data === null || isTaken(data);
  if (notice !== undefined && isGone) return <Withdrawn notice={notice} />;
  if (data === undefined) return <Unread of={[query]} />;
  if (data === null) return <Nothing title={t('state.nowhere')} />;
  return <Shown item={data} readAt={dataUpdatedAt} key={data.id} />;
};

type Props = { readonly item: Item; readonly readAt: number };

const Shown = ({ item, readAt }: Props): JSX.Element => {
  const [language, setLanguage] = useState(() => textsIn(item, spoken()).language);
  const { t } = useTranslation();
  const navigate = useNavigate();
  useShortcut('e', () => {
    if (item.whyMe.kind === 'OWN') void navigate({ to: '/board/$id', params: { id: item.id } });
    else sayOfKey('notYourBoard');
  });
  const texts = textsIn(item, language);
  const mark = useMarkingWords(item);
  usePrinted(item.marking, item.exercise === null ? mark : `${mark} – ${t('exercise.tag')}`);
  return (
    <article className="warning">
      <NewVersion item={item} readAt={readAt} />
      <Header item={item} texts={texts} setLanguage={setLanguage} />
      <div className="two">
        <div className="stack">
          <Actions item={item} texts={texts} />
          <Summary item={item} texts={texts} />
          <Answer item={item} />
          {item.whyMe.kind !== 'OWN' && item.recall === null && (
            <Feedback
              warning={item.id}
              said={item.feedback}
              why={item.myDelivery === null || item.practice !== null ? null : 'may-not-answer'}
            />
          )}
          <Changes item={item} />
          <Versions item={item} key={item.version} />
          <Known item={item} />
          <Objects item={item} />
        </div>
        <aside className="stack">
          <Why item={item} />
          {!isTakenFromReader(item) && <Marked item={item} />}
          <Contacts item={item} />
          <Related item={item} />
        </aside>
      </div>
    </article>
  );
};

/** What came while the warning was being read may not be in it. */
const READING_MS = 60_000;

const NewVersion = ({ item, readAt }: Props): JSX.Element | null => {
  const { t } = useTranslation();
  const arrivals = useArrivalsOf(item);
  const [newer] = freshOf(
    arrivals.filter(({ node }) => node.id === item.id),
    { rows: [item], filter: { exercise: item.exercise }, askedAt: readAt - READING_MS },
  );
  if (newer === undefined) return null;
  return (
    <div className="notice caution row apart no-print" role="status">
      <span className="strong">
        {newer.node.version > item.version
          ? t('warning.newVersion', { number: newer.node.version })
          : t('warning.changed')}
      </span>
      <button
        type="button"
        className="primary"
        onClick={() => void queries.invalidateQueries({ queryKey: ['warning', item.id] })}
      >
        {t('warning.showIt')}
      </button>
    </div>
  );
};
