// Asks the hub what it thinks of a draft, a moment after the last change: everything that is wrong, and who would have it.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Acting, ask } from '../../app/ask.ts';
import {
  PreviewDocument,
  ProposeDocument,
  type PublishedFragment,
  PublishPracticeDocument,
  PublishWarningDocument,
  UpdatePracticeDocument,
  UpdateWarningDocument,
} from '../../operations/graphql.generated.ts';
import { inRowsOf } from './fields/rows.ts';
import {
  audienceOf,
  type Form,
  missingIn,
  noMomentsIn,
  practiceOf,
  scopeOf,
  tooManyIn,
  warningOf,
} from './form.ts';
import { type Current, correctedPractice, correctedWarning } from './former.ts';

const send = async (
  form: Form,
  current: Current | null,
  { dryRun, ...options }: Sending,
): Promise<PublishedFragment> => {
  const version = current === null ? null : { id: current.id, expectedVersion: current.version };
  if (form.kind === 'PRACTICE') {
    const texts = current === null ? practiceOf(form) : correctedPractice(form, current);
    const practice = { ...texts, dryRun };
    return version === null
      ? (await ask(PublishPracticeDocument, { input: { ...practice, ...scopeOf(form) } }, options)).result
      : (await ask(UpdatePracticeDocument, { input: { ...practice, ...version } }, options)).result;
  }
  const texts = current === null ? warningOf(form) : correctedWarning(form, current);
  const warning = { ...texts, dryRun };
  return version === null
    ? (await ask(PublishWarningDocument, { input: { ...warning, ...scopeOf(form) } }, options)).result
    : (await ask(UpdateWarningDocument, { input: { ...warning, ...version } }, options)).result;
};

type Sending = { dryRun: true; signal: AbortSignal } | ({ dryRun: false } & Acting);

/** Sends it, or with `dryRun` only asks. What the hub says of rows it says of those of the form. */
export const sendForm = async (form: Form, current: Current | null, options: Sending) => {
  const { refusals, findings, ...result } = await send(form, current, options);
  return { ...result, refusals: inRowsOf(form, refusals), findings: inRowsOf(form, findings) };
};

/** An essential action does not leave by one person alone. */
export const isEssential = ({ kind, level }: Form): boolean =>
  kind === 'WARNING' && level === 'ESSENTIAL_ACTION';

/** Proposes it to a second person: without what the kind fixes, and with its marking as TLP writes it. */
export const proposeForm = async (form: Form, current: Current | null, acting: Acting) => {
  const made = current === null ? warningOf(form) : correctedWarning(form, current);
  const { level: _, bundle: _b, ...texts } = { bundle: null, ...made };
  const { marking, ...scope } = scopeOf(form);
  const payload =
    current === null
      ? { ...texts, ...scope, marking: marking.replace('_', '+') }
      : { ...texts, id: current.id, expectedVersion: current.version };
  const kind = current === null ? 'PUBLISH_ESSENTIAL' : 'CORRECT_ESSENTIAL';
  const { proposal, refusals } = (await ask(ProposeDocument, { input: { kind, payload } }, acting)).result;
  return { proposal, refusals: inRowsOf(form, refusals) };
};

export const useTrial = (form: Form, current: Current | null) =>
  useQuery({
    queryKey: ['trial', current?.id, form],
    // With the form that it is said of.
    queryFn: async ({ signal }) => ({
      ...(await sendForm(form, current, { dryRun: true, signal })),
      of: form,
    }),
    enabled:
      missingIn(form, current !== null).length + noMomentsIn(form).length + tooManyIn(form).length === 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

/** Whom a form addresses, under what. */
const previewOf = (form: Form) => ({
  marking: form.marking || ('RED' as const),
  audience: audienceOf(form),
  ...(form.isExercise && form.exercise.trim() !== '' ? { exercise: form.exercise.trim() } : {}),
});

/**
 * `settled` is the form a moment ago. Recipients of a former audience are not told as those of this one, and while the first are
 * looked for it is not said that there are none: see `isOld`.
 */
export const usePreview = (form: Form, settled: Form, isNew: boolean) => {
  const input = previewOf(settled);
  const { marking } = settled;
  const { data, error, refetch, isFetching, isPlaceholderData } = useQuery({
    queryKey: ['preview', input],
    queryFn: async ({ signal }) => (await ask(PreviewDocument, { input }, { signal })).audiencePreview,
    // Who has a correction is who had the version before.
    enabled: isNew && marking !== '' && tooManyIn(settled).length === 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const isFirst = data === undefined && isFetching;
  const isOld = isFirst || isPlaceholderData || JSON.stringify(input) !== JSON.stringify(previewOf(form));
  return { preview: data ?? null, error, refetch, isOld };
};
