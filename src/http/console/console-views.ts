// First steps of the addresses that the console shows as views. test/console/views-have-addresses.test.ts compares them
// with its router; every other address stays with the hub.
export const CONSOLE_VIEWS: ReadonlySet<string> = new Set([
  'warning',
  'publish',
  'board',
  'cases',
  'effect',
  'subscriptions',
  'channels',
  'practices',
  'indicators',
  'duplicates',
  'sectors',
  'developers',
  'hub',
  'people',
  'keys',
  'members',
  'communities',
  'proposals',
  'audit',
  'retention',
]);
