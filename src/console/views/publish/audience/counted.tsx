// How many would have it, and why: addressed, or through others.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { spoken } from '../../../words/words.ts';
import type { Group } from './recipient-groups.ts';

type Props = { readonly groups: readonly Group<unknown>[] };

export const Counted = ({ groups }: Props): JSX.Element => {
  const { t } = useTranslation();
  const format = new Intl.NumberFormat(spoken());
  return (
    <p className="row recipient-counts">
      {groups.map(({ kind, of }) => (
        <span key={kind}>
          {t(`reason.of.${kind}`)}: <span className="strong number">{format.format(of.length)}</span>
        </span>
      ))}
    </p>
  );
};
