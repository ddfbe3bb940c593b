// The form on one side, on the other what the hub says of it: faults, recipients, and what a member will see.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { SureButton } from '../../ui/act/sure-button.tsx';
import { ExerciseBanner } from '../../ui/marks.tsx';
import { tlpLabel } from '../../ui/print/strictest.ts';
import { Refusals } from '../../ui/refusals.tsx';
import { Failure } from '../../ui/states.tsx';
import { useChecked } from './checking.ts';
import { dropDraft } from './draft.ts';
import { SaveDraft } from './drafts/save-draft.tsx';
import type { Keeping } from './drafts/use-kept.ts';
import type { Edit } from './edit.ts';
import { ExerciseSwitch } from './fields/exercise-switch.tsx';
import { useFieldName } from './fields/field-names.ts';
import { GradeFields } from './fields/grade-fields.tsx';
import { HandlingFields } from './fields/handling-fields.tsx';
import { PasteBox } from './fields/paste-box.tsx';
import { PracticeFields } from './fields/practice-fields.tsx';
import { ScopeFields } from './fields/scope-fields.tsx';
import { AboutFields, TextFields } from './fields/text-fields.tsx';
import { Translations } from './fields/translations.tsx';
import { type Form, startedOver } from './form.ts';
import { type Current, formOf } from './former.ts';
import { Recipients } from './recipients.tsx';
import { Seen } from './seen.tsx';

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
  const checked = useChecked({ form, current, goOn });
  const { isTried, lacks, refusals, recipients, error, refetch } = checked;
  const nameOf = useFieldName(form);
  const edit: Edit = {
    form,
    set: (changes) => {
      checked.wait();
      setForm({ ...form, ...changes });
    },
    faults: checked.faults,
  };
  const anew = (): void => {
    setForm(giveUp({ form, current, keeping }));
    checked.reset();
  };
  return (
    <div className={form.isExercise ? 'publish is-exercise' : 'publish'}>
      {form.isExercise && <ExerciseBanner exercise={form.exercise} />}
      <form
        className="publish-form stack"
        ref={checked.element}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          checked.next();
        }}
      >
        {current === null && <ExerciseSwitch edit={edit} />}
        <PasteBox edit={edit} isCorrection={current !== null} />
        <TextFields edit={edit} />
        {form.kind === 'WARNING' ? <GradeFields edit={edit} /> : <PracticeFields edit={edit} />}
        <Rules edit={edit} current={current} />
        <AboutFields edit={edit} />
        <Translations edit={edit} />
        {isTried && <Refusals isTrial refusals={refusals} lacks={lacks} nameOf={nameOf} />}
        {isTried && error !== null && <Failure error={error} retry={() => void refetch()} />}
        <Ways
          {...{ anew, isKept, form, current, keeping }}
          isGoing={checked.isGoing}
          isStopped={isTried && lacks.length + refusals.length > 0}
        />
      </form>
      <aside className="stack publish-side">
        {current === null && (
          <Recipients
            {...recipients}
            hasMarking={form.marking !== ''}
            retry={() => void recipients.refetch()}
          />
        )}
        <Seen form={form} current={current} findings={checked.findings} letters={checked.letters} />
      </aside>
    </div>
  );
};

const blankOf = (form: Form, current: Current | null): Form =>
  current === null ? startedOver(form) : formOf(current);

/** The form to begin anew with. */
const giveUp = ({ form, current, keeping }: Pick<Props, 'form' | 'current' | 'keeping'>): Form => {
  dropDraft(form.kind, current);
  keeping.letGo();
  return blankOf(form, current);
};

/** Who may have it, and how it may be used. */
const Rules = ({ edit, current }: { edit: Edit; current: Current | null }): JSX.Element => (
  <>
    {current === null ? <ScopeFields edit={edit} /> : <Fixed current={current} />}
    <HandlingFields edit={edit} current={current} />
  </>
);

type WaysProps = {
  readonly anew: () => void;
  readonly isGoing: boolean;
  /** Whether something that is wrong kept it from going on. */
  readonly isStopped: boolean;
} & Pick<Props, 'form' | 'current' | 'isKept' | 'keeping'>;

const Ways = ({ anew, isGoing, isStopped, isKept, form, current, keeping }: WaysProps): JSX.Element => {
  const { t } = useTranslation();
  const isCorrection = current !== null;
  const hasChanged = JSON.stringify(form) !== JSON.stringify(blankOf(form, current));
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
        <span className={isStopped ? 'fault' : 'small quiet'} role="status">
          {isGoing
            ? t('state.loading')
            : isStopped
              ? t('publish.stopped')
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
