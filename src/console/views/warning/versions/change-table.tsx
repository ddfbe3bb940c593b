// What differs between two versions, of a warning or of an object: where, and both values.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ProducerText } from '../../../ui/producer-text.tsx';

export type Change = {
  readonly key: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
};

/** `arePaths`: the names are paths within an object. */
type Props = { readonly rows: readonly Change[]; readonly arePaths?: boolean };

export const ChangeTable = ({ rows, arePaths = false }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('objects.where')}</th>
          <th scope="col">{t('objects.before')}</th>
          <th scope="col">{t('objects.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, before, after }) => (
          <tr key={key}>
            <th scope="row" className={arePaths ? 'mono' : undefined}>
              <ProducerText text={name} />
            </th>
            <td>
              <del>
                <ProducerText text={before} />
              </del>
            </td>
            <td>
              <ins>
                <ProducerText text={after} />
              </ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
