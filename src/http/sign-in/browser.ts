// What a browser says of itself in a few words, so that a person recognises its own sessions. The whole text is not kept.

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrom(?:e|ium)\/|\bCriOS\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b|\biPad\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const found = (table: readonly (readonly [RegExp, string])[], text: string): string | null =>
  table.find(([form]) => form.test(text))?.[1] ?? null;

/** Null for whatever is no browser that is known. */
export const browserOf = (userAgent: string | undefined): string | null => {
  const text = (userAgent ?? '').slice(0, 512);
  const words = [found(BROWSERS, text), found(SYSTEMS, text)].filter((each) => each !== null);
  return words.length === 0 ? null : words.join(' on ');
};
