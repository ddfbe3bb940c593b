// Recalls a warning: it should not have been sent. The hub says first how many would be told.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { queries } from '../../app/queries.ts';
import { RecallWarningDocument, type RecallWarningInput } from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import type { Lack } from '../../ui/act/sentences.ts';
import { useAct } from '../../ui/act/use-act.ts';
import { useLacking } from '../../ui/act/use-lacking.ts';
import { TextField } from '../../ui/field.tsx';
import { spoken } from '../../words/words.ts';
import type { BoardItem } from './board-query.ts';
import { useSeenVersion } from './seen-version.ts';

type Props = { readonly item: BoardItem; readonly close: () => void };

const useRecall = (item: BoardItem, close: () => void) => {
  const { seen, learn } = useSeenVersion(item);
  const trying = useAct(
    async (tried: RecallWarningInput, options) =>
      (await ask(RecallWarningDocument, { input: { ...tried, dryRun: true } }, options)).result,
    undefined,
    { onRefused: (refusals) => void learn(refusals) },
  );
  const recalling = useAct(
    async (final: RecallWarningInput, options) =>
      (await ask(RecallWarningDocument, { input: { ...final, dryRun: false } }, options)).result,
    () => {
      void queries.invalidateQueries();
      close();
    },
    {
      // What was counted was of the version before.
      onRefused: (refusals) => {
        trying.forget();
        void learn(refusals);
      },
    },
  );
  const run = ({ reason, whatToDo }: Words): void => {
    const input = {
      id: item.id,
      expectedVersion: seen,
      reason: reason.trim(),
      language: spoken(),
      ...(whatToDo.trim() === '' ? {} : { whatToDo: whatToDo.trim() }),
    };
    // The same for both, so that what was counted is what is sent.
    (trying.done === undefined ? trying : recalling).run({ ...input, dryRun: false });
  };
  return { trying, recalling, run };
};

type Words = { readonly reason: string; readonly whatToDo: string };

export const Recall = ({ item, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [words, setWords] = useState<Words>({ reason: '', whatToDo: '' });
  const { trying, recalling, run } = useRecall(item, close);
  const isTried = trying.done !== undefined;
  const isOpen = words.reason.trim() === '';
  const lacking = useLacking(isOpen ? [{ path: '$.reason', words: t('publish.fillIn') }] : []);
  return (
    <form
      ref={lacking.form}
      noValidate
      className="notice caution stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (lacking.isWhole()) run(words);
      }}
    >
      <p className="strong">{t('recall.what')}</p>
      <WordFields
        words={words}
        faults={lacking.faults('$.reason')}
        set={(part) => {
          trying.forget();
          setWords({ ...words, ...part });
        }}
      />
      <ActOutcome of={trying} />
      <ActOutcome of={recalling} />
      {isTried && (
        <p className="strong" role="status">
          {t('recall.told', { number: trying.done?.recipients ?? 0 })}
        </p>
      )}
      <div className="row">
        <button type="submit" className="danger" disabled={trying.isBusy || recalling.isBusy}>
          {isTried ? t('recall.act') : t('recall.check')}
        </button>
        <button type="button" onClick={close}>
          {t('dialog.close')}
        </button>
      </div>
    </form>
  );
};

type WordsProps = {
  readonly words: Words;
  readonly set: (part: Partial<Words>) => void;
  /** Of the reason. */
  readonly faults: readonly Lack[];
};

const WordFields = ({ words, set, faults }: WordsProps): JSX.Element => {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('recall.reason')}
        hint={t('recall.reasonHint')}
        value={words.reason}
        set={(reason) => set({ reason })}
        faults={faults}
        rows={2}
        max={2_000}
        isRequired
      />
      <TextField
        label={t('recall.whatToDo')}
        hint={t('recall.whatToDoHint')}
        value={words.whatToDo}
        set={(whatToDo) => set({ whatToDo })}
        rows={2}
        max={2_000}
      />
    </>
  );
};
