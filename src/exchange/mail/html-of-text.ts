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

export const htmlOfText = (text: string, link: string | null): string => {
  const body = escaped(text);
  const shown = link === null ? null : escaped(link);
  const linked = shown === null ? body : body.replaceAll(shown, `<a href="${shown}">${shown}</a>`);
  return `<!doctype html><html><body><pre style="white-space:pre-wrap;font-family:inherit">${linked}</pre></body></html>`;
};
