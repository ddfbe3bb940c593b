// The ways to the views, by what people come for.
import { Link, type LinkProps } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type en from '../../words/en.json';
import type { Me } from '../me.ts';
import type { Hands } from './hands.ts';

type Way = { readonly to: NonNullable<LinkProps['to']>; readonly name: keyof (typeof en)['view'] };
type Group = { readonly name: keyof (typeof en)['group']; readonly ways: readonly Way[] };

/** Everything that is reachable. What one may not do is disabled there, with the reason. */
export const GROUPS: readonly Group[] = [
  {
    name: 'watch',
    ways: [
      { to: '/', name: 'floor' },
      { to: '/indicators', name: 'indicators' },
      { to: '/practices', name: 'practices' },
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
    ways: [
      { to: '/members', name: 'members' },
      { to: '/communities', name: 'communities' },
      { to: '/people', name: 'people' },
      { to: '/keys', name: 'keys' },
      { to: '/proposals', name: 'approvals' },
      { to: '/audit', name: 'audit' },
      { to: '/retention', name: 'retention' },
    ],
  },
  { name: 'know', ways: [{ to: '/sectors', name: 'sectors' }] },
  {
    name: 'build',
    ways: [
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
};

type Tally = { readonly count: number; readonly words: string };

const TallyMark = ({ count, words }: Tally): JSX.Element | null =>
  count === 0 ? null : (
    <>
      {' '}
      <span className="tally">
        <span className="number">{count}</span>
        <span className="seen-by-ear"> {words}</span>
      </span>
    </>
  );

export const SideBar = ({ me, isOpen, unlooked, hands }: Props): JSX.Element => {
  const { t } = useTranslation();
  const tallies: Readonly<Record<string, Tally>> = {
    floor: { count: unlooked, words: t('live.unlooked') },
    cases: { count: hands.help.length, words: t('floor.waitsForYou') },
    approvals: { count: hands.decisions.length, words: t('floor.waitsForYou') },
  };
  return (
    <nav className="side no-print" id="views" data-open={isOpen} aria-label={t('shell.views')}>
      {GROUPS.map(({ name, ways }) => (
        <div key={name}>
          <p className="group" id={`group-${name}`}>
            {t(`group.${name}`)}
          </p>
          <ul aria-labelledby={`group-${name}`}>
            {ways.map((way) => (
              <li key={way.name}>
                <Link to={way.to} activeOptions={{ exact: way.to === '/', includeSearch: false }}>
                  {t(`view.${way.name}`)}
                  <TallyMark {...(tallies[way.name] ?? { count: 0, words: '' })} />
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <ul className="own-pages">
        <li>
          <a href="/account">{t('shell.account')}</a>
        </li>
      </ul>
      <p className="group">
        <bdi>{me.member.name}</bdi>
        <br />
        {t(`role.${me.role}`)}
      </p>
    </nav>
  );
};
