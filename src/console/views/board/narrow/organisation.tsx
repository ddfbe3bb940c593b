// How a recipient is called on the board: by its name, or by its number where the publisher may not know it.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ProducerText } from '../../../ui/producer-text.tsx';
import type { Delivery } from '../board-query.ts';

type Props = { readonly delivery: Pick<Delivery, 'member' | 'organisation'> };

export const Organisation = ({ delivery: { member, organisation } }: Props): JSX.Element => {
  const { t } = useTranslation();
  return organisation === null ? (
    <ProducerText text={member.name} />
  ) : (
    <>{t('board.organisation', { number: organisation })}</>
  );
};
