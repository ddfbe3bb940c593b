// Hands a file to the browser. Its name is ours, and never a text of a producer.

import { asText } from '../../exchange/indicator/csv-text.ts';

export type FileKind = 'json' | 'csv' | 'txt' | 'rules' | 'graphql';

const TYPES: Record<FileKind, string> = {
  json: 'application/json',
  csv: 'text/csv;charset=utf-8',
  txt: 'text/plain;charset=utf-8',
  rules: 'text/plain;charset=utf-8',
  graphql: 'text/plain;charset=utf-8',
};

/** `name` takes letters, digits and hyphens only: anything else in it becomes a hyphen. */
export const download = (name: string, kind: FileKind, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: TYPES[kind] }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 80)}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
};

/** Every cell in quotation marks; what a spreadsheet would take for a formula as text. */
const cell = (value: string): string => `"${asText(value).replaceAll('"', '""')}"`;

/** RFC 4180, with a byte order mark, so that spreadsheets read UTF-8. */
export const csv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
