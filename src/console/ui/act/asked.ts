// Under which key something was asked of the hub: the same for the same, until it is known what came of it. Where an answer was lost, the
// same press once more is no second act.

export type Asked = { readonly text: string; readonly key: string };

/** Where it is remembered what was asked last. */
export type Memory = { readonly read: () => Asked | null; readonly write: (asked: Asked | null) => void };

export const keyFor = (input: unknown, { read, write }: Memory): string => {
  const text = JSON.stringify(input);
  const asked = read();
  if (asked?.text === text) return asked.key;
  const key = crypto.randomUUID();
  write({ text, key });
  return key;
};

/** Lasts as long as what is on the screen. */
export const ownMemory = (): Memory => {
  let asked: Asked | null = null;
  return {
    read: () => asked,
    write: (next) => {
      asked = next;
    },
  };
};
