// Every view has an address, which holds its filters, and its code is loaded when it is opened.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { wholeWords } from '../words/words.ts';
import { unreached } from './ask.ts';
import { FailedView, MissingView } from './failed-view.tsx';
import { type FeedSearch, feedSearch, flag, type Search, texts } from './feed/feed-search.ts';
import { Shell } from './frame/shell.tsx';

/**
 * A view's code comes from the hub like any answer: where that is away, so it is said. As the error of the browser the router would
 * load the page again at once, and find nothing.
 */
const ofHub =
  <View,>(load: () => Promise<View>) =>
  (): Promise<View> =>
    load().catch(() => {
      throw unreached();
    });

/** A view with the words that the floor, and what it leads to, do without. */
const withWords =
  <View,>(load: () => Promise<View>) =>
  async (): Promise<View> =>
    (await Promise.all([ofHub(load)(), wholeWords()]))[0];

const root = createRootRoute({
  component: Shell,
  notFoundComponent: MissingView,
  errorComponent: FailedView,
});

const floor = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search: Search): FeedSearch & { wall?: true | undefined } => ({
    ...feedSearch(search),
    wall: flag(search, 'wall'),
  }),
  component: lazyRouteComponent(
    ofHub(() => import('../views/floor/floor.tsx')),
    'Floor',
  ),
});

const warning = createRoute({
  getParentRoute: () => root,
  path: '/warning/$id',
  component: lazyRouteComponent(
    ofHub(() => import('../views/warning/warning.tsx')),
    'WarningView',
  ),
});

const publish = createRoute({
  getParentRoute: () => root,
  path: '/publish',
  validateSearch: texts('of', 'kind'),
  component: lazyRouteComponent(
    withWords(() => import('../views/publish/publish.tsx')),
    'Publish',
  ),
});

const own = createRoute({
  getParentRoute: () => root,
  path: '/board',
  validateSearch: texts('exercise'),
  component: lazyRouteComponent(
    withWords(() => import('../views/board/own.tsx')),
    'Own',
  ),
});

const board = createRoute({
  getParentRoute: () => root,
  path: '/board/$id',
  validateSearch: texts('show'),
  component: lazyRouteComponent(
    withWords(() => import('../views/board/board.tsx')),
    'Board',
  ),
});

const subscriptions = createRoute({
  getParentRoute: () => root,
  path: '/subscriptions',
  validateSearch: texts('edit'),
  component: lazyRouteComponent(
    withWords(() => import('../views/subscriptions/subscriptions.tsx')),
    'Subscriptions',
  ),
});

const channels = createRoute({
  getParentRoute: () => root,
  path: '/channels',
  validateSearch: texts('add', 'log', 'state', 'from', 'until'),
  component: lazyRouteComponent(
    withWords(() => import('../views/channels/channels.tsx')),
    'Channels',
  ),
});

const cases = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  validateSearch: texts('of'),
  component: lazyRouteComponent(
    withWords(() => import('../views/cases/cases.tsx')),
    'Cases',
  ),
});

const effect = createRoute({
  getParentRoute: () => root,
  path: '/effect',
  validateSearch: texts('days', 'whose'),
  component: lazyRouteComponent(
    withWords(() => import('../views/effect/effect.tsx')),
    'Effect',
  ),
});

const practices = createRoute({
  getParentRoute: () => root,
  path: '/practices',
  validateSearch: texts('sector'),
  component: lazyRouteComponent(
    ofHub(() => import('../views/practices/practices.tsx')),
    'Practices',
  ),
});

const indicators = createRoute({
  getParentRoute: () => root,
  path: '/indicators',
  validateSearch: texts('all', 'exercise'),
  component: lazyRouteComponent(
    ofHub(() => import('../views/indicators/indicators-view.tsx')),
    'IndicatorsView',
  ),
});

const duplicates = createRoute({
  getParentRoute: () => root,
  path: '/duplicates',
  validateSearch: texts('of', 'exercise'),
  component: lazyRouteComponent(
    withWords(() => import('../views/duplicates/duplicates.tsx')),
    'Duplicates',
  ),
});

const sectors = createRoute({
  getParentRoute: () => root,
  path: '/sectors',
  validateSearch: texts('fallen', 'hours', 'territory'),
  component: lazyRouteComponent(
    withWords(() => import('../views/sectors/sectors.tsx')),
    'Sectors',
  ),
});

const developers = createRoute({
  getParentRoute: () => root,
  path: '/developers',
  validateSearch: texts('exercise'),
  component: lazyRouteComponent(
    withWords(() => import('../views/developers/developers.tsx')),
    'Developers',
  ),
});

const hub = createRoute({
  getParentRoute: () => root,
  path: '/hub',
  component: lazyRouteComponent(
    withWords(() => import('../views/hub/hub.tsx')),
    'HubView',
  ),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: texts('of'),
  component: lazyRouteComponent(
    withWords(() => import('../views/partnership/people/people.tsx')),
    'People',
  ),
});

const keys = createRoute({
  getParentRoute: () => root,
  path: '/keys',
  validateSearch: texts('whose', 'all'),
  component: lazyRouteComponent(
    withWords(() => import('../views/partnership/keys/keys.tsx')),
    'Keys',
  ),
});

const members = createRoute({
  getParentRoute: () => root,
  path: '/members',
  validateSearch: texts('closed'),
  component: lazyRouteComponent(
    withWords(() => import('../views/partnership/members/members.tsx')),
    'Members',
  ),
});

const member = createRoute({
  getParentRoute: () => root,
  path: '/members/$slug',
  component: lazyRouteComponent(
    withWords(() => import('../views/partnership/members/member.tsx')),
    'MemberView',
  ),
});

const communities = createRoute({
  getParentRoute: () => root,
  path: '/communities',
  component: lazyRouteComponent(
    withWords(() => import('../views/partnership/communities/communities.tsx')),
    'Communities',
  ),
});

const community = createRoute({
  getParentRoute: () => root,
  path: '/communities/$slug',
  component: lazyRouteComponent(
    withWords(() => import('../views/partnership/communities/community.tsx')),
    'CommunityView',
  ),
});

const proposals = createRoute({
  getParentRoute: () => root,
  path: '/proposals',
  validateSearch: texts('show', 'id'),
  component: lazyRouteComponent(
    withWords(() => import('../views/partnership/approvals/approvals.tsx')),
    'Approvals',
  ),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: texts('event', 'person', 'warning', 'since', 'until'),
  component: lazyRouteComponent(
    withWords(() => import('../views/partnership/audit/audit.tsx')),
    'Audit',
  ),
});

const retention = createRoute({
  getParentRoute: () => root,
  path: '/retention',
  validateSearch: texts('show'),
  component: lazyRouteComponent(
    withWords(() => import('../views/partnership/retention/retention.tsx')),
    'Retention',
  ),
});

const routeTree = root.addChildren([
  floor,
  warning,
  publish,
  own,
  board,
  cases,
  effect,
  subscriptions,
  channels,
  practices,
  indicators,
  duplicates,
  sectors,
  developers,
  hub,
  people,
  keys,
  members,
  member,
  communities,
  community,
  proposals,
  audit,
  retention,
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultStructuralSharing: true,
  // Each view by itself: the frame around it stays, with what is live.
  defaultErrorComponent: FailedView,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
