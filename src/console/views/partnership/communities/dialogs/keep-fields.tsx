// What a community is, as its managers keep it: by hand or by rule, who sees its roll, how one joins, what it opens.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useSectors } from '../../../../app/sector-names.ts';
import type {
  CommunityJoining,
  CommunityRoll,
  CommunityRuleInput,
  MemberKind,
} from '../../../../operations/graphql.generated.ts';
import { ChoiceField, TextField } from '../../../../ui/field.tsx';
import { PickMany } from '../../../../ui/pick-many.tsx';
import { CheckField } from '../../act/check-field.tsx';
import { CheckMany } from '../../act/check-many.tsx';
import { listed } from '../../act/lists.ts';
import { KINDS } from '../../members/members-query.ts';
import { PickMembers } from '../../members/pick-members.tsx';
import type { Whole } from '../communities-query.ts';

export type Kept = {
  readonly name: string;
  readonly purpose: string;
  readonly managers: readonly string[];
  readonly isByRule: boolean;
  readonly kinds: readonly MemberKind[];
  readonly sectors: readonly string[];
  readonly countries: string;
  readonly roll: CommunityRoll;
  readonly joining: CommunityJoining;
  readonly admitsAuthorities: boolean;
  readonly opensHistory: boolean;
};

export const keptOf = (community: Whole | null): Kept => ({
  name: community?.name ?? '',
  purpose: community?.purpose ?? '',
  managers: community?.managers.map(({ slug }) => slug) ?? [],
  isByRule: community != null && community.rule !== null,
  kinds: community?.rule?.kinds ?? [],
  sectors: community?.rule?.sectors ?? [],
  countries: (community?.rule?.countries ?? []).join(', '),
  roll: community?.roll ?? 'COMMUNITY',
  joining: community?.joining ?? 'INVITATION',
  admitsAuthorities: community?.admitsAuthorities ?? false,
  opensHistory: community?.opensHistory ?? false,
});

const ruleOf = ({ isByRule, kinds, sectors, countries }: Kept): CommunityRuleInput | null => {
  if (!isByRule) return null;
  const named = listed(countries.toUpperCase());
  return {
    ...(kinds.length === 0 ? {} : { kinds: [...kinds] }),
    ...(sectors.length === 0 ? {} : { sectors: [...sectors] }),
    ...(named.length === 0 ? {} : { countries: named }),
  };
};

export const inputOf = (kept: Kept) => ({
  name: kept.name.trim(),
  purpose: kept.purpose.trim(),
  managers: [...kept.managers],
  rule: ruleOf(kept),
  roll: kept.roll,
  joining: kept.joining,
  admitsAuthorities: kept.admitsAuthorities,
  opensHistory: kept.opensHistory,
});

type Props = { readonly kept: Kept; readonly set: (changes: Partial<Kept>) => void };

export const KeepFields = ({ kept, set }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('communities.name')}
        value={kept.name}
        set={(name) => set({ name })}
        max={200}
        isRequired
      />
      <TextField
        label={t('communities.purpose')}
        value={kept.purpose}
        set={(purpose) => set({ purpose })}
        rows={3}
        max={2000}
      />
      <PickMembers
        label={t('communities.managers')}
        chosen={kept.managers}
        choose={(managers) => set({ managers })}
      />
      <CheckField
        label={t('communities.beByRule')}
        hint={t('communities.beByRuleHint')}
        value={kept.isByRule}
        set={(isByRule) => set({ isByRule })}
      />
      {kept.isByRule && <RuleFields kept={kept} set={set} />}
      <ChoiceField
        label={t('communities.rollTitle')}
        value={kept.roll}
        set={(roll) => set({ roll: roll as CommunityRoll })}
        options={(['PARTNERSHIP', 'COMMUNITY', 'MANAGERS'] as const).map(
          (each) => [each, t(`communities.roll.${each}`)] as const,
        )}
      />
      {!kept.isByRule && (
        <ChoiceField
          label={t('communities.joiningTitle')}
          value={kept.joining}
          set={(joining) => set({ joining: joining as CommunityJoining })}
          options={(['INVITATION', 'REQUEST'] as const).map(
            (each) => [each, t(`communities.joining.${each}`)] as const,
          )}
        />
      )}
      <OpenFields kept={kept} set={set} />
    </>
  );
};

const OpenFields = ({ kept, set }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    <>
      <CheckField
        label={t('communities.openHistory')}
        hint={t('communities.openHistoryHint')}
        value={kept.opensHistory}
        set={(opensHistory) => set({ opensHistory })}
      />
      <CheckField
        label={t('communities.admit')}
        hint={t('communities.admitHint')}
        value={kept.admitsAuthorities}
        set={(admitsAuthorities) => set({ admitsAuthorities })}
      />
    </>
  );
};

const RuleFields = ({ kept, set }: Props): JSX.Element => {
  const { t } = useTranslation();
  const known = useSectors();
  return (
    <>
      <CheckMany
        label={t('members.kindTitle')}
        from={KINDS.map((id) => ({ id, name: t(`members.kind.${id}`) }))}
        chosen={
          kept.kinds.filter((kind) =>
            (KINDS as readonly MemberKind[]).includes(kind),
          ) as (typeof KINDS)[number][]
        }
        choose={(kinds) => set({ kinds })}
      />
      <PickMany
        label={t('members.sectors')}
        from={known}
        chosen={kept.sectors}
        choose={(sectors) => set({ sectors })}
      />
      <TextField
        label={t('members.countries')}
        hint={t('publish.countriesHint')}
        value={kept.countries}
        set={(countries) => set({ countries })}
      />
    </>
  );
};
