// Dates of an advisory that cannot be: a day that no calendar has, and a release that is still to come.
import { describe, expect, test } from '@jest/globals';
import { parseCsaf } from '../../../../src/exchange/csaf/parse-csaf.ts';
import { withoutDatesAhead } from '../../../../src/exchange/csaf-conformance/dates-ahead.ts';
import { fieldCase } from '../../../support/inputs/field-case.ts';

const NOW = new Date('2026-11-30T12:00:00.000Z');

const parsedWith = (tracking: object) => {
  const advisory = JSON.parse(fieldCase('15-csaf-no-tlp.json'));
  Object.assign(advisory.document.tracking, tracking);
  const [last] = advisory.document.tracking.revision_history.slice(-1);
  if ('current_release_date' in tracking) last.date = tracking.current_release_date;
  return parseCsaf(JSON.stringify(advisory));
};

test.each([
  '2026-02-30T00:00:00Z',
  '2026-04-31T10:00:00+02:00',
  '2026-13-01T00:00:00Z',
  '2025-02-29T00:00:00Z',
])('%s is no day', (date) => {
  const parsed = parsedWith({ current_release_date: date });
  expect(parsed).toMatchObject({
    ok: false,
    problems: expect.arrayContaining([
      expect.objectContaining({ code: 'CSAF_INVALID', path: '$.document.tracking.current_release_date' }),
    ]),
  });
});

test('29 February of a leap year is one, however it is written', () => {
  expect(parsedWith({ initial_release_date: '2024-02-29t00:00:00.1234567891z' }).ok).toBe(true);
  expect(parsedWith({ initial_release_date: '2024-02-29T00:00:00Z' }).ok).toBe(true);
});

describe('a release', () => {
  const dated = (date: string) => {
    const parsed = parsedWith({ current_release_date: date });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { advisory, findings } = withoutDatesAhead(parsed, NOW);
    return [
      advisory.document.tracking.current_release_date,
      findings.map(({ code }) => code).includes('CSAF_DATE_AHEAD'),
    ];
  };

  test.each(['9999-12-31T23:59:59Z', '2031-01-01T00:00:00Z', '2026-12-02T00:00:00Z'])(
    'on %s is read as now, with a finding',
    (date) => {
      expect(dated(date)).toEqual([NOW.toISOString(), true]);
    },
  );

  test.each(['2026-11-30T11:59:59Z', '2026-12-01T11:00:00Z', '2026-11-30T23:00:00+02:00'])(
    'on %s stays',
    (date) => {
      expect(dated(date)).toEqual([date, false]);
    },
  );
});
