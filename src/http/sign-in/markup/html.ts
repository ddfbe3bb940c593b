// HTML of the pages that the hub makes. Every value is escaped; only `html` and `raw` make HTML.

export type Html = { readonly html: string };
type Value = Html | string | number | null | undefined | false | readonly Html[];

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => ESCAPED[letter] ?? '');

const textOf = (value: Value): string => {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  if ('html' in value) return value.html;
  return value.map(({ html: text }) => text).join('');
};

export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  html: parts.map((part, index) => `${part}${index < values.length ? textOf(values[index]) : ''}`).join(''),
});
