// Recalls a warning: it should not have been sent. The hub says first how many would be told.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { queries } from '../../app/queries.ts';
import { RecallWarningDocument, type RecallWarningInput } from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { useAct } from '../../ui/act/use-act.ts';
import { TextField } from '../../ui/field.tsx';
import { spoken } from '../../words/words.ts';
import type { BoardItem } from './board-query.ts';

type Props = { readonly item: BoardItem; readonly close: () => void };

export const Recall = ({ item, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [whatToDo, setWhatToDo] = useState('');
  const input = {
    id: item.id,
    expectedVersion: item.version,
    reason: reason.trim(),
    language: spoken(),
    ...(whatToDo.trim() === '' ? {} : { whatToDo: whatToDo.trim() }),
  };
  const trying = useAct(
    async (tried: RecallWarningInput, options) =>
      (await ask(RecallWarningDocument, { input: { ...tried, dryRun: true } }, options)).result,
  );
  const recalling = useAct(
    async (final: RecallWarningInput, options) =>
      (await ask(RecallWarningDocument, { input: final }, options)).result,
    () => {
      void queries.invalidateQueries();
      close();
    },
  );
  const isTried = trying.done !== undefined;
  const change = (set: (text: string) => void) => (text: string) => {
    trying.forget();
    set(text);
  };
  return (
    <form
      className="notice caution stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (isTried) recalling.run({ ...input, dryRun: false });
        else trying.run({ ...input, dryRun: true });
      }}
    >
      <p className="strong">{t('recall.what')}</p>
      <TextField
        label={t('recall.reason')}
        hint={t('recall.reasonHint')}
        value={reason}
        set={change(setReason)}
        rows={2}
        max={2_000}
        isRequired
      />
      <TextField
        label={t('recall.whatToDo')}
        hint={t('recall.whatToDoHint')}
        value={whatToDo}
        set={change(setWhatToDo)}
        rows={2}
        max={2_000}
      />
      <ActOutcome of={trying} />
      <ActOutcome of={recalling} />
      {isTried && (
        <p className="strong" role="status">
          {t('recall.told', { number: trying.done?.recipients ?? 0 })}
        </p>
      )}
      <div className="row">
        <button
          type="submit"
          className="danger"
          disabled={trying.isBusy || recalling.isBusy || reason.trim() === ''}
        >
          {isTried ? t('recall.act') : t('recall.check')}
        </button>
        <button type="button" onClick={close}>
          {t('dialog.close')}
        </button>
      </div>
    </form>
  );
};
