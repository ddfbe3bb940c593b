// Every view has an address, which holds its filters, and its code is loaded when it is opened.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { FailedView, MissingView } from './failed-view.tsx';
import { type FeedSearch, feedSearch, flag, type Search } from './feed-search.ts';
import { Shell } from './shell.tsx';

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
  component: lazyRouteComponent(() => import('../views/floor/floor.tsx'), 'Floor'),
});

const warning = createRoute({
  getParentRoute: () => root,
  path: '/warning/$id',
  component: lazyRouteComponent(() => import('../views/warning/warning.tsx'), 'WarningView'),
});

const board = createRoute({
  getParentRoute: () => root,
  path: '/board/$id',
  component: lazyRouteComponent(() => import('../views/board/board.tsx'), 'Board'),
});

const routeTree = root.addChildren([floor, warning, board]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultStructuralSharing: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
