// One warning as a plain page, for a reader that may read it.
import { writtenIn } from '../../domain/directory.ts';
import { isAtMost, strictest } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import { inLanguage } from '../../domain/reading/reading-language.ts';
import { indicatorFacts } from '../../exchange/indicator/indicator-facts.ts';
import type { ShownBefore } from '../../exchange/text/held-text.ts';
import {
  type AlsoAsserted,
  instantText,
  type ShownIndicators,
  warningSections,
  warningText,
} from '../../exchange/text/warning-text.ts';
import type { Hub } from '../../hub.ts';
import { readAnswers } from '../delivery/read-answers.ts';
import { readRelatedOf } from '../duplicate/read-related.ts';
import { feedbackOn } from '../effect/give-feedback.ts';
import { readKnown } from '../enrichment/read-known.ts';
import { readSourcesOf } from '../feed/read-sources.ts';
import { ownRows } from '../item/delivered-version.ts';
import { heldBefore } from '../item/held-before.ts';
import type { Item } from '../item/item.ts';
import { readWarning } from '../item/read-warning.ts';
import { indicatorsSince } from '../object/indicators-since.ts';
import { readIndicators } from '../object/read-indicators.ts';
import type { ObjectDeps } from '../object/read-objects.ts';

/** `language` is that of the texts, BCP 47. */
export type Print = {
  readonly item: Item;
  readonly text: string;
  /** The same as parts, each line a paragraph or a point of a list; the first and the last say how it may be handled. */
  readonly parts: () => readonly (readonly string[])[];
  readonly headline: string;
  readonly language: string;
};

type Deps = ObjectDeps &
  Pick<Hub, 'pairs' | 'feed' | 'accessClasses' | 'deliveries' | 'references' | 'feedback'>;

export type Reading = {
  /** The best first; the original where it has none of them. */
  readonly languages?: readonly string[];
  /** IANA name of the time zone in which deadlines stand beside UTC. */
  readonly zone?: string | undefined;
};

export const printWarning = async (
  hub: Deps,
  actor: Actor,
  id: string,
  { languages = [], zone }: Reading = {},
): Promise<Print | null> => {
  const item = await readWarning(hub, actor, id);
  if (item === null) return null;
  const { reason, state } = item;
  const summary = inLanguage(item.summary, languages);
  const [alsoAssertedBy, answers, feedback, indicators, known, isDue, before] = await Promise.all([
    othersOf(hub, actor, item),
    answersOf(hub, actor, item),
    ownFeedback(hub, actor, item),
    indicatorsOf(hub, actor, item),
    readKnown(hub, item),
    isAnswerDue(hub, actor, item),
    beforeOf(hub, actor, item),
  ]);
  const { grade } = item;
  const now = hub.clock.now();
  const shown = {
    ...{ summary, reason, state, grade, now, alsoAssertedBy, answers, feedback, indicators },
    ...(isDue === null ? {} : { isAnswerDue: isDue }),
    ...(known === undefined ? {} : { known }),
    ...(before === null ? {} : { before }),
    ...(zone === undefined ? {} : { zone }),
  };
  return {
    item,
    text: warningText(shown),
    parts: () => warningSections(shown, { width: UNBROKEN }),
    headline: summary.headline,
    language: summary.language,
  };
};

/** No line is broken: a browser does that. */
const UNBROKEN = 1_000_000;

const MOST_INDICATORS = 20;

const indicatorsOf = async (hub: Deps, actor: Actor, item: Item): Promise<ShownIndicators> => {
  const found = await readIndicators(hub, actor, item, MOST_INDICATORS + 1);
  return {
    listed: found.slice(0, MOST_INDICATORS).map((object) => indicatorFacts(object)),
    hasMore: found.length > MOST_INDICATORS,
  };
};

/** Null where the reader's member has no delivery of it. */
const isAnswerDue = async (hub: Deps, actor: Actor, item: Item): Promise<boolean | null> => {
  const row = (await ownRows(hub, actor.member.id, [item])).get(item.summary.id);
  return row === undefined ? null : row.isOpen === true;
};

const beforeOf = async (hub: Deps, actor: Actor, item: Item): Promise<ShownBefore | null> => {
  const held = (await heldBefore(hub, actor, [item])).get(item.summary.id);
  if (held === undefined) return null;
  const indicators = await indicatorsSince(hub, actor, item, held.version);
  return { ...held, now: item.summary.summary, indicators };
};

const MOST_ANSWERS = 5;

/** What the reader's own member answered, newest first. */
const answersOf = async (hub: Deps, actor: Actor, { summary }: Item): Promise<string[]> => {
  const { id: warning, version } = summary;
  const own = { warning, version, member: actor.member.id, channel: 'FEED' } as const;
  const [answers = []] = await readAnswers(hub, actor.member.id, [own]);
  const directory = await hub.directory.current();
  return answers.slice(0, MOST_ANSWERS).map((given) => {
    const words = given.answer.toLowerCase().replace('_', '-');
    const by = writtenIn(directory, given.by);
    const person = by === null ? '' : ` by ${by}`;
    const said = given.note === null ? '' : `: “${given.note}”`;
    return `${words}${person}, ${instantText(given.at.toISOString())}, to version ${given.version}${said}`;
  });
};

/** What the reader's own member said of it beside its answer. */
const ownFeedback = async (hub: Deps, actor: Actor, item: Item): Promise<string[]> => {
  const own = (await feedbackOn(hub, actor, [item])).get(item.summary.id)?.own ?? null;
  if (own === null) return [];
  const useful = own.isUseful === null ? [] : [own.isUseful ? 'useful' : 'not useful'];
  const details = own.details === null ? '' : `: “${own.details}”`;
  const seen = own.sighting === null ? [] : [`seen here${details}`];
  return [`${instantText(own.at.toISOString())}: ${[...useful, ...seen].join(', ')}`];
};

/** Only those that a page with this marking may show: printed paper is passed on under the marking at its head. */
const othersOf = async (hub: Deps, actor: Actor, item: Item): Promise<AlsoAsserted[]> => {
  const ceiling = strictest(item.access.tlp, item.summary.tlp);
  const [sources, related] = await Promise.all([
    readSourcesOf(hub, actor, [item]),
    readRelatedOf(hub, actor, [item]),
  ]);
  const others = [
    ...(sources.get(item.summary.id) ?? []),
    ...(related.get(item.summary.id) ?? []).map(({ item: { summary, access } }) => ({
      warning: summary.id,
      publisher: summary.publisher,
      tlp: strictest(access.tlp, summary.tlp),
      publishedAt: summary.publishedAt,
    })),
  ];
  return others
    .filter(({ warning, tlp }) => warning !== item.summary.id && isAtMost(tlp, ceiling))
    .sort((one, other) => (one.publishedAt < other.publishedAt ? -1 : 1));
};
