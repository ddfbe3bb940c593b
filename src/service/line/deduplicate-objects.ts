// Deduplication of objects: which rows tell the same thing (a pattern, a CVE, a name or an alias, an observable's
// deterministic id), which may do so by an alias that they share, and by which keys the reference sets know them. Facts of
// the hub beside the objects; nothing is merged away.

import { aliasesOf, entityKey, spanOf } from 'stix2-ts/entity';
import type { StixObject } from 'stix2-ts/stix-object';
import type { Hub } from '../../hub.ts';
import type { ObjectId } from '../../store/connect.ts';
import type { KeyUseRow, TellingRow } from '../../store/context.ts';
import type { EntryRow } from '../../store/entries.ts';
import { type ObjectRow, textOf } from '../../store/objects.ts';
import type { AliasUse } from '../../store/thing/aliases.ts';
import { keysOf } from '../enrichment/keys-of.ts';
import { type ProposingRoom, proposeThings } from '../thing/propose-things.ts';

type Room = Pick<Hub, 'objects' | 'context'> & ProposingRoom;

const BATCH = 500;

/** Walks the objects of a version in batches; each batch yields the event loop to others. */
export const eachBatch = async (
  hub: Pick<Hub, 'objects'>,
  warning: string,
  version: number,
  act: (rows: readonly (ObjectRow & { readonly object: StixObject })[]) => Promise<void>,
): Promise<void> => {
  let after: ObjectId | undefined;
  for (;;) {
    const rows = await hub.objects.ofWarning(warning, version, BATCH, after);
    await act(rows.map((row) => ({ ...row, object: JSON.parse(textOf(row)) as StixObject })));
    if (rows.length < BATCH) return;
    after = rows.at(-1)?._id;
  }
};

export const deduplicateObjects = async (
  hub: Room,
  { subject }: Pick<EntryRow, 'subject'>,
): Promise<void> => {
  const { warning, version } = subject;
  if (warning === undefined || version === undefined) return;
  await eachBatch(hub, warning, version, async (rows) => {
    const tellings: TellingRow[] = [];
    const uses: KeyUseRow[] = [];
    const aliases: AliasUse[] = [];
    for (const { _id, object, warning: first, version: firstVersion } of rows) {
      const row = { row: _id, warning: first, version: firstVersion };
      const thing = entityKey(object);
      const span = spanOf(object);
      if (thing !== null)
        tellings.push({
          _id: `${thing} ${_id.toHexString()}`,
          thing,
          ...row,
          ...(span === null ? {} : { span }),
        });
      const of = thing === null ? {} : { of: thing };
      for (const { key } of aliasesOf(object)) {
        tellings.push({ _id: `${key} ${_id.toHexString()}`, thing: key, ...row, isAlias: true, ...of });
        // About what was revoked nobody need be asked.
        if (thing !== null && object['revoked'] !== true) aliases.push({ alias: key, thing });
      }
      for (const key of keysOf(object)) uses.push({ _id: `${key} ${_id.toHexString()}`, key, ...row });
    }
    await hub.context.saveTellings(tellings);
    await hub.context.saveKeyUses(uses);
    // After the tellings: of two that come at once, one finds the other.
    await proposeThings(hub, warning, aliases);
  });
};
