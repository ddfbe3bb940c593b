// The small marks of an item: its marking, its severity, its state, and the banner of an exercise.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Severity, Tlp } from '../operations/graphql.generated.ts';
import { usePrinted } from './print/printed.ts';
import { tlpLabel } from './print/strictest.ts';
import { ProducerText } from './producer-text.tsx';

type MarkingProps = {
  readonly tlp: Tlp | null;
  /** It names a marking, of which nothing is on the page. */
  readonly isName?: boolean;
};

export const Marking = ({ tlp, isName = false }: MarkingProps): JSX.Element => {
  usePrinted(isName ? undefined : tlp);
  return <MarkingMark tlp={tlp} />;
};

/** The mark alone: whoever shows it says under which marking the page is printed. */
export const MarkingMark = ({ tlp }: Pick<MarkingProps, 'tlp'>): JSX.Element => (
  <span className="tlp" data-tlp={tlp ?? undefined} dir="ltr">
    {tlpLabel(tlp)}
  </span>
);

/** Told apart by shape too, for whoever does not see the colours. */
const SHAPES: Record<Severity, string> = {
  EXTREME: '▲▲',
  SEVERE: '▲',
  MODERATE: '◆',
  MINOR: '●',
  UNKNOWN: '○',
};

export const Grade = ({ severity }: { severity: Severity }): JSX.Element => {
  const { t } = useTranslation();
  return <GradeMark severity={severity} words={t(`severity.${severity}`)} />;
};

/** Without a frame of its own. */
export const GradeWords = ({ severity }: { severity: Severity }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <>
      <span aria-hidden="true">{SHAPES[severity]}</span> {t(`severity.${severity}`)}
    </>
  );
};

export const GradeMark = ({ severity, words }: { severity: Severity; words: string }): JSX.Element => (
  <span className="grade" data-grade={severity}>
    <span aria-hidden="true">{SHAPES[severity]}</span>
    {words}
  </span>
);

export const ExerciseBanner = ({ exercise }: { exercise: string }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="exercise" role="note">
      {exercise === '' ? (
        t('exercise.unnamed')
      ) : (
        <>
          {t('exercise.banner')} <ProducerText text={exercise} />
        </>
      )}
    </div>
  );
};
