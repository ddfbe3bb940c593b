// The drafts that the person saved on the hub, on whichever machine: continued here, or discarded.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../app/ask.ts';
import { queries } from '../../../app/queries.ts';
import {
  DiscardDraftDocument,
  DraftsDocument,
  type KeptDraftFragment,
} from '../../../operations/graphql.generated.ts';
import { ActOutcome } from '../../../ui/act/act-outcome.tsx';
import { SureButton } from '../../../ui/act/sure-button.tsx';
import { useAct } from '../../../ui/act/use-act.ts';
import { Instant } from '../../../ui/instant.tsx';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { Failure } from '../../../ui/states.tsx';
import { openDraft } from './open-draft.ts';

type Props = {
  /** The draft that the form on the screen is, if it was saved. */
  readonly shown: string | null;
  /** Whether something is in the form that was not saved. */
  readonly hasUnsaved: boolean;
  /** The form is another one now. */
  readonly opened: () => void;
};

export const YourDrafts = ({ shown, hasUnsaved, opened }: Props): JSX.Element | null => {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['drafts'],
    queryFn: async ({ signal }) => (await ask(DraftsDocument, {}, { signal })).drafts,
    staleTime: 0,
  });
  if (error !== null && data === undefined) return <Failure error={error} retry={() => void refetch()} />;
  const others = (data ?? []).filter(({ draftId }) => draftId !== shown);
  if (others.length === 0) return null;
  return (
    <details className="panel drafts" open>
      <summary className="strong">{t('draft.yours', { count: others.length })}</summary>
      <p className="small quiet">{t('draft.yoursHint')}</p>
      <ul className="draft-list">
        {others.map((draft) => (
          <Row key={draft.draftId} draft={draft} hasUnsaved={hasUnsaved} opened={opened} />
        ))}
      </ul>
    </details>
  );
};

type Fault = Exclude<Awaited<ReturnType<typeof openDraft>>, object> | 'NETWORK';

type RowProps = Pick<Props, 'hasUnsaved' | 'opened'> & { readonly draft: KeptDraftFragment };

const Row = ({ draft, hasUnsaved, opened }: RowProps): JSX.Element => {
  const { t } = useTranslation();
  const again = () => queries.invalidateQueries({ queryKey: ['drafts'] });
  const discarding = useAct(
    async (input: { id: string; version: number }, options) =>
      (await ask(DiscardDraftDocument, { input }, options)).result,
    () => void again(),
  );
  const { draftId: id, version, label, kind, corrects } = draft;
  return (
    <li className="stack tight">
      <div className="row draft-row">
        <span className="draft-name">
          <span className="strong">
            {label === null ? t('draft.closed') : <ProducerText text={label || t('draft.unnamed')} />}
          </span>
          <span className="small quiet">
            {corrects === null ? t(`draft.of.${kind}`) : t('draft.correction', { number: corrects.version })}
            {' · '}
            {t('draft.savedAt')} <Instant at={draft.savedAt} />
            {' · '}
            {t('draft.endsAt')} <Instant at={draft.endsAt} />
          </span>
        </span>
        {label !== null && <Continue draft={draft} hasUnsaved={hasUnsaved} opened={opened} />}
        <SureButton
          label={t('draft.discard')}
          what={t('draft.discardSure')}
          act={() => discarding.run({ id, version })}
          isBusy={discarding.isBusy}
        />
      </div>
      <ActOutcome of={discarding} />
    </li>
  );
};

const Continue = ({ draft, hasUnsaved, opened }: RowProps): JSX.Element => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [fault, setFault] = useState<Fault | null>(null);
  // Another form than the one on the screen may be in its place.
  const isTaken = fault === 'unsaved';
  const go = async (isSure: boolean): Promise<void> => {
    const found = await openDraft(draft, isSure).catch(() => 'NETWORK' as const);
    if (typeof found === 'string') {
      setFault(found);
      if (found === 'gone') void queries.invalidateQueries({ queryKey: ['drafts'] });
      return;
    }
    await navigate({ to: '/publish', search: found, replace: true });
    opened();
  };
  return (
    <>
      {hasUnsaved || isTaken ? (
        <SureButton
          label={t('draft.continue')}
          what={t('draft.continueSure')}
          act={() => void go(true)}
          isOpen={isTaken}
        />
      ) : (
        <button type="button" className="small" onClick={() => void go(false)}>
          {t('draft.continue')}
        </button>
      )}
      {fault !== null && fault !== 'unsaved' && (
        <span className="fault" role="alert">
          {fault === 'NETWORK'
            ? t('failure.NETWORK')
            : fault === 'noRoom'
              ? t('publish.notKept')
              : t(`draft.${fault}`)}
        </span>
      )}
    </>
  );
};
