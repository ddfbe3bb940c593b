// What was sent last from the form of this tab and under which key, beside the form: after an answer that was lost the same is no second
// publication, though somebody looks at the form again in between or loads the page anew. It goes with the draft.
import type { Asked, Memory } from '../../../ui/act/asked.ts';

/** Of what the tab has no room for, as with a large bundle: until the page is loaded again. */
const unkept = new Map<string, Asked>();

export const sendingOf = (draft: string): Memory => {
  const name = `${draft}.sent`;
  const forget = (): void => {
    unkept.delete(name);
    sessionStorage.removeItem(name);
  };
  return {
    read: () => {
      const text = sessionStorage.getItem(name);
      return text === null ? (unkept.get(name) ?? null) : (JSON.parse(text) as Asked);
    },
    write: (asked) => {
      forget();
      if (asked === null) return;
      try {
        sessionStorage.setItem(name, JSON.stringify(asked));
      } catch {
        unkept.set(name, asked);
      }
    },
  };
};
