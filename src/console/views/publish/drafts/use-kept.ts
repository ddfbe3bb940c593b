// The draft of the hub that the form on the screen belongs to, and what saves and removes it.
import { useState } from 'react';
import { type Acting, ask } from '../../../app/ask.ts';
import { queries } from '../../../app/queries.ts';
import { DiscardDraftDocument, SaveDraftDocument } from '../../../operations/graphql.generated.ts';
import { type Act, useAct } from '../../../ui/act/use-act.ts';
import { draftName } from '../draft.ts';
import type { Form } from '../form.ts';
import type { Current } from '../former.ts';
import { contentOf, labelOf } from './content.ts';
import { type Kept, readKept, writeKept } from './kept.ts';

type Saving = { readonly form: Form; readonly over: Kept | null };
type Saved = Awaited<ReturnType<typeof send>>;

export type Keeping = {
  readonly kept: Kept | null;
  readonly saving: Act<Saving, Saved>;
  readonly save: () => void;
  /** Where the other was saved elsewhere, or is gone. */
  readonly saveAsNew: () => void;
  /** Forgets which draft it is, and leaves that one on the hub. */
  readonly letGo: () => void;
  /** After it was published. */
  readonly remove: () => Promise<void>;
};

const send = async ({ form, over }: Saving, current: Current | null, options: Acting) => {
  const input = {
    ...(over === null ? {} : { seen: { id: over.draftId, version: over.version } }),
    ...(current === null ? {} : { corrects: { item: current.id, version: current.version } }),
    kind: form.kind,
    label: labelOf(form),
    content: contentOf(form),
  };
  const { draft, refusals } = (await ask(SaveDraftDocument, { input }, options)).result;
  return { draft, refusals, content: input.content };
};

/** What came of it is shown in the list: a draft that was saved again elsewhere meanwhile stays there. */
const discard = async ({ draftId: id, version }: Kept): Promise<void> => {
  try {
    await ask(DiscardDraftDocument, { input: { id, version } });
  } catch {
    // It is published all the same, and the draft can be discarded by hand.
  }
};

export const useKept = (form: Form, current: Current | null): Keeping => {
  const name = draftName(form.kind, current);
  const [kept, setKept] = useState(() => readKept(name));
  const keep = (next: Kept | null): void => {
    writeKept(name, next);
    setKept(next);
  };
  const saving = useAct(
    (input: Saving, options) => send(input, current, options),
    ({ draft, content }) => {
      void queries.invalidateQueries({ queryKey: ['drafts'] });
      if (draft === null) return;
      const { draftId, version, savedAt, endsAt } = draft;
      keep({ draftId, version, savedAt, endsAt, content, begunOver: kept?.begunOver ?? null });
    },
  );
  return {
    kept,
    saving,
    save: () => saving.run({ form, over: kept }),
    saveAsNew: () => saving.run({ form, over: null }),
    letGo: () => {
      saving.forget();
      keep(null);
    },
    remove: async () => {
      writeKept(name, null);
      if (kept !== null) await discard(kept);
    },
  };
};
