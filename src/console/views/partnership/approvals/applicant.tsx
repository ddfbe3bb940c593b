// Who would be admitted: what it is, where, and who answers for it.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { stateName } from '../../../words/language-name.ts';
import { spoken } from '../../../words/words.ts';
import { type Payload, useApplicant } from './payload.ts';

export const Applicant = ({ of }: { of: Payload }): JSX.Element | null => {
  const { t } = useTranslation();
  const applicant = useApplicant(of);
  if (applicant === null) return null;
  const { name, slug, kind, country, sponsors } = applicant;
  const what = { kind: t(`members.kind.${kind}`), state: stateName(country, spoken()) };
  return (
    <p>
      <ProducerText text={name} /> (<code>{slug}</code>): {t('approvals.applicant', what)}{' '}
      {sponsors.length === 0
        ? t('approvals.unsponsored')
        : t('approvals.sponsored', { sponsors: new Intl.ListFormat(spoken()).format(sponsors) })}
    </p>
  );
};
