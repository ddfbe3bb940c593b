// Context for object rows: what the reference sets know of the CVE and CWEs they hold, kept as objects of the hub's
// identity beside the row. A row's enrichment is exactly as readable as the row (I3).

import { identifierFor } from 'stix2-ts/identifier';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import type { StixObject } from 'stix2-ts/stix-object';
import type { EffectiveTlp } from '../../domain/marking.ts';
import type { Hub } from '../../hub.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { EnrichmentRow } from '../../store/context.ts';
import { bytesOf, type ObjectRow, textOf } from '../../store/objects.ts';
import { rowId } from '../../store/warnings.ts';
import { keysOf } from './keys-of.ts';
import { answersTo, SOURCES, type Source } from './sources.ts';

export type EnrichmentRoom = Pick<Hub, 'context' | 'references' | 'warnings' | 'objects' | 'clock'>;

export const HUB_IDENTITY = identifierFor('identity', 'tocsin-hub');

export type Subject = ObjectRow & { readonly object: StixObject };

/** Makes, keeps or drops the enrichment of these rows, by the sets named (all by default). */
export const enrichRows = async (
  hub: EnrichmentRoom,
  subjects: readonly Subject[],
  sources: readonly Source[] = SOURCES,
): Promise<void> => {
  const withKeys = subjects
    .map((row) => ({ row, keys: keysOf(row.object) }))
    .filter(({ keys }) => keys.length > 0);
  if (withKeys.length === 0) return;
  const markings = await markingsOf(
    hub,
    withKeys.map(({ row }) => row),
  );
  const held = new Map(
    (
      await hub.context.enrichmentsOf(
        withKeys.map(({ row }) => row._id),
        MAX_HELD,
      )
    ).map((row) => [row._id, row]),
  );
  const now = hub.clock.now().toISOString();
  for (const source of sources) {
    const keys = withKeys.flatMap((each) => each.keys.filter((key) => answersTo(source, key)));
    if (keys.length === 0) continue;
    const asked = new Map([...new Set(keys)].map((key) => [key, source.ask?.(key) ?? [key]]));
    // An address alone is asked for by thirty networks.
    const values =
      source.ask === undefined
        ? await hub.references.lookUp(source.facts.name, [...asked.keys()])
        : await hub.references.whole(source.facts.name);
    const version = (await hub.references.versionOf(source.facts.name)) ?? source.facts.version;
    const made = withKeys.flatMap(({ row, keys: own }) => {
      const frame = { hubIdentityId: HUB_IDENTITY, created: now, modified: now, markingRefs: markings(row) };
      const found = own.flatMap((key) =>
        (asked.get(key) ?? []).flatMap((name) => {
          const value = values.get(name);
          const objects = value === undefined ? [] : source.make(frame, row.stixId, key, value, version);
          return objects.map((object) => [object.id, { key, object }] as const);
        }),
      );
      return [...new Map(found).values()].map(({ key, object }) =>
        enrichmentRow(row, source.facts.name, version, key, object, held),
      );
    });
    await hub.context.saveEnrichments(made);
    await hub.context.dropOthers(
      source.facts.name,
      withKeys.map(({ row }) => row._id),
      made.map(({ _id }) => _id),
    );
  }
};

const MAX_HELD = 20_000;

/** An object that says what it said before stays the version it was. */
const enrichmentRow = (
  row: Subject,
  set: string,
  setVersion: string,
  key: string,
  object: StixObject,
  held: ReadonlyMap<string, EnrichmentRow>,
): EnrichmentRow => {
  const _id = `${object.id} ${row._id.toHexString()}`;
  const former = held.get(_id);
  const before = former === undefined ? null : (JSON.parse(textOf(former)) as StixObject);
  const told = before === null ? object : { ...object, created: before['created'] };
  const isSame =
    before !== null && JSON.stringify({ ...told, modified: before['modified'] }) === JSON.stringify(before);
  return {
    _id,
    stixId: object.id,
    type: object.type,
    row: row._id,
    subject: row.stixId,
    warning: row.warning,
    version: row.version,
    set,
    setVersion,
    key,
    body: isSame && former !== undefined ? former.body : bytesOf(JSON.stringify(told)),
  };
};

/** The strictest marking of set (public) and subject: the subject's own, else that of the warning it came with. */
const markingsOf = async (hub: EnrichmentRoom, rows: readonly ObjectRow[]) => {
  const ids = [...new Set(rows.map(({ warning, version }) => rowId(warning, version)))];
  const warnings = await hub.warnings.versions(ids);
  const tlps = new Map(warnings.map((row) => [row._id, contentOf(row.content).envelope.tlp]));
  return (row: ObjectRow): string[] => {
    const tlp: EffectiveTlp = row.tlp ?? tlps.get(rowId(row.warning, row.version)) ?? 'RED';
    return [TLP2_MARKING_IDS[tlp === 'UNKNOWN' ? 'RED' : tlp]];
  };
};
