// What differs between two versions, of a warning or of an object, or what a correction is about to change: where, and both values.
import { type JSX, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ProducerText, visible } from '../producer-text.tsx';
import { type Part, wordDifference } from './word-difference.ts';
import './difference.css';

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

/** In a text each word that went or came is marked; anything else is one value in the place of another. */
const Values = ({ of: { before, after, languages } }: { of: Change }): JSX.Element => {
  const words = useMemo(
    () => (languages === undefined ? null : wordDifference(before, after, languages)),
    [before, after, languages],
  );
  if (words !== null && languages !== undefined)
    return (
      <>
        <td>
          <Marked parts={words.before} lang={languages.before} as="del" />
        </td>
        <td>
          <Marked parts={words.after} lang={languages.after} as="ins" />
        </td>
      </>
    );
  return (
    <>
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
    </>
  );
};

type MarkedProps = { readonly parts: readonly Part[]; readonly lang: string; readonly as: 'del' | 'ins' };

/** One text in one direction: a mark within it does not set it apart from what stands around it. */
const Marked = ({ parts, lang, as: Mark }: MarkedProps): JSX.Element => (
  <bdi className="producer" dir="auto" lang={lang}>
    {parts.map(({ text, isChanged }, at) => {
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
      return isChanged ? <Mark key={at}>{visible(text)}</Mark> : <span key={at}>{visible(text)}</span>;
    })}
  </bdi>
);

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
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className={arePaths ? 'mono' : undefined}>
                <ProducerText text={row.name} />
              </th>
              <Values of={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
