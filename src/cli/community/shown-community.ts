// A community as the screen shows it: what it is, who keeps it, how one joins it, and who is in it.
import { tidy, wrap } from '../../exchange/text/wrap.ts';
import { typed } from '../terminal/choices.ts';
import { count, styled } from '../terminal/output.ts';

type Named = { readonly slug: string; readonly name: string };

export type Community = {
  readonly slug: string;
  readonly name: string;
  readonly purpose: string;
  readonly rule: { readonly inWords: string } | null;
  readonly managers: readonly { readonly slug: string }[];
  readonly roll: string;
  readonly joining: string;
  readonly admitsAuthorities: boolean;
  readonly opensHistory: boolean;
  readonly version: number;
  readonly membership: string | null;
};

export type WholeCommunity = Community & {
  readonly members: readonly Named[] | null;
  readonly requests: readonly Named[] | null;
};

const ROLL: Readonly<Record<string, string>> = {
  PARTNERSHIP: 'every member of the partnership is told who is in it',
  COMMUNITY: 'those in it are told who is in it',
  MANAGERS: 'only its managers are told who is in it',
};

const JOINING: Readonly<Record<string, string>> = {
  INVITATION: 'by invitation',
  REQUEST: 'by invitation, or by asking its managers',
};

const STANDING: Readonly<Record<string, string>> = {
  INVITED: 'you are invited',
  REQUESTED: 'you have asked to join',
  JOINED: 'you are in it',
  LEFT: 'you have left it',
};

const ruleOf = ({ rule }: Community): string => (rule === null ? 'kept by hand' : `by rule: ${rule.inWords}`);

const standingOf = ({ membership }: Community): string =>
  membership === null ? '' : ` (${STANDING[membership] ?? typed(membership)})`;

/** Two lines or more: its slug and where your member stands; its name and rule. */
export const listedText = (community: Community, width: number): string =>
  [
    `${styled('bold', tidy(community.slug))}${standingOf(community)}`,
    ...wrap(`${tidy(community.name)}, ${ruleOf(community)}`, width, '  ', '  '),
  ].join('\n');

export const communityText = (community: Community, width: number): string => {
  const managers = community.managers.map(({ slug }) => slug).join(', ');
  const lines = [
    ...(community.purpose === '' ? [] : [tidy(community.purpose)]),
    `Who is in it: ${ruleOf(community)}; ${ROLL[community.roll] ?? typed(community.roll)}.`,
    ...(community.rule === null
      ? [`How to join: ${JOINING[community.joining] ?? typed(community.joining)}.`]
      : []),
    `Managers: ${managers === '' ? 'none that you are told of' : managers}.`,
    community.admitsAuthorities
      ? 'Regulators and law enforcement may be in it.'
      : 'Regulators and law enforcement are not in it.',
    community.opensHistory
      ? 'Those who join read what was addressed to it before.'
      : 'Those who join read what is addressed to it from then on.',
    `Version ${community.version}.`,
  ];
  return [
    ...wrap(`${tidy(community.name)} [${community.slug}]${standingOf(community)}`, width, '', '  '),
    ...lines.flatMap((line) => wrap(line, width, '  ', '    ')),
  ].join('\n');
};

const named = (list: readonly Named[], width: number): string[] =>
  list.flatMap(({ slug, name }) => wrap(`${slug} ${tidy(name)}`, width, '  ', '    '));

export const requestsText = (requests: readonly Named[], width: number): string =>
  [`${count(requests.length, 'request')} to join:`, ...named(requests, width)].join('\n');

/** Who is in it and who asks to be, as far as it is told. */
export const rollText = ({ members, requests }: WholeCommunity, width: number): string => {
  const inIt =
    members === null
      ? ['Who is in it is not shown to you.']
      : [`${count(members.length, 'member')} that you are told of:`, ...named(members, width)];
  const isAsked = requests !== null && requests.length > 0;
  return [...inIt, ...(isAsked ? [requestsText(requests, width)] : [])].join('\n');
};
