// What differs between two versions, of a warning or of an object: where, and both values.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ProducerText, visible } from '../../../ui/producer-text.tsx';

export type Change = {
  readonly key: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Of both texts, where their publisher wrote them. */
  readonly languages?: Readonly<Record<'before' | 'after', string>>;
};

type Props = {
  readonly rows: readonly Change[];
  /** What it is of, for whoever does not see where it stands. */
  readonly label: string;
  /** The names are paths within an object. */
  readonly arePaths?: boolean;
};

/** On a narrow screen it scrolls by itself, by the keyboard too. */
export const ChangeTable = ({ rows, label, arePaths = false }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that
    <div className="scroll changes" tabIndex={0} role="group" aria-label={visible(label)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('objects.where')}</th>
            <th scope="col">{t('objects.before')}</th>
            <th scope="col">{t('objects.after')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, before, after, languages }) => (
            <tr key={key}>
              <th scope="row" className={arePaths ? 'mono' : undefined}>
                <ProducerText text={name} />
              </th>
              <td>
                <del>
                  <ProducerText text={before} lang={languages?.before} />
                </del>
              </td>
              <td>
                <ins>
                  <ProducerText text={after} lang={languages?.after} />
                </ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
