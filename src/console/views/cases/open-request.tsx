// On the page of a warning: the request for help that one's organisation has made with it, who has it, and until when.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../app/me.ts';
import { visible } from '../../ui/producer-text.tsx';
import { casesQuery } from './cases-query.ts';
import { TimeToTake } from './time-to-take.tsx';

export const OpenRequest = ({ warning }: { readonly warning: string }): JSX.Element | null => {
  const { t } = useTranslation();
  const own = useSignedIn().member.slug;
  const { data } = useQuery(casesQuery);
  const open = data?.find((each) => each.warning === warning && each.member?.slug === own);
  if (open === undefined) return null;
  const name = visible(open.owner?.name ?? '');
  const waits = name === '' ? t('answering.helpOpen') : t('answering.helpWith', { name });
  return (
    <p className="notice caution row apart" data-case={open.state}>
      <span>
        {open.state === 'TAKEN' && name !== '' ? t('answering.helpTaken', { name }) : waits}{' '}
        {open.state === 'OPEN' && <TimeToTake of={open} />}
      </span>
      <Link className="button" to="/cases" search={{ of: warning }}>
        {t('view.cases')}
      </Link>
    </p>
  );
};
