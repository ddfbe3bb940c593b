// The CVSS vectors and scores that the product ships, against metaeffekt's calculator.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import calculator from 'ae-cvss-calculator';
import fc from 'fast-check';
import { baseScoreOf } from '../../src/exchange/csaf-grade/cvss-score.ts';
import { readCvss } from '../../src/exchange/cvss.ts';
import { cvssVersionOf } from '../../src/exchange/cvss-vector.ts';
import { seed } from '../support/seed.ts';

const SHIPPED = new URL('../../data/cvss/cvss.csv', import.meta.url);

const JUDGES = { '3.0': calculator.Cvss3P0, '3.1': calculator.Cvss3P1, '4.0': calculator.Cvss4P0 } as const;
type Version = keyof typeof JUDGES;
const VERSIONS = Object.keys(JUDGES) as Version[];

/** Every metric of a version with its values, as the calculator registers them; only base metrics are required. */
const metricsOf = (version: Version) =>
  [...new JUDGES[version]('').getRegisteredComponents()].flatMap(([category, metrics]) => {
    const isBase = category.name === 'base';
    return metrics.map(({ shortName: name, values }) => ({
      name,
      isBase,
      // X stands for an absent base metric; hidden values are not valid ones.
      values: values
        .filter((value) => !isBase || (value.shortName !== 'X' && value.hide !== true))
        .map((value) => value.shortName),
    }));
  });

/** The calculator parses leniently and reports whether the base is complete; it throws on an unknown metric. */
const judged = (version: Version, vector: string): boolean => {
  const read = calculator.fromVector(vector);
  return read instanceof JUDGES[version] && read.isBaseFullyDefined();
};

const vectorsOf = (version: Version): fc.Arbitrary<string[]> => {
  const metrics = metricsOf(version);
  const parts = metrics.map(({ name, values, isBase }) => {
    const part = fc.constantFrom(...values).map((value) => `${name}:${value}`);
    return isBase ? part : fc.option(part, { freq: 2 });
  });
  return fc.tuple(...parts).map((chosen) => chosen.filter((part) => part !== null));
};

describe.each(VERSIONS)('vectors of CVSS %s', (version) => {
  const written = (parts: readonly string[]): string => [`CVSS:${version}`, ...parts].join('/');

  test('that the calculator reads are accepted, with any choice of further metrics', () => {
    const property = fc.property(vectorsOf(version), (parts) => {
      expect([judged(version, written(parts)), cvssVersionOf(written(parts))]).toEqual([true, version]);
    });
    fc.assert(property, { seed: seed(), numRuns: 500 });
  });

  test('with a missing base metric or an invalid value are refused by both', () => {
    const base = metricsOf(version).filter(({ isBase }) => isBase);
    expect(base.length).toBe(version === '4.0' ? 11 : 8);
    const property = fc.property(vectorsOf(version), fc.constantFrom(...base), (parts, { name }) => {
      const others = parts.filter((part) => !part.startsWith(`${name}:`));
      for (const vector of [written(others), written([`${name}:Q`, ...others])]) {
        expect([vector, judged(version, vector), cvssVersionOf(vector)]).toEqual([vector, false, null]);
      }
    });
    fc.assert(property, { seed: seed(), numRuns: 300 });
  });

  test('with a repeated metric are refused, where the calculator takes the last', () => {
    // CVSS 3.1 §6: "A vector string must not include the same metric more than once"; 4.0 §7 likewise.
    fc.assert(
      fc.property(vectorsOf(version), (parts) => {
        expect(cvssVersionOf(written([...parts, parts[0] ?? '']))).toBeNull();
      }),
      { seed: seed(), numRuns: 100 },
    );
  });
});

test.each(['3.0', '3.1'] as const)('base scores of CVSS %s are those of the calculator', (version) => {
  const base = metricsOf(version).filter(({ isBase }) => isBase);
  const chosen = fc.tuple(
    ...base.map(({ name, values }) => fc.constantFrom(...values).map((value) => `${name}:${value}`)),
  );
  const property = fc.property(chosen, (parts) => {
    const vector = [`CVSS:${version}`, ...parts].join('/');
    const { base: judge } = new JUDGES[version](vector).calculateScores();
    // 3.0 rounds up what errors of floating point leave, and 3.1 does not.
    expect(Math.abs((baseScoreOf(vector) ?? Number.NaN) - (judge ?? Number.NaN))).toBeLessThan(
      version === '3.0' ? 0.11 : 0.001,
    );
  });
  fc.assert(property, { seed: seed(), numRuns: 500 });
});

test.each(['', 'CVSS:3.1', 'CVSS:2.0/AV:N', 'AV:N/AC:L/Au:N/C:P/I:P/A:P', `CVSS:3.1/${'A:N/'.repeat(100)}`])(
  '%s is not a vector',
  (text) => {
    expect(cvssVersionOf(text)).toBeNull();
  },
);

test('every shipped score matches its vector, and none is lost in parsing', () => {
  const text = readFileSync(SHIPPED, 'utf8');
  const scores = [...readCvss(text).values()].flat();
  expect(scores.length).toBe(text.trim().split('\n').length - 1);
  const others = scores.filter(({ version, vector, score }) => {
    const { base, overall } = new JUDGES[version as Version](vector).calculateScores();
    // Publishers mean either: Siemens and CISA the base score, Fortinet the score with exploit code maturity.
    return score !== base && score !== overall;
  });
  expect(others).toEqual([]);
});
