// The form on one side, on the other what the hub says of it: faults, recipients, and what a member will see.
import { type JSX, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhyRefusedFragment } from '../../operations/graphql.generated.ts';
import { leadToFirst } from '../../ui/act/lead-to.ts';
import type { Lack } from '../../ui/act/sentences.ts';
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
import { useFieldName } from './fields/field-names.ts';
import { GradeFields } from './fields/grade-fields.tsx';
import { HandlingFields } from './fields/handling-fields.tsx';
import { PasteBox } from './fields/paste-box.tsx';
import { PracticeFields } from './fields/practice-fields.tsx';
import { ScopeFields } from './fields/scope-fields.tsx';
import { AboutFields, TextFields } from './fields/text-fields.tsx';
import { Translations } from './fields/translations.tsx';
import { emptyForm, type Form, missingIn, unfilledIn } from './form.ts';
import { type Current, formOf } from './former.ts';
import { Recipients } from './recipients.tsx';
import { Seen } from './seen.tsx';
import { faultsAt, inRowsOf, usePreview, useTrial } from './trial.ts';

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
  const [isTried, setTried] = useState(false);
  const settled = useSettled(form);
  const { data: trial, isPlaceholderData, error, refetch } = useTrial(settled, current);
  const isSettled = settled === form && !isPlaceholderData;
  const { form: element, stop } = useFirstFault();
  const [isGoing, setGoing] = useGoing({ trial: isSettled ? trial : undefined, error, goOn, stop });
  const recipients = usePreview(form, settled, current === null);
  const { unfilled, lacks, refusals, faults } = useFaults({
    form,
    current,
    isTried,
    tried: trial?.refusals ?? [],
    previewed: recipients.isOld ? [] : (recipients.preview?.refusals ?? []),
  });
  const nameOf = useFieldName(form);
  const edit: Edit = {
    form,
    set: (changes) => {
      setGoing(false);
      setForm({ ...form, ...changes });
    },
    faults,
  };
  const next = (): void => {
    setTried(true);
    if (unfilled.length > 0) stop();
    else if (error === null) setGoing(true);
    else void refetch().then(() => setGoing(true));
  };
  const anew = (): void => {
    setForm(giveUp({ form, current, keeping }));
    setTried(false);
  };
  return (
    <div className={form.isExercise ? 'publish is-exercise' : 'publish'}>
      {form.isExercise && <ExerciseBanner exercise={form.exercise} />}
      <form
        className="publish-form stack"
        ref={element}
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
        {isTried && <Refusals isTrial refusals={refusals} lacks={lacks} nameOf={nameOf} />}
        {isTried && error !== null && <Failure error={error} retry={() => void refetch()} />}
        <Ways
          {...{ anew, isGoing, isKept, form, current, keeping }}
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
        <Seen form={form} current={current} findings={trial?.findings ?? []} letters={trial?.letters ?? []} />
      </aside>
    </div>
  );
};

type Refusal = WhyRefusedFragment;
type Looked = Pick<Props, 'form' | 'current'> & {
  readonly isTried: boolean;
  /** What the hub says of all of it, and of whom it addresses: of that at once, also before the button is pressed. */
  readonly tried: readonly Refusal[];
  readonly previewed: readonly Refusal[];
};

/** What is wrong with a field, by its path: what is asked for and not there, else what the hub says of it. */
const useFaults = ({ form, current, isTried, tried, previewed }: Looked) => {
  const { t } = useTranslation();
  const missing: readonly string[] = missingIn(form, current !== null);
  const unfilled = unfilledIn(form, current !== null);
  const lacks: Lack[] = unfilled.map((field) => ({
    path: `$.${field}`,
    words: t(missing.includes(field) ? 'publish.choose' : 'publish.fillIn'),
  }));
  const said = new Map(
    [...(isTried ? inRowsOf(form, tried) : []), ...previewed].map((each) => [
      `${each.code} ${each.path}`,
      each,
    ]),
  );
  // What is not filled in is said once, by the form.
  const refusals = [...said.values()].filter((each) => !lacks.some(({ path }) => path === each.path));
  const faults: Edit['faults'] = (path) => [
    ...(isTried ? lacks.filter((each) => each.path === path) : []),
    ...faultsAt(refusals, path),
  ];
  return { unfilled, lacks, refusals, faults };
};

const blankOf = (form: Form, current: Current | null): Form =>
  current === null ? emptyForm(form.kind, form.language) : formOf(current);

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

/** Goes on once what is on the screen has been tried, and nothing is wrong with it: a press may come before that. */
type Tried = {
  readonly trial: { readonly refusals: readonly unknown[] } | undefined;
  readonly error: Error | null;
  readonly goOn: () => void;
  readonly stop: () => void;
};

/** Leads to the first thing that is wrong with the form, once it is marked: the button is far below. */
const useFirstFault = () => {
  const form = useRef<HTMLFormElement>(null);
  const [presses, setPresses] = useState(0);
  useEffect(() => {
    if (presses === 0) return;
    if (!leadToFirst(form.current))
      form.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'center' });
  }, [presses]);
  const stop = useCallback((): void => setPresses((before) => before + 1), []);
  return { form, stop };
};

const useGoing = ({ trial, error, goOn, stop }: Tried): readonly [boolean, (isGoing: boolean) => void] => {
  const [isGoing, setGoing] = useState(false);
  useEffect(() => {
    if (!isGoing || (trial === undefined && error === null)) return;
    setGoing(false);
    if (trial?.refusals.length === 0) goOn();
    else stop();
  }, [isGoing, trial, error, goOn, stop]);
  return [isGoing, setGoing];
};

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
