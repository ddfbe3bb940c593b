// The last page before it goes out: in one sentence what will happen, and what a correction changes.
import { useQuery } from '@tanstack/react-query';
import { type JSX, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../app/queries.ts';
import type { WhyRefusedFragment } from '../../operations/graphql.generated.ts';
import { useAct } from '../../ui/act/use-act.ts';
import { ExerciseBanner } from '../../ui/marks.tsx';
import { Refusals } from '../../ui/refusals.tsx';
import { Failure, Unread } from '../../ui/states.tsx';
import { hubNow } from '../../ui/time/hub-clock.ts';
import { WhatHappens } from './audience/what-happens.tsx';
import { Difference } from './correction/difference.tsx';
import { draftName, dropDraft } from './draft.ts';
import { sendingOf } from './drafts/sending.ts';
import { useFieldName } from './fields/field-names.ts';
import type { Form } from './form.ts';
import { type Current, changedIn, formOf } from './former.ts';
import { Seen } from './seen.tsx';
import { isEssential, proposeForm, sendForm } from './trial.ts';

type Props = {
  readonly form: Form;
  readonly current: Current | null;
  /** Takes its draft from the hub, where it was saved there. */
  readonly removeSaved: () => Promise<void>;
  readonly back: () => void;
  /** Null where it is proposed to a second person. */
  readonly done: (published: Published | null) => void;
};

/** What is said of it afterwards. */
export type Published = { readonly item: string; readonly recipients: number | null; readonly at: string };

type Sent = {
  readonly done: { readonly published: Published | null } | null;
  readonly refusals: readonly WhyRefusedFragment[];
};

type Sending = Pick<Props, 'form' | 'current' | 'removeSaved' | 'done'>;

const useSending = ({ form, current, removeSaved, done }: Sending) => {
  const name = draftName(form.kind, current);
  const memory = useMemo(() => sendingOf(name), [name]);
  return useAct(
    async (sent: Form, options): Promise<Sent> => {
      if (isEssential(sent)) {
        const { proposal, refusals } = await proposeForm(sent, current, options);
        return { done: proposal === null ? null : { published: null }, refusals };
      }
      const { warning, recipients, refusals } = await sendForm(sent, current, { dryRun: false, ...options });
      const at = new Date(hubNow()).toISOString();
      return {
        done: warning === null ? null : { published: { item: warning.id, recipients, at } },
        refusals,
      };
    },
    (sent) => {
      if (sent.done === null) return;
      dropDraft(form.kind, current);
      // It was published, whatever becomes of the draft.
      void removeSaved();
      void queries.invalidateQueries();
      done(sent.done.published);
    },
    { memory },
  );
};

const useLastTrial = (form: Form, current: Current | null) =>
  useQuery({
    queryKey: ['last', current?.id, form],
    queryFn: ({ signal }) => sendForm(form, current, { dryRun: true, signal }),
    gcTime: 0,
    staleTime: 0,
  });

export const Last = ({ form, current, removeSaved, back, done }: Props): JSX.Element => {
  const { t } = useTranslation();
  const trial = useLastTrial(form, current);
  const isProposed = isEssential(form);
  const { run, refusals, error, isBusy } = useSending({ form, current, removeSaved, done });
  if (trial.data === undefined) return <Unread of={[trial]} />;
  const hasObjects = isProposed && form.bundle !== null;
  const isSame = current !== null && changedIn(formOf(current), form).length === 0;
  const isClean = trial.data.refusals.length === 0 && !hasObjects && !isSame;
  return (
    <div className={form.isExercise ? 'stack last is-exercise' : 'stack last'}>
      {form.isExercise && <ExerciseBanner exercise={form.exercise} />}
      <section className="panel stack">
        <h2>{t('last.title')}</h2>
        {trial.data.recipients !== null && (
          <WhatHappens
            form={form}
            current={current}
            count={trial.data.recipients}
            letters={trial.data.letters}
          />
        )}
        <p className="quiet">{t('recipients.notListed')}</p>
        <div id="why-not" className="stack tight">
          {hasObjects && <NoObjects current={current} />}
          <Refused
            form={form}
            refusals={refusals.length > 0 ? refusals : trial.data.refusals}
            isTrial={refusals.length === 0}
          />
          {isSame && <p className="notice caution">{t('last.same')}</p>}
        </div>
        <Cautions findings={trial.data.findings.length} />
        {error !== null && <Failure error={error} />}
        <div className="row">
          <button
            type="button"
            className={isClean ? 'primary' : ''}
            disabled={isBusy}
            aria-disabled={!isClean}
            aria-describedby={isClean ? undefined : 'why-not'}
            onClick={() => {
              if (isClean) run(form);
            }}
          >
            {t(isProposed ? 'last.propose' : form.isExercise ? 'last.sendExercise' : 'last.send')}
          </button>
          <button type="button" onClick={back} disabled={isBusy}>
            {t('last.back')}
          </button>
        </div>
      </section>
      {current !== null && <Difference form={form} current={current} />}
      <Seen form={form} current={current} findings={trial.data.findings} letters={trial.data.letters} />
    </div>
  );
};

type RefusedProps = Pick<Props, 'form'> & Pick<Sent, 'refusals'> & { readonly isTrial: boolean };

/** The fields are on another page. */
const Refused = ({ form, ...of }: RefusedProps): JSX.Element => {
  const nameOf = useFieldName(form);
  return (
    <Refusals {...of} nameOf={(path) => nameOf(path.replace(/^\$\.payload\./, '$.'))} hasFields={false} />
  );
};

/** What the hub finds unusual stands beneath, off the screen of whoever only presses. */
const Cautions = ({ findings }: { findings: number }): JSX.Element | null => {
  const { t } = useTranslation();
  const show = (): void => document.getElementById('findings')?.scrollIntoView({ block: 'center' });
  return findings === 0 ? null : (
    <p className="notice caution">
      <button type="button" className="to-field" onClick={show}>
        {t('seen.findings', { count: findings })}
      </button>
    </p>
  );
};

/** Why it cannot be proposed with objects, and whom a correction without them takes them from. */
const NoObjects = ({ current }: Pick<Props, 'current'>): JSX.Element => {
  const { t } = useTranslation();
  return (
    <>
      <p className="fault">{t('last.noObjects')}</p>
      {current !== null && formOf(current).bundle !== null && (
        <p className="notice caution">{t('last.dropsObjects', { number: current.version })}</p>
      )}
    </>
  );
};
