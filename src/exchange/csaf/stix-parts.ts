// Makes the STIX objects of an advisory: vulnerabilities, products (software), courses of action and relationships.

import { isCve } from 'stix2-ts/entity';
import { observableIdentifier } from 'stix2-ts/identifier';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import type { StixObject } from 'stix2-ts/stix-object';
import type { CsafAdvisory, CsafRemediation, CsafVulnerability, ProductStatus } from './document.ts';
import { oneParagraph, shortened } from './plain-text.ts';
import type { CsafProduct } from './product-list.ts';
import { type Frame, framed } from './stix-shape.ts';

type Reference = Record<string, string>;

export function vulnerabilityObject(frame: Frame, key: string, vulnerability: CsafVulnerability): StixObject {
  const notes = vulnerability.notes?.filter((note) => note.category !== 'legal_disclaimer') ?? [];
  const description = notes.map((note) => note.text.trim()).join('\n\n');
  const references = [...identifierReferences(vulnerability), ...scoreReferences(vulnerability)];
  return framed(frame, 'vulnerability', key, {
    name: vulnerability.cve ?? vulnerability.title ?? key,
    ...(description === '' ? {} : { description }),
    ...(references.length === 0 ? {} : { external_references: references }),
  });
}

function identifierReferences({ cve, cwe, ids }: CsafVulnerability): Reference[] {
  const number = cwe?.id.slice('CWE-'.length);
  return [
    ...(cve === undefined
      ? []
      : [{ source_name: 'cve', external_id: cve, url: `https://www.cve.org/CVERecord?id=${cve}` }]),
    ...(cwe === undefined
      ? []
      : [
          {
            source_name: 'cwe',
            external_id: cwe.id,
            description: cwe.name,
            url: `https://cwe.mitre.org/data/definitions/${number}.html`,
          },
        ]),
    ...(ids ?? []).map((id) => ({ source_name: sourceOfId(id.system_name, id.text), external_id: id.text })),
  ];
}

/** STIX reserves the source name `cve` for CVE numbers (STIX 2.1 §4.19.1). */
function sourceOfId(system: string, id: string): string {
  if (isCve(id)) return 'cve';
  return system.toLowerCase() === 'cve' ? 'csaf-id' : system;
}

function scoreReferences(vulnerability: CsafVulnerability): Reference[] {
  const seen = new Map<string, Reference>();
  for (const { cvss_v4: v4, cvss_v3: v3, cvss_v2: v2 } of vulnerability.scores ?? []) {
    for (const score of [v4, v3, v2]) {
      if (score === undefined) continue;
      seen.set(score.vectorString, {
        source_name: `cvss-v${score.version}`,
        external_id: score.vectorString,
        description: `Base score ${score.baseScore.toFixed(1)}`,
      });
    }
  }
  return [...seen.values()];
}

/** A product as `software`. Its id is made from its content, so all advisories share one object per product. */
export function softwareObject(frame: Frame, product: CsafProduct): StixObject {
  const content = {
    type: 'software',
    spec_version: '2.1',
    name: product.name,
    ...(product.cpe === null ? {} : { cpe: product.cpe }),
    ...(product.vendor === null ? {} : { vendor: product.vendor }),
    ...(product.version === null ? {} : { version: product.version }),
  };
  const id = observableIdentifier(content);
  if (id === null) throw new Error(`software without an id: ${product.path}`);
  return { ...content, id, object_marking_refs: [TLP2_MARKING_IDS[frame.tlp]] };
}

/** Some producers write words instead of an address. STIX requires a URI in `url`, so words go into the description. */
export function addressReference(source: string, address: string, summary?: string): Reference {
  const isAddress = URL.canParse(address) && !/\s/.test(address.trim());
  const words = isAddress ? summary : [summary, address].filter((text) => text !== undefined).join(': ');
  return {
    source_name: source,
    ...(words === undefined ? {} : { description: words }),
    ...(isAddress ? { url: new URL(address.trim()).href } : {}),
  };
}

/** `none_available` and `no_fix_planned` tell a reader nothing to do, so they are not courses of action. */
export function isCourseOfAction(remediation: CsafRemediation): boolean {
  return remediation.category !== 'none_available' && remediation.category !== 'no_fix_planned';
}

export function courseOfActionObject(frame: Frame, remediation: CsafRemediation): StixObject {
  const { category, details, url } = remediation;
  const paragraph = oneParagraph(details);
  return framed(frame, 'course-of-action', `${category}|${paragraph}|${url ?? ''}`, {
    name: shortened(paragraph, 120),
    description: details,
    ...(url === undefined ? {} : { external_references: [addressReference(category, url)] }),
  });
}

export type Link = {
  readonly source: string;
  readonly type: string;
  readonly description?: string;
  readonly target: string;
};

export function relationshipObject(frame: Frame, { source, type, description, target }: Link): StixObject {
  return framed(frame, 'relationship', `${source}|${type}|${target}`, {
    relationship_type: type,
    ...(description === undefined ? {} : { description }),
    source_ref: source,
    target_ref: target,
  });
}

const AFFECTED: readonly (readonly [status: ProductStatus, words: string])[] = [
  ['known_affected', 'known affected'],
  ['first_affected', 'first affected version'],
  ['last_affected', 'last affected version'],
  ['under_investigation', 'under investigation'],
];

/** The products affected by a vulnerability, each once, with how they are affected. */
export function affectedProducts(vulnerability: CsafVulnerability): Map<string, string> {
  const affected = new Map<string, string>();
  for (const [status, words] of AFFECTED) {
    for (const id of vulnerability.product_status?.[status] ?? []) {
      if (!affected.has(id)) affected.set(id, words);
    }
  }
  return affected;
}

/** The first address of the advisory itself: a web page before its JSON. */
export function ownAddress(advisory: CsafAdvisory): string | null {
  const own = (advisory.document.references ?? []).filter(
    (reference) => reference.category === 'self' && URL.canParse(reference.url),
  );
  const page = own.find((reference) => !reference.url.toLowerCase().endsWith('.json'));
  return (page ?? own[0])?.url ?? null;
}
