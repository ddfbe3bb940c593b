// An answer for one site of a member: what it makes of the answer of the whole. An answer without a site is of all of them.
import { mostSerious } from '../../domain/answer/asking.ts';
import type { Site } from '../../domain/answer/site.ts';
import { type AcknowledgementAnswer, answersIn, type GivenAnswer } from '../../domain/delivery.ts';
import type { Acknowledgement, DeliveryRow } from '../../store/deliveries.ts';

type Sites = {
  readonly site: Site;
  /** Every site that the member lists. */
  readonly sites: readonly Site[];
};

type Before = {
  readonly before: DeliveryRow;
  /** What was answered to former versions that ask the same, oldest first. */
  readonly former: readonly GivenAnswer[];
};

/** Null where it says nothing that was not said for this site of this version before. */
export const answerOfSite = (
  { before, former }: Before,
  given: Pick<Acknowledgement, 'answer' | 'note' | 'by' | 'closing'>,
  { site, sites }: Sites,
): Pick<Acknowledgement, 'answer' | 'said' | 'site' | 'closing'> | null => {
  const toThis = answersIn(before);
  const answers = [...former, ...toThis];
  const stands = standingOf(toThis, site.slug);
  const said = given.answer ?? standingOf(answers, site.slug)?.answer ?? 'SEEN';
  if (stands?.answer === said && stands.note === given.note && stands.by === given.by) return null;
  const others = sites.filter(({ slug }) => slug !== site.slug);
  const ofOthers = others.map(({ slug }) => standingOf(answers, slug)?.answer ?? null);
  const known = [said, ...ofOthers.filter((each) => each !== null)];
  const answer = mostSerious(known) ?? said;
  // While a site has not answered, the question stays open, whatever the others said.
  const isWhole = ofOthers.every((each) => each !== null && given.closing.includes(each));
  const closing: readonly AcknowledgementAnswer[] = isWhole && given.closing.includes(said) ? [answer] : [];
  return { answer, said, site, closing };
};

/** The last answer for the site, or for all of them after it. */
const standingOf = (answers: readonly GivenAnswer[], slug: string): GivenAnswer | undefined =>
  answers.findLast(({ site }) => site === undefined || site.slug === slug);
