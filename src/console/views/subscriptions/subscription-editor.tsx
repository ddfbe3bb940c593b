// A subscription as a form, beside what it would have sent in the last 30 days.
import { useNavigate } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import {
  ChangeSubscriptionDocument,
  CreateSubscriptionDocument,
  type OwnEndpointFragment,
} from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { CheckedForm } from '../../ui/act/checked-form.tsx';
import { faultsAt } from '../../ui/act/sentences.ts';
import { useAct } from '../../ui/act/use-act.ts';
import { ChoiceField, Fields, TextField } from '../../ui/field.tsx';
import { isNoMoment } from '../../ui/time/moment.ts';
import { FilterFields } from './filter-fields.tsx';
import { RhythmFields } from './rhythm-fields.tsx';
import { changedOf, createdOf, type EditForm, type Form } from './subscription-form.ts';
import { askSubscriptionsAgain } from './subscriptions-query.ts';
import { WouldHaveSent } from './would-have-sent.tsx';

type Props = {
  readonly endpoints: readonly OwnEndpointFragment[];
  readonly first: Form;
  /** Of the one that is changed; null for a new one. */
  readonly id: string | null;
};

export const Editor = ({ endpoints, first, id }: Props): JSX.Element => {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/subscriptions' });
  const [form, setForm] = useState(first);
  const close = (): void => void navigate({ search: { edit: undefined } });
  const saving = useAct(
    async (wanted: Form, options) =>
      id === null
        ? (await ask(CreateSubscriptionDocument, { input: createdOf(wanted) }, options)).result
        : (await ask(ChangeSubscriptionDocument, { input: changedOf(wanted, id) }, options)).result,
    () => {
      askSubscriptionsAgain();
      close();
    },
  );
  const edit: EditForm = {
    form,
    set: (part) => setForm({ ...form, ...part }),
    faults: (path) => faultsAt(saving.refusals, path),
  };
  return (
    <div className="stack">
      <h1>{id === null ? t('subs.make') : t('subs.changeTitle')}</h1>
      <div className="two">
        <CheckedForm
          className="stack"
          isReady={form.name.trim() !== '' && !isNoMoment(form.expiresAt)}
          isBusy={saving.isBusy}
          send={() => saving.run(form)}
          buttons={
            <>
              <button type="submit" className="primary" aria-disabled={saving.isBusy}>
                {t('act.save')}
              </button>
              <button type="button" onClick={close}>
                {t('dialog.close')}
              </button>
            </>
          }
        >
          <Where edit={edit} endpoints={endpoints} isNew={id === null} />
          <FilterFields edit={edit} />
          <RhythmFields edit={edit} />
          <ActOutcome of={saving} />
        </CheckedForm>
        <WouldHaveSent form={form} />
      </div>
    </div>
  );
};

type WhereProps = Pick<Props, 'endpoints'> & { readonly edit: EditForm; readonly isNew: boolean };

const Where = ({ edit: { form, set, faults }, endpoints, isNew }: WhereProps): JSX.Element => {
  const { t } = useTranslation();
  return (
    <Fields title={t('subs.where')}>
      <TextField
        label={t('subs.name')}
        value={form.name}
        set={(name) => set({ name })}
        faults={faults('$.name')}
        isRequired
        max={80}
      />
      {isNew && (
        <ChoiceField
          label={t('subs.endpoint')}
          value={form.endpoint}
          set={(endpoint) => set({ endpoint })}
          faults={faults('$.endpoint')}
          options={endpoints.map(({ endpointId, label, address }) => [endpointId, `${label} (${address})`])}
        />
      )}
    </Fields>
  );
};
