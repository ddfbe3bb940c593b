// The form on one side, on the other what the hub says of it: faults, recipients, and what a member will see.
import { type JSX, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SureButton } from '../../ui/act/sure-button.tsx';
import { useSettled } from '../../ui/act/use-settled.ts';
import { ExerciseBanner } from '../../ui/marks.tsx';
import { tlpLabel } from '../../ui/print/strictest.ts';
import { Refusals } from '../../ui/refusals.tsx';
import { Failure } from '../../ui/states.tsx';
import { dropDraft } from './draft.ts';
import { SaveDraft } from './drafts/save-draft.tsx';
import type { Keeping } from './drafts/use-kept.ts';
import type { Edit } from './edit.ts';
import { GradeFields } from './fields/grade-fields.tsx';
import { HandlingFields } from './fields/handling-fields.tsx';
import { PasteBox } from './fields/paste-box.tsx';
import { PracticeFields } from './fields/practice-fields.tsx';
import { ScopeFields } from './fields/scope-fields.tsx';
import { AboutFields, TextFields } from './fields/text-fields.tsx';
import { Translations } from './fields/translations.tsx';
import { emptyForm, type Form, missingIn } from './form.ts';
import { type Current, formOf } from './former.ts';
import { Recipients } from './recipients.tsx';
import { Seen } from './seen.tsx';
import { faultsAt, usePreview, useTrial } from './trial.ts';

type Props = {
  readonly form: Form;
  readonly setForm: (form: Form) => void;
  readonly current: Current | null;
  /** Whether this tab has room for it. */
  readonly isKept: boolean;
  readonly keeping: Keeping;
  readonly goOn: () => void;
};

export const Editor = ({ form, setForm, current, isKept, keeping, goOn }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [isTried, setTried] = useState(false);
  const settled = useSettled(form);
  const { data: trial, isPlaceholderData, error, refetch } = useTrial(settled, current);
  const isSettled = settled === form && !isPlaceholderData;
  const [isGoing, setGoing] = useGoing({ trial: isSettled ? trial : undefined, error, goOn });
  const missing = missingIn(form, current !== null);
  const refusals = isTried ? [...(trial?.refusals ?? [])] : [];
  const edit: Edit = {
    form,
    set: (changes) => {
      setGoing(false);
      setForm({ ...form, ...changes });
    },
    faults: (path) => [
      ...(isTried && (missing as string[]).includes(path.slice(2)) ? [t('publish.choose')] : []),
      ...faultsAt(refusals, path),
    ],
  };
  const next = (): void => {
    setTried(true);
    if (missing.length > 0) return;
    if (error === null) setGoing(true);
    else void refetch().then(() => setGoing(true));
  };
  const blank = blankOf(form, current);
  const anew = (): void => {
    giveUp({ form, current, keeping });
    setForm(blank);
    setTried(false);
  };
  return (
    <div className={form.isExercise ? 'publish is-exercise' : 'publish'}>
      {form.isExercise && <ExerciseBanner exercise={form.exercise} />}
      <form
        className="publish-form stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        <PasteBox edit={edit} isCorrection={current !== null} />
        <TextFields edit={edit} />
        {form.kind === 'WARNING' ? <GradeFields edit={edit} /> : <PracticeFields edit={edit} />}
        <Rules edit={edit} current={current} />
        <AboutFields edit={edit} />
        <Translations edit={edit} />
        <Refusals isTrial refusals={refusals} />
        {isTried && error !== null && <Failure error={error} retry={() => void refetch()} />}
        <Ways {...{ anew, blank, isGoing, isKept, form, keeping }} isCorrection={current !== null} />
      </form>
      <aside className="stack publish-side">
        {current === null && <Addressed form={form} settled={settled} />}
        <Seen form={form} current={current} findings={trial?.findings ?? []} letters={trial?.letters ?? []} />
      </aside>
    </div>
  );
};

const blankOf = (form: Form, current: Current | null): Form =>
  current === null ? emptyForm(form.kind, form.language) : formOf(current);

const giveUp = ({ form, current, keeping }: Pick<Props, 'form' | 'current' | 'keeping'>): void => {
  dropDraft(form.kind, current);
  keeping.letGo();
};

/** Who may have it, and how it may be used. */
const Rules = ({ edit, current }: { edit: Edit; current: Current | null }): JSX.Element => (
  <>
    {current === null ? <ScopeFields edit={edit} /> : <Fixed current={current} />}
    <HandlingFields edit={edit} current={current} />
  </>
);

/** Who would have it, as the hub says of the form a moment ago. */
const Addressed = ({ form, settled }: { form: Form; settled: Form }): JSX.Element => {
  const recipients = usePreview(form, settled);
  return (
    <Recipients {...recipients} hasMarking={form.marking !== ''} retry={() => void recipients.refetch()} />
  );
};

/** Goes on once what is on the screen has been tried, and nothing is wrong with it: a press may come before that. */
type Tried = {
  readonly trial: { readonly refusals: readonly unknown[] } | undefined;
  readonly error: Error | null;
  readonly goOn: () => void;
};

const useGoing = ({ trial, error, goOn }: Tried): readonly [boolean, (isGoing: boolean) => void] => {
  const [isGoing, setGoing] = useState(false);
  useEffect(() => {
    if (!isGoing || (trial === undefined && error === null)) return;
    setGoing(false);
    if (trial?.refusals.length === 0) goOn();
  }, [isGoing, trial, error, goOn]);
  return [isGoing, setGoing];
};

type WaysProps = {
  readonly anew: () => void;
  /** What the form is then. */
  readonly blank: Form;
  readonly isCorrection: boolean;
  readonly isGoing: boolean;
} & Pick<Props, 'form' | 'isKept' | 'keeping'>;

const Ways = ({ anew, blank, isCorrection, isGoing, isKept, form, keeping }: WaysProps): JSX.Element => {
  const { t } = useTranslation();
  const hasChanged = JSON.stringify(form) !== JSON.stringify(blank);
  return (
    <>
      <div className="row">
        <button type="submit" className="primary">
          {t('publish.next')}
        </button>
        {hasChanged ? (
          <SureButton
            label={isCorrection ? t('publish.asItIs') : t('publish.empty')}
            what={t('publish.emptySure')}
            act={anew}
          />
        ) : (
          <button type="button" onClick={anew}>
            {isCorrection ? t('publish.asItIs') : t('publish.empty')}
          </button>
        )}
        <span className="small quiet" role="status">
          {isGoing
            ? t('state.loading')
            : isKept
              ? keeping.kept === null && t('publish.kept')
              : t('publish.notKept')}
        </span>
      </div>
      <SaveDraft form={form} keeping={keeping} />
    </>
  );
};

const Fixed = ({ current }: { current: Current }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <p className="notice">
      {t('publish.fixed')} {tlpLabel(current.marking)}.{' '}
      {current.marking !== null && t(`marked.forbids.${current.marking}`)}
    </p>
  );
};
