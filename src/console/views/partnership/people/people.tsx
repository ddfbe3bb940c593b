// The people of one's member: for its administrators all of them, for everybody oneself and how the others are reached.
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../app/me.ts';
import { Day } from '../../../ui/instant.tsx';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { Nothing, Unread } from '../../../ui/states.tsx';
import { inList } from '../../../words/in-list.ts';
import { Acts } from '../act/acts.tsx';
import { useMay } from '../act/may.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { type Person, peopleQuery, profileQuery } from './people-query.ts';
import { PersonView } from './person-view.tsx';
import { ReachTable } from './reach-table.tsx';
import '../partnership.css';

export const People = (): JSX.Element => {
  const { t } = useTranslation();
  const { of } = useSearch({ from: '/people' });
  const may = useMay();
  return (
    <div className="stack">
      <h1>{t('view.people')}</h1>
      {may('EITHER').isAllowed ? <All of={of} /> : <Myself />}
    </div>
  );
};

const All = ({ of }: { of: string | undefined }): JSX.Element => {
  const { t } = useTranslation();
  const query = useQuery(peopleQuery);
  const { data } = query;
  const { personId } = useSignedIn();
  if (data === undefined) return <Unread of={[query]} />;
  if (of === undefined) return <List people={data} />;
  const person = data.find(({ written }) => written === of);
  return (
    <>
      <p>
        <Link to="/people">{t('people.all')}</Link>
      </p>
      {person === undefined ? (
        <Nothing title={t('state.nowhere')} />
      ) : (
        <PersonView person={person} isSelf={person.personId === personId} />
      )}
    </>
  );
};

const List = ({ people }: { people: readonly Person[] }): JSX.Element => {
  const { t } = useTranslation();
  const may = useMay();
  const [isInviting, setInviting] = useState(false);
  const invite = { name: t('people.invite'), right: may('EITHER'), press: () => setInviting(true) };
  return (
    <>
      <Acts acts={[{ ...invite, kind: 'primary' }]} />
      {people.length === 0 ? (
        <Nothing title={t('people.none')}>
          <p>{t('people.noneNext')}</p>
        </Nothing>
      ) : (
        <div className="scroll">
          <table className="panel few-columns">
            <thead>
              <tr>
                <th scope="col">{t('people.name')}</th>
                <th scope="col">{t('people.roles')}</th>
                <th scope="col">{t('people.stateTitle')}</th>
                <th scope="col">{t('people.seen')}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <Row key={person.personId} person={person} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isInviting && <InviteDialog close={() => setInviting(false)} />}
    </>
  );
};

const Row = ({ person }: { person: Person }): JSX.Element => {
  const { t } = useTranslation();
  const { written, name, roles, state, isRedClosed, lastSeenAt } = person;
  return (
    <tr>
      <th scope="row">
        <Link to="/people" search={{ of: written }}>
          <ProducerText text={name} />
        </Link>
        <br />
        <small className="quiet">
          <bdi>{written}</bdi>
        </small>
      </th>
      <td>{inList(roles.map((role) => t(`role.${role}`)))}</td>
      <td>
        <span className="tag" data-person-state={state}>
          {t(`people.state.${state}`)}
        </span>{' '}
        {isRedClosed && <span className="tag">{t('people.redClosed')}</span>}
      </td>
      <td>{lastSeenAt === null ? '–' : <Day at={lastSeenAt} />}</td>
    </tr>
  );
};

const Myself = (): JSX.Element => {
  const { t } = useTranslation();
  const { member } = useSignedIn();
  const query = useQuery(profileQuery);
  const { data } = query;
  if (data === undefined) return <Unread of={[query]} />;
  return (
    <>
      {data === null ? <Nothing title={t('people.machine')} /> : <PersonView person={data} isSelf />}
      <section className="panel stack tight" aria-labelledby="colleagues">
        <h2 id="colleagues">{t('people.colleagues')}</h2>
        <ReachTable member={member.slug} />
      </section>
    </>
  );
};
