// Which draft of the hub the form of this tab was saved as, beside the form itself: saved again, it is saved over that one.
import type { KeptDraftFragment } from '../../../operations/graphql.generated.ts';
import type { Form } from '../form.ts';
import { contentOf } from './content.ts';

export type Kept = Pick<KeptDraftFragment, 'draftId' | 'version' | 'savedAt' | 'endsAt'> & {
  /** What was saved, as it is compared with what is on the screen. */
  readonly content: string;
  /** The version over which a correction was begun, where a newer one has been published since. */
  readonly begunOver: number | null;
};

const nameOf = (name: string): string => `${name}.kept`;

export const readKept = (name: string): Kept | null => {
  const text = sessionStorage.getItem(nameOf(name));
  return text === null ? null : (JSON.parse(text) as Kept);
};

/** Whether the tab has a form of this name that the hub does not have as it is; `empty` is one in which nothing was written. */
export const holdsUnsaved = (name: string, empty: Form): boolean => {
  const text = sessionStorage.getItem(name);
  if (text === null) return false;
  const form = { ...empty, ...(JSON.parse(text) as Partial<Form>) };
  const content = contentOf(form);
  return content !== contentOf(empty) && content !== readKept(name)?.content;
};

/** Where the tab has no room, the form is saved as a new draft after it is loaded again. */
export const writeKept = (name: string, kept: Kept | null): void => {
  sessionStorage.removeItem(nameOf(name));
  if (kept === null) return;
  try {
    sessionStorage.setItem(nameOf(name), JSON.stringify(kept));
  } catch {
    sessionStorage.removeItem(nameOf(name));
  }
};
