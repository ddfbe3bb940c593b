// Writes CSV (RFC 4180) that a spreadsheet opens as text: a cell that it would calculate gets a leading apostrophe (OWASP,
// CSV injection). Programs read the same file; the apostrophe stands only where a cell begins with = + - @, a tab or a
// carriage return.

const CALCULATED = /^[\t\r]|^\s*[=+\-@＝＋－＠]/;

/** The text, with the apostrophe where a spreadsheet would calculate it. */
export const asText = (text: string): string => (CALCULATED.test(text) ? `'${text}` : text);

const cellOf = (text: string): string => {
  const safe = asText(text);
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One record with its line end. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;
