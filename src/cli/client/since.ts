// `--since 2d`: an instant, as a time span before now or as a date.
import { InvalidArgumentError } from 'commander';
import { instantMs } from '../../domain/reading/instant.ts';
import { isDate } from '../../domain/warning-rules.ts';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** `30m`, `12h`, `2d`, `1w`, a day of UTC, or an instant with its zone. */
export const sinceOf = (text: string, now = Date.now()): Date => {
  const [, number, unit = ''] = /^(\d{1,5})([mhdw])$/i.exec(text.trim()) ?? [];
  if (number !== undefined) return new Date(now - Number(number) * (UNITS[unit.toLowerCase()] ?? 0));
  // A day is one of UTC; a time without a zone would be another hour for each reader, and no day moves to the next month.
  const written = text.trim().replace(/^(.{10}T\d{2}:\d{2})(?=Z|[+-])/, '$1:00');
  const instant = isDate(written) ? Date.parse(written) : instantMs(written);
  if (!Number.isNaN(instant)) return new Date(instant);
  throw new InvalidArgumentError(
    'Write 30m, 12h, 2d, 1w, a day of UTC such as 2026-11-28, or an instant with its zone such as 2026-11-28T08:00+01:00.',
  );
};
