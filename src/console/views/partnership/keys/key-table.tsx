// Keys, newest first: whose, what each may do and from where, and until when.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../app/me.ts';
import { Instant } from '../../../ui/instant.tsx';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { inList } from '../../../words/in-list.ts';
import { usePersonName } from '../people/person-names.ts';
import type { Key, OpenKey } from './keys-query.ts';

type Props = {
  readonly keys: readonly Key[];
  readonly isOfMember: boolean;
  readonly open: (open: OpenKey) => void;
};

export const KeyTable = ({ keys, isOfMember, open }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="scroll">
      <table className="panel many-columns">
        <thead>
          <tr>
            <th scope="col">{t('accessKeys.label')}</th>
            {isOfMember && <th scope="col">{t('accessKeys.whose')}</th>}
            <th scope="col">{t('accessKeys.may')}</th>
            <th scope="col">{t('accessKeys.ranges')}</th>
            <th scope="col">{t('accessKeys.until')}</th>
            <th scope="col">{t('accessKeys.used')}</th>
            <th scope="col">{t('accessKeys.stateTitle')}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <Row key={key.keyId} of={key} isOfMember={isOfMember} open={open} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

type RowProps = { readonly of: Key } & Pick<Props, 'isOfMember' | 'open'>;

const Row = ({ of: key, isOfMember, open }: RowProps): JSX.Element => {
  const { t } = useTranslation();
  const me = useSignedIn();
  const nameOf = usePersonName();
  const { keyId, label, person, roles, scopes, ranges, expiresAt, lastUsedAt, state, replacedBy } = key;
  const canRotate = state === 'ACTIVE' && replacedBy === null && (person === null || person === me.person);
  return (
    <tr>
      <th scope="row">
        <ProducerText text={label === '' ? t('accessKeys.noLabel') : label} />
        <br />
        <small className="quiet">
          {t('accessKeys.id')} <bdi className="mono">{keyId}</bdi>
        </small>
      </th>
      {isOfMember && (
        <td>{person === null ? t('accessKeys.machine') : <ProducerText text={nameOf(person)} />}</td>
      )}
      <td>
        {roles === null ? t('accessKeys.allRoles') : inList(roles.map((role) => t(`role.${role}`)))}
        {scopes.length > 0 && (
          <>
            <br />
            <small>
              {t('accessKeys.only')} <code>{scopes.join(' ')}</code>
            </small>
          </>
        )}
      </td>
      <td>{ranges.length === 0 ? t('accessKeys.anywhere') : <code>{ranges.join(' ')}</code>}</td>
      <td>{expiresAt === null ? t('accessKeys.never') : <Instant at={expiresAt} />}</td>
      <td>{lastUsedAt === null ? t('accessKeys.unused') : <Instant at={lastUsedAt} />}</td>
      <td className="state-and-acts">
        <span className="tag" data-key-state={state}>
          {t(`accessKeys.state.${state}`)}
        </span>
        {replacedBy !== null && (
          <>
            {' '}
            <small>{t('accessKeys.replaced')}</small>
          </>
        )}
        {state === 'ACTIVE' && (
          <span className="row no-print">
            {canRotate && (
              <button type="button" className="small" onClick={() => open({ act: 'rotate', key })}>
                {t('accessKeys.rotate')}
                <span className="seen-by-ear"> {label}</span>
              </button>
            )}
            <button type="button" className="small danger" onClick={() => open({ act: 'end', key })}>
              {t('accessKeys.end')}
              <span className="seen-by-ear"> {label}</span>
            </button>
          </span>
        )}
      </td>
    </tr>
  );
};
