// How something may be used, in words: what each rule asks or forbids. A rule that leaves it open says nothing.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsFor } from '../../words/enum-words.ts';
import { Instant } from '../instant.tsx';
import { ProducerText } from '../producer-text.tsx';
import { rulesIn, type SaidOfUse } from './rules.ts';

type Props = {
  readonly said: SaidOfUse;
  /** Also the rules that leave it open, and that it has no end, as where they are loosened. */
  readonly isWhole?: boolean;
};

export const HandlingWords = ({ said, isWhole = false }: Props): JSX.Element | null => {
  const { t, i18n } = useTranslation();
  const rules = rulesIn(said, { isWhole }).map(
    ([rule, word]) => [rule, wordsFor(i18n, [`handling.${rule}`], word) ?? word] as const,
  );
  const { pap, from, until, reference } = said;
  const papWords = pap == null ? null : wordsFor(i18n, ['pap'], pap);
  const isEndless = isWhole && until === null;
  const isDated = from != null || until != null || isEndless;
  if (rules.length === 0 && papWords === null && !isDated && reference == null) return null;
  return (
    <ul>
      {papWords !== null && (
        <li>
          <bdi>PAP:{pap}</bdi> – {papWords}
        </li>
      )}
      {rules.map(([rule, words]) => (
        <li key={rule}>{words}</li>
      ))}
      {from != null && (
        <li>
          {t('handling.from')} <Instant at={from} />
        </li>
      )}
      {until != null && (
        <li>
          {t('handling.until')} <Instant at={until} />. {t('handling.after')}
        </li>
      )}
      {isEndless && <li>{t('handling.withoutEnd')}</li>}
      {reference != null && (
        <li>
          {t('handling.policy')} <ProducerText text={reference} />
        </li>
      )}
    </ul>
  );
};
