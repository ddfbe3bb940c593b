// Saves the form on the hub, and says when that was done last, and whether something was written since.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../app/me.ts';
import { ActOutcome } from '../../../ui/act/act-outcome.tsx';
import { Instant } from '../../../ui/instant.tsx';
import type { Form } from '../form.ts';
import { contentOf } from './content.ts';
import type { Keeping } from './use-kept.ts';

/** Of a draft that was saved elsewhere since, or is gone: what is on the screen can still be saved by itself. */
const LOST = ['DRAFT_SAVED_ELSEWHERE', 'NOT_FOUND'];

export const SaveDraft = ({ form, keeping }: { form: Form; keeping: Keeping }): JSX.Element => {
  const { t } = useTranslation();
  const { person } = useSignedIn();
  const { kept, saving, save, saveAsNew } = keeping;
  const isLost = saving.refusals.some(({ code }) => LOST.includes(code));
  return (
    <div className="stack tight">
      <div className="row">
        <button
          type="button"
          disabled={saving.isBusy}
          aria-disabled={person === null}
          aria-describedby="draft-hint"
          onClick={() => {
            if (person !== null) save();
          }}
        >
          {t('draft.save')}
        </button>
        {isLost && (
          <button type="button" disabled={saving.isBusy} onClick={saveAsNew}>
            {t('draft.saveAsNew')}
          </button>
        )}
        <span className="small" role="status">
          {saving.isBusy ? t('state.loading') : kept !== null && <SavedAt form={form} keeping={keeping} />}
        </span>
      </div>
      <ActOutcome of={saving} />
      <p className="small quiet" id="draft-hint">
        {person === null ? t('draft.needsPerson') : t('draft.hint')}
      </p>
    </div>
  );
};

const SavedAt = ({ form, keeping: { kept } }: { form: Form; keeping: Keeping }): JSX.Element | null => {
  const { t } = useTranslation();
  if (kept === null) return null;
  return (
    <>
      {t('draft.savedAt')} <Instant at={kept.savedAt} />
      {contentOf(form) !== kept.content && ` – ${t('draft.changed')}`}
    </>
  );
};
