// Lists as people type them: short names separated by commas, spaces or lines.
export const listed = (text: string): string[] => text.split(/[\s,;]+/).filter((each) => each !== '');

/** An optional text: empty is none. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What of it is otherwise than it was: the rest is left as it is by then, which may be another's change. */
export const differing = <Input extends object>(now: Input, before: Partial<Input>): Partial<Input> =>
  Object.fromEntries(
    Object.entries(now).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Input]),
    ),
  ) as Partial<Input>;
