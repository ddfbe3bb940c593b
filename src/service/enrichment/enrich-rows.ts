// Enriches object rows: what the reference sets know about their CVEs, values and sectors, stored as objects with the
// hub's identity. A row's enrichment is exactly as readable as the row (I3).
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import type { StixObject } from 'stix2-ts/stix-object';
import type { EffectiveTlp } from '../../domain/marking.ts';
import type { EnrichmentSource } from '../../exchange/enrichment.ts';
import { HUB_IDENTITY } from '../../exchange/warning-extension.ts';
import type { Hub } from '../../hub.ts';
import type { ObjectId } from '../../store/connect.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { EnrichmentRow } from '../../store/context.ts';
import { bytesOf, type ObjectKey, textOf } from '../../store/objects.ts';
import { isSameState, type ReferenceSetRow } from '../../store/references.ts';
import { rowId } from '../../store/warnings.ts';
import { needOf, SOURCES, type Source } from './sources.ts';

export type EnrichmentDeps = Pick<Hub, 'context' | 'references' | 'warnings' | 'clock'>;

/** A row and the keys to look up in the sets. */
export type Enriched = Pick<ObjectKey, '_id' | 'stixId' | 'warning' | 'version' | 'tlp'> & {
  readonly keys: readonly string[];
};

type Held = { readonly row: Enriched; readonly key: string };
type Hit = Held & { readonly source: Source; readonly value: string };
type States = ReadonlyMap<string, ReferenceSetRow>;

/**
 * Creates, updates or deletes the enrichment of these rows, from the named sources (all by default). `new` rows have
 * none yet. A set that is refreshed meanwhile is asked again: the refresh may have passed these rows before their
 * keys were stored.
 */
export const enrichRows = async (
  hub: EnrichmentDeps,
  rows: readonly Enriched[],
  {
    sources = SOURCES,
    isNew = false,
  }: { readonly sources?: readonly Source[]; readonly isNew?: boolean } = {},
): Promise<void> => {
  const byNeed = heldByNeed(rows);
  let open = sources.filter(({ facts }) => byNeed.has(facts.needs));
  let states: States = open.length === 0 ? new Map() : await hub.references.states();
  for (let isFirst = true; open.length > 0; isFirst = false) {
    await enrichOnce(hub, { byNeed, sources: open, states, isNew: isNew && isFirst });
    const now = await hub.references.states();
    open = open.filter(({ facts }) => !isSameState(states.get(facts.name), now.get(facts.name)));
    states = now;
  }
};

type ByNeed = ReadonlyMap<EnrichmentSource['needs'], readonly Held[]>;
type Round = {
  readonly byNeed: ByNeed;
  readonly sources: readonly Source[];
  readonly states: States;
  readonly isNew: boolean;
};

const heldByNeed = (rows: readonly Enriched[]): ByNeed => {
  const byNeed = new Map<EnrichmentSource['needs'], Held[]>();
  for (const row of rows)
    for (const key of row.keys) {
      const need = needOf(key);
      if (need === null) continue;
      const held = byNeed.get(need);
      if (held === undefined) byNeed.set(need, [{ row, key }]);
      else held.push({ row, key });
    }
  return byNeed;
};

const enrichOnce = async (hub: EnrichmentDeps, { byNeed, sources, states, isNew }: Round): Promise<void> => {
  const hits: Hit[] = [];
  for (const source of sources) {
    const held = byNeed.get(source.facts.needs) ?? [];
    hits.push(...(await hitsOf(hub, source, held, states.get(source.facts.name))));
  }
  const names = new Set(sources.map(({ facts }) => facts.name));
  const asked = isNew ? [] : [...new Set(sources.flatMap(({ facts }) => byNeed.get(facts.needs) ?? []))];
  const existing = await existingOf(hub, asked, names);
  const made = hits.length === 0 ? [] : await madeOf(hub, hits, states, existing);
  const kept = new Set(made.map(({ row }) => row._id));
  await hub.context.saveEnrichments(made.filter(({ isChanged }) => isChanged).map(({ row }) => row));
  await hub.context.dropEnrichments([...existing.keys()].filter((id) => !kept.has(id)));
};

/** What one set knows about these keys. */
const hitsOf = async (
  hub: EnrichmentDeps,
  source: Source,
  held: readonly Held[],
  state: ReferenceSetRow | undefined,
): Promise<Hit[]> => {
  const { name: set } = source.facts;
  if (source.open === undefined) {
    const values = await hub.references.lookUp(set, [...new Set(held.map(({ key }) => key))]);
    return held.flatMap(({ row, key }) => {
      const value = values.get(key);
      return value === undefined ? [] : [{ row, key, source, value }];
    });
  }
  const lookUp = openOnce(source.open, await hub.references.whole(set, state));
  return held.flatMap(({ row, key }) => lookUp(key).map((value) => ({ row, key, source, value })));
};

