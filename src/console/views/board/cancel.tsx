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
import { useOwn } from '../../ui/act/use-own.ts';
import { TextField } from '../../ui/field.tsx';
import { Refusals } from '../../ui/refusals.tsx';
import { Failure } from '../../ui/states.tsx';

type Props = {
  readonly item: { readonly id: string; readonly kind: ItemKind; readonly version: number };
  readonly close: () => void;
};

export const Cancel = ({ item, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { press, data, error, isPending } = useOwn({
    act: async (input: CancelWarningInput & WithdrawPracticeInput, as) => {
      const document = item.kind === 'WARNING' ? CancelWarningDocument : WithdrawPracticeDocument;
      return (await ask(document, { input }, { idempotencyKey, as })).result;
    },
    onDone: ({ refusals }) => {
      if (refusals.length > 0) return;
      void queries.invalidateQueries();
      close();
    },
  });
  return (
    <form
      className="notice caution stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        press({ id: item.id, expectedVersion: item.version, reason: reason.trim() });
      }}
    >
      <p>{t('cancel.what')}</p>
      <TextField label={t('cancel.reason')} value={reason} set={setReason} rows={2} max={500} isRequired />
      <Refusals refusals={data?.refusals ?? []} />
      {error !== null && <Failure error={error} />}
      <div className="row">
        <button type="submit" className="danger" disabled={isPending || reason.trim() === ''}>
          {item.kind === 'WARNING' ? t('cancel.warning') : t('cancel.practice')}
        </button>
        <button type="button" onClick={close}>
          {t('dialog.close')}
        </button>
      </div>
    </form>
  );
};
