// The sources of an object: rows with the same id and rows that describe the same entity under another id, as far as
// the reader may see, and how many of these sources are independent. A hidden assertion neither counts nor displaces
// a visible one.

import { goesByAlias, isNear } from 'stix2-ts/entity';
import type { StixObject } from 'stix2-ts/stix-object';
import { creatorOf, newestFirst } from 'stix2-ts/version';
import type { EffectiveTlp } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import type { PublisherSummary } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import { mayNamePublisher } from '../../policy/view.ts';
import type { ObjectId } from '../../store/connect.ts';
import { type ObjectKey, textOf } from '../../store/objects.ts';
import { NO_RULINGS, readRulings } from '../ruling/read-rulings.ts';
import { countSources, type SourcesDeps } from './count-sources.ts';
import type { Through } from './decided-rows.ts';
import { readableRows } from './read-rows.ts';
import { tlpThrough, type VisibleObject } from './visible-object.ts';

export type ObjectTeller = {
  readonly id: string;
  readonly publisher: PublisherSummary;
  readonly tlp: EffectiveTlp | null;
  readonly warning: string;
};

export type ObjectSources = { readonly tellers: readonly ObjectTeller[]; readonly corroboration: number };

type Deps = SourcesDeps & Pick<Hub, 'entityPairs'>;

/** Limits on what is shown and what is scanned, so that cost does not grow with how common a value is. */
const MAX_SOURCES = 100;
const MAX_SCANNED = 1_000;
const BATCH = 200;

/** Rows about the same entity, in batches: those of the same id, newest first, then those of other ids. */
async function* rowsOfSame(
  hub: Deps,
  { id, type, through }: VisibleObject,
  row: ObjectKey,
): AsyncGenerator<readonly ObjectKey[]> {
  yield await hub.objects.keysOfId(id, MAX_SCANNED);
  const context = await hub.context.objects.of(row._id);
  if (context === null || (context.entity === undefined && context.aliases === undefined)) return;
  const entities = context.entity === undefined ? [] : [context.entity];
  const { exercise } = through.content.access;
  const ruled = goesByAlias(type) ? await readRulings(hub, [id, ...entities], exercise) : NO_RULINGS;
  const named = [...(context.aliases ?? []), ...ruled.joined];
  const own = context.span ?? {};
  let after: ObjectId | undefined;
  for (let scanned = 0; scanned < MAX_SCANNED; scanned += BATCH) {
    const others = await hub.context.objects.describing(entities, named, BATCH, after);
    // Close to the object shown; not necessarily to each other.
    const near = others.filter(
      ({ span, entity }) => isNear(span ?? {}, own) && !(entity !== undefined && ruled.distinct.has(entity)),
    );
    const rows = await hub.objects.keysByIds(near.map(({ _id }) => _id));
    yield rows.filter(({ stixId }) => !ruled.distinct.has(stixId));
    if (others.length < BATCH) return;
    after = others.at(-1)?._id;
  }
}

type Assertion = {
  readonly row: ObjectKey;
  readonly through: Through;
  /** Whether its source has revoked it: it is still shown, but does not count. */
  readonly isRevoked: boolean;
};

/**
 * One assertion per id and publisher (or warning, where the publisher is unnamed): the newest that this reader may
 * see.
 */
const assertionsOf = async (
  hub: Deps,
  actor: Actor,
  object: VisibleObject,
  row: ObjectKey,
): Promise<Assertion[]> => {
  const { exercise } = object.through.content.access;
  const assertions = new Map<string, Assertion>();
  const seen = new Set<string>();
  for await (const rows of rowsOfSame(hub, object, row)) {
    const fresh = rows.filter(({ _id }) => !seen.has(_id.toHexString()));
    for (const { _id } of fresh) seen.add(_id.toHexString());
    const readable = await readableRows(hub, actor, fresh, exercise);
    for (const each of fresh) {
      const through = readable.get(each._id.toHexString());
      if (through === undefined) continue;
      const isNamed = mayNamePublisher(actor, through.content.access);
      const key = `${each.stixId} ${isNamed ? each.source : through.warning}`;
      const known = assertions.get(key);
      const isRevoked = known?.isRevoked === true || each.revoked !== undefined;
      const isNewest = known === undefined || newestFirst(known.row.modified, each.modified) > 0;
      assertions.set(key, { ...(isNewest ? { row: each, through } : known), isRevoked });
    }
    if (assertions.size >= MAX_SOURCES) break;
  }
  return [...assertions.values()].slice(0, MAX_SOURCES);
};

export const objectSources = async (
  hub: Deps,
  actor: Actor,
  object: VisibleObject,
): Promise<ObjectSources> => {
  // Objects made by the hub have no source.
  if (object.row === null) return { tellers: [], corroboration: 0 };
  const assertions = await assertionsOf(hub, actor, object, object.row);
  const bodies = await hub.objects.byIds(assertions.map(({ row }) => row._id));
  const creators = new Map(
    bodies.map((row) => [row._id.toHexString(), creatorOf(JSON.parse(textOf(row)) as StixObject)]),
  );
  const standing = assertions.filter(({ isRevoked }) => !isRevoked);
  const named = standing.filter(({ through }) => mayNamePublisher(actor, through.content.access));
  const namedAssertions = named.map(({ row }) => ({
    publisher: row.source,
    creator: creators.get(row._id.toHexString()) ?? null,
  }));
  const { exercise } = object.through.content.access;
  const [count = 0] = await countSources(hub, actor, [{ exercise, assertions: namedAssertions }]);
  // Unnamed publishers could all be one, or one of the named, so together they count only where no other does.
  return { tellers: assertions.map(tellerOf), corroboration: Math.max(count, Math.min(standing.length, 1)) };
};

const tellerOf = ({ row, through }: Assertion): ObjectTeller => {
  const { summary } = through.content;
  return {
    id: row.stixId,
    publisher: summary.publisher,
    tlp: tlpThrough(row, through) ?? summary.tlp,
    warning: summary.id,
  };
};
