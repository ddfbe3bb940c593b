// Job re-enrich-set: a set was refreshed; the rows that hold one of its changed keys get their context anew.

import type { StixObject } from 'stix2-ts/stix-object';
import type { KeyUseRow } from '../../store/context.ts';
import type { EntryRow } from '../../store/entries.ts';
import { textOf } from '../../store/objects.ts';
import { type EnrichmentRoom, enrichRows } from './enrich-rows.ts';
import { SOURCES, type Source } from './sources.ts';

const KEYS = 200;
const USES = 500;

export const reEnrichSet = async (
  hub: EnrichmentRoom,
  { subject }: Pick<EntryRow, 'subject'>,
): Promise<void> => {
  if (subject.set === undefined) return;
  const change = await hub.references.change(subject.set);
  if (change === null) return;
  const sources = SOURCES.filter(({ facts }) => facts.name === change.set);
  const [source] = sources;
  if (source?.usedBy !== undefined) {
    for (const prefix of source.usedBy) {
      await again(hub, sources, (after) => hub.context.usesBelow(prefix, USES, after));
    }
    return;
  }
  for (let from = 0; from < change.keys.length; from += KEYS) {
    const keys = change.keys.slice(from, from + KEYS);
    await again(hub, sources, (after) => hub.context.usesOf(keys, USES, after));
  }
};

const again = async (
  hub: EnrichmentRoom,
  sources: readonly Source[],
  read: (after?: string) => Promise<readonly KeyUseRow[]>,
): Promise<void> => {
  for (let after: string | undefined; ; ) {
    const uses = await read(after);
    const rows = await hub.objects.byIds(uses.map(({ row }) => row));
    const subjects = rows.map((row) => ({ ...row, object: JSON.parse(textOf(row)) as StixObject }));
    await enrichRows(hub, subjects, sources);
    if (uses.length < USES) return;
    after = uses.at(-1)?._id;
  }
};
