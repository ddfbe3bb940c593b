// When a subscription tells: at once or gathered, at which local hour, how many an hour, and when it is quiet.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cadence } from '../../operations/graphql.generated.ts';
import { ChoiceField, Fields, TextField } from '../../ui/field.tsx';
import { MomentField } from '../../ui/time/moment-field.tsx';
import { type Language, spoken } from '../../words/words.ts';
import { digitsIn, type EditForm, quietWith } from './subscription-form.ts';

const CADENCES = ['AT_ONCE', 'DAILY', 'WEEKLY'] as const satisfies Cadence[];

/** Monday is 1. The first of January 2024 was one. */
export const dayName = (day: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, day)),
  );

const hours = Array.from({ length: 24 }, (_, hour): [string, string] => [
  String(hour),
  `${String(hour).padStart(2, '0')}:00`,
]);

type Props = { readonly edit: EditForm };

export const RhythmFields = ({ edit }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { form, set } = edit;
  const days = Array.from({ length: 7 }, (_, at): [string, string] => [
    String(at + 1),
    dayName(at + 1, spoken()),
  ]);
  return (
    <Fields title={t('subs.when')}>
      <ChoiceField
        label={t('subs.often')}
        hint={t('subs.oftenHint')}
        value={form.cadence}
        set={(cadence) => set({ cadence: cadence as Cadence })}
        options={CADENCES.map((each) => [each, t(`subs.cadence.${each}`)])}
      />
      <div className="pair">
        {form.cadence === 'WEEKLY' && (
          <ChoiceField
            label={t('subs.day')}
            value={form.weekday}
            set={(weekday) => set({ weekday })}
            options={days}
          />
        )}
        {form.cadence !== 'AT_ONCE' && (
          <ChoiceField
            label={t('subs.hour')}
            value={form.hour}
            set={(hour) => set({ hour })}
            options={hours}
          />
        )}
        <LimitFields edit={edit} />
      </div>
      <p className="hint">{t('subs.quietHint')}</p>
      {/* By itself: what is wrong with it is a sentence, which would move the fields beside it. */}
      <MomentField
        label={t('subs.expiresAt')}
        value={form.expiresAt}
        set={(expiresAt) => set({ expiresAt })}
        faults={edit.faults('$.expiresAt')}
      />
    </Fields>
  );
};

const LimitFields = ({ edit: { form, set, faults } }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('subs.timeZone')}
        value={form.timeZone}
        set={(timeZone) => set({ timeZone })}
        faults={faults('$.timeZone')}
      />
      <TextField
        label={t('subs.mostPerHour')}
        value={form.mostPerHour}
        set={(mostPerHour) => set({ mostPerHour: digitsIn(mostPerHour).slice(0, 2) })}
        faults={faults('$.mostPerHour')}
      />
      <ChoiceField
        label={t('subs.quietFrom')}
        value={form.quietFrom}
        none={t('subs.neverQuiet')}
        set={(quietFrom) => set(quietWith(form, { quietFrom }))}
        options={quiet(form.quietFrom)}
        faults={faults('$.quietHours.from')}
      />
      <ChoiceField
        label={t('subs.quietUntil')}
        value={form.quietUntil}
        none={t('subs.neverQuiet')}
        set={(quietUntil) => set(quietWith(form, { quietUntil }))}
        options={quiet(form.quietUntil)}
        faults={faults('$.quietHours.until')}
      />
    </>
  );
};

/** Each half hour, and what was said by another client. */
const quiet = (own: string): [string, string][] => {
  const halves = hours.flatMap(([, at]) => [at, at.replace(':00', ':30')]);
  return (own === '' || halves.includes(own) ? halves : [own, ...halves]).map((at) => [at, at]);
};
