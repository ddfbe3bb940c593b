// Codes of the acts by which communities are managed, and by which a member says to whom it is listed.
import type { CodeEntry } from '../entry.ts';

export const COMMUNITY_CODES = {
  COMMUNITY_UNKNOWN: {
    reportedAs: 'act',
    where: 'communities, and the audience of what is published, previewed, narrowed, widened or imported',
    wrong: 'no community with this slug is visible **to you**: absent and forbidden look the same',
    remedy: 'ask `communities` for those that you may see',
  },
  LOOKS_ALIKE: {
    reportedAs: 'act',
    where: 'communities and members',
    wrong: 'the slug or name is that of another community or member, or looks like it',
    remedy: 'choose one that nobody takes for the other',
  },
  RULE_EMPTY: {
    reportedAs: 'act',
    where: 'communities',
    wrong: 'the rule names no kind, sector or country, or an empty list of them',
    remedy: 'give at least one, or keep the community by hand',
  },
  RULE_EMPTIES_COMMUNITY: {
    reportedAs: 'act',
    where: 'communities',
    wrong: 'no active member fits the rule, so the community would have no members',
    remedy: 'widen the rule',
  },
  COMMUNITY_BY_RULE: {
    reportedAs: 'act',
    where: 'communities',
    wrong: 'the members of this community follow from its rule, so nobody is invited by hand',
    remedy: 'change the rule, or the facts of the member',
  },
  COMMUNITY_WITHOUT_MANAGER: {
    reportedAs: 'act',
    where: 'communities',
    wrong: 'nobody would be left to manage the community',
    remedy: 'name at least one member that manages it',
  },
  ALREADY_IN_COMMUNITY: {
    reportedAs: 'act',
    where: 'communities',
    wrong: 'the member is in the community already',
    remedy: 'nothing is left to do',
  },
  NOT_IN_COMMUNITY: {
    reportedAs: 'act',
    where: 'communities',
    wrong: 'the member is not in the community, and has not asked to be',
    remedy: 'ask the community for its members',
  },
  BY_INVITATION_ONLY: {
    reportedAs: 'act',
    where: 'communities',
    wrong: 'one joins this community by invitation alone',
    remedy: 'ask its managers for an invitation',
  },
  COMMUNITY_INVITATION_INVALID: {
    reportedAs: 'act',
    where: 'communities',
    wrong: 'the invitation is unknown, expired, for another member, or for another community',
    remedy: 'ask the managers of the community for a new one',
  },
  COMMUNITY_INVITATION_USED: {
    reportedAs: 'act',
    where: 'communities',
    wrong: 'the invitation was used already; each is good once',
    remedy: 'ask the managers of the community for a new one',
  },
  AUTHORITY_NOT_ADMITTED: {
    reportedAs: 'act',
    where: 'communities',
    wrong: 'the community does not admit regulators and law enforcement',
    remedy: 'its managers may allow it; every member of the community sees it then',
  },
} as const satisfies Record<string, CodeEntry>;
