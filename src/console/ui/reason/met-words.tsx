// By which of its own facts a member is addressed, in the language of the console.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useSectorName } from '../../app/sector-names.ts';
import { ProducerText } from '../producer-text.tsx';
import { type Met, metIn } from './met-in.ts';
import { RuleText } from './rule-text.tsx';

export const MetWords = ({ rule }: { rule: string }): JSX.Element => {
  const { t } = useTranslation();
  const nameOf = useSectorName();
  const met = metIn(rule);
  if (met === null) return <RuleText rule={rule} />;
  const said = (each: Met): string => {
    switch (each.what) {
      case 'kind':
        return t(`members.kind.${each.of}`);
      case 'sector':
        return t('reason.met.sector', { name: nameOf(each.of) });
      case 'community':
      case 'in':
      case 'serving':
        return t(`reason.met.${each.what}`, { name: each.of });
      default:
        return t(`reason.met.${each.what}`);
    }
  };
  return <ProducerText text={met.map(said).join(' · ')} />;
};
