// The base score of a CVSS vector (2.0 §3.2.1, 3.1 §7.1), and what an advisory states in place of it. Where the two contradict, the
// vector decides: a score is a number that somebody typed, and a vector says what it is made of. CVSS 4 scores by tables, and its
// stated score stands.
import { cvssVersionOf } from '../cvss-vector.ts';

type Weights = Readonly<Record<string, Readonly<Record<string, number>>>>;

const WEIGHTS_3: Weights = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  PR: { N: 0.85, L: 0.62, H: 0.27 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 },
};
/** Privileges weigh less where the scope changes. */
const PR_CHANGED: Readonly<Record<string, number>> = { N: 0.85, L: 0.68, H: 0.5 };
const WEIGHTS_2: Weights = {
  AV: { L: 0.395, A: 0.646, N: 1 },
  AC: { H: 0.35, M: 0.61, L: 0.71 },
  Au: { M: 0.45, S: 0.56, N: 0.704 },
  C: { N: 0, P: 0.275, C: 0.66 },
  I: { N: 0, P: 0.275, C: 0.66 },
  A: { N: 0, P: 0.275, C: 0.66 },
};

/**
 * Null for a vector that is not whole, for CVSS 4, and for one with temporal or environmental metrics: some publishers mean its
 * base score, others its overall one.
 */
export const baseScoreOf = (vector: string): number | null => {
  if (vector.length > LONGEST) return null;
  const metrics = new Map(vector.split('/').map((part) => part.split(':') as [string, string]));
  if (!vector.startsWith('CVSS:')) return metrics.size === BASE_2 ? scoreOf2(metrics) : null;
  const isOf3 = metrics.size === BASE_3 && cvssVersionOf(vector)?.startsWith('3.') === true;
  return isOf3 ? scoreOf3(metrics) : null;
};

const LONGEST = 300;
const BASE_2 = 6;
/** With the prefix. */
const BASE_3 = 9;

type Metrics = ReadonlyMap<string, string>;

const weight = (weights: Weights, metrics: Metrics, name: string): number =>
  weights[name]?.[metrics.get(name) ?? ''] ?? Number.NaN;

const scoreOf3 = (metrics: Metrics): number => {
  const of = (name: string): number => weight(WEIGHTS_3, metrics, name);
  const isChanged = metrics.get('S') === 'C';
  const lost = 1 - (1 - of('C')) * (1 - of('I')) * (1 - of('A'));
  const impact = isChanged ? 7.52 * (lost - 0.029) - 3.25 * (lost - 0.02) ** 15 : 6.42 * lost;
  if (impact <= 0) return 0;
  const privileges = isChanged ? (PR_CHANGED[metrics.get('PR') ?? ''] ?? Number.NaN) : of('PR');
  const ease = 8.22 * of('AV') * of('AC') * privileges * of('UI');
  return roundedUp(Math.min(10, (isChanged ? 1.08 : 1) * (impact + ease)));
};

/** 3.1, appendix A: up to one decimal, without the errors of floating point. */
const roundedUp = (value: number): number => {
  const fine = Math.round(value * 100_000);
  return fine % 10_000 === 0 ? fine / 100_000 : (Math.floor(fine / 10_000) + 1) / 10;
};

const scoreOf2 = (metrics: Metrics): number | null => {
  const of = (name: string): number => weight(WEIGHTS_2, metrics, name);
  const impact = 10.41 * (1 - (1 - of('C')) * (1 - of('I')) * (1 - of('A')));
  const ease = 20 * of('AC') * of('Au') * of('AV');
  const score = (0.6 * impact + 0.4 * ease - 1.5) * (impact === 0 ? 0 : 1.176);
  return Number.isNaN(score) ? null : Math.round(score * 10) / 10;
};

/** `path`: where the score stands; `was`: what stands there; `is`: what its vector says. */
export type ReadScore = { readonly path: string; readonly was: number; readonly is: number };

/** Calculators round differently by as much. */
const ROUNDING = 0.11;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listIn = (value: unknown, name: string): readonly unknown[] => {
  const list = isRecord(value) ? value[name] : undefined;
  return Array.isArray(list) ? list : [];
};

/** Puts the scores of a document of CSAF 2.0 right, in the place where they stand; `holder` is what holds them in the given one. */
export const scoresRead = (document: unknown, holder = 'scores[N]'): ReadScore[] =>
  listIn(document, 'vulnerabilities').flatMap((vulnerability, at) =>
    listIn(vulnerability, 'scores').flatMap((score, place) =>
      ['cvss_v3', 'cvss_v2'].flatMap((version) => {
        const cvss = isRecord(score) ? score[version] : undefined;
        if (!isRecord(cvss)) return [];
        const { vectorString: vector, baseScore: was } = cvss;
        const is = typeof vector === 'string' ? baseScoreOf(vector) : null;
        if (typeof was !== 'number' || is === null || Math.abs(was - is) < ROUNDING) return [];
        Object.assign(cvss, { baseScore: is });
        const path = `$.vulnerabilities[${at}].${holder.replace('N', String(place))}.${version}.baseScore`;
        return [{ path, was, is }];
      }),
    ),
  );
