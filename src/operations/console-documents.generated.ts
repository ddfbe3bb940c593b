// Generated from src/console/operations by `npm run generate`. Do not edit.
export const CONSOLE_DOCUMENTS: readonly string[] = [
  "fragment Row on Warning { actions { by text } effectiveCertainty effectiveUrgency exercise headline id kind language marking messageType myDelivery { answer state } publishedAt publisher { name slug } sectorsConcerned severity state translations { headline language } updatedAt validUntil version whyMe { hoursToEffect kind } } query Feed($after: String, $filter: FeedFilter, $first: Int!, $since: DateTime) { feed(first: $first, after: $after, since: $since, filter: $filter) { edges { cursor node { ...Row } } pageInfo { endCursor hasNextPage } } }",
  "fragment Row on Warning { actions { by text } effectiveCertainty effectiveUrgency exercise headline id kind language marking messageType myDelivery { answer state } publishedAt publisher { name slug } sectorsConcerned severity state translations { headline language } updatedAt validUntil version whyMe { hoursToEffect kind } } subscription Arrivals($after: String, $filter: FeedFilter) { warningReceived(after: $after, filter: $filter) { cursor node { ...Row } occasion } }",
  "query Heat($filter: FeedFilter, $since: DateTime!) { feed(first: 200, since: $since, filter: $filter) { edges { node { id sectorsConcerned severity state updatedAt } } pageInfo { hasNextPage } } }",
  "query Me { me { communities maxBodyBytes mayPublish member { country id kind name slug } person role sectors } }",
  "query SectorNames { sectors { scheme { id name parent } } }"
];
