// Changes how long a class is kept. A shorter time is proposed: another operator of the hub approves it.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeRetentionDocument, ProposeDocument } from '../../../operations/graphql.generated.ts';
import { wordsFor } from '../../../words/enum-words.ts';
import { acting, type Outcome, RunDialog } from '../act/act-dialog.tsx';
import { isNumber } from '../act/lists.ts';
import { TriedField } from '../act/tried-field.tsx';
import type { Kept } from './keeping-query.ts';

export const ChangeDialog = ({ of, close }: { of: Kept; close: () => void }): JSX.Element => {
  const { t, i18n } = useTranslation();
  const [days, setDays] = useState(String(of.days));
  const wanted = Number(days);
  const isShorter = wanted < of.days;
  const change = { name: of.name, days: wanted };
  const done = isShorter
    ? {
        run: acting(ProposeDocument, { kind: 'SHORTEN_RETENTION', payload: change }),
        shown: () => <p role="status">{t('retention.proposed')}</p>,
      }
    : { run: acting(ChangeRetentionDocument, change) };
  return (
    <RunDialog<Outcome>
      title={wordsFor(i18n, ['retention.class'], of.name) ?? of.name}
      sentence={t('retention.willChange')}
      button={isShorter ? t('last.propose') : t('retention.change')}
      isDanger={isShorter}
      isReady={isNumber(days) && wanted !== of.days}
      {...done}
      close={close}
    >
      <TriedField
        label={t('propose.field.days')}
        value={days}
        set={setDays}
        faults={isNumber(days) ? [] : [t('field.number')]}
        lack={wanted === of.days ? t('retention.same') : null}
        isRequired
      />
    </RunDialog>
  );
};
