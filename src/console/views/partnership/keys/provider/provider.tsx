// The identity provider of the organisation: where its people sign in with the accounts that they have already.
import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RemoveIdentityProviderDocument } from '../../../../operations/graphql.generated.ts';
import { ProducerText } from '../../../../ui/producer-text.tsx';
import { Nothing, Unread } from '../../../../ui/states.tsx';
import { inList } from '../../../../words/in-list.ts';
import { ActDialog } from '../../act/act-dialog.tsx';
import { Acts } from '../../act/acts.tsx';
import { useMay } from '../../act/may.ts';
import { type Known, providerQuery } from './provider-query.ts';
import { SetProviderDialog } from './set-provider-dialog.tsx';

export const Provider = (): JSX.Element => {
  const { t } = useTranslation();
  const may = useMay()('MEMBER');
  const [open, setOpen] = useState<'set' | 'remove' | null>(null);
  const query = useQuery(providerQuery);
  const { data } = query;
  const close = (): void => setOpen(null);
  if (data === undefined) return <Unread of={[query]} />;
  return (
    <section className="panel stack tight" aria-labelledby="provider">
      <h2 id="provider">{t('provider.title')}</h2>
      {data === null ? <Nothing title={t('provider.none')} /> : <Facts of={data} />}
      <Acts
        acts={[
          {
            name: data === null ? t('provider.set') : t('provider.change'),
            right: may,
            press: () => setOpen('set'),
          },
          ...(data === null
            ? []
            : [
                {
                  name: t('provider.remove'),
                  right: may,
                  press: () => setOpen('remove'),
                  kind: 'danger' as const,
                },
              ]),
        ]}
      />
      {open === 'set' && <SetProviderDialog known={data} close={close} />}
      {open === 'remove' && data !== null && (
        <ActDialog
          title={t('provider.remove')}
          sentence={t('provider.willRemove')}
          button={t('provider.remove')}
          isDanger
          document={RemoveIdentityProviderDocument}
          input={{ issuer: data.issuer }}
          close={close}
        />
      )}
    </section>
  );
};

const Facts = ({ of }: { of: Known }): JSX.Element => {
  const { t } = useTranslation();
  const rows: readonly (readonly [string, string])[] = [
    [t('provider.name'), of.name],
    [t('provider.issuer'), of.issuer],
    [t('provider.clientId'), of.clientId],
    [t('provider.secret'), of.hasSecret ? t('provider.hasSecret') : t('provider.noSecret')],
    [t('provider.isShown'), of.isShown ? t('members.yes') : t('members.no')],
    [t('provider.admits'), t(`provider.admission.${of.admits}`)],
    ...of.groups.map(
      ({ group, roles }) =>
        [`${t('provider.group')} ${group}`, inList(roles.map((role) => t(`role.${role}`)))] as const,
    ),
    ...(of.rolesOfAll.length === 0
      ? []
      : [[t('provider.rolesOfAll'), inList(of.rolesOfAll.map((role) => t(`role.${role}`)))] as const]),
    [t('provider.signInUrl'), of.signInUrl],
  ];
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name} className="fact">
          <dt>
            <ProducerText text={name} />
          </dt>
          <dd>
            <ProducerText text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
};
