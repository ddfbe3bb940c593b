// How it may be used, where its publisher restricts that: each rule with what it means for those who get it.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Faults } from '../../../ui/act/hub-said.tsx';
import type { Fault } from '../../../ui/act/sentences.ts';
import { ChoiceField, Fields, TextField } from '../../../ui/field.tsx';
import { HandlingWords } from '../../../ui/handling/handling-words.tsx';
import { HANDLING_RULES, type HandlingRule, RULES } from '../../../ui/handling/rules.ts';
import { MomentField } from '../../../ui/time/moment-field.tsx';
import { wordsFor } from '../../../words/enum-words.ts';
import type { Edit } from '../edit.ts';
import { NOTHING_SAID } from '../form.ts';
import type { Current } from '../former.ts';

type Props = { readonly edit: Edit; readonly current: Current | null };

export const HandlingFields = ({ edit, current }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { form, set, faults } = edit;
  const isCorrection = current !== null;
  const way = isCorrection
    ? ({ open: 'handling.tighten', close: 'handling.asBefore' } as const)
    : ({ open: 'handling.add', close: 'handling.drop' } as const);
  return (
    <Fields title={t('handling.title')}>
      <p className="quiet">{t(isCorrection ? 'handling.stricter' : 'handling.what')}</p>
      {current?.handling != null && (
        <div className="notice">
          <HandlingWords said={current.handling} />
        </div>
      )}
      {form.handling !== null && <Rules edit={edit} isCorrection={isCorrection} />}
      <Faults of={faults('$.handling').filter((fault) => !belowIn(edit).has(fault))} />
      <div>
        <button
          type="button"
          className="small"
          onClick={() => set({ handling: form.handling === null ? NOTHING_SAID : null })}
        >
          {t(form.handling === null ? way.open : way.close)}
        </button>
      </div>
    </Fields>
  );
};

/** What is said at a field of its own. */
const belowIn = ({ faults }: Edit): ReadonlySet<Fault> =>
  new Set([...RULES, 'until', 'reference'].flatMap((name) => faults(`$.handling.${name}`)));

const Rules = ({ edit, isCorrection }: { edit: Edit; isCorrection: boolean }): JSX.Element | null => {
  const { t } = useTranslation();
  const { form, set, faults } = edit;
  const { handling } = form;
  if (handling === null) return null;
  const change = (changes: Partial<typeof handling>): void => set({ handling: { ...handling, ...changes } });
  return (
    <>
      {RULES.map((rule) => (
        <Rule
          key={rule}
          rule={rule}
          value={handling[rule]}
          set={(word) => change({ [rule]: word })}
          none={t(isCorrection ? 'handling.asBefore' : 'handling.unsaid')}
          faults={faults(`$.handling.${rule}`)}
        />
      ))}
      <div className="pair">
        <MomentField
          label={t('handling.untilField')}
          hint={t('handling.untilHint')}
          value={handling.until}
          set={(until) => change({ until })}
          faults={faults('$.handling.until')}
        />
        <TextField
          label={t('handling.reference')}
          hint={t('handling.referenceHint')}
          value={handling.reference}
          set={(reference) => change({ reference })}
          faults={faults('$.handling.reference')}
        />
      </div>
    </>
  );
};

type RuleProps = {
  readonly rule: HandlingRule;
  readonly value: string;
  readonly set: (word: string) => void;
  readonly none: string;
  readonly faults: readonly Fault[];
};

const Rule = ({ rule, value, set, none, faults }: RuleProps): JSX.Element => {
  const { t, i18n } = useTranslation();
  return (
    <ChoiceField
      label={t(`handling.rule.${rule}`)}
      hint={value === '' ? undefined : (wordsFor(i18n, [`handling.effect.${rule}`], value) ?? undefined)}
      value={value}
      set={set}
      options={HANDLING_RULES[rule].map((word) => [word, wordsFor(i18n, [`handling.${rule}`], word) ?? word])}
      none={none}
      faults={faults}
    />
  );
};
