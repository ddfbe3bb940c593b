// One row for each recipient: colour, glyph and words for how far it has come.
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliveryState } from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { Instant, relative, useNow } from '../../ui/instant.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { OthersReason } from '../../ui/reason/others-reason.tsx';
import { formerAnswer, standingAnswer } from '../../ui/row/answered.ts';
import { spoken } from '../../words/words.ts';
import { type Delivery, isLate, minutesToAnswer } from './board-query.ts';
import { Earlier, Endpoints, Reminders } from './delivery-details.tsx';
import { useRemind } from './remind.tsx';

const GLYPHS: Record<DeliveryState, string> = {
  PENDING: '…',
  SENT: '→',
  RECEIVED: '◉',
  ACKNOWLEDGED: '✓',
  FAILED: '✕',
  WITHHELD: '⊘',
};

type Props = {
  readonly deliveries: readonly Delivery[];
  readonly warning: string;
  /** All that have not answered, a moment ago. */
  readonly areReminded: boolean;
};

export const DeliveryTable = ({ deliveries, warning, areReminded }: Props): JSX.Element => {
  const { t } = useTranslation();
  const now = useNow();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that
    <section className="scroll" tabIndex={0} aria-label={t('view.board')}>
      <table className="panel board-table wide-table">
        <thead>
          <tr>
            <th scope="col">{t('board.member')}</th>
            <th scope="col">{t('board.state')}</th>
            <th scope="col">{t('board.answer')}</th>
            <th scope="col">{t('board.time')}</th>
            <th scope="col">{t('board.reminded')}</th>
            <th scope="col">{t('board.why')}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((each) => (
            <Row key={each.id} delivery={each} warning={warning} now={now} areReminded={areReminded} />
          ))}
        </tbody>
      </table>
    </section>
  );
};

type RowProps = Pick<Props, 'warning' | 'areReminded'> & {
  readonly delivery: Delivery;
  readonly now: number;
};

const Row = ({ delivery, warning, now, areReminded }: RowProps): JSX.Element => {
  const { t } = useTranslation();
  const { member, organisation, reason } = delivery;
  const minutes = minutesToAnswer(delivery);
  const format = new Intl.NumberFormat(spoken(), { style: 'unit', unit: 'minute', unitDisplay: 'short' });
  return (
    <tr data-answer={standingAnswer(delivery) ?? 'none'} data-late={isLate(delivery, now)}>
      <th scope="row">
        {organisation === null ? (
          <>
            <ProducerText text={member.name} /> <small className="quiet">{member.country}</small>
          </>
        ) : (
          t('board.organisation', { number: organisation })
        )}
      </th>
      <State delivery={delivery} />
      <Answered delivery={delivery} now={now} />
      <td className="number">{minutes === null ? '–' : format.format(minutes)}</td>
      <td>
        {(delivery.reminders.length > 0 || !delivery.isAnswerDue) && <Reminders delivery={delivery} />}
        {delivery.isAnswerDue && (
          <RemindOne delivery={delivery} warning={warning} areReminded={areReminded} />
        )}
      </td>
      <td className="delivery-why">
        <small>
          <OthersReason reason={reason} />
        </small>
      </td>
    </tr>
  );
};

const State = ({ delivery }: Pick<RowProps, 'delivery'>): JSX.Element => {
  const { t } = useTranslation();
  const { state, acknowledgedAt, receivedAt, sentAt, failure } = delivery;
  const at = acknowledgedAt ?? receivedAt ?? sentAt;
  return (
    <td>
      <span className="delivery-state" data-state={state}>
        <span aria-hidden="true">{GLYPHS[state]}</span> {t(`deliveryState.${state}`)}
      </span>
      {at !== null && (
        <>
          {' '}
          <small className="quiet delivery-at">
            <Instant at={at} />
          </small>
        </>
      )}
      {failure !== null && <code> {failure}</code>}
      <Endpoints delivery={delivery} />
    </td>
  );
};

const Answered = ({ delivery, now }: Pick<RowProps, 'delivery' | 'now'>): JSX.Element => {
  const { t } = useTranslation();
  const { note, acknowledgedBy, isAnswerDue, answerBy } = delivery;
  const answer = standingAnswer(delivery);
  const former = formerAnswer(delivery);
  return (
    <td>
      {answer !== null && <span className="strong">{t(`answer.${answer}`)}</span>}
      {answer === null && !isAnswerDue && '–'}
      {former !== null && (
        <>
          {' '}
          <span className="tag">{t('answering.former', { number: former.version })}</span>
        </>
      )}
      {acknowledgedBy !== null && <small className="quiet"> {acknowledgedBy}</small>}
      {isAnswerDue && answerBy !== null && (
        <span className={isLate(delivery, now) ? 'due over' : 'due'}>
          {answer !== null && ' '}
          {isLate(delivery, now) ? t('item.overdue') : t('item.due')} {relative(new Date(answerBy), now)}
        </span>
      )}
      {note !== null && (
        <p>
          <ProducerText text={note} />
        </p>
      )}
      {answer === 'NEED_HELP' && (
        <p>
          <Link to="/cases">{t('board.toCase')}</Link>
        </p>
      )}
      <Earlier delivery={delivery} />
    </td>
  );
};

type RemindOneProps = Pick<RowProps, 'delivery' | 'warning' | 'areReminded'>;

const RemindOne = ({ delivery, warning, areReminded }: RemindOneProps): JSX.Element => {
  const { t } = useTranslation();
  const reminding = useRemind(warning);
  const { member, organisation } = delivery;
  const isDone = areReminded || reminding.done !== undefined;
  const whom = organisation === null ? { members: [member.slug] } : { organisations: [organisation] };
  return (
    <>
      <button
        type="button"
        className="small no-print"
        disabled={reminding.isBusy || isDone}
        onClick={() => reminding.run(whom)}
      >
        {isDone ? t('remind.sent') : t('remind.one')}
      </button>
      <ActOutcome of={reminding} />
    </>
  );
};
