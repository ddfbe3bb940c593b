// Has what went to an endpoint tried again: everything in the range and state that the filter shows, or one by one.
import { type JSX, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import {
  type ChannelDeliveryFilter,
  RetryDeliveriesDocument,
  type RetryDeliveriesInput,
} from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { SureButton } from '../../ui/act/sure-button.tsx';
import { useAct } from '../../ui/act/use-act.ts';
import { askChannelsAgain, toReplay } from './channels-query.ts';

export const useRetry = () =>
  useAct(
    async (input: RetryDeliveriesInput, options) =>
      (await ask(RetryDeliveriesDocument, { input }, options)).result,
    askChannelsAgain,
  );

export const Replay = ({ filter }: { filter: ChannelDeliveryFilter }): JSX.Element => {
  const { t } = useTranslation();
  const retrying = useRetry();
  const isRange = filter.from !== undefined || filter.until !== undefined;
  const retried = retrying.done?.retried;
  return (
    <div className="stack tight no-print">
      <div className="row">
        <SureButton
          label={isRange ? t('channels.replayRange') : t('channels.replayDead')}
          what={isRange ? t('channels.replayRangeSure') : t('channels.replayDeadSure')}
          isBusy={retrying.isBusy}
          act={() => retrying.run(toReplay(filter))}
        />
        <span role="status">{retried != null && t('channels.replayed', { number: retried })}</span>
      </div>
      <ActOutcome of={retrying} />
    </div>
  );
};

/** While a moment of the range is none: nothing is listed, and nothing goes again. */
export const NoRange = (): JSX.Element => {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="stack tight no-print">
      <div className="row">
        <button type="button" className="small" aria-disabled aria-describedby={id}>
          {t('channels.replayRange')}
        </button>
      </div>
      <p className="fault" id={id}>
        {t('field.noMoment')}
      </p>
    </div>
  );
};
