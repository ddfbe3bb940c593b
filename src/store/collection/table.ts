// Every collection of the hub's database, on one page. Only what is listed here exists: migrations create it, and code
// reaches a collection only through its declaration.
import { CREDENTIALS } from '../access/credentials.ts';
import { KEYS } from '../access/keys.ts';
import { LINKS_IN } from '../access/links.ts';
import { PROVIDERS } from '../access/providers.ts';
import { RECOVERIES, TRIES, USED_ONCE } from '../access/recoveries.ts';
import { SESSIONS } from '../access/sessions.ts';
import { ACCESS_CLASSES } from '../access-classes.ts';
import { ACTS } from '../acts.ts';
import { PROPOSALS } from '../approval/proposals.ts';
import { CASES } from '../case/cases.ts';
import { FORMER_KEYS, FORMER_NAMES } from '../context/former-rows.ts';
import { OBJECT_CONTEXT } from '../context/object-context.ts';
import { WARNING_KEYS } from '../context/warning-keys.ts';
import { ENRICHMENTS } from '../context.ts';
import { COUNTERS, SETTINGS } from '../coordination/counters.ts';
import { HUB_LEASES } from '../coordination/hub-leases.ts';
import { FENCES, LEASES } from '../coordination/leases.ts';
import { DELIVERIES } from '../deliveries.ts';
import { ALLOWED_RANGES } from '../delivery/allowed-ranges.ts';
import { ATTEMPTS } from '../delivery/attempts.ts';
import { CHANNEL_DELIVERIES } from '../delivery/channel-deliveries.ts';
import { ENDPOINT_SECRETS } from '../delivery/endpoint-secrets.ts';
import { ENDPOINTS } from '../delivery/endpoints.ts';
import { SUPPRESSIONS } from '../delivery/suppressions.ts';
import { DRAFTS } from '../draft/drafts.ts';
import { FEEDBACK } from '../effect/feedback.ts';
import { ALIASES } from '../entity/aliases.ts';
import { ENTITY_PAIRS } from '../entity/entity-pairs.ts';
import { ENTRIES } from '../entries.ts';
import { TRIED } from '../entry/trials.ts';
import { FEED } from '../feed.ts';
import { ANSWERS } from '../idempotency.ts';
import { DEPENDENCIES } from '../members.ts';
import { MIGRATIONS } from '../migration/run/records.ts';
import { OBJECTS } from '../object/row.ts';
import { LINKS } from '../objects.ts';
import { PAIRS, TRAITS } from '../pairs.ts';
import { ANSWER_PLANS } from '../partnership/answer-plans.ts';
import { APPLICATIONS, POLICIES } from '../partnership/applications.ts';
import { COMMUNITIES, INVITATIONS, MEMBERSHIPS } from '../partnership/communities.ts';
import { SECTOR_DEFINITIONS, STATES } from '../partnership/definitions.ts';
import { MEMBERS } from '../partnership/member-row.ts';
import { PERSONS } from '../persons.ts';
import { REFERENCE_CHANGES, REFERENCE_ROWS, REFERENCE_SETS } from '../references.ts';
import { HOLDS } from '../retention/holds.ts';
import { REMOVALS } from '../retention/removed-warnings.ts';
import { RETENTION } from '../retention/retention.ts';
import { SUBSCRIPTIONS } from '../subscription/subscriptions.ts';
import { WAYS } from '../subscription/ways.ts';
import { WARNINGS } from '../warnings.ts';
import type { Declared } from './declare.ts';

export const COLLECTIONS: readonly Declared[] = [
  // participants
  MEMBERS,
  PERSONS,
  KEYS,
  CREDENTIALS,
  PROVIDERS,
  SESSIONS,
  RECOVERIES,
  TRIES,
  USED_ONCE,
  LINKS_IN,
  DEPENDENCIES,
  APPLICATIONS,
  POLICIES,
  ANSWER_PLANS,
  COMMUNITIES,
  MEMBERSHIPS,
  INVITATIONS,
  SECTOR_DEFINITIONS,
  STATES,
  SUBSCRIPTIONS,
  WAYS,
  DRAFTS,
  // content
  WARNINGS,
  FEED,
  ACCESS_CLASSES,
  OBJECTS,
  LINKS,
  // events and deliveries
  ENTRIES,
  ACTS,
  PROPOSALS,
  HOLDS,
  RETENTION,
  REMOVALS,
  DELIVERIES,
  CASES,
  ENDPOINTS,
  ENDPOINT_SECRETS,
  CHANNEL_DELIVERIES,
  ATTEMPTS,
  ALLOWED_RANGES,
  SUPPRESSIONS,
  TRIED,
  ANSWERS,
  FEEDBACK,
  // what the hub derives
  OBJECT_CONTEXT,
  WARNING_KEYS,
  FORMER_NAMES,
  FORMER_KEYS,
  ALIASES,
  TRAITS,
  PAIRS,
  ENTITY_PAIRS,
  ENRICHMENTS,
  REFERENCE_ROWS,
  REFERENCE_SETS,
  REFERENCE_CHANGES,
  // coordination of the hub's processes
  COUNTERS,
  SETTINGS,
  LEASES,
  FENCES,
  HUB_LEASES,
  MIGRATIONS,
];
