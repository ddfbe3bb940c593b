// The delivery board: who has it, who has answered what, and who has not.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../app/shortcuts.ts';
import { download } from '../../ui/download.ts';
import { Instant } from '../../ui/instant.tsx';
import { ExerciseBanner, Grade, Marking } from '../../ui/marks.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { Failure, Nothing, Waiting } from '../../ui/states.tsx';
import { spoken } from '../../words/words.ts';
import { Said } from '../feedback/said.tsx';
import {
  type BoardItem,
  boardQuery,
  type Delivery,
  deliveriesQuery,
  inOrder,
  isAnswered,
  minutesToAnswer,
} from './board-query.ts';
import { tableOf } from './board-table.ts';
import { Cancel } from './cancel.tsx';
import { DeliveryTable } from './delivery-table.tsx';
import { Narrow } from './narrow/narrow.tsx';
import { Narrowed } from './narrow/narrowed.tsx';
import { Recall } from './recall.tsx';
import { Recalled } from './recalled.tsx';
import { Remind } from './remind.tsx';
import './board.css';
import { FilterChoice } from '../../ui/filter-choice.tsx';

export const Board = (): JSX.Element => {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/board/$id' });
  const item = useQuery(boardQuery(id));
  const { data, error, refetch } = useQuery(deliveriesQuery(id));
  const failed = item.error ?? error;
  if (failed !== null) return <Failure error={failed} retry={() => void refetch()} />;
  if (item.data === undefined || data === undefined) return <Waiting />;
  if (item.data === null || data === null) return <Nothing title={t('board.notYours')} />;
  return <Shown item={item.data} deliveries={data.deliveries} notListed={data.notListed} />;
};

type Props = {
  readonly item: BoardItem;
  readonly deliveries: readonly Delivery[];
  readonly notListed: string;
};

const Shown = ({ item, deliveries, notListed }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { show } = useSearch({ from: '/board/$id' });
  const navigate = useNavigate({ from: '/board/$id' });
  const [open, setOpen] = useState<Opened>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const rows = inOrder(deliveries).filter((each) => show === undefined || !isAnswered(each));
  const close = (): void => setOpen(null);
  useShortcut('e', () => setOpen('cancel'));
  return (
    <div className="stack">
      {item.exercise !== null && <ExerciseBanner exercise={item.exercise} />}
      <Head item={item} deliveries={deliveries} toggle={(what) => setOpen(open === what ? null : what)} />
      {open === 'cancel' && <Cancel item={item} close={close} />}
      {open === 'recall' && <Recall item={item} close={close} />}
      {open === 'narrow' && (
        <Narrow
          item={item}
          deliveries={deliveries}
          close={close}
          done={(told) => {
            setNotice(told);
            setOpen('narrowed');
          }}
        />
      )}
      {open === 'narrowed' && <Narrowed notice={notice} />}
      {item.recall !== null && <Recalled recall={item.recall} />}
      <Counts deliveries={deliveries} />
      <Remind item={item} />
      <FilterChoice
        label={t('board.onlyUnanswered')}
        value={show !== undefined}
        set={(isChosen) =>
          void navigate({ search: { show: isChosen ? 'unanswered' : undefined }, replace: true })
        }
      />
      {deliveries.length === 0 ? (
        <Nothing title={t('board.nobody')} />
      ) : (
        <DeliveryTable deliveries={rows} warning={item.id} />
      )}
      <p className="small quiet">{notListed}</p>
      <FeedbackOf item={item} />
    </div>
  );
};

type Opened = 'cancel' | 'recall' | 'narrow' | 'narrowed' | null;

const FeedbackOf = ({ item }: { item: BoardItem }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <section className="panel stack tight" aria-labelledby="said">
      <h2 id="said">{t('feedback.said')}</h2>
      <Said said={item.feedback} />
    </section>
  );
};

type HeadProps = Pick<Props, 'item' | 'deliveries'> & {
  readonly toggle: (what: 'cancel' | 'recall' | 'narrow') => void;
};

const Head = ({ item, deliveries, toggle }: HeadProps): JSX.Element => {
  const { t } = useTranslation();
  return (
    <header className="stack tight">
      <div className="row">
        <Marking tlp={item.marking} />
        <Grade severity={item.severity} />
        <span className="tag">{t('item.version', { number: item.version })}</span>
        {item.state !== 'ACTIVE' && <span className="tag">{t(`itemState.${item.state}`)}</span>}
        {item.level !== 'INFORMATION' && <strong>{t(`level.${item.level}`)}</strong>}
        {item.answerBy !== null && (
          <span>
            {t('warning.answerBy')} <Instant at={item.answerBy} />
          </span>
        )}
      </div>
      <h1>
        <ProducerText text={item.recall?.former?.headline ?? item.headline} />
      </h1>
      <div className="row no-print">
        <Link className="button small" to="/warning/$id" params={{ id: item.id }}>
          {t('board.open')}
        </Link>
        {item.state !== 'CANCELLED' && (
          <>
            <Link className="button small" to="/publish" search={{ of: item.id }}>
              {t('warning.correct')}
            </Link>
            <button type="button" className="small danger" onClick={() => toggle('cancel')}>
              {item.kind === 'WARNING' ? t('cancel.warning') : t('cancel.practice')}
            </button>
          </>
        )}
        {item.recall === null && (
          <>
            <button type="button" className="small danger" onClick={() => toggle('narrow')}>
              {t('narrow.act')}
            </button>
            <button type="button" className="small danger" onClick={() => toggle('recall')}>
              {t('recall.act')}
            </button>
          </>
        )}
        <button
          type="button"
          className="small"
          onClick={() => download(`${item.id}-deliveries`, 'csv', tableOf(deliveries))}
        >
          CSV
        </button>
      </div>
    </header>
  );
};

const COUNTED = ['NEED_HELP', 'AFFECTED', 'INVESTIGATING', 'ACTED', 'NOT_AFFECTED', 'SEEN'] as const;

const Counts = ({ deliveries }: { deliveries: readonly Delivery[] }): JSX.Element => {
  const { t } = useTranslation();
  const answered = deliveries.filter(isAnswered);
  const times = answered.flatMap((each) => minutesToAnswer(each) ?? []).sort((one, other) => one - other);
  const median = times[Math.floor(times.length / 2)];
  const minutes = new Intl.NumberFormat(spoken(), { style: 'unit', unit: 'minute', unitDisplay: 'short' });
  return (
    <dl className="counts">
      <div className="counted">
        <dt>{t('board.recipients')}</dt>
        <dd>{deliveries.length}</dd>
      </div>
      <div className="counted waiting">
        <dt>{t('board.unanswered')}</dt>
        <dd>{deliveries.length - answered.length}</dd>
      </div>
      {COUNTED.map((answer) => (
        <div className="counted" key={answer} data-answer={answer}>
          <dt>{t(`answer.${answer}`)}</dt>
          <dd>{deliveries.filter((each) => each.answer === answer).length}</dd>
        </div>
      ))}
      <div className="counted">
        <dt>{t('board.median')}</dt>
        <dd>{median === undefined ? '–' : minutes.format(median)}</dd>
      </div>
    </dl>
  );
};
