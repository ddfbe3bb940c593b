// The fields of a narrowing: who keeps it, under which marking, and what those who lose it read.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tlp } from '../../../operations/graphql.generated.ts';
import type { Lack } from '../../../ui/act/sentences.ts';
import { ChoiceField, TextField } from '../../../ui/field.tsx';
import { tlpLabel } from '../../../ui/print/strictest.ts';
import { AlternativeFields } from '../../publish/fields/scope-fields.tsx';
import { type BoardItem, byName, type Delivery } from '../board-query.ts';
import { MODES, type Narrowing, stricterThan } from './narrowing.ts';
import { Organisation } from './organisation.tsx';
import '../../publish/publish.css';
import './narrow.css';

type Props = { readonly said: Narrowing; readonly set: (part: Partial<Narrowing>) => void };

export const WhoFields = ({
  said,
  set,
  deliveries,
}: Props & { deliveries: readonly Delivery[] }): JSX.Element => {
  const { t } = useTranslation();
  const { mode, chosen, fitting } = said;
  return (
    <>
      <fieldset className="markings stack tight">
        <legend className="strong">{t('narrow.who')}</legend>
        <div className="row">
          {MODES.map((each) => (
            <label className="choice" key={each}>
              <input
                type="radio"
                name="narrow-mode"
                checked={mode === each}
                onChange={() => set({ mode: each, chosen: [] })}
              />
              {t(`narrow.mode.${each}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {mode === 'FITTING' ? (
        <AlternativeFields
          alternative={fitting}
          change={(changes) => set({ fitting: { ...fitting, ...changes } })}
        />
      ) : (
        <fieldset className="markings stack tight">
          <legend className="strong">{mode === 'ONLY' ? t('narrow.keeping') : t('narrow.losing')}</legend>
          <div className="row narrow-choices">
            {byName(deliveries)
              .filter(({ organisation }) => mode === 'EXCEPT' || organisation === null)
              .map((delivery) => (
                <label className="choice" key={delivery.id}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(delivery.id)}
                    onChange={({ target }) =>
                      set({
                        chosen: target.checked
                          ? [...chosen, delivery.id]
                          : chosen.filter((each) => each !== delivery.id),
                      })
                    }
                  />
                  <Organisation delivery={delivery} />
                </label>
              ))}
          </div>
        </fieldset>
      )}
    </>
  );
};

export const MarkingField = ({
  said,
  set,
  now,
}: Props & { now: BoardItem['marking'] }): JSX.Element | null => {
  const { t } = useTranslation();
  const stricter = stricterThan(now);
  if (stricter.length === 0) return null;
  return (
    <ChoiceField
      label={t('narrow.marking')}
      value={said.marking}
      set={(marking) => set({ marking: marking as Tlp | '' })}
      none={t('narrow.asIsMarked', { marking: tlpLabel(now) })}
      options={stricter.map((each) => [each, tlpLabel(each)] as const)}
    />
  );
};

export const WordFields = ({ said, set, faults }: Props & { faults: readonly Lack[] }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('recall.reason')}
        hint={t('narrow.reasonHint')}
        value={said.reason}
        set={(reason) => set({ reason })}
        faults={faults}
        rows={2}
        max={2_000}
        isRequired
      />
      <TextField
        label={t('narrow.whatToDo')}
        hint={t('recall.whatToDoHint')}
        value={said.whatToDo}
        set={(whatToDo) => set({ whatToDo })}
        rows={2}
        max={2_000}
      />
    </>
  );
};
