// Why the hub refused an act: each reason with what to do about it.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhyRefusedFragment } from '../operations/graphql.generated.ts';
import { HubSaid } from './act/hub-said.tsx';

type Props = {
  readonly refusals: readonly WhyRefusedFragment[];
  /** Nothing was sent yet: what is wrong with a draft. */
  readonly isTrial?: boolean;
};

export const Refusals = ({ refusals, isTrial = false }: Props): JSX.Element | null => {
  const { t } = useTranslation();
  if (refusals.length === 0) return null;
  return (
    <div className="notice bad stack tight" role="alert">
      <p className="strong">{isTrial ? t('refused.trial') : t('refused.title')}</p>
      <ul>
        {refusals.map((each) => (
          <li key={`${each.code} ${each.path}`}>
            <HubSaid of={each} />{' '}
            <small className="quiet">
              <code>{each.code}</code> <code>{each.path}</code>
            </small>
          </li>
        ))}
      </ul>
    </div>
  );
};
