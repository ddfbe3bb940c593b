// Lists as people type them: short names separated by commas, spaces or lines.
export const listed = (text: string): string[] => text.split(/[\s,;]+/).filter((each) => each !== '');

/** An optional text: empty is none. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
