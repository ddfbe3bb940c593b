// Applies for an organisation that one's member answers for.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSectors } from '../../../../app/sector-names.ts';
import { ApplyForMemberDocument, type MemberKind } from '../../../../operations/graphql.generated.ts';
import { ChoiceField, TextField } from '../../../../ui/field.tsx';
import { PickMany } from '../../../../ui/pick-many.tsx';
import { ActDialog } from '../../act/act-dialog.tsx';
import { CheckField } from '../../act/check-field.tsx';
import { orNull } from '../../act/lists.ts';
import { KINDS } from '../members-query.ts';

const EMPTY = { name: '', latinName: '', slug: '', country: '', website: '', contact: '' };

export const ApplyDialog = ({ close }: { close: () => void }): JSX.Element => {
  const { t } = useTranslation();
  const known = useSectors();
  const [texts, setTexts] = useState(EMPTY);
  const [kind, setKind] = useState<MemberKind>('OPERATOR');
  const [sectors, setSectors] = useState<string[]>([]);
  const [agreesToBeNamed, agree] = useState(false);
  const { name, slug, country, contact } = texts;
  const field = (key: keyof typeof EMPTY) => ({
    value: texts[key],
    set: (value: string) => setTexts({ ...texts, [key]: value }),
  });
  return (
    <ActDialog
      title={t('applications.apply')}
      sentence={t('applications.will.apply')}
      button={t('applications.apply')}
      isReady={[name, slug, country, contact].every((each) => each.trim() !== '')}
      document={ApplyForMemberDocument}
      input={{
        slug: slug.trim(),
        name: name.trim(),
        latinName: orNull(texts.latinName),
        kind,
        country: country.trim().toUpperCase(),
        sectors,
        website: orNull(texts.website),
        contact: contact.trim(),
        agreesToBeNamed,
      }}
      close={close}
    >
      <TextField label={t('members.name')} hint={t('applications.nameHint')} {...field('name')} isRequired />
      <TextField label={t('members.latinName')} {...field('latinName')} />
      <TextField label={t('members.slug')} hint={t('applications.slugHint')} {...field('slug')} isRequired />
      <ChoiceField
        label={t('members.kindTitle')}
        value={kind}
        set={(next) => setKind(next as MemberKind)}
        options={KINDS.map((each) => [each, t(`members.kind.${each}`)] as const)}
      />
      <TextField
        label={t('members.country')}
        hint={t('members.countryHint')}
        {...field('country')}
        isRequired
      />
      <PickMany label={t('members.sectors')} from={known} chosen={sectors} choose={setSectors} />
      <TextField label={t('members.website')} {...field('website')} />
      <TextField label={t('applications.contact')} {...field('contact')} rows={2} max={500} isRequired />
      <CheckField
        label={t('applications.agree')}
        hint={t('applications.agreeHint')}
        value={agreesToBeNamed}
        set={agree}
      />
    </ActDialog>
  );
};
