// Indicators as people use them: the plain values that a pattern tests for, what they point to, and how long they hold.
import type { StixObject } from 'stix2-ts/stix-object';
import { lookupValues } from 'stix2-ts/value';

/** `kind` is ip, host, url or hash. */
export type IndicatorValue = { readonly kind: string; readonly value: string };

export type IndicatorFacts = {
  readonly id: string;
  readonly name: string | null;
  readonly pattern: string;
  /** stix, sigma, snort, suricata, yara or pcre (STIX 2.1 §10.10). */
  readonly patternType: string;
  /** Empty where the pattern tests for other things than addresses, hosts, URLs and hashes. */
  readonly values: readonly IndicatorValue[];
  /** Names of what it indicates, such as malware and techniques, by the relationships beside it. */
  readonly indicates: readonly string[];
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly isRevoked: boolean;
};

const textAt = (object: StixObject, name: string): string | null => {
  const value = (object as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : null;
};

export const indicatorFacts = (object: StixObject, indicates: readonly string[] = []): IndicatorFacts => ({
  id: object.id,
  name: textAt(object, 'name'),
  pattern: textAt(object, 'pattern') ?? '',
  patternType: textAt(object, 'pattern_type') ?? 'stix',
  values: lookupValues(object).map((each) => {
    const colon = each.indexOf(':');
    return { kind: each.slice(0, colon), value: each.slice(colon + 1) };
  }),
  indicates,
  validFrom: textAt(object, 'valid_from'),
  validUntil: textAt(object, 'valid_until'),
  isRevoked: (object as Readonly<Record<string, unknown>>)['revoked'] === true,
});

/** Every indicator among these objects, with what the relationships among them say that it indicates. */
export const indicatorsIn = (objects: readonly StixObject[]): IndicatorFacts[] => {
  const byId = new Map(objects.map((object) => [object.id, object]));
  const indicated = new Map<string, string[]>();
  for (const object of objects) {
    if (object.type !== 'relationship' || textAt(object, 'relationship_type') !== 'indicates') continue;
    const target = byId.get(textAt(object, 'target_ref') ?? '');
    const name = target === undefined ? null : textAt(target, 'name');
    const source = textAt(object, 'source_ref') ?? '';
    if (name !== null) indicated.set(source, [...(indicated.get(source) ?? []), name]);
  }
  return objects
    .filter(({ type }) => type === 'indicator')
    .map((object) => indicatorFacts(object, indicated.get(object.id)));
};
