// Why somebody else has it, under that member's name. The hub's sentence speaks to whoever has it ("you are addressed"); here it
// is said of them.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useSectorName } from '../../app/sector-names.ts';
import type { Grade, ReasonKind } from '../../operations/graphql.generated.ts';
import { onward } from '../../words/words.ts';
import { lastingHours } from '../instant.tsx';
import { metIn } from './met-in.ts';
import { MetWords } from './met-words.tsx';

type Reason = {
  readonly kind: ReasonKind;
  readonly rule: string;
  readonly grade: Grade | null;
  readonly path: readonly string[] | null;
  readonly hoursToEffect: number | null;
};

export const OthersReason = ({ reason }: { reason: Reason }): JSX.Element => {
  const { t } = useTranslation();
  const nameOf = useSectorName();
  const { kind, grade, hoursToEffect } = reason;
  const path = reason.path ?? [];
  return (
    <>
      {t(`reason.of.${kind}`)}
      {metIn(reason.rule) !== null && (
        <>
          : <MetWords rule={reason.rule} />
        </>
      )}
      {path.length > 1 && (
        <>
          : <bdi>{path.map(nameOf).join(` ${onward()} `)}</bdi>
        </>
      )}
      {grade !== null && <> · {t(`dependencyGrade.${grade}`)}</>}
      {hoursToEffect !== null && (
        <>
          {' · '}
          {t('why.felt')} {lastingHours(hoursToEffect)}
        </>
      )}
    </>
  );
};
