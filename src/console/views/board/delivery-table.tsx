// One row for each recipient: colour, glyph and words for how far it has come.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliveryState } from '../../operations/graphql.generated.ts';
import { Instant } from '../../ui/instant.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { spoken } from '../../words/words.ts';
import { type Delivery, minutesToAnswer } from './board-query.ts';

const GLYPHS: Record<DeliveryState, string> = {
  PENDING: '…',
  SENT: '→',
  RECEIVED: '◉',
  ACKNOWLEDGED: '✓',
  FAILED: '✕',
  WITHHELD: '⊘',
};

export const DeliveryTable = ({ deliveries }: { deliveries: readonly Delivery[] }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="scroll">
      <table className="panel board-table">
        <thead>
          <tr>
            <th scope="col">{t('board.member')}</th>
            <th scope="col">{t('board.state')}</th>
            <th scope="col">{t('board.answer')}</th>
            <th scope="col">{t('board.time')}</th>
            <th scope="col">{t('board.why')}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((each) => (
            <Row key={each.id} delivery={each} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Row = ({ delivery }: { delivery: Delivery }): JSX.Element => {
  const { t } = useTranslation();
  const { member, state, answer, note, acknowledgedBy, reason, failure, receivedAt, acknowledgedAt } =
    delivery;
  const minutes = minutesToAnswer(delivery);
  const format = new Intl.NumberFormat(spoken(), { style: 'unit', unit: 'minute', unitDisplay: 'short' });
  const at = acknowledgedAt ?? receivedAt;
  return (
    <tr data-answer={answer ?? 'none'}>
      <th scope="row">
        <ProducerText text={member.name} /> <small className="quiet">{member.country}</small>
      </th>
      <td>
        <span className="delivery-state" data-state={state}>
          <span aria-hidden="true">{GLYPHS[state]}</span> {t(`deliveryState.${state}`)}
        </span>
        {at !== null && (
          <>
            <br />
            <small className="quiet">
              <Instant at={at} />
            </small>
          </>
        )}
        {failure !== null && <code> {failure}</code>}
      </td>
      <td>
        {answer === null ? '–' : <span className="strong">{t(`answer.${answer}`)}</span>}
        {acknowledgedBy !== null && <small className="quiet"> {acknowledgedBy}</small>}
        {note !== null && (
          <p>
            <ProducerText text={note} />
          </p>
        )}
      </td>
      <td className="number">{minutes === null ? '–' : format.format(minutes)}</td>
      <td>
        <small>
          <ProducerText text={reason.rule} />
        </small>
      </td>
    </tr>
  );
};
