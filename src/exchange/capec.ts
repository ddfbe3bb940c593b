// MITRE CAPEC: from a weakness (CWE) to the attack patterns that use it and the matching ATT&CK techniques.
import type { StixObject } from 'stix2-ts/stix-object';
import { type AttackTechniques, attackReference } from './attack.ts';
import { readCsv } from './csv.ts';
import { type EnrichmentFrame, type EnrichmentSource, enrichmentObject } from './enrichment.ts';

export const CAPEC_SOURCE: EnrichmentSource = {
  name: 'capec',
  needs: 'cwe',
  makes: ['attack-pattern', 'relationship'],
  licence: 'LicenseRef-MITRE-CAPEC-ATTACK',
  version: '3.9 (mitre/cti 421deac)',
  freshForDays: 365,
  url: 'https://capec.mitre.org/',
};

export type CapecPattern = {
  /** `CAPEC-87`. */
  readonly id: string;
  readonly name: string;
  /** ATT&CK Enterprise ids. */
  readonly techniques: readonly string[];
};

export type CapecSet = {
  /** Release date of the set; the `modified` of the patterns made from it. */
  readonly releasedAt: string;
  readonly patterns: ReadonlyMap<string, CapecPattern>;
  /** CWE id -> CAPEC ids: those with an ATT&CK technique first, then by number. */
  readonly byCwe: ReadonlyMap<string, readonly string[]>;
};

/** Release date of the shipped set. It stays the `created` of the patterns, whichever release is loaded later. */
const SHIPPED_RELEASE = '2025-11-13T00:00:00.000Z';

const WITHDRAWN = new Set(['Deprecated', 'Obsolete']);

/** Columns of `linksCsv`: capec, name, to (cwe|attack), id; of `patternsCsv`: capec, name, abstraction, status. */
export function readCapecLinks(
  linksCsv: string,
  patternsCsv: string,
  releasedAt: string = SHIPPED_RELEASE,
): CapecSet {
  const links = readCsv(linksCsv);
  const to = (kind: string, key: 'capec', value: 'id') => {
    const found = new Map<string, Set<string>>();
    for (const link of links.filter((one) => one['to'] === kind)) {
      const from = link[key] ?? '';
      found.set(from, (found.get(from) ?? new Set()).add(link[value] ?? ''));
    }
    return found;
  };
  const techniques = to('attack', 'capec', 'id');
  const weaknesses = to('cwe', 'capec', 'id');
  const patterns = readCsv(patternsCsv).map(({ capec: id = '', name = '', status = '' }) => ({
    id,
    name,
    status,
    weaknesses: [...(weaknesses.get(id) ?? [])],
    techniques: [...(techniques.get(id) ?? [])],
  }));
  return capecSetOf(patterns, releasedAt);
}

type PublishedPattern = CapecPattern & {
  /** `Draft`, `Stable`, `Deprecated` … */
  readonly status: string;
  /** CWE ids. */
  readonly weaknesses: readonly string[];
};

/** The catalogue by weakness, without the patterns that were withdrawn. */
export function capecSetOf(published: readonly PublishedPattern[], releasedAt: string): CapecSet {
  const current = published.filter(({ status }) => !WITHDRAWN.has(status));
  const patterns = new Map(
    current.map(({ id, name, techniques }) => [id, { id, name, techniques: techniques.toSorted() }]),
  );
  const rank = (id: string) => (patterns.get(id)?.techniques.length === 0 ? 1 : 0);
  const number = (id: string) => Number(id.slice('CAPEC-'.length));
  const byCwe = new Map<string, string[]>();
  for (const { id, weaknesses } of current) {
    for (const cwe of weaknesses) byCwe.set(cwe, [...(byCwe.get(cwe) ?? []), id]);
  }
  const inOrder = [...byCwe].map(([cwe, ids]): [string, string[]] => [
    cwe,
    ids.toSorted((a, b) => rank(a) - rank(b) || number(a) - number(b)),
  ]);
  return { releasedAt, patterns, byCwe: new Map(inOrder) };
}

/** Limit per weakness: CWE-20 and CWE-200 lead to over fifty patterns, most of which are noise. */
const MAX_PATTERNS = 8;

/** The attack patterns that use weakness `cwe`, each with a `targets` relationship to `subjectId`. Empty if unknown. */
export function weaknessObjects(
  frame: EnrichmentFrame,
  subjectId: string,
  cwe: string,
  { capec, techniques }: { readonly capec: CapecSet; readonly techniques: AttackTechniques },
): StixObject[] {
  return (capec.byCwe.get(cwe) ?? []).slice(0, MAX_PATTERNS).flatMap((id) => {
    const pattern = capec.patterns.get(id);
    if (pattern === undefined) return [];
    const object = attackPattern(
      { ...frame, created: SHIPPED_RELEASE, modified: capec.releasedAt },
      pattern,
      techniques,
    );
    const relationship = enrichmentObject(frame, 'relationship', `capec|${object.id}|${subjectId}`, {
      relationship_type: 'targets',
      description: `${pattern.id} uses ${cwe}`,
      source_ref: object.id,
      target_ref: subjectId,
    });
    return [object, relationship];
  });
}

/**
 * One object per pattern and marking, shared by all subjects: its content and times depend on nothing else. The marking
 * is part of its name, because one object may not be published under two markings.
 */
function attackPattern(
  frame: EnrichmentFrame,
  pattern: CapecPattern,
  techniques: AttackTechniques,
): StixObject {
  const number = pattern.id.slice('CAPEC-'.length);
  return enrichmentObject(frame, 'attack-pattern', `capec|${pattern.id}|${frame.markingRefs.join(',')}`, {
    name: pattern.name,
    external_references: [
      {
        source_name: 'capec',
        external_id: pattern.id,
        url: `https://capec.mitre.org/data/definitions/${number}.html`,
      },
      ...pattern.techniques.map((technique) => attackReference(technique, techniques)),
    ],
  });
}
