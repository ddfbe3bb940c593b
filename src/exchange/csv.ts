// Reads CSV (RFC 4180) with csv-parse. Quoted fields may hold commas, quotes and line breaks; a byte-order mark is cut.
import { parse } from 'csv-parse/sync';

/**
 * One record per row, keyed by the header. A missing field is empty; fields beyond the header are dropped. Throws an
 * Error on an unclosed quote or a quote inside an unquoted field.
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
