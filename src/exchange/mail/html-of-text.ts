// The HTML beside a text: the same lines, nothing of it markup, and no link but the hub's own. No picture, no style that loads
// anything: opening it tells nobody.

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (each) => ESCAPED[each] ?? each);

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The link itself, and items below it, each whole: the beginning of a longer address is none. */
const addressesOf = (link: string): RegExp =>
  new RegExp(`(?<!\\S)${literally(link)}(?:/warning/[a-z]+--[0-9a-f-]{36})?(?=[.,;)]?(?:\\s|$))`, 'g');

export const htmlOfText = (text: string, link: string | null): string => {
  const body = escaped(text);
  const linked = link === null ? body : body.replace(addressesOf(escaped(link)), '<a href="$&">$&</a>');
  return `<!doctype html><html><body><pre style="white-space:pre-wrap;font-family:inherit">${linked}</pre></body></html>`;
};
