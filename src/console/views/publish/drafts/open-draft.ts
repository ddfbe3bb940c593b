// Brings a draft of the hub into this tab: its form goes where the form of the tab is kept, with which draft it is.
import { ask } from '../../../app/ask.ts';
import { queries } from '../../../app/queries.ts';
import {
  CurrentDocument,
  DraftContentDocument,
  type KeptDraftFragment,
} from '../../../operations/graphql.generated.ts';
import { draftName, keepDraft } from '../draft.ts';
import { contentOf, formIn } from './content.ts';
import { writeKept } from './kept.ts';

/** Where the form is then; or why it is not. */
export type Opened = { readonly of: string } | { readonly kind: 'practice' } | Record<string, never>;

export const openDraft = async ({
  draftId,
}: Pick<KeptDraftFragment, 'draftId'>): Promise<Opened | 'gone' | 'foreign' | 'itemGone'> => {
  const { draft } = await ask(DraftContentDocument, { id: draftId });
  if (draft === null) return 'gone';
  const form = draft.content === null ? null : formIn(draft.content);
  if (form === null) return 'foreign';
  const { corrects, version, savedAt, endsAt } = draft;
  const current = corrects === null ? null : await currentOf(corrects.item);
  if (corrects !== null && current === null) return 'itemGone';
  // A correction that was begun over an older version goes on over the newest, and says so.
  const begunOver = corrects !== null && current?.version !== corrects.version ? corrects.version : null;
  const name = draftName(form.kind, current);
  keepDraft(form, current);
  writeKept(name, { draftId, version, savedAt, endsAt, content: contentOf(form), begunOver });
  if (current !== null) return { of: current.id };
  return form.kind === 'PRACTICE' ? { kind: 'practice' } : {};
};

const currentOf = async (id: string): Promise<{ readonly id: string; readonly version: number } | null> => {
  const { warning } = await ask(CurrentDocument, { id });
  // What the view read before may be an older version.
  queries.removeQueries({ queryKey: ['current', id] });
  return warning?.whyMe.kind === 'OWN' ? { id: warning.id, version: warning.version } : null;
};
