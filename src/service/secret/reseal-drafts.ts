// Seals drafts by the newest key, a few at a time: they are many and large, so that they are neither read at once nor written in one
// transaction. Interrupted, it goes on with what another key sealed.
import type { Hub } from '../../hub.ts';
import type { DraftRow } from '../../store/draft/drafts.ts';
import { aboutDraft } from './sealed-kinds.ts';

type Deps = Pick<Hub, 'drafts' | 'secrets'>;

const AT_ONCE = 20;

export type ResealedDrafts = {
  readonly sealed: number;
  /** How many no key of this hub opens; they end by themselves. */
  readonly lost: number;
};

export const resealDrafts = async (hub: Deps, key: string): Promise<ResealedDrafts> => {
  const { open, closed } = await keysBeside(hub, key);
  // Those that no key opens are counted and not read: they stay for up to a month, and this is asked each minute.
  const closedTo = closed.length === 0 ? 0 : await hub.drafts.countSealedBy(closed);
  if (open.length === 0) return { sealed: 0, lost: closedTo };
  let [sealed, lost, after] = [0, closedTo, ''];
  for (;;) {
    const rows = await hub.drafts.sealedBy(open, after, AT_ONCE);
    for (const row of rows) {
      const to = await anew(hub, row, key);
      if (to === null) lost += 1;
      else if (await hub.drafts.reseal({ id: row._id, from: partsOf(row), to })) sealed += 1;
    }
    const last = rows.at(-1);
    if (last === undefined) return { sealed, lost };
    after = last._id;
  }
};

/** The keys other than this one that seal drafts: those that this process has, and the others. */
const keysBeside = async (
  { drafts, secrets }: Deps,
  key: string,
): Promise<{ readonly open: readonly string[]; readonly closed: readonly string[] }> => {
  const [open, closed]: [string[], string[]] = [[], []];
  for (const id of await drafts.otherKeys(key)) ((await secrets.has(id)) ? open : closed).push(id);
  return { open, closed };
};

const partsOf = ({ label, content }: DraftRow): Pick<DraftRow, 'label' | 'content'> => ({ label, content });

const anew = async (
  { secrets }: Deps,
  row: DraftRow,
  key: string,
): Promise<Pick<DraftRow, 'label' | 'content' | 'key'> | null> => {
  const one = async (part: 'label' | 'content'): Promise<string | null> => {
    const text = await secrets.open(row[part], aboutDraft(row, part));
    return text === null ? null : secrets.seal(text, aboutDraft(row, part));
  };
  const [label, content] = [await one('label'), await one('content')];
  return label === null || content === null ? null : { label, content, key };
};
