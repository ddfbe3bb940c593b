// A score of CVSS that contradicts its vector: the vector decides, with a finding.
import { describe, expect, test } from '@jest/globals';
import { readCsaf } from '../../../src/exchange/csaf/read-csaf.ts';
import { fieldCase } from '../../support/inputs/field-case.ts';

describe('a score that contradicts its vector', () => {
  const WHOLE = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
  const scored = (cvss: object) => {
    const advisory = JSON.parse(fieldCase('15-csaf-no-tlp.json'));
    delete advisory.document.aggregate_severity;
    advisory.document.notes = undefined;
    const [vulnerability] = advisory.vulnerabilities;
    const products = Object.values(vulnerability.product_status).flat();
    vulnerability.scores = [{ products, ...cvss }];
    const reading = readCsaf(JSON.stringify(advisory));
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const { draft, findings } = reading;
    const found = findings.find(({ code }) => code === 'CSAF_SCORE_READ');
    return [draft.cvss, draft.severity, found?.path ?? null];
  };
  const v3 = (vectorString: string, baseScore: number) => ({
    cvss_v3: { version: vectorString.slice(5, 8), vectorString, baseScore, baseSeverity: 'CRITICAL' },
  });
  const v2 = (vectorString: string, baseScore: number) => ({
    cvss_v2: { version: '2.0', vectorString, baseScore },
  });
  const PLACE = '$.vulnerabilities[0].scores[0]';
  test.each<[object, unknown[]]>([
    [v3(WHOLE, 1), [9.8, 'EXTREME', `${PLACE}.cvss_v3.baseScore`]],
    [v3(WHOLE, 10), [9.8, 'EXTREME', `${PLACE}.cvss_v3.baseScore`]],
    [v3(WHOLE, 9.8), [9.8, 'EXTREME', null]],
    // Calculators round differently.
    [v3(WHOLE, 9.9), [9.9, 'EXTREME', null]],
    // With temporal metrics a publisher may mean the overall score.
    [v3(`${WHOLE}/E:P/RL:O`, 8.6), [8.6, 'SEVERE', null]],
    [v3('CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:N/A:N', 9), [5, 'MODERATE', `${PLACE}.cvss_v3.baseScore`]],
    [v3('CVSS:3.1/AV:N/AC:L', 1), [1, 'MINOR', null]],
    [v2('AV:N/AC:L/Au:N/C:C/I:C/A:C', 1), [10, 'EXTREME', `${PLACE}.cvss_v2.baseScore`]],
    [v2('AV:N/AC:L/Au:N/C:P/I:P/A:P', 7.5), [7.5, 'SEVERE', null]],
    [v2('AV:N/AC:L', 7.5), [7.5, 'SEVERE', null]],
  ])('%j', (cvss, read) => {
    expect(scored(cvss)).toEqual(read);
  });
});
