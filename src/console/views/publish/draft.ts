// The draft that is being written: kept in this tab until it is published, given up, or the person signs out. A correction is kept
// by the version that it corrects: what somebody typed over version 2 does not come back over version 3 unsaid. What is saved on the
// hub as well is in drafts.
import { emptyForm, type Form } from './form.ts';
import { type Current, formOf } from './former.ts';

type Corrected = Pick<Current, 'id' | 'version'> | null;

export const draftName = (kind: string, of: Corrected): string =>
  `tocsin.draft.${of === null ? kind : `${of.id}@${of.version}`}`;

/** False where the tab has no room for it, as with a large bundle: nothing is kept then, rather than what is not on the screen. */
export const keepDraft = (form: Form, of: Corrected): boolean => {
  const name = draftName(form.kind, of);
  try {
    sessionStorage.setItem(name, JSON.stringify(form));
    return true;
  } catch {
    sessionStorage.removeItem(name);
    return false;
  }
};

export const dropDraft = (kind: Form['kind'], of: Corrected): void =>
  sessionStorage.removeItem(draftName(kind, of));

/** Null where there is none. A draft of an older console lacks what is new in this one. */
export const readDraft = (kind: Form['kind'], language: string): Form | null => {
  const text = sessionStorage.getItem(draftName(kind, null));
  return text === null ? null : { ...emptyForm(kind, language), ...(JSON.parse(text) as Form) };
};

export const readCorrection = (current: Current): Form => {
  const text = sessionStorage.getItem(draftName(current.kind, current));
  return { ...formOf(current), ...(text === null ? {} : (JSON.parse(text) as Partial<Form>)) };
};
