// Reads one warning by id, at its current version.
import type { Actor } from '../../domain/member.ts';
import type { ItemKind } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import { decide } from '../../policy/decide.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { Content, WarningRow } from '../../store/warnings.ts';
import { type Item, itemOf } from './item.ts';

const ID = /^(warning|practice)--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** A single item is on no page. */
const NO_CURSOR = '';

type Deps = Pick<Hub, 'warnings' | 'cursorKey' | 'clock'>;

const parse = (row: WarningRow): Content => contentOf(row.content);

export const isWarningId = (id: string): boolean => ID.test(id);

/** The id decides the kind: a practice stays one in all its versions. */
export const kindOfId = (id: string): ItemKind => (id.startsWith('practice--') ? 'PRACTICE' : 'WARNING');

/** The head row with its content, if the actor may read it; for acts that decide further. */
export const readHead = async (
  hub: Pick<Hub, 'warnings' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<{ readonly row: WarningRow; readonly content: Content } | null> => {
  if (!isWarningId(id)) return null;
  const row = await hub.warnings.head(id);
  if (row === null) return null;
  const content = parse(row);
  return decide(actor, content.access, hub.clock.now().getTime()).allowed ? { row, content } : null;
};

export const readWarnings = async (
  hub: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, Item>> => {
  const rows = await hub.warnings.heads([...new Set(ids)].filter(isWarningId));
  const nowMs = hub.clock.now().getTime();
  const items = rows.map((row) => itemOf({ ...row, parsed: parse(row) }, actor, NO_CURSOR, nowMs));
  return new Map(items.filter((item) => item !== null).map((item) => [item.summary.id, item]));
};

export const readWarning = async (hub: Deps, actor: Actor, id: string): Promise<Item | null> =>
  (await readWarnings(hub, actor, [id])).get(id) ?? null;
