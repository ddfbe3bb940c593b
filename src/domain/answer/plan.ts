// How a member answers: the sites that it answers for one by one, and who is told when nobody has answered in time. The member
// alone sees its plan.
import type { Site } from './site.ts';

export type AnswerPlan = {
  /** Id of the member. */
  readonly member: string;
  readonly sites: readonly Site[];
  /** Ids of persons of the member, told after its own time is over. */
  readonly alternates: readonly string[];
  /** Id of the member outside that is told last; null for none. */
  readonly outside: string | null;
};

export const noPlan = (member: string): AnswerPlan => ({
  member,
  sites: [],
  alternates: [],
  outside: null,
});

export const MOST_SITES = 200;
export const MOST_ALTERNATES = 10;
export const LONGEST_SITE_NAME = 120;

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
export const isSiteSlug = (text: string): boolean => SLUG.test(text);
