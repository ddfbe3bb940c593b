// What may go to an endpoint: the form, and the highest marking that goes there in full.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndpointForm, Tlp } from '../../operations/graphql.generated.ts';
import { ChoiceField } from '../../ui/field.tsx';
import { tlpLabel } from '../../ui/print/strictest.ts';

/** RED goes to no endpoint. */
const CEILINGS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT'] as const satisfies Tlp[];
const FORMS = ['THIN', 'FULL'] as const satisfies EndpointForm[];

export type WhatGoes = { readonly form: EndpointForm; readonly ceiling: Tlp };

type Props = {
  readonly value: WhatGoes;
  readonly set: (value: WhatGoes) => void;
  readonly isMail: boolean;
};

export const WhatGoesFields = ({ value, set, isMail }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceField
        label={t('channels.form')}
        hint={t(`channels.formWords.${value.form}`)}
        value={value.form}
        set={(form) => set({ ...value, form: form as EndpointForm })}
        options={FORMS.map((form) => [form, t(`channels.forms.${form}`)])}
      />
      <ChoiceField
        label={t('channels.ceiling')}
        hint={isMail ? t('channels.ceilingMail') : t('channels.ceilingHint')}
        value={value.ceiling}
        set={(ceiling) => set({ ...value, ceiling: ceiling as Tlp })}
        options={CEILINGS.map((each) => [each, tlpLabel(each)])}
      />
    </>
  );
};
