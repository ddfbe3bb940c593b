// Reminds those who owe an answer: all of them, also those that are not listed.
import { type JSX, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { queries } from '../../app/queries.ts';
import { useShortcut } from '../../app/shortcuts.ts';
import { RemindRecipientsDocument, type RemindRecipientsInput } from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { useAct } from '../../ui/act/use-act.ts';
import { Instant, useNow } from '../../ui/instant.tsx';
import type { BoardItem } from './board-query.ts';
import { nextStepOf } from './figures/next-step.ts';

export const useRemind = (id: string, onDone?: () => void) =>
  useAct(
    async (input: Partial<RemindRecipientsInput>, options) =>
      (
        await ask(
          RemindRecipientsDocument,
          { input: { members: [], organisations: [], ...input, warning: id } },
          options,
        )
      ).result,
    () => {
      onDone?.();
      void queries.invalidateQueries({ queryKey: ['board', id] });
    },
  );

type RemindProps = {
  readonly item: BoardItem;
  /** Everybody who has not answered is reminded: the rows have it once a worker has written it. */
  readonly reminded: () => void;
};

export const Remind = ({ item, reminded: tell }: RemindProps): JSX.Element | null => {
  const { t } = useTranslation();
  const reminding = useRemind(item.id, tell);
  const button = useRef<HTMLButtonElement>(null);
  // To it, not pressing it: the key that opens the board must not remind a whole sector when it is pressed twice.
  useShortcut('e', () => button.current?.focus());
  const isAsked = item.answerBy !== null || item.recall !== null;
  if (!isAsked) return null;
  const reminded = reminding.done?.reminded;
  return (
    <div className="stack tight no-print">
      <div className="row">
        <button ref={button} type="button" disabled={reminding.isBusy} onClick={() => reminding.run({})}>
          {t('remind.all')}
        </button>
        <span role="status">
          {reminded != null && (
            <>
              {t('remind.done', { number: reminded })}{' '}
              <small className="quiet">{t('recipients.notListed')}</small>
            </>
          )}
        </span>
        <span className="small quiet">{t('remind.what')}</span>
      </div>
      <ByItself item={item} />
      <ActOutcome of={reminding} />
    </div>
  );
};

/** Nobody escalates by hand: what the hub does next, and when. */
const ByItself = ({ item }: { item: BoardItem }): JSX.Element | null => {
  const { t } = useTranslation();
  const next = nextStepOf(item, useNow());
  if (next === undefined) return null;
  if (next === null) return <p className="strong">{t('remind.stepsOver')}</p>;
  return (
    <p>
      {t('remind.byItself')} <span className="strong">{t(`remind.step.${next.step}`)}</span>{' '}
      {next.at !== null && <Instant at={next.at} />}
    </p>
  );
};
