// Keys: one's own, and for administrators those of the member's machines, screens and persons; and where sessions are.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../app/me.ts';
import { Nothing, Unread } from '../../../ui/states.tsx';
import { Acts } from '../act/acts.tsx';
import { ALLOWED, unless, useMay } from '../act/may.ts';
import { EndKeyDialog, RotateDialog } from './key-dialogs.tsx';
import { KeyTable } from './key-table.tsx';
import { keysQuery, type OpenKey } from './keys-query.ts';
import { Machines } from './machines/machines.tsx';
import { MakeKeyDialog } from './make-key-dialog.tsx';
import { Provider } from './provider/provider.tsx';
import '../partnership.css';
import { FilterChoice } from '../../../ui/filter-choice.tsx';

export const Keys = (): JSX.Element => {
  const { t } = useTranslation();
  const { whose } = useSearch({ from: '/keys' });
  const navigate = useNavigate({ from: '/keys' });
  const may = useMay();
  const isOfMember = whose === 'member' && may('EITHER').isAllowed;
  const choose = (next: 'own' | 'member'): void =>
    void navigate({
      search: (before) => ({ ...before, whose: next === 'own' ? undefined : next }),
      replace: true,
    });
  return (
    <div className="stack">
      <div className="head">
        <h1>{t('view.keys')}</h1>
        <Acts
          acts={(['own', 'member'] as const).map((each) => ({
            name: t(`accessKeys.${each}`),
            right: each === 'own' ? ALLOWED : may('EITHER'),
            press: () => choose(each),
            isPressed: (each === 'member') === isOfMember,
          }))}
        />
      </div>
      <Listed isOfMember={isOfMember} />
      {isOfMember && <Machines />}
      {isOfMember && <Provider />}
      <Sessions />
    </div>
  );
};

const Listed = ({ isOfMember }: { isOfMember: boolean }): JSX.Element => {
  const { t } = useTranslation();
  const may = useMay();
  const me = useSignedIn();
  const [open, setOpen] = useState<OpenKey>(null);
  const { all } = useSearch({ from: '/keys' });
  const navigate = useNavigate({ from: '/keys' });
  const isAllShown = all !== undefined;
  const showAll = (isChosen: boolean): void =>
    void navigate({ search: (before) => ({ ...before, all: isChosen ? 'yes' : undefined }), replace: true });
  const query = useQuery(keysQuery(isOfMember ? 'MEMBER' : 'OWN'));
  const { data } = query;
  const isMachine = me.person === null && !may('EITHER').isAllowed;
  const make = unless(ALLOWED, isMachine, t('accessKeys.machineMakesNone'));
  if (data === undefined) return <Unread of={[query]} />;
  const shown = data.filter(({ state }) => isAllShown || state === 'ACTIVE');
  return (
    <>
      <Acts
        acts={[
          { name: t('accessKeys.make'), right: make, press: () => setOpen({ act: 'make' }), kind: 'primary' },
        ]}
      />
      <FilterChoice label={t('accessKeys.all')} value={isAllShown} set={showAll} />
      {shown.length === 0 ? (
        <Nothing title={t('accessKeys.none')}>
          <p>{t('accessKeys.noneNext')}</p>
        </Nothing>
      ) : (
        <KeyTable keys={shown} isOfMember={isOfMember} open={setOpen} />
      )}
      {open?.act === 'make' && <MakeKeyDialog isForMember={isOfMember} close={() => setOpen(null)} />}
      {open?.act === 'rotate' && <RotateDialog accessKey={open.key} close={() => setOpen(null)} />}
      {open?.act === 'end' && <EndKeyDialog accessKey={open.key} close={() => setOpen(null)} />}
    </>
  );
};

const Sessions = (): JSX.Element => {
  const { t } = useTranslation();
  return (
    <section className="panel stack tight" aria-labelledby="sessions">
      <h2 id="sessions">{t('accessKeys.sessions')}</h2>
      <p>{t('accessKeys.sessionsWhat')}</p>
      <p>
        <a className="button" href="/account">
          {t('shell.account')}
        </a>
      </p>
    </section>
  );
};
