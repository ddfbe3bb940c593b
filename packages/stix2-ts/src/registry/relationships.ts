// The relationships of the standard (STIX 2.1 §3.7, the "Relationships" table of each type, Appendix B).
import { classOf } from './types.ts';

const victims = 'identity location vulnerability';
const means = 'attack-pattern infrastructure malware tool';

/** Rows of source, relationship types and targets (`*observable` for any observable). */
const lines: readonly (readonly [string, string, string])[] = [
  ['attack-pattern', 'delivers', 'malware'],
  ['attack-pattern', 'targets', victims],
  ['attack-pattern', 'uses', 'malware tool'],
  ['campaign', 'attributed-to', 'intrusion-set threat-actor'],
  ['campaign', 'compromises', 'infrastructure'],
  ['campaign', 'originates-from', 'location'],
  ['campaign', 'targets', victims],
  ['campaign', 'uses', means],
  ['course-of-action', 'investigates', 'indicator'],
  ['course-of-action', 'mitigates', 'attack-pattern indicator malware tool vulnerability'],
  ['course-of-action', 'remediates', 'malware vulnerability'],
  ['domain-name', 'resolves-to', 'domain-name ipv4-addr ipv6-addr'],
  ['identity', 'located-at', 'location'],
  [
    'indicator',
    'indicates',
    'attack-pattern campaign infrastructure intrusion-set malware threat-actor tool',
  ],
  ['indicator', 'based-on', 'observed-data'],
  ['infrastructure', 'communicates-with', 'infrastructure ipv4-addr ipv6-addr domain-name url'],
  ['infrastructure', 'consists-of', 'infrastructure observed-data *observable'],
  ['infrastructure', 'controls', 'infrastructure malware'],
  ['infrastructure', 'delivers', 'malware'],
  ['infrastructure', 'has', 'vulnerability'],
  ['infrastructure', 'hosts', 'tool malware'],
  ['infrastructure', 'located-at', 'location'],
  ['infrastructure', 'uses', 'infrastructure'],
  ['intrusion-set', 'attributed-to', 'threat-actor'],
  ['intrusion-set', 'compromises hosts owns', 'infrastructure'],
  ['intrusion-set', 'originates-from', 'location'],
  ['intrusion-set', 'targets', victims],
  ['intrusion-set', 'uses', means],
  ['ipv4-addr', 'belongs-to', 'autonomous-system'],
  ['ipv4-addr', 'resolves-to', 'mac-addr'],
  ['ipv6-addr', 'belongs-to', 'autonomous-system'],
  ['ipv6-addr', 'resolves-to', 'mac-addr'],
  ['malware', 'authored-by', 'threat-actor intrusion-set'],
  ['malware', 'beacons-to exfiltrates-to', 'infrastructure'],
  ['malware', 'communicates-with', 'ipv4-addr ipv6-addr domain-name url'],
  ['malware', 'controls', 'malware'],
  ['malware', 'downloads drops', 'malware tool file'],
  ['malware', 'exploits', 'vulnerability'],
  ['malware', 'originates-from', 'location'],
  ['malware', 'targets', 'identity infrastructure location vulnerability'],
  ['malware', 'uses', means],
  ['malware', 'variant-of', 'malware'],
  ['malware-analysis', 'characterizes av-analysis-of static-analysis-of dynamic-analysis-of', 'malware'],
  ['threat-actor', 'attributed-to impersonates', 'identity'],
  ['threat-actor', 'compromises hosts owns', 'infrastructure'],
  ['threat-actor', 'located-at', 'location'],
  ['threat-actor', 'targets', victims],
  ['threat-actor', 'uses', means],
  ['tool', 'delivers drops', 'malware'],
  ['tool', 'has', 'vulnerability'],
  ['tool', 'targets', 'identity infrastructure location vulnerability'],
  ['tool', 'uses', 'infrastructure'],
];

/** From source and relationship type to the targets of the standard. */
const defined = new Map<string, Map<string, Set<string>>>();
for (const [source, kinds, targets] of lines) {
  const byKind = defined.get(source) ?? new Map<string, Set<string>>();
  defined.set(source, byKind);
  for (const kind of kinds.split(' ')) {
    byKind.set(kind, new Set([...(byKind.get(kind) ?? []), ...targets.split(' ')]));
  }
}

const common = new Set(['derived-from', 'duplicate-of']);

/** The standard relationships from this type, as text: `uses malware, tool`. */
export function relationshipsOf(type: string): string[] {
  return lines
    .filter(([source]) => source === type)
    .map(([, kinds, targets]) => {
      const to = targets.split(' ').map((target) => (target === '*observable' ? 'any observable' : target));
      return `${kinds.split(' ').join(', ')} ${to.join(', ')}`;
    });
}

/** Whether the standard defines this relationship between these types. */
export function isDefinedRelationship(source: string, kind: string, target: string): boolean {
  if (kind === 'related-to') return true;
  if (common.has(kind)) return source === target;
  const targets = defined.get(source)?.get(kind);
  if (targets === undefined) return false;
  return targets.has(target) || (targets.has('*observable') && classOf(target) === 'observable');
}
