// How long this hub keeps what, and the legal holds that keep it for longer. A shorter time and a hold take two persons.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../ui/instant.tsx';
import { HubText, ProducerText } from '../../../ui/producer-text.tsx';
import { Failure, Nothing, Waiting } from '../../../ui/states.tsx';
import { wordsFor } from '../../../words/enum-words.ts';
import { Acts } from '../act/acts.tsx';
import { useMay } from '../act/may.ts';
import { useMayPropose } from '../approvals/propose/kinds-query.ts';
import { ProposeDialog } from '../approvals/propose/propose-dialog.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { type Hold, type Kept, keepingQuery, useHoldName } from './keeping-query.ts';
import '../partnership.css';
import { FilterChoice } from '../../../ui/filter-choice.tsx';

export const Retention = (): JSX.Element => {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(keepingQuery);
  return (
    <div className="stack">
      <h1 className="head">{t('view.retention')}</h1>
      <p className="quiet">{t('retention.what')}</p>
      {error !== null && data === undefined && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && (
        <>
          <Classes classes={data.retentionClasses} />
          <Holds holds={data.holds} />
        </>
      )}
    </div>
  );
};

const Classes = ({ classes }: { classes: readonly Kept[] }): JSX.Element => {
  const { t } = useTranslation();
  const [changing, change] = useState<Kept | null>(null);
  return (
    <section className="stack tight" aria-labelledby="classes">
      <h2 id="classes">{t('retention.classes')}</h2>
      <div className="scroll">
        <table className="panel">
          <thead>
            <tr>
              <th scope="col">{t('propose.field.class')}</th>
              <th scope="col">{t('retention.kept')}</th>
              <th scope="col">{t('retention.countedFrom')}</th>
              <th scope="col">{t('retention.changedAt')}</th>
            </tr>
          </thead>
          <tbody>
            {classes.map((each) => (
              <Row key={each.name} of={each} change={() => change(each)} />
            ))}
          </tbody>
        </table>
      </div>
      {changing !== null && <ChangeDialog of={changing} close={() => change(null)} />}
    </section>
  );
};

const Row = ({
  of: { name, about, countedFrom, days, changedAt },
  change,
}: {
  of: Kept;
  change: () => void;
}): JSX.Element => {
  const { t, i18n } = useTranslation();
  const may = useMay()('HUB');
  return (
    <tr>
      <th scope="row">{wordsFor(i18n, ['retention.class'], name) ?? <HubText text={about} />}</th>
      <td>
        {t('retention.days', { count: days })}{' '}
        {may.isAllowed && (
          <button type="button" className="small no-print" onClick={change}>
            {t('retention.change')}
            <span className="seen-by-ear"> {wordsFor(i18n, ['retention.class'], name) ?? about}</span>
          </button>
        )}
      </td>
      <td>{wordsFor(i18n, ['retention.from'], name) ?? <HubText text={countedFrom} />}</td>
      <td>{changedAt === null ? t('retention.default') : <Instant at={changedAt} />}</td>
    </tr>
  );
};

const Holds = ({ holds }: { holds: readonly Hold[] }): JSX.Element => {
  const { t } = useTranslation();
  const { show } = useSearch({ from: '/retention' });
  const navigate = useNavigate({ from: '/retention' });
  const [lifting, lift] = useState<Hold | null>(null);
  const [isPlacing, place] = useState(false);
  const mayPlace = useMayPropose('PLACE_HOLD');
  const shown = holds.filter(({ liftedAt }) => show === 'all' || liftedAt === null);
  return (
    <section className="stack tight" aria-labelledby="holds">
      <h2 id="holds">{t('retention.holds')}</h2>
      <Acts acts={[{ name: t('approvals.kind.PLACE_HOLD'), right: mayPlace, press: () => place(true) }]} />
      <FilterChoice
        label={t('retention.all')}
        value={show === 'all'}
        set={(isChosen) => void navigate({ search: { show: isChosen ? 'all' : undefined }, replace: true })}
      />
      {shown.length === 0 && (
        <Nothing title={t('retention.noHolds')}>
          <p>{t('retention.noHoldsNext')}</p>
        </Nothing>
      )}
      {shown.map((hold) => (
        <HoldCard key={hold.id} hold={hold} lift={() => lift(hold)} />
      ))}
      {isPlacing && <ProposeDialog start={{ kind: 'PLACE_HOLD', texts: {} }} close={() => place(false)} />}
      {lifting !== null && (
        <ProposeDialog start={{ kind: 'LIFT_HOLD', texts: { hold: lifting.id } }} close={() => lift(null)} />
      )}
    </section>
  );
};

const HoldCard = ({ hold, lift }: { hold: Hold; lift: () => void }): JSX.Element => {
  const { t } = useTranslation();
  const mayLift = useMayPropose('LIFT_HOLD');
  const nameOf = useHoldName();
  return (
    <article className="panel stack tight">
      <p className="strong">
        <ProducerText text={nameOf(hold)} />
      </p>
      <blockquote>
        <ProducerText text={hold.reason} />
      </blockquote>
      {hold.scope === 'WARNING' && hold.target !== null && (
        <p>
          <Link to="/warning/$id" params={{ id: hold.target }}>
            {t('approvals.item')}
          </Link>
        </p>
      )}
      <p className="row quiet small">
        <span>
          {t('retention.placed')} <Instant at={hold.placedAt} />
        </span>
        {hold.liftedAt !== null && (
          <span>
            {t('retention.lifted')} <Instant at={hold.liftedAt} />
          </span>
        )}
      </p>
      {hold.liftedAt === null && (
        <Acts acts={[{ name: t('approvals.kind.LIFT_HOLD'), right: mayLift, press: lift }]} />
      )}
    </article>
  );
};
