// The form on one side, on the other what the hub says of it: faults, recipients, and what a member will see.
import { type JSX, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettled } from '../../ui/act/use-settled.ts';
import { ExerciseBanner } from '../../ui/marks.tsx';
import { Refusals } from '../../ui/refusals.tsx';
import { dropDraft } from './draft.ts';
import type { Edit } from './edit.ts';
import { GradeFields } from './fields/grade-fields.tsx';
import { PasteBox } from './fields/paste-box.tsx';
import { PracticeFields } from './fields/practice-fields.tsx';
import { ScopeFields } from './fields/scope-fields.tsx';
import { AboutFields, TextFields } from './fields/text-fields.tsx';
import { Translations } from './fields/translations.tsx';
import { emptyForm, type Form, missingIn } from './form.ts';
import type { Current } from './former.ts';
import { Recipients } from './recipients.tsx';
import { Seen } from './seen.tsx';
import { faultsAt, usePreview, useTrial } from './trial.ts';

type Props = {
  readonly form: Form;
  readonly setForm: (form: Form) => void;
  readonly current: Current | null;
  readonly goOn: () => void;
};

export const Editor = ({ form, setForm, current, goOn }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [isTried, setTried] = useState(false);
  const settled = useSettled(form);
  const { data: trial, isPlaceholderData } = useTrial(settled, current);
  const { data: preview } = usePreview(settled);
  const isSettled = settled === form && !isPlaceholderData;
  const [isGoing, setGoing] = useGoing(isSettled ? trial : undefined, goOn);
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
    setGoing(missing.length === 0);
  };
  const empty = (): void => {
    dropDraft(form.kind);
    setForm(emptyForm(form.kind, form.language));
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
        <PasteBox edit={edit} />
        <TextFields edit={edit} />
        {form.kind === 'WARNING' ? <GradeFields edit={edit} /> : <PracticeFields edit={edit} />}
        {current === null ? <ScopeFields edit={edit} /> : <Fixed current={current} />}
        <AboutFields edit={edit} />
        <Translations edit={edit} />
        <Refusals isTrial refusals={refusals} />
        <Ways empty={current === null ? empty : null} isGoing={isGoing} />
      </form>
      <aside className="stack publish-side">
        {current === null && <Recipients preview={preview ?? null} hasMarking={form.marking !== ''} />}
        <Seen form={form} findings={trial?.findings ?? []} />
      </aside>
    </div>
  );
};

/** Goes on once what is on the screen has been tried, and nothing is wrong with it: a press may come before that. */
const useGoing = (
  trial: { readonly refusals: readonly unknown[] } | undefined,
  goOn: () => void,
): readonly [boolean, (isGoing: boolean) => void] => {
  const [isGoing, setGoing] = useState(false);
  useEffect(() => {
    if (!isGoing || trial === undefined) return;
    setGoing(false);
    if (trial.refusals.length === 0) goOn();
  }, [isGoing, trial, goOn]);
  return [isGoing, setGoing];
};

const Ways = ({ empty, isGoing }: { empty: (() => void) | null; isGoing: boolean }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="row">
      <button type="submit" className="primary">
        {t('publish.next')}
      </button>
      {empty !== null && (
        <button type="button" onClick={empty}>
          {t('publish.empty')}
        </button>
      )}
      <span className="small quiet" role="status">
        {isGoing ? t('state.loading') : t('publish.kept')}
      </span>
    </div>
  );
};

const Fixed = ({ current }: { current: Current }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <p className="notice">
      {t('publish.fixed')} {current.markingInWords}
    </p>
  );
};
