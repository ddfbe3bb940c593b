// Brings a draft of the hub into this tab: its form goes where the form of the tab is kept, with which draft it is.
import { ask } from '../../../app/ask.ts';
import { queries } from '../../../app/queries.ts';
import {
  CurrentDocument,
  DraftContentDocument,
  type KeptDraftFragment,
} from '../../../operations/graphql.generated.ts';
import { draftName, keepDraft } from '../draft.ts';
import { emptyForm } from '../form.ts';
import { contentOf, formIn } from './content.ts';
import { holdsUnsaved, writeKept } from './kept.ts';

/** Why it is not opened; `unsaved`: its place in this tab has a form that the hub does not have. */
type NotOpened = 'gone' | 'foreign' | 'itemGone' | 'noRoom' | 'unsaved';

/** Where the form is then. */
export type Opened = { readonly of: string } | { readonly kind: 'practice' } | Record<string, never>;

/** `isSure`: whatever is in its place goes. */
export const openDraft = async (
  { draftId }: Pick<KeptDraftFragment, 'draftId'>,
  isSure: boolean,
): Promise<Opened | NotOpened> => {
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
  if (!isSure && holdsUnsaved(name, emptyForm(form.kind, form.language))) return 'unsaved';
  // Without its text the form would be saved empty over the draft.
  if (!keepDraft(form, current)) return 'noRoom';
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
