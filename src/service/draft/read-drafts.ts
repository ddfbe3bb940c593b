// The drafts of a person, for that person. For everybody else, an administrator of its member or of the hub among them, they are
// not there.
import type { Draft } from '../../domain/draft/draft.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { draftsOf } from '../../policy/partnership/own-drafts.ts';
import type { DraftRow, ListedDraft } from '../../store/draft/drafts.ts';
import { aboutDraft } from '../secret/sealed-kinds.ts';

type Deps = Pick<Hub, 'drafts' | 'secrets' | 'clock'>;

/** Without what is in it, which is read by `contentOf`. */
export const draftOf = async (
  { secrets }: Pick<Hub, 'secrets'>,
  { _id: id, person, kind, item, itemVersion, label, version, savedAt, endsAt }: ListedDraft,
): Promise<Draft> => ({
  id,
  person,
  kind,
  corrects: item === null || itemVersion === null ? null : { item, version: itemVersion },
  label: await secrets.open(label, aboutDraft({ _id: id, person }, 'label')),
  version,
  savedAt,
  endsAt,
});

/** Saved last first. */
export const listDrafts = async (hub: Deps, actor: Actor): Promise<Draft[]> => {
  const person = draftsOf(actor);
  if (person === null) return [];
  const rows = await hub.drafts.of(person, hub.clock.now());
  return Promise.all(rows.map((row) => draftOf(hub, row)));
};

const rowOf = async (hub: Deps, actor: Actor, id: string): Promise<DraftRow | null> => {
  const person = draftsOf(actor);
  return person === null ? null : hub.drafts.find(id, person, hub.clock.now());
};

export const findDraft = async (hub: Deps, actor: Actor, id: string): Promise<Draft | null> => {
  const row = await rowOf(hub, actor, id);
  return row === null ? null : draftOf(hub, row);
};

/** Null where no key of this hub opens it, or it is gone. */
export const contentOf = async (hub: Deps, actor: Actor, id: string): Promise<string | null> => {
  const row = await rowOf(hub, actor, id);
  return row === null ? null : hub.secrets.open(row.content, aboutDraft(row, 'content'));
};
