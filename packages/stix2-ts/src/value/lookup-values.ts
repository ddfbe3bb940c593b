// The plain values of an object to look up in lists: addresses, host names, URLs and hashes, from an observable or from
// the equality tests of an indicator's pattern. No pattern is evaluated.

import { type PatternReading, parsePattern } from '../pattern/parse.ts';
import type { Comparison, Observation, Test } from '../pattern/tree.ts';
import { isRecord, type JsonRecord, textOf } from '../stix-object.ts';
import { canonicalIpv4, canonicalIpv6 } from './address.ts';

/** The most values per object, since the pattern of a feed may hold thousands. */
const MOST = 200;

/**
 * Distinct `ip:…`, `host:…`, `url:…` and `hash:…` values in lower case, at most 200. Pass `reading`, the result of
 * `parsePattern` for an indicator's pattern, to avoid parsing it again.
 */
export function lookupValues(object: unknown, reading?: PatternReading): string[] {
  if (!isRecord(object)) return [];
  const found = new Set<string>();
  for (const value of valuesIn(object, reading)) {
    if (found.size >= MOST) break;
    found.add(value);
  }
  return [...found];
}

function valuesIn(object: JsonRecord, read: PatternReading | undefined): string[] {
  const type = textOf(object, 'type') ?? '';
  if (type === 'indicator') {
    const pattern = textOf(object, 'pattern');
    if (pattern === undefined || object['pattern_type'] !== 'stix') return [];
    const reading = read ?? parsePattern(pattern);
    return reading.ok ? inObservation(reading.ast) : [];
  }
  const value = textOf(object, 'value');
  if (value !== undefined) return ofValue(type, value);
  const hashes = object['hashes'];
  if (!isRecord(hashes)) return [];
  return Object.values(hashes).flatMap((hash) => (typeof hash === 'string' ? [hashValue(hash)] : []));
}

const hashValue = (hash: string): string => `hash:${hash.toLowerCase()}`;

function ofValue(type: string, value: string): string[] {
  switch (type) {
    case 'ipv4-addr':
    case 'ipv6-addr': {
      const address = canonicalIpv4(value) ?? canonicalIpv6(value);
      return address === null || address.includes('/') ? [] : [`ip:${address}`];
    }
    case 'domain-name':
      return [hostValue(value)];
    case 'url':
      return ofUrl(value);
    default:
      return [];
  }
}

const hostValue = (host: string): string => `host:${host.toLowerCase().replace(/\.$/, '')}`;

function ofUrl(url: string): string[] {
  const whole = `url:${url.toLowerCase().slice(0, 2_048)}`;
  if (!URL.canParse(url)) return [whole];
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const address = canonicalIpv4(host) ?? canonicalIpv6(host);
  if (host === '') return [whole];
  return [whole, address === null ? hostValue(host) : `ip:${address}`];
}

function inObservation(observation: Observation): string[] {
  if (observation.kind === 'observation') return inComparison(observation.comparison);
  if (observation.kind === 'qualified') return inObservation(observation.operand);
  return observation.operands.flatMap(inObservation);
}

function inComparison(comparison: Comparison): string[] {
  if (comparison.kind === 'test') return inTest(comparison);
  return comparison.kind === 'exists' ? [] : comparison.operands.flatMap(inComparison);
}

function inTest({ path, operator, isNegated, values }: Test): string[] {
  if (isNegated || (operator !== '=' && operator !== 'IN')) return [];
  const [step, ...further] = path.steps;
  if (step === undefined || !('key' in step)) return [];
  const texts = values.flatMap((literal) => (literal.kind === 'string' ? [literal.text] : []));
  if (step.key === 'value' && further.length === 0) return texts.flatMap((text) => ofValue(path.type, text));
  return step.key === 'hashes' && further.length === 1 ? texts.map(hashValue) : [];
}
