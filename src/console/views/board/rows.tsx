// The recipients as they stood when they were first shown: the board is read again every few seconds, and a press must not hit
// another organisation than the one that was under the pointer.
import { type JSX, useState } from 'react';
import { useNow } from '../../ui/instant.tsx';
import { OrderAnew } from '../../ui/order/order-anew.tsx';
import { useKeptOrder } from '../../ui/order/use-kept-order.ts';
import { isAnswered } from '../../ui/row/answered.ts';
import { type Delivery, inOrder } from './board-query.ts';
import { DeliveryTable } from './delivery-table.tsx';

type Props = {
  readonly deliveries: readonly Delivery[];
  readonly warning: string;
  readonly isOnlyUnanswered: boolean;
  /** All that have not answered, a moment ago. */
  readonly areReminded: boolean;
};

const unansweredOf = (deliveries: readonly Delivery[]): ReadonlySet<string> =>
  new Set(deliveries.filter((each) => !isAnswered(each)).map(({ id }) => id));

export const Rows = ({ deliveries, warning, isOnlyUnanswered, areReminded }: Props): JSX.Element => {
  // Who answers while one looks stays until the rows are ordered anew.
  const [held, setHeld] = useState(() => unansweredOf(deliveries));
  const now = useNow();
  const listed = inOrder(deliveries, now).filter(
    (each) => !isOnlyUnanswered || !isAnswered(each) || held.has(each.id),
  );
  const { rows, isStale, orderAnew } = useKeptOrder(listed, ({ id }) => id);
  return (
    <>
      <OrderAnew
        isStale={isStale || (isOnlyUnanswered && listed.some(isAnswered))}
        order={() => {
          setHeld(unansweredOf(deliveries));
          orderAnew();
        }}
      />
      <DeliveryTable deliveries={rows} warning={warning} areReminded={areReminded} />
    </>
  );
};
