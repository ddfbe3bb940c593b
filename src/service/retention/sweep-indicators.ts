// Removes indicators that are past their time from the warnings that hold them. The newest version that a source brought decides
// for all of that source's, so that no older one counts again; whose source is another's decides for itself, since nobody must
// learn of a row that is hidden from it. What revokes an indicator stays with its warning: revoked stays revoked (I19).
import type { StixObject } from 'stix2-ts/stix-object';
import { newestFirst } from 'stix2-ts/version';
import { wordsFound } from '../../domain/likeness/words.ts';
import { isAtMost } from '../../domain/marking.ts';
import { endOfIndicator } from '../../domain/retention/end-of-indicator.ts';
import type { Hub } from '../../hub.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import { searchTermsOf } from '../../store/feed/search-terms.ts';
import { textsFoundBy } from '../../store/feed/texts-found-by.ts';
import { voiceOf } from '../../store/object/row.ts';
import { type ObjectRow, textOf } from '../../store/objects.ts';
import type { FoundBy, HoldingVersion, OldIndicator } from '../../store/retention/old-indicators.ts';
import type { Content } from '../../store/warnings.ts';
import { yieldToEventLoop } from '../yield-to-event-loop.ts';
import type { Sweep, SweepOf } from './sweep.ts';

const AT_ONCE = 500;

export const sweepIndicators: SweepOf = async (hub, sweep) => {
  const { indicators } = hub.wornOut;
  const span = { from: new Date(sweep.through), before: sweep.before };
  if (!sweep.isTrial) await settleEnds(hub, sweep);
  const counted = new Set<string>();
  let count = 0;
  for (let place: OldIndicator | null = null; !sweep.isEnding(); ) {
    const ended: readonly OldIndicator[] = await indicators.ended(span, AT_ONCE, place);
    const gone = await goneWith(hub, ended, sweep);
    if (sweep.isTrial) for (const { row } of gone) counted.add(row._id.toHexString());
    else count += await remove(hub, gone);
    place = ended.at(-1) ?? place;
    // The last instant is read again by the next run: rows of it may be behind the place.
    if (!sweep.isTrial && place !== null)
      await hub.retention.passed('INDICATORS', Math.max(sweep.through, place.endsAt.getTime() - 1));
    if (ended.length < AT_ONCE) break;
    await yieldToEventLoop();
  }
  return sweep.isTrial ? counted.size : count;
};

/** Rows of releases before get their end, no earlier than where the removal stands, so that it still comes to them. */
const settleEnds = async (hub: Hub, { through, isEnding }: Sweep): Promise<void> => {
  const { indicators } = hub.wornOut;
  while (!isEnding()) {
    const rows = await indicators.unsettled(AT_ONCE);
    await indicators.settle(
      rows.map((row) => {
        const broughtAt = Math.max(row._id.getTimestamp().getTime(), through + 1);
        return { _id: row._id, endsAt: endOfIndicator(JSON.parse(textOf(row)), new Date(broughtAt)) };
      }),
    );
    if (rows.length < AT_ONCE) return;
    await yieldToEventLoop();
  }
};

/** A row that goes, and the versions that hold it. */
type Gone = { readonly row: OldIndicator; readonly holding: readonly HoldingVersion[] };

/**
 * Those that go with these: where the newest of their source has ended, and none is held. For what a version of a warning brought
 * again since, the time begins again.
 */
const goneWith = async (
  hub: Hub,
  ended: readonly OldIndicator[],
  { before, isHeld, isTrial }: Sweep,
): Promise<readonly Gone[]> => {
  if (ended.length === 0) return [];
  const keyOf = (row: OldIndicator): string => `${row.stixId} ${voiceOf(row)}`;
  const wanted = new Set(ended.map(keyOf));
  const all = await hub.wornOut.indicators.ofStixIds([...new Set(ended.map(({ stixId }) => stixId))]);
  const histories = Map.groupBy(
    all.filter((row) => wanted.has(keyOf(row))),
    keyOf,
  );
  const over = [...histories.values()].filter((rows) => endOfNewest(rows) < before);
  const holding = await hub.wornOut.indicators.holding(over.flat());
  const holdersOf = (row: OldIndicator): readonly HoldingVersion[] =>
    holding.get(row._id.toHexString()) ?? [];
  const isKept = (row: OldIndicator): boolean =>
    isHeld({ member: row.source }) ||
    holdersOf(row).some(({ warning }) => isHeld({ warning, member: row.source }));
  const gone: Gone[] = [];
  for (const rows of over.filter((each) => !each.some(isKept))) {
    const broughtAt = new Date(Math.max(0, ...rows.flatMap(holdersOf).map(({ at }) => at.getTime())));
    if (broughtAt < before)
      for (const row of rows) if (row.revoked === undefined) gone.push({ row, holding: holdersOf(row) });
    if (broughtAt >= before && !isTrial)
      await hub.wornOut.indicators.postpone(
        rows.map(({ _id }) => _id),
        broughtAt,
      );
  }
  return gone;
};

const endOfNewest = (rows: readonly OldIndicator[]): Date => {
  const [newest] = rows.toSorted((one, other) => newestFirst(one.modified, other.modified));
  const ends = rows
    .filter(({ modified }) => modified === newest?.modified)
    .map(({ endsAt }) => endsAt.getTime());
  return new Date(Math.max(...ends));
};

/** The words go first: what is interrupted is done again. */
const remove = async (hub: Hub, gone: readonly Gone[]): Promise<number> => {
  if (gone.length === 0) return 0;
  const ids = gone.map(({ row }) => row._id);
  const bodies = await hub.objects.byIds(ids);
  const warnings = [...new Set(gone.flatMap(({ holding }) => holding.map(({ warning }) => warning)))];
  const objects = new Map(
    bodies.map((row) => [row._id.toHexString(), JSON.parse(textOf(row)) as StixObject]),
  );
  for (const found of await hub.wornOut.indicators.foundBy(warnings)) {
    const own = gone.flatMap(({ row, holding }) =>
      holding.some((each) => each.warning === found.warning && each.version === found.version)
        ? (objects.get(row._id.toHexString()) ?? [])
        : [],
    );
    if (own.length > 0) await forgetWords(hub, found, own, new Set(objects.keys()));
  }
  return hub.database.transaction((session) => hub.wornOut.indicators.remove(ids, warnings, session));
};

/** The words that only what goes brought, to a version that stays. */
const forgetWords = async (
  hub: Hub,
  found: FoundBy,
  going: readonly StixObject[],
  without: ReadonlySet<string>,
): Promise<void> => {
  const content = contentOf(found.content);
  const open: StixObject[] = [];
  for await (const rows of hub.objects.walk(found.warning, found.version, AT_ONCE))
    for (const row of rows)
      if (!without.has(row._id.toHexString()) && isOpen(row, content))
        open.push(JSON.parse(textOf(row)) as StixObject);
  const kept = new Set(wordsFound(textsFoundBy(content.summary), searchTermsOf(open)));
  const gone = new Set(wordsFound([], searchTermsOf(going)));
  await hub.wornOut.indicators.setWords(
    found,
    found.words.filter((word) => kept.has(word) || !gone.has(word)),
  );
};

/** Surely of every reader: a word that stays for an object that some may not read would tell of it (I7). */
const isOpen = ({ tlp, validity, references }: ObjectRow, { access }: Pick<Content, 'access'>): boolean =>
  access.unnamed === undefined &&
  validity === undefined &&
  references === '|' &&
  (tlp === null || isAtMost(tlp, access.tlp));
