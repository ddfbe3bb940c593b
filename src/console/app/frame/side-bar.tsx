// The ways to the views, by what people come for.
import { Link, type LinkProps, useRouterState } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../operations/graphql.generated.ts';
import type en from '../../words/en.json';
import { type Hands, tallyOf, type Waiting } from '../hands/hands.ts';
import type { Me } from '../me.ts';

type Way = { readonly to: NonNullable<LinkProps['to']>; readonly name: keyof (typeof en)['view'] };
type Group = {
  readonly name: keyof (typeof en)['group'];
  readonly ways: readonly Way[];
  /** Who does something there; for anybody else it is folded. Absent: for everybody. */
  readonly of?: readonly Role[];
};

/** Everything that is reachable. What one may not do is disabled there, with the reason. */
export const GROUPS: readonly Group[] = [
  {
    name: 'watch',
    ways: [
      { to: '/', name: 'floor' },
      { to: '/indicators', name: 'indicators' },
      { to: '/practices', name: 'practices' },
      { to: '/sectors', name: 'sectors' },
    ],
  },
  {
    name: 'share',
    ways: [
      { to: '/publish', name: 'publish' },
      { to: '/board', name: 'board' },
      { to: '/cases', name: 'cases' },
      { to: '/effect', name: 'effect' },
      { to: '/duplicates', name: 'duplicates' },
    ],
  },
  {
    name: 'told',
    ways: [
      { to: '/subscriptions', name: 'subscriptions' },
      { to: '/channels', name: 'channels' },
    ],
  },
  {
    name: 'partnership',
    of: ['MEMBER_ADMIN', 'HUB_OPERATOR', 'MANAGER', 'APPROVER'],
    ways: [
      { to: '/members', name: 'members' },
      { to: '/communities', name: 'communities' },
      { to: '/people', name: 'people' },
      { to: '/proposals', name: 'approvals' },
      { to: '/audit', name: 'audit' },
      { to: '/retention', name: 'retention' },
    ],
  },
  {
    name: 'build',
    of: ['INTEGRATOR', 'HUB_OPERATOR', 'MEMBER_ADMIN'],
    ways: [
      { to: '/keys', name: 'keys' },
      { to: '/developers', name: 'developers' },
      { to: '/hub', name: 'hub' },
    ],
  },
];

type Props = {
  me: Me;
  isOpen: boolean;
  /** How many arrivals nobody has looked at. */
  unlooked: number;
  hands: Pick<Hands, 'help' | 'decisions'>;
  /** What the bar has no room for on a narrow screen. */
  children: ReactNode;
};

type Tally = { readonly count: number; readonly hasMore?: boolean; readonly words: string };

export const TallyMark = ({ count, hasMore = false, words }: Tally): JSX.Element | null =>
  count === 0 && !hasMore ? null : (
    <>
      {' '}
      <span className="tally">
        <span className="number">{tallyOf(count, hasMore)}</span>
        <span className="seen-by-ear"> {words}</span>
      </span>
    </>
  );

type WaysProps = {
  readonly of: Group;
  readonly me: Me;
  readonly tallies: Readonly<Record<string, Tally>>;
};

const NO_TALLY: Tally = { count: 0, words: '' };

/** Folded for who only reads there, unless one is there or something waits in it. */
const Ways = ({ of: { name, ways, of }, me, tallies }: WaysProps): JSX.Element => {
  const { t } = useTranslation();
  const isHere = useRouterState({
    select: ({ location: { pathname } }) =>
      ways.some(({ to }) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`))),
  });
  const list = (
    <ul aria-labelledby={`group-${name}`}>
      {ways.map((way) => (
        <li key={way.name}>
          <Link to={way.to} activeOptions={{ exact: way.to === '/', includeSearch: false }}>
            {t(`view.${way.name}`)}
            <TallyMark {...(tallies[way.name] ?? NO_TALLY)} />
          </Link>
        </li>
      ))}
    </ul>
  );
  const isFolded = of !== undefined && !me.roles.some((role) => of.includes(role));
  const doesWait = ways.some((way) => (tallies[way.name] ?? NO_TALLY).count > 0);
  if (isFolded)
    return (
      <details className="ways" open={isHere || doesWait}>
        <summary className="group" id={`group-${name}`}>
          {t(`group.${name}`)}
        </summary>
        {list}
      </details>
    );
  return (
    <div>
      <p className="group" id={`group-${name}`}>
        {t(`group.${name}`)}
      </p>
      {list}
    </div>
  );
};

export const SideBar = ({ me, isOpen, unlooked, hands, children }: Props): JSX.Element => {
  const { t } = useTranslation();
  const tally = (waiting: Waiting): Tally => ({
    count: waiting.hands.length,
    hasMore: waiting.hasMore,
    words: t('floor.waitsForYou'),
  });
  const tallies: Readonly<Record<string, Tally>> = {
    floor: { count: unlooked, words: t('live.unlooked') },
    cases: tally(hands.help),
    approvals: tally(hands.decisions),
  };
  return (
    <nav className="side no-print" id="views" data-open={isOpen} aria-label={t('shell.views')}>
      {GROUPS.map((group) => (
        <Ways key={group.name} of={group} me={me} tallies={tallies} />
      ))}
      <ul className="own-pages">
        <li>
          <a href="/account">{t('shell.account')}</a>
        </li>
        {children}
      </ul>
      <p className="group">
        <bdi>{me.member.name}</bdi>
        <br />
        {t(`role.${me.role}`)}
      </p>
    </nav>
  );
};
