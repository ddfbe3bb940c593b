// What is wrong with the form as it is written, and whether one may go on: by what is not filled in, and by what the hub says of it.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhyRefusedFragment } from '../../operations/graphql.generated.ts';
import { leadToFirst, useLed } from '../../ui/act/lead-to.ts';
import { faultsAt, type Lack } from '../../ui/act/sentences.ts';
import { useSettled } from '../../ui/act/use-settled.ts';
import type { Edit } from './edit.ts';
import { stillOf } from './fields/rows.ts';
import { type Form, missingIn, noMomentsIn, tooManyIn, unfilledIn } from './form.ts';
import type { Current } from './former.ts';
import { usePreview, useTrial } from './trial.ts';

type Written = { readonly form: Form; readonly current: Current | null };

export const useChecked = ({ form, current, goOn }: Written & { readonly goOn: () => void }) => {
  const [isTried, setTried] = useState(false);
  const settled = useSettled(form);
  const { data: trial, isPlaceholderData, isFetching, error, refetch } = useTrial(settled, current);
  const isSettled = settled === form;
  const { form: element, press: stop } = useLed(leadToWrong);
  const [isGoing, setGoing] = useGoing({
    trial: isSettled && !isPlaceholderData ? trial : undefined,
    // Not what became of the form before, nor of the attempt before.
    error: isSettled && !isFetching ? error : null,
    goOn,
    stop,
  });
  const recipients = usePreview(form, settled, current === null);
  const found = useFaults({
    form,
    current,
    isTried,
    tried: trial === undefined ? [] : stillOf(form, trial.of, trial.refusals),
    previewed: recipients.isOld ? [] : (recipients.preview?.refusals ?? []),
  });
  return {
    ...found,
    element,
    isTried,
    isGoing,
    error,
    refetch,
    recipients,
    letters: trial?.letters ?? [],
    findings: trial === undefined ? [] : stillOf(form, trial.of, trial.findings),
    next: (): void => {
      setTried(true);
      if (found.lacks.length > 0) {
        stop();
        return;
      }
      // What changed since it failed is tried by itself.
      if (isSettled && error !== null) void refetch();
      setGoing(true);
    },
    /** Something is being changed. */
    wait: (): void => setGoing(false),
    /** It is another form. */
    reset: (): void => setTried(false),
  };
};

type Refusal = WhyRefusedFragment;
type Looked = Written & {
  readonly isTried: boolean;
  /** What the hub says of all of it, and of whom it addresses: of that at once, also before the button is pressed. */
  readonly tried: readonly Refusal[];
  readonly previewed: readonly Refusal[];
};

/** What is wrong with a field, by its path: what is asked for and not there, else what the hub says of it. */
const useFaults = ({ form, current, isTried, tried, previewed }: Looked) => {
  const { t } = useTranslation();
  const missing: readonly string[] = missingIn(form, current !== null);
  const lacks: Lack[] = [
    ...unfilledIn(form, current !== null).map((field) => ({
      path: `$.${field}`,
      words: t(missing.includes(field) ? 'publish.chooseOne' : 'publish.fillIn'),
    })),
    ...noMomentsIn(form).map((field) => ({ path: `$.${field}`, words: t('field.noMoment') })),
    ...tooManyIn(form).map(({ path, ...many }) => ({ path: `$.${path}`, words: t('pick.most', many) })),
  ];
  const said = new Map(
    [...(isTried ? tried : []), ...previewed].map((each) => [`${each.code} ${each.path}`, each]),
  );
  // What is not filled in is said once, by the form.
  const refusals = [...said.values()].filter((each) => !lacks.some(({ path }) => path === each.path));
  const faults: Edit['faults'] = (path) => [
    ...(isTried ? lacks.filter((each) => each.path === path) : []),
    ...faultsAt(refusals, path),
  ];
  return { lacks, refusals, faults };
};

/** To the first thing that is wrong with the form; what is of no field stands beside the button, far below. */
const leadToWrong = (form: HTMLElement | null): void => {
  if (!leadToFirst(form)) form?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'center' });
};

type Tried = {
  readonly trial: { readonly refusals: readonly unknown[] } | undefined;
  readonly error: Error | null;
  readonly goOn: () => void;
  readonly stop: () => void;
};

/** Goes on once what is on the screen has been tried, and nothing is wrong with it: a press may come before that. */
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
