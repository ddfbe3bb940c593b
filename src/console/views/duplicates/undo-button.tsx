// Takes apart what was joined, once: offered to all, with the reason to whoever may not review. The hub asks whether they may read
// both sides.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Acting } from '../../app/ask.ts';
import { queries } from '../../app/queries.ts';
import { useMayPublish } from '../../app/rights.ts';
import type { WhyRefusedFragment } from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { useAct } from '../../ui/act/use-act.ts';

type Undone = { readonly refusals: readonly WhyRefusedFragment[] };
type Props = { readonly undo: (options: Acting) => Promise<Undone> };

export const UndoButton = ({ undo }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { isAllowed, reason } = useMayPublish();
  const undoing = useAct(
    (_: null, options) => undo(options),
    () => void queries.invalidateQueries(),
  );
  return (
    <div className="no-print">
      <button
        type="button"
        className="small"
        title={isAllowed ? undefined : reason}
        disabled={!isAllowed || undoing.isBusy || undoing.done !== undefined}
        onClick={() => undoing.run(null)}
      >
        {t('related.undo')}
      </button>
      <ActOutcome of={undoing} />
    </div>
  );
};
