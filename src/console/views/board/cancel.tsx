// Cancels a warning, or withdraws a practice: a last version with a reason, to everyone who had the one before.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { queries } from '../../app/queries.ts';
import {
  CancelWarningDocument,
  type CancelWarningInput,
  type ItemKind,
  WithdrawPracticeDocument,
  type WithdrawPracticeInput,
} from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { useAct } from '../../ui/act/use-act.ts';
import { useLacking } from '../../ui/act/use-lacking.ts';
import { TextField } from '../../ui/field.tsx';
import { useSeenVersion } from './seen-version.ts';

type Props = {
  readonly item: { readonly id: string; readonly kind: ItemKind; readonly version: number };
  readonly close: () => void;
};

export const Cancel = ({ item, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const { seen, learn } = useSeenVersion(item);
  const cancelling = useAct(
    async (input: CancelWarningInput & WithdrawPracticeInput, options) => {
      const document = item.kind === 'WARNING' ? CancelWarningDocument : WithdrawPracticeDocument;
      return (await ask(document, { input }, options)).result;
    },
    () => {
      void queries.invalidateQueries();
      close();
    },
    { onRefused: (refusals) => void learn(refusals) },
  );
  const lacking = useLacking(reason.trim() === '' ? [{ path: '$.reason', words: t('publish.fillIn') }] : []);
  return (
    <form
      ref={lacking.form}
      noValidate
      className="notice caution stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (lacking.isWhole()) cancelling.run({ id: item.id, expectedVersion: seen, reason: reason.trim() });
      }}
    >
      <p>{t('cancel.what')}</p>
      <TextField
        label={t('cancel.reason')}
        value={reason}
        set={setReason}
        faults={lacking.faults('$.reason')}
        rows={2}
        max={500}
        isRequired
      />
      <ActOutcome of={cancelling} />
      <div className="row">
        <button type="submit" className="danger" disabled={cancelling.isBusy}>
          {item.kind === 'WARNING' ? t('cancel.warning') : t('cancel.practice')}
        </button>
        <button type="button" onClick={close}>
          {t('dialog.close')}
        </button>
      </div>
    </form>
  );
};
