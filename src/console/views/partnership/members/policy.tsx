// What the hub asks of applicants, and what it asked before.
import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeAdmissionDocument } from '../../../operations/graphql.generated.ts';
import { TextField } from '../../../ui/field.tsx';
import { Instant } from '../../../ui/instant.tsx';
import { ActDialog } from '../act/act-dialog.tsx';
import { Acts } from '../act/acts.tsx';
import { isNumber } from '../act/lists.ts';
import { useMay } from '../act/may.ts';
import { admissionQuery, type Policy } from './members-query.ts';

const PARTS = ['sponsors', 'objectionDays', 'probationDays'] as const;

export const AdmissionPanel = (): JSX.Element | null => {
  const { t } = useTranslation();
  const may = useMay();
  const [isChanging, setChanging] = useState(false);
  const { data } = useQuery(admissionQuery);
  const [now, ...before] = data ?? [];
  if (now === undefined) return null;
  return (
    <section className="panel stack tight" aria-labelledby="admission">
      <h2 id="admission">{t('members.policy.title')}</h2>
      <dl className="facts">
        {PARTS.map((part) => (
          <div key={part} className="fact">
            <dt>{t(`members.policy.${part}`)}</dt>
            <dd className="number">{now[part]}</dd>
          </div>
        ))}
      </dl>
      {before.length > 0 && <Former policies={data ?? []} />}
      <Acts
        acts={[{ name: t('members.policy.change'), right: may('HUB'), press: () => setChanging(true) }]}
      />
      {isChanging && <PolicyDialog now={now} close={() => setChanging(false)} />}
    </section>
  );
};

const Former = ({ policies }: { policies: readonly Policy[] }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('members.policy.former')}</summary>
      <div className="scroll">
        <table className="few-columns">
          <thead>
            <tr>
              <th scope="col">{t('members.policy.from')}</th>
              {PARTS.map((part) => (
                <th scope="col" key={part}>
                  {t(`members.policy.${part}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {policies.map((policy) => (
              <tr key={policy.version}>
                <th scope="row">
                  {policy.version === 0 ? t('members.policy.first') : <Instant at={policy.at} />}
                </th>
                {PARTS.map((part) => (
                  <td className="number" key={part}>
                    {policy[part]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};

const PolicyDialog = ({ now, close }: { now: Policy; close: () => void }): JSX.Element => {
  const { t } = useTranslation();
  const [parts, setParts] = useState(() => ({
    sponsors: String(now.sponsors),
    objectionDays: String(now.objectionDays),
    probationDays: String(now.probationDays),
  }));
  return (
    <ActDialog
      title={t('members.policy.change')}
      sentence={t('members.policy.will')}
      button={t('admin.save')}
      isReady={PARTS.every((part) => isNumber(parts[part]))}
      document={ChangeAdmissionDocument}
      input={{
        sponsors: Number(parts.sponsors),
        objectionDays: Number(parts.objectionDays),
        probationDays: Number(parts.probationDays),
      }}
      close={close}
    >
      {PARTS.map((part) => (
        <TextField
          key={part}
          label={t(`members.policy.${part}`)}
          value={parts[part]}
          set={(value) => setParts({ ...parts, [part]: value })}
          faults={isNumber(parts[part]) ? [] : [t('field.number')]}
        />
      ))}
    </ActDialog>
  );
};
