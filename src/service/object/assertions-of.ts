// The assertions of an entity that a reader may see: rows of the same object, and rows that describe the same entity under
// another id. A hidden row neither counts nor ends the search: only what the reader sees fills the limit (I31).
import { goesByAlias, isNear } from 'stix2-ts/entity';
import { newestFirst } from 'stix2-ts/version';
import { rankOf } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import type { ObjectId } from '../../store/connect.ts';
import type { ObjectContextRow } from '../../store/context/object-context.ts';
import type { ObjectKey } from '../../store/objects.ts';
import {
  type AssertedObject,
  assertionKey,
  NO_RULINGS,
  type Rulings,
  readRulings,
} from '../ruling/read-rulings.ts';
import { yieldToEventLoop } from '../yield-to-event-loop.ts';
import type { Through } from './decided-rows.ts';
import type { ObjectDeps } from './read-objects.ts';
import { readableRows } from './read-rows.ts';
import { historyIdThrough, orderFor } from './version/latest-row.ts';
import type { VisibleObject } from './visible-object.ts';

export type Assertion = {
  readonly row: ObjectKey;
  readonly through: Through;
  /** Whether its source has revoked it: it is still shown, but does not count. */
  readonly isRevoked: boolean;
};

type Deps = ObjectDeps & Pick<Hub, 'entityPairs'>;

const MAX_ASSERTIONS = 100;
const BATCH = 500;

/**
 * One assertion per id and publisher (or warning, where the publisher is unnamed): the newest that this reader may see,
 * as openly as it may see it. At most 100.
 */
export const assertionsOf = async (
  hub: Deps,
  actor: Actor,
  object: VisibleObject,
  row: ObjectKey,
): Promise<Assertion[]> => {
  const { exercise } = object.through.content.access;
  const found = openGathering();
  const own = await hub.objects.keysOf([object.id]);
  const readable = await readableRows(hub, actor, own, exercise);
  for (const each of own.sort(orderFor(readable))) found.add(each, readable.get(each._id.toHexString()));
  const context = await hub.context.objects.of(row._id);
  if (context === null || (context.entity === undefined && context.aliases === undefined)) return found.all();
  const asserted = [...readable.values()].map((through) => ({
    stixId: object.id,
    entity: context.entity ?? null,
    key: assertionKey(object.id, through),
  }));
  const sameness = await openSameness(hub, object, context, asserted);
  for await (const others of describing(hub, sameness, context)) {
    const keys = await hub.objects.keysByIds(others.map(({ _id }) => _id));
    const fresh = keys.filter(({ stixId }) => stixId !== object.id);
    const open = await readableRows(hub, actor, fresh, exercise);
    const contexts = new Map(others.map((each) => [each._id.toHexString(), each]));
    for (const each of fresh) {
      const id = each._id.toHexString();
      const [through, about] = [open.get(id), contexts.get(id)];
      if (through !== undefined && about !== undefined && sameness.isSame(each, through, about))
        found.add(each, through);
    }
    if (found.count() >= MAX_ASSERTIONS) break;
  }
  return found.all();
};

/** Rows that may describe the same entity, near in time to the object shown; not necessarily to each other. */
async function* describing(
  hub: Deps,
  { entities, names }: Sameness,
  context: ObjectContextRow,
): AsyncGenerator<readonly ObjectContextRow[]> {
  for (let after: ObjectId | undefined; ; ) {
    const found = await hub.context.objects.describing(entities, names, BATCH, after);
    yield found.filter(({ span }) => isNear(span ?? {}, context.span ?? {}));
    if (found.length < BATCH) return;
    after = found.at(-1)?._id;
    await yieldToEventLoop();
  }
}

type Sameness = {
  /** Keys of the object's own entity. */
  readonly entities: readonly string[];
  /** Other names under which the same entity may be found. */
  readonly names: readonly string[];
  isSame(row: ObjectKey, through: Through, about: ObjectContextRow): boolean;
};

const openSameness = async (
  hub: Deps,
  { id, type, through }: VisibleObject,
  context: ObjectContextRow,
  asserted: readonly AssertedObject[],
): Promise<Sameness> => {
  const entities = context.entity === undefined ? [] : [context.entity];
  const aliases = context.aliases ?? [];
  const { exercise } = through.content.access;
  const keys = asserted.map(({ key }) => key);
  const rulings: Rulings = goesByAlias(type)
    ? await readRulings(hub, [id, ...entities], exercise, keys)
    : NO_RULINGS;
  const isByName = ({ entity, aliases: others = [] }: ObjectContextRow): boolean =>
    (entity !== undefined && (entities.includes(entity) || aliases.includes(entity))) ||
    others.some((alias) => entities.includes(alias));
  return {
    entities,
    names: [...aliases, ...rulings.names],
    isSame: (row, through, about) => {
      const key = assertionKey(row.stixId, through);
      const other = { stixId: row.stixId, entity: about.entity ?? null, key };
      // A ruling on any of the object's assertions is one on the object.
      const [verdict] = asserted.flatMap((each) => rulings.verdictOn(each, other) ?? []);
      return verdict === undefined ? isByName(about) : verdict === 'ACCEPTED';
    },
  };
};

type Gathering = {
  add(row: ObjectKey, through: Through | undefined): void;
  count(): number;
  all(): Assertion[];
};

const openGathering = (): Gathering => {
  const found = new Map<string, Assertion>();
  return {
    add: (row, through) => {
      if (through === undefined) return;
      const key = `${row.stixId} ${historyIdThrough(through)}`;
      const known = found.get(key);
      const isRevoked = known?.isRevoked === true || row.revoked !== undefined;
      const isShown = known === undefined || isBefore({ row, through }, known);
      found.set(key, { ...(isShown ? { row, through } : known), isRevoked });
    },
    count: () => found.size,
    all: () => [...found.values()].slice(0, MAX_ASSERTIONS),
  };
};

type Told = Pick<Assertion, 'row' | 'through'>;

/** Newer, or as new and less strict. */
const isBefore = (one: Told, other: Told): boolean => {
  const order = newestFirst(one.row.modified, other.row.modified);
  return order < 0 || (order === 0 && strictnessOf(one) < strictnessOf(other));
};

const strictnessOf = ({ row, through }: Told): number =>
  Math.max(rankOf(row.tlp ?? 'CLEAR'), rankOf(through.content.access.tlp));
