// What the window is called, by the route: a person with ten tabs, or who hears them, tells them apart (WCAG 2.4.2). Never by what a
// view shows, since a headline is as restricted as its warning.
export const TITLES = {
  '/': 'view.floor',
  '/warning/$id': 'title.warning',
  '/publish': 'view.publish',
  '/board': 'view.board',
  '/board/$id': 'title.deliveries',
  '/subscriptions': 'view.subscriptions',
  '/channels': 'view.channels',
  '/cases': 'view.cases',
  '/effect': 'view.effect',
  '/practices': 'view.practices',
  '/indicators': 'view.indicators',
  '/duplicates': 'view.duplicates',
  '/sectors': 'view.sectors',
  '/developers': 'view.developers',
  '/hub': 'view.hub',
  '/people': 'view.people',
  '/keys': 'view.keys',
  '/members': 'view.members',
  '/members/$slug': 'title.member',
  '/communities': 'view.communities',
  '/communities/$slug': 'title.community',
  '/proposals': 'view.approvals',
  '/audit': 'view.audit',
  '/retention': 'view.retention',
} as const;

type Key = (typeof TITLES)[keyof typeof TITLES];

/** Null where there is no view. */
export const titleOf = (route: string | undefined): Key | null =>
  (TITLES as Readonly<Record<string, Key>>)[route ?? ''] ?? null;
