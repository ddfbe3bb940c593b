// The delivery board: who has it, who has answered what, and who has not.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayPublish } from '../../app/rights.ts';
import { download } from '../../ui/download.ts';
import { FilterChoice } from '../../ui/filter-choice.tsx';
import { Instant } from '../../ui/instant.tsx';
import { ExerciseBanner, Grade, Marking } from '../../ui/marks.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { isAnswered, standingAnswer } from '../../ui/row/answered.ts';
import { StateTag } from '../../ui/row/state-tag.tsx';
import { Nothing, Unread } from '../../ui/states.tsx';
import { spoken } from '../../words/words.ts';
import { Said } from '../feedback/said.tsx';
import { type Act, Acts } from '../partnership/act/acts.tsx';
import {
  type BoardItem,
  boardQuery,
  type Delivery,
  deliveriesQuery,
  minutesToAnswer,
} from './board-query.ts';
import { tableOf } from './board-table.ts';
import { Cancel } from './cancel.tsx';
import { Narrow } from './narrow/narrow.tsx';
import { Narrowed } from './narrow/narrowed.tsx';
import { Recall } from './recall.tsx';
import { Recalled } from './recalled.tsx';
import { Remind } from './remind.tsx';
import { Rows } from './rows.tsx';
import './board.css';

export const Board = (): JSX.Element => {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/board/$id' });
  const item = useQuery(boardQuery(id));
  const deliveries = useQuery(deliveriesQuery(id));
  if (item.data === undefined || deliveries.data === undefined) return <Unread of={[item, deliveries]} />;
  if (item.data === null || deliveries.data === null) return <Nothing title={t('board.notYours')} />;
  return <Shown key={id} item={item.data} deliveries={deliveries.data} />;
};

type Props = {
  readonly item: BoardItem;
  readonly deliveries: readonly Delivery[];
};

const Shown = ({ item, deliveries }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { show } = useSearch({ from: '/board/$id' });
  const navigate = useNavigate({ from: '/board/$id' });
  const [open, setOpen] = useState<Opened>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const [areReminded, setReminded] = useState(false);
  const close = (): void => setOpen(null);
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
      <Remind item={item} reminded={() => setReminded(true)} />
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
        <Rows
          key={show}
          deliveries={deliveries}
          warning={item.id}
          areReminded={areReminded}
          isOnlyUnanswered={show !== undefined}
        />
      )}
      <p className="small quiet">{t('recipients.notListed')}</p>
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

/** What its publisher does to an item; whoever may only look sees why. */
const useActsOn = (item: BoardItem, toggle: HeadProps['toggle']): Act[] => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const right = useMayPublish();
  const cancel = item.kind === 'WARNING' ? t('cancel.warning') : t('cancel.practice');
  const correct = (): void => void navigate({ to: '/publish', search: { of: item.id } });
  return [
    ...(item.state === 'CANCELLED'
      ? []
      : [
          { name: t('warning.correct'), right, press: correct },
          { name: cancel, right, press: () => toggle('cancel'), kind: 'danger' as const },
        ]),
    ...(item.recall !== null
      ? []
      : [
          { name: t('narrow.act'), right, press: () => toggle('narrow'), kind: 'danger' as const },
          { name: t('recall.act'), right, press: () => toggle('recall'), kind: 'danger' as const },
        ]),
  ];
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
        <Grade severity={(item.recall?.former ?? item).severity} />
        <span className="tag">{t('item.version', { number: item.version })}</span>
        <StateTag item={item} />
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
      <Acts acts={useActsOn(item, toggle)} />
      <div className="row no-print">
        <Link className="button small" to="/warning/$id" params={{ id: item.id }}>
          {t('board.open')}
        </Link>
        <button
          type="button"
          className="small"
          onClick={() => download(`${item.id}-deliveries`, 'csv', tableOf(deliveries, item.marking))}
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
      {COUNTED.map((answer) => {
        const count = deliveries.filter((each) => standingAnswer(each) === answer).length;
        return (
          <div className="counted" key={answer} data-answer={answer} data-none={count === 0}>
            <dt>{t(`answer.${answer}`)}</dt>
            <dd>{count}</dd>
          </div>
        );
      })}
      <div className="counted">
        <dt>{t('board.median')}</dt>
        <dd>{median === undefined ? '–' : minutes.format(median)}</dd>
      </div>
    </dl>
  );
};
