// Publish and correct: a form, what the hub says of it while it is written, and a last page that says what will happen.
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type JSX, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { useMayPublish } from '../../app/rights.ts';
import { CurrentDocument } from '../../operations/graphql.generated.ts';
import { Instant } from '../../ui/instant.tsx';
import { Grade, Marking } from '../../ui/marks.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { Failure, Nothing, Waiting } from '../../ui/states.tsx';
import { spoken } from '../../words/words.ts';
import { keepDraft, readCorrection, readDraft } from './draft.ts';
import { contentOf } from './drafts/content.ts';
import { type Keeping, useKept } from './drafts/use-kept.ts';
import { YourDrafts } from './drafts/your-drafts.tsx';
import { Editor } from './editor.tsx';
import { emptyForm, type Form } from './form.ts';
import { type Current, formOf } from './former.ts';
import { Last, type Published } from './last.tsx';
import './publish.css';

export const Publish = (): JSX.Element => {
  const { of, kind } = useSearch({ from: '/publish' });
  const { t } = useTranslation();
  const { isAllowed, reason } = useMayPublish();
  const [opening, setOpening] = useState(0);
  if (!isAllowed) return <Nothing title={reason} />;
  // A draft that is opened takes the place of the form, though the address may be the same.
  const again = () => setOpening((count) => count + 1);
  if (of !== undefined) return <Correct id={of} key={`${of} ${opening}`} opened={again} />;
  const start = kind === 'practice' ? ('PRACTICE' as const) : ('WARNING' as const);
  return (
    <>
      <h1 className="head">{t(`publish.title.${start}`)}</h1>
      <Flow
        key={`${start} ${opening}`}
        start={readDraft(start, spoken()) ?? emptyForm(start, spoken())}
        current={null}
        opened={again}
      />
    </>
  );
};

const Correct = ({ id, opened }: { id: string } & Pick<FlowProps, 'opened'>): JSX.Element => {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['current', id],
    queryFn: async ({ signal }) => (await ask(CurrentDocument, { id }, { signal })).warning,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (error !== null && data === undefined) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  if (data === null || data.whyMe.kind !== 'OWN') return <Nothing title={t('state.nowhere')} />;
  return <Correction given={data} opened={opened} />;
};

/**
 * What is corrected stays the version that the form began with, though it is read again meanwhile: the hub then refuses what was
 * written over an older one, and nobody's correction is undone unseen.
 */
const Correction = ({ given, opened }: { given: Current } & Pick<FlowProps, 'opened'>): JSX.Element => {
  const { t } = useTranslation();
  const [current] = useState(given);
  return (
    <>
      <h1 className="head">{t('publish.correct', { number: current.version })}</h1>
      <Flow start={readCorrection(current)} current={current} opened={opened} />
    </>
  );
};

type FlowProps = {
  readonly start: Form;
  readonly current: Current | null;
  /** Another draft was brought into this tab. */
  readonly opened: () => void;
};

const Flow = ({ start, current, opened }: FlowProps): JSX.Element => {
  const [form, setForm] = useState(start);
  const [isLast, setLast] = useState(false);
  const [done, setDone] = useState<{ readonly published: Published | null } | null>(null);
  const [isKept, setKept] = useState(true);
  const keeping = useKept(form, current);
  useEffect(() => {
    if (done === null) setKept(keepDraft(form, current));
  }, [form, current, done]);
  if (done !== null)
    return done.published === null ? <Proposed form={form} /> : <Done form={form} of={done.published} />;
  if (isLast)
    return (
      <Last
        form={form}
        current={current}
        removeSaved={keeping.remove}
        back={() => setLast(false)}
        done={(published) => setDone({ published })}
      />
    );
  const hasUnsaved = isChanged(form, current) && contentOf(form) !== keeping.kept?.content;
  return (
    <>
      <YourDrafts shown={keeping.kept?.draftId ?? null} hasUnsaved={hasUnsaved} opened={opened} />
      <BegunOver keeping={keeping} current={current} />
      <Editor {...{ form, setForm, current, isKept, keeping }} goOn={() => setLast(true)} />
    </>
  );
};

/** Whether somebody wrote anything into it. */
const isChanged = (form: Form, current: Current | null): boolean => {
  const before = current === null ? emptyForm(form.kind, form.language) : formOf(current);
  return JSON.stringify(form) !== JSON.stringify(before);
};

type BegunProps = { readonly keeping: Keeping; readonly current: Current | null };

const BegunOver = ({ keeping: { kept }, current }: BegunProps): JSX.Element | null => {
  const { t } = useTranslation();
  if (current === null || kept === null || kept.begunOver === null) return null;
  return (
    <p className="notice caution">{t('draft.begunOver', { was: kept.begunOver, now: current.version })}</p>
  );
};

const Headline = ({ form }: { form: Form }): JSX.Element => (
  <p className="row">
    {form.kind === 'WARNING' && form.severity !== '' && <Grade severity={form.severity} />}
    {form.marking !== '' && <Marking tlp={form.marking} />}
    <ProducerText text={form.headline} lang={form.language} />
  </p>
);

const Proposed = ({ form }: { form: Form }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="notice good stack tight" role="status">
      <p className="strong">{t('last.proposed')}</p>
      <Headline form={form} />
      <p>
        <Link className="button primary" to="/proposals">
          {t('last.toApprovals')}
        </Link>
      </p>
    </div>
  );
};

const Done = ({ form, of }: { form: Form; of: Published }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="notice good stack tight" role="status">
      <p className="strong">{form.isExercise ? t('publish.doneExercise') : t('publish.done')}</p>
      <Headline form={form} />
      <p>
        {of.recipients !== null &&
          t('sending.reached', { number: new Intl.NumberFormat(spoken()).format(of.recipients) })}{' '}
        <Instant at={of.at} />
      </p>
      <p className="row">
        <Link className="button primary" to="/board/$id" params={{ id: of.item }}>
          {t('publish.toBoard')}
        </Link>
        <Link className="button" to="/warning/$id" params={{ id: of.item }}>
          {t('publish.toWarning')}
        </Link>
      </p>
    </div>
  );
};
