// The draft that is being written: kept in this tab until it is published, given up, or the person signs out.
import { emptyForm, type Form } from './form.ts';

const nameOf = (kind: string): string => `tocsin.draft.${kind}`;

export const keepDraft = (form: Form): void =>
  sessionStorage.setItem(nameOf(form.kind), JSON.stringify(form));

export const dropDraft = (kind: Form['kind']): void => sessionStorage.removeItem(nameOf(kind));

/** Null where there is none. A draft of an older console lacks what is new in this one. */
export const readDraft = (kind: Form['kind'], language: string): Form | null => {
  const text = sessionStorage.getItem(nameOf(kind));
  return text === null ? null : { ...emptyForm(kind, language), ...(JSON.parse(text) as Form) };
};