type LookUp = (key: string) => readonly string[];

/** Cached per set of rows: the rows never change, and the cache lives as long as they do. */
const opened = new WeakMap<ReadonlyMap<string, string>, LookUp>();

const openOnce = (open: NonNullable<Source['open']>, rows: ReadonlyMap<string, string>): LookUp => {
  const held = opened.get(rows) ?? open(rows);
  opened.set(rows, held);
  return held;
};

/** The existing enrichment of these rows from these sets, by its id. */
const existingOf = async (
  hub: EnrichmentDeps,
  held: readonly Held[],
  sets: ReadonlySet<string>,
): Promise<Map<string, EnrichmentRow>> => {
  const existing = new Map<string, EnrichmentRow>();
  for (const ids of inSlices(new Set(held.map(({ row }) => row))))
    for (const row of await hub.context.enrichmentsIn(sets, ids)) existing.set(row._id, row);
  return existing;
};

/** Limit of keys whose enrichment is read at once; few keys are in more than two lists. */
const KEYS_AT_ONCE = 2_000;

const inSlices = (rows: Iterable<Enriched>): ObjectId[][] => {
  const slices: ObjectId[][] = [];
  let keys = KEYS_AT_ONCE;
  for (const row of rows) {
    if (keys >= KEYS_AT_ONCE) {
      slices.push([]);
      keys = 0;
    }
    keys += row.keys.length;
    slices.at(-1)?.push(row._id);
  }
  return slices;
};

type Made = { readonly row: EnrichmentRow; readonly isChanged: boolean };

const madeOf = async (
  hub: EnrichmentDeps,
  hits: readonly Hit[],
  states: States,
  existing: ReadonlyMap<string, EnrichmentRow>,
): Promise<Made[]> => {
  const markings = await markingsOf(
    hub,
    hits.map(({ row }) => row),
  );
  const now = hub.clock.now().toISOString();
  const made = new Map<string, Made>();
  for (const { row, key, source, value } of hits) {
    const frame = { hubIdentityId: HUB_IDENTITY, created: now, modified: now, markingRefs: markings(row) };
    const setVersion = states.get(source.facts.name)?.version ?? source.facts.version;
    for (const object of source.make(frame, row.stixId, key, value, setVersion)) {
      const id = enrichmentId(object, row);
      const facts = { set: source.facts.name, setVersion, key };
      made.set(id, enrichmentRow(row, object, facts, existing.get(id)));
    }
  }
  return [...made.values()];
};

const enrichmentId = (object: StixObject, row: Enriched): string => `${object.id} ${row._id.toHexString()}`;

/** An object with unchanged content keeps its version. */
const enrichmentRow = (
  row: Enriched,
  object: StixObject,
  facts: Pick<EnrichmentRow, 'set' | 'setVersion' | 'key'>,
  existing: EnrichmentRow | undefined,
): Made => {
  const before = existing === undefined ? null : (JSON.parse(textOf(existing)) as StixObject);
  const stated = before === null ? object : { ...object, created: before['created'] };
  const isSame =
    before !== null && JSON.stringify({ ...stated, modified: before['modified'] }) === JSON.stringify(before);
  const isChanged = !isSame || existing?.setVersion !== facts.setVersion || existing.key !== facts.key;
  const made: EnrichmentRow = {
    _id: enrichmentId(object, row),
    stixId: object.id,
    type: object.type,
    row: row._id,
    subject: row.stixId,
    warning: row.warning,
    version: row.version,
    ...facts,
    body: isSame && existing !== undefined ? existing.body : bytesOf(JSON.stringify(stated)),
  };
  return { row: made, isChanged };
};

/** The strictest of the set's marking (public) and the subject's: its own, else that of the warning it came with. */
const markingsOf = async (hub: EnrichmentDeps, rows: readonly Enriched[]) => {
  const unmarked = rows.filter(({ tlp }) => tlp === null);
  const ids = [...new Set(unmarked.map(({ warning, version }) => rowId(warning, version)))];
  const warnings = ids.length === 0 ? [] : await hub.warnings.versions(ids);
  const tlps = new Map(warnings.map((row) => [row._id, contentOf(row.content).access.tlp]));
  return (row: Enriched): string[] => {
    const tlp: EffectiveTlp = row.tlp ?? tlps.get(rowId(row.warning, row.version)) ?? 'RED';
    return [TLP2_MARKING_IDS[tlp === 'UNKNOWN' ? 'RED' : tlp]];
  };
};
