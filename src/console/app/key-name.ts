// What a key is called by those who listen for it, on any layout of the keyboard.
type Pressed = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

/** By its place on the keyboard, where the layout writes no Latin there (Russian, Arabic). */
const latinOf = ({ key, code, shiftKey }: Pressed): string => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
  if (key.length !== 1 || /^[\x00-\x7f]$/.test(key)) return key;
  if (code === 'Slash') return shiftKey ? '?' : '/';
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  return letter === undefined ? key : letter.toLowerCase();
};

/** One character, or `mod+k`; null for anything else. */
export const keyName = (pressed: Pressed): string | null => {
  if (pressed.altKey) return null;
  const key = latinOf(pressed);
  if (pressed.ctrlKey || pressed.metaKey) return key.toLowerCase() === 'k' ? 'mod+k' : null;
  return key.length === 1 ? key : null;
};
