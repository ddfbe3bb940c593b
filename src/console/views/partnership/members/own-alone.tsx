// What is one's own member's alone: nobody else sees it, not even who runs the hub. To whom it is listed, clients, dependencies.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { inList } from '../../../words/in-list.ts';
import { spoken } from '../../../words/words.ts';
import { Acts } from '../act/acts.tsx';
import { useMay } from '../act/may.ts';
import { DependencyDialog, WithdrawDependencyDialog } from './dialogs/dependency-dialogs.tsx';
import { ClientsDialog, ListingDialog } from './dialogs/own-dialogs.tsx';
import type { Facts } from './members-query.ts';

type Dependency = NonNullable<Facts['dependencies']>[number];
type Open = 'listing' | 'clients' | 'dependency' | Dependency | null;

export const OwnAlone = ({ facts }: { facts: Facts }): JSX.Element => {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const { clients, isUnlisted, listedTo, optsOutOfCascade, dependencies } = facts;
  return (
    <section className="panel stack tight" aria-labelledby="own-alone">
      <h2 id="own-alone">{t('members.alone')}</h2>
      <p className="small quiet">{t('members.aloneWhat')}</p>
      <dl className="facts">
        <dt>{t('members.listing')}</dt>
        <dd>
          {isUnlisted === true ? t('members.unlisted') : t('members.listed')}{' '}
          {isUnlisted === true && inList(listedTo ?? [])}
        </dd>
        <dt>{t('members.clients')}</dt>
        <dd>{clients === null || clients.length === 0 ? '–' : inList(clients)}</dd>
        <dt>{t('members.optOut')}</dt>
        <dd>{optsOutOfCascade === true ? t('members.yes') : t('members.no')}</dd>
      </dl>
      <Dependencies dependencies={dependencies ?? []} withdraw={setOpen} />
      <Acts
        acts={(['listing', 'clients', 'dependency'] as const).map((each) => ({
          name: t(`members.act.${each}`),
          right: may('MEMBER'),
          press: () => setOpen(each),
        }))}
      />
      {open === 'listing' && <ListingDialog facts={facts} close={close} />}
      {open === 'clients' && <ClientsDialog facts={facts} close={close} />}
      {open === 'dependency' && <DependencyDialog close={close} />}
      {open !== null && typeof open === 'object' && (
        <WithdrawDependencyDialog provider={open.provider} service={open.service} close={close} />
      )}
    </section>
  );
};

type DependenciesProps = {
  readonly dependencies: readonly Dependency[];
  readonly withdraw: (dependency: Dependency) => void;
};

const Dependencies = ({ dependencies, withdraw }: DependenciesProps): JSX.Element => {
  const { t } = useTranslation();
  const may = useMay();
  const percent = new Intl.NumberFormat(spoken(), { style: 'percent' });
  if (dependencies.length === 0) return <p className="quiet">{t('members.noDependencies')}</p>;
  return (
    <div className="scroll">
      <table className="few-columns">
        <caption className="seen-by-ear">{t('members.dependencies')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('members.provider')}</th>
            <th scope="col">{t('members.service')}</th>
            <th scope="col">{t('members.strength')}</th>
            <th scope="col">{t('members.redundancy')}</th>
            <th scope="col">{t('members.buffer')}</th>
            {may('MEMBER').isAllowed && <th scope="col">{t('members.act.withdraw')}</th>}
          </tr>
        </thead>
        <tbody>
          {dependencies.map((each) => (
            <tr key={`${each.provider} ${each.service}`}>
              <th scope="row">
                <code>{each.provider}</code>
              </th>
              <td>
                <ProducerText text={each.service} />
              </td>
              <td className="number">{percent.format(each.strength)}</td>
              <td className="number">{percent.format(each.redundancy)}</td>
              <td className="number">{each.bufferHours ?? '–'}</td>
              {may('MEMBER').isAllowed && (
                <td>
                  <button type="button" className="small" onClick={() => withdraw(each)}>
                    {t('members.act.withdraw')}
                    <span className="seen-by-ear"> {each.service}</span>
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
