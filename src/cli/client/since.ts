// `--since 2d`: an instant, as a time span before now or as a date.
import { InvalidArgumentError } from 'commander';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** `30m`, `12h`, `2d`, `1w`, or a date or instant in ISO 8601. */
export const sinceOf = (text: string, now = Date.now()): Date => {
  const [, number, unit = ''] = /^(\d{1,5})([mhdw])$/i.exec(text.trim()) ?? [];
  if (number !== undefined) return new Date(now - Number(number) * (UNITS[unit.toLowerCase()] ?? 0));
  const instant = /^\d{4}-\d{2}-\d{2}/.test(text.trim()) ? Date.parse(text.trim()) : Number.NaN;
  if (!Number.isNaN(instant)) return new Date(instant);
  throw new InvalidArgumentError('Write 30m, 12h, 2d, 1w, or a date such as 2026-11-28.');
};
