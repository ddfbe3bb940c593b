// Publish and correct: a form, what the hub says of it while it is written, and a last page that says what will happen.
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type JSX, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { useMayPublish } from '../../app/rights.ts';
import { CurrentDocument } from '../../operations/graphql.generated.ts';
import { Failure, Nothing, Waiting } from '../../ui/states.tsx';
import { spoken } from '../../words/words.ts';
import { keepDraft, readCorrection, readDraft } from './draft.ts';
import { Editor } from './editor.tsx';
import { emptyForm, type Form } from './form.ts';
import type { Current } from './former.ts';
import { Last } from './last.tsx';
import './publish.css';

export const Publish = (): JSX.Element => {
  const { of, kind } = useSearch({ from: '/publish' });
  const { t } = useTranslation();
  const { isAllowed, reason } = useMayPublish();
  if (!isAllowed) return <Nothing title={reason} />;
  if (of !== undefined) return <Correct id={of} key={of} />;
  const start = kind === 'practice' ? ('PRACTICE' as const) : ('WARNING' as const);
  return (
    <>
      <h1 className="head">{t(`publish.title.${start}`)}</h1>
      <Flow key={start} start={readDraft(start, spoken()) ?? emptyForm(start, spoken())} current={null} />
    </>
  );
};

const Correct = ({ id }: { id: string }): JSX.Element => {
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
  return <Correction given={data} />;
};

/**
 * What is corrected stays the version that the form began with, though it is read again meanwhile: the hub then refuses what was
 * written over an older one, and nobody's correction is undone unseen.
 */
const Correction = ({ given }: { given: Current }): JSX.Element => {
  const { t } = useTranslation();
  const [current] = useState(given);
  return (
    <>
      <h1 className="head">{t('publish.correct', { number: current.version })}</h1>
      <Flow start={readCorrection(current)} current={current} />
    </>
  );
};

const Flow = ({ start, current }: { start: Form; current: Current | null }): JSX.Element => {
  const [form, setForm] = useState(start);
  const [isLast, setLast] = useState(false);
  const [published, setPublished] = useState<{ readonly item: string | null } | null>(null);
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    if (published === null) setKept(keepDraft(form, current));
  }, [form, current, published]);
  if (published !== null)
    return published.item === null ? <Proposed /> : <Done id={published.item} isExercise={form.isExercise} />;
  return isLast ? (
    <Last form={form} current={current} back={() => setLast(false)} done={(item) => setPublished({ item })} />
  ) : (
    <Editor form={form} setForm={setForm} current={current} isKept={isKept} goOn={() => setLast(true)} />
  );
};

const Proposed = (): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="notice good stack tight" role="status">
      <p className="strong">{t('last.proposed')}</p>
      <p>
        <Link className="button primary" to="/proposals">
          {t('last.toApprovals')}
        </Link>
      </p>
    </div>
  );
};

const Done = ({ id, isExercise }: { id: string; isExercise: boolean }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="notice good stack tight" role="status">
      <p className="strong">{isExercise ? t('publish.doneExercise') : t('publish.done')}</p>
      <p className="row">
        <Link className="button primary" to="/board/$id" params={{ id }}>
          {t('publish.toBoard')}
        </Link>
        <Link className="button" to="/warning/$id" params={{ id }}>
          {t('publish.toWarning')}
        </Link>
      </p>
    </div>
  );
};
