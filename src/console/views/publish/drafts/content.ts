// A form as it is saved on the hub: marked as the console's, since other programs keep what they like there.
import { emptyForm, type Form } from '../form.ts';

const MARK = 'console.1';
const LABEL = 200;

export const contentOf = (form: Form): string => JSON.stringify({ form: MARK, values: form });

/** Null where another program saved it. A draft of an older console lacks what is new in this one. */
export const formIn = (draft: string): Form | null => {
  const saved = JSON.parse(draft) as { readonly form?: unknown; readonly values?: Form } | null;
  if (saved?.form !== MARK || saved.values === undefined) return null;
  const { kind, language } = saved.values;
  return { ...emptyForm(kind, language), ...saved.values };
};

/** How its writer knows it in the list, cut between characters. */
export const labelOf = ({ headline }: Form): string => {
  const label = headline.trim();
  return label.length <= LABEL ? label : label.slice(0, LABEL).replace(/[\ud800-\udbff]$/, '');
};
