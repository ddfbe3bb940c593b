// Narrows a warning that was shared too widely: who keeps it and who loses it beside each other, the hub's count before anything
// is written, and one sentence of what will happen.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../app/ask.ts';
import { queries } from '../../../app/queries.ts';
import {
  NarrowWarningDocument,
  type NarrowWarningInput,
  type NarrowWarningMutation,
  type WhyRefusedFragment,
} from '../../../operations/graphql.generated.ts';
import { ActOutcome } from '../../../ui/act/act-outcome.tsx';
import { Faults } from '../../../ui/act/hub-said.tsx';
import type { Lack } from '../../../ui/act/sentences.ts';
import { useAct } from '../../../ui/act/use-act.ts';
import { useLacking } from '../../../ui/act/use-lacking.ts';
import type { BoardItem, Delivery } from '../board-query.ts';
import { useSeenVersion } from '../seen-version.ts';
import { Differ } from './differ.tsx';
import { MarkingField, WhoFields, WordFields } from './fields.tsx';
import { EMPTY, inputOf, saysSomething } from './narrowing.ts';

type Done = NarrowWarningMutation['result'];
type Props = {
  readonly item: BoardItem;
  readonly deliveries: readonly Delivery[];
  readonly close: () => void;
  /** Told once it is done, with its notice. */
  readonly done: (notice: string | null) => void;
};

const useNarrow = (
  done: (result: Done) => void,
  learn: (refusals: readonly WhyRefusedFragment[]) => Promise<void>,
) => {
  const trying = useAct(
    async (tried: NarrowWarningInput, options) =>
      (await ask(NarrowWarningDocument, { input: { ...tried, dryRun: true } }, options)).result,
    undefined,
    { onRefused: (refusals) => void learn(refusals) },
  );
  const narrowing = useAct(
    async (final: NarrowWarningInput, options) =>
      (await ask(NarrowWarningDocument, { input: final }, options)).result,
    (result) => {
      void queries.invalidateQueries();
      done(result);
    },
    {
      // What was counted was of the version before.
      onRefused: (refusals) => {
        trying.forget();
        void learn(refusals);
      },
    },
  );
  return { trying, narrowing };
};

const useLacks = (said: typeof EMPTY): Lack[] => {
  const { t } = useTranslation();
  return [
    ...(saysSomething(said) ? [] : [{ path: '$.keep', words: t('narrow.nothing') }]),
    ...(said.reason.trim() === '' ? [{ path: '$.reason', words: t('publish.fillIn') }] : []),
  ];
};

export const Narrow = ({ item: shown, deliveries, close, done }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { seen, learn } = useSeenVersion(shown);
  const item = { ...shown, version: seen };
  const [said, setSaid] = useState(EMPTY);
  const { trying, narrowing } = useNarrow(({ notice }) => done(notice?.id ?? null), learn);
  const tried = trying.done;
  const set = (part: Partial<typeof EMPTY>): void => {
    trying.forget();
    narrowing.forget();
    setSaid({ ...said, ...part });
  };
  const lacking = useLacking(useLacks(said));
  return (
    <form
      ref={lacking.form}
      noValidate
      className="notice caution stack"
      aria-label={t('narrow.act')}
      onSubmit={(event) => {
        event.preventDefault();
        if (lacking.isWhole())
          (tried === undefined ? trying : narrowing).run(inputOf(said, { item, deliveries }));
      }}
    >
      <p className="strong">{t('narrow.what')}</p>
      <WhoFields said={said} set={set} deliveries={deliveries} />
      <Faults of={lacking.faults('$.keep')} />
      <MarkingField said={said} set={set} now={item.marking} />
      <Differ said={said} item={item} deliveries={deliveries} />
      <WordFields said={said} set={set} faults={lacking.faults('$.reason')} />
      <ActOutcome of={trying} />
      <ActOutcome of={narrowing} />
      {tried !== undefined && (
        <div className="stack tight" role="status">
          <p className="strong">
            {t('narrow.will', {
              version: item.version + 1,
              keeping: tried.recipients ?? 0,
              losing: tried.losing ?? 0,
            })}
          </p>
          <p className="small quiet">{t('recipients.notListed')}</p>
        </div>
      )}
      <div className="row">
        <button type="submit" className="danger" disabled={trying.isBusy || narrowing.isBusy}>
          {tried === undefined ? t('recall.check') : t('narrow.act')}
        </button>
        <button type="button" onClick={close}>
          {t('dialog.close')}
        </button>
      </div>
    </form>
  );
};
