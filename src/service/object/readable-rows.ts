// Which object rows an actor may read: through the warning that brought a row, or through any other that holds it.
// The first warning that allows it is the one whose marking counts for this reader.
import type { Actor } from '../../domain/member.ts';
import type { Reason } from '../../domain/reason.ts';
import type { Hub } from '../../hub.ts';
import { decideObject } from '../../policy/decide.ts';
import type { ObjectKey } from '../../store/objects.ts';
import type { Content } from '../../store/warnings.ts';
import { rowId } from '../../store/warnings.ts';

/** By which warning a row is readable, and why. */
export type Through = {
  readonly warning: string;
  readonly version: number;
  readonly content: Content;
  readonly reason: Reason;
};

/** Further warnings that are tried for one row. */
const MAX_LINKS = 200;

/** Keyed by the row's id in hex; rows that may not be read are absent. */
export const readableRows = async (
  hub: Pick<Hub, 'objects' | 'warnings'>,
  actor: Actor,
  rows: readonly Pick<ObjectKey, '_id' | 'warning' | 'version' | 'tlp'>[],
): Promise<Map<string, Through>> => {
  const contents = new Map<string, Content | null>();
  const load = async (ids: readonly string[]): Promise<void> => {
    const missing = [...new Set(ids)].filter((id) => !contents.has(id));
    if (missing.length === 0) return;
    for (const id of missing) contents.set(id, null);
    const found = await hub.warnings.rows.find({ _id: { $in: missing } }).toArray();
    for (const row of found) contents.set(row._id, JSON.parse(row.content) as Content);
  };
  await load(rows.map(({ warning, version }) => rowId(warning, version)));
  const readable = new Map<string, Through>();
  const allow = (row: (typeof rows)[number], warning: string, version: number): boolean => {
    const content = contents.get(rowId(warning, version));
    if (content === null || content === undefined) return false;
    const decision = decideObject(actor, content.envelope, row.tlp ?? content.envelope.tlp);
    if (decision.allowed)
      readable.set(row._id.toHexString(), { warning, version, content, reason: decision.reason });
    return decision.allowed;
  };
  for (const row of rows) {
    if (allow(row, row.warning, row.version)) continue;
    const links = await hub.objects.linksTo(row._id, MAX_LINKS);
    await load(links.map(({ warning, version }) => rowId(warning, version)));
    links.some(({ warning, version }) => allow(row, warning, version));
  }
  return readable;
};
