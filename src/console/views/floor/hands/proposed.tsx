// Essential actions of one's own that wait for a second person: whoever proposed one may take it for sent. One that was decided
// meanwhile stays in its place, so that nothing moves under the pointer.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Hand, useHands } from '../../../app/hands/hands.ts';
import { HandRow } from './hand-row.tsx';

export const Proposed = (): JSX.Element | null => {
  const { t } = useTranslation();
  const { proposed } = useHands();
  const [held, hold] = useState<readonly Hand[]>([]);
  const fresh = proposed.filter(({ id }) => !held.some((each) => each.id === id));
  if (fresh.length > 0) hold([...held, ...fresh]);
  if (held.length === 0) return null;
  return (
    <section className="needs" aria-labelledby="proposed">
      <h2 id="proposed">{t('floor.proposed')}</h2>
      {held.map((each) => (
        <HandRow key={each.id} of={each} isGone={!proposed.some(({ id }) => id === each.id)} />
      ))}
    </section>
  );
};
