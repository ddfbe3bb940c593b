// CSV of RFC 4180 by csv-parse: quoted fields may hold commas, quotes and line breaks; a byte-order mark is dropped.
import { parse } from 'csv-parse/sync';

/**
 * One record per row, keyed by the header. A missing field is empty; fields beyond the header are dropped. Throws an
 * Error on a quote that is not closed or stands inside a field without quotes.
 */
export function readCsv(text: string): Record<string, string>[] {
  const [header, ...rows] = parse(text, {
    bom: true,
    record_delimiter: ['\n', '\r\n'],
    relax_column_count: true,
  });
  if (header === undefined) return [];
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}
