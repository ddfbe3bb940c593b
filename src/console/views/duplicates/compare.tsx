// Two things side by side, property by property; what differs is marked by colour and sign.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ProducerText } from '../../ui/producer-text.tsx';

export type Compared = { readonly label: string; readonly one: string; readonly other: string };

export const Compare = ({
  rows,
  titles,
}: {
  rows: readonly Compared[];
  titles: readonly [string, string];
}): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="scroll">
      <table className="compare">
        <thead>
          <tr>
            <th scope="col">
              <span className="seen-by-ear">{t('duplicates.property')}</span>
            </th>
            {titles.map((title, side) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: both may be called the same, and they do not change places
              <th scope="col" key={side}>
                <ProducerText text={title} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, one, other }) => {
            const isSame = one === other;
            return (
              <tr key={label} data-same={isSame}>
                <th scope="row">
                  {isSame ? '=' : '≠'} {label}
                </th>
                <td>
                  <ProducerText text={one || '–'} />
                </td>
                <td>
                  <ProducerText text={other || '–'} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
