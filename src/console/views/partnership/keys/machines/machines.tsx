// Machines that sign in without a key, by a certificate or a token of their organisation.
import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MachinesQuery, RemoveMachineDocument } from '../../../../operations/graphql.generated.ts';
import { Instant } from '../../../../ui/instant.tsx';
import { ProducerText } from '../../../../ui/producer-text.tsx';
import { Nothing, Unread } from '../../../../ui/states.tsx';
import { inList } from '../../../../words/in-list.ts';
import { ActDialog } from '../../act/act-dialog.tsx';
import { Acts } from '../../act/acts.tsx';
import { useMay } from '../../act/may.ts';
import { machinesQuery } from '../keys-query.ts';
import { RegisterMachineDialog } from './register-machine-dialog.tsx';

type Machine = MachinesQuery['machines'][number];

export const Machines = (): JSX.Element => {
  const { t } = useTranslation();
  const [ending, end] = useState<Machine | null>(null);
  const [isRegistering, register] = useState(false);
  const may = useMay()('MEMBER');
  const query = useQuery(machinesQuery);
  const { data } = query;
  if (data === undefined) return <Unread of={[query]} />;
  return (
    <section className="panel stack tight" aria-labelledby="machines">
      <h2 id="machines">{t('accessKeys.machines')}</h2>
      <Acts acts={[{ name: t('machine.register'), right: may, press: () => register(true) }]} />
      {data.length === 0 && (
        <Nothing title={t('machine.none')}>
          <p>{t('machine.noneNext')}</p>
        </Nothing>
      )}
      <ul className="plain stack tight">
        {data.map((machine) => (
          <Row key={machine.registration} machine={machine} end={() => end(machine)} />
        ))}
      </ul>
      {isRegistering && <RegisterMachineDialog close={() => register(false)} />}
      {ending !== null && (
        <ActDialog
          title={t('accessKeys.end')}
          sentence={t('accessKeys.willEnd', { label: ending.label })}
          button={t('accessKeys.end')}
          isDanger
          document={RemoveMachineDocument}
          input={{ registration: ending.registration }}
          close={() => end(null)}
        />
      )}
    </section>
  );
};

const Row = ({ machine, end }: { machine: Machine; end: () => void }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <li className="row apart">
      <span>
        <ProducerText text={machine.label} /> <span className="tag">{t(`machine.kind.${machine.kind}`)}</span>{' '}
        {machine.isPending && <span className="tag">{t('accessKeys.pending')}</span>}{' '}
        <small className="quiet">
          {inList(machine.roles.map((role) => t(`role.${role}`)))}
          {machine.expiresAt !== null && (
            <>
              {' · '}
              {t('admin.until')} <Instant at={machine.expiresAt} />
            </>
          )}
          {' · '}
          {machine.lastUsedAt === null ? (
            t('accessKeys.unused')
          ) : (
            <>
              {t('machine.used')} <Instant at={machine.lastUsedAt} />
            </>
          )}
        </small>
      </span>
      <button type="button" className="small danger" onClick={end}>
        {t('accessKeys.end')}
        <span className="seen-by-ear"> {machine.label}</span>
      </button>
    </li>
  );
};
