// One person: what it may do, how it is reached and by whom, and what can be done about it.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Day, Instant } from '../../../ui/instant.tsx';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { inList } from '../../../words/in-list.ts';
import { Acts } from '../act/acts.tsx';
import { PersonDialog } from './dialogs/person-dialog.tsx';
import type { Person } from './people-query.ts';
import { type PersonAct, usePersonActs } from './person-acts.ts';

type Props = { readonly person: Person; readonly isSelf: boolean };

export const PersonView = ({ person, isSelf }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<PersonAct | null>(null);
  const acts = usePersonActs(person, isSelf, setOpen);
  return (
    <section className="stack" aria-labelledby="person">
      <div className="panel stack tight">
        <div className="row">
          <h2 id="person">
            <ProducerText text={person.name} />
          </h2>
          <span className="tag" data-person-state={person.state}>
            {t(`people.state.${person.state}`)}
          </span>
          {person.isRedClosed && <span className="tag">{t('people.redClosed')}</span>}
        </div>
        <Facts person={person} />
        <Acts acts={acts} />
        {isSelf && (
          <p className="small quiet">
            {t('people.account')} <a href="/account">{t('shell.account')}</a>
          </p>
        )}
      </div>
      <Contacts person={person} />
      {open !== null && (
        <PersonDialog act={open} person={person} isSelf={isSelf} close={() => setOpen(null)} />
      )}
    </section>
  );
};

const Facts = ({ person }: { person: Person }): JSX.Element => {
  const { t } = useTranslation();
  const { written, roles, languages, timeZone, createdAt, lastSeenAt, dormantAt, isRedClosed } = person;
  return (
    <dl className="facts">
      <dt>{t('people.written')}</dt>
      <dd>
        <bdi>{written}</bdi>
      </dd>
      <dt>{t('people.roles')}</dt>
      <dd>{inList(roles.map((role) => t(`role.${role}`)))}</dd>
      <dt>{t('people.languages')}</dt>
      <dd>{languages.length === 0 ? t('people.notGiven') : inList(languages)}</dd>
      <dt>{t('people.timeZone')}</dt>
      <dd>{timeZone ?? t('people.notGiven')}</dd>
      <dt>{t('people.invitedAt')}</dt>
      <dd>
        <Instant at={createdAt} />
      </dd>
      <dt>{t('people.seen')}</dt>
      <dd>{lastSeenAt === null ? t('people.never') : <Day at={lastSeenAt} />}</dd>
      {dormantAt !== null && (
        <>
          <dt>{t('people.dormantAt')}</dt>
          <dd>
            <Instant at={dormantAt} />
          </dd>
        </>
      )}
      {isRedClosed && (
        <>
          <dt>TLP:RED</dt>
          <dd>{t('people.redWhy')}</dd>
        </>
      )}
    </dl>
  );
};

const Contacts = ({ person: { contacts } }: { person: Person }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="panel stack tight">
      <h2>{t('people.reach')}</h2>
      {contacts.length === 0 ? (
        <p className="quiet">{t('people.noContacts')}</p>
      ) : (
        <div className="scroll">
          <table className="few-columns">
            <thead>
              <tr>
                <th scope="col">{t('people.contactKindTitle')}</th>
                <th scope="col">{t('people.contact')}</th>
                <th scope="col">{t('people.whoSees')}</th>
              </tr>
            </thead>
            <tbody>
              {contacts.map(({ kind, value, visibleTo }) => (
                <tr key={`${kind} ${value} ${visibleTo}`}>
                  <td>{t(`people.contactKind.${kind}`)}</td>
                  <td>
                    <ProducerText text={value} />
                  </td>
                  <td>{t(`people.visibleTo.${visibleTo}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
};
