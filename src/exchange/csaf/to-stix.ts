// Maps one version of a CSAF advisory to STIX 2.1: a report with vulnerabilities, products and courses of action. OASIS
// defines no mapping. Ids are made from publisher and tracking id, so that a re-import creates new versions.

import type { StixObject } from 'stix2-ts/stix-object';
import { sectorById } from '../../domain/sector.ts';
import { isReportedIn } from '../csaf-grade/product-standing.ts';
import type { CsafAdvisory } from './document.ts';
import { type CsafProduct, productsOf } from './product-list.ts';
import {
  addressReference,
  affectedProducts,
  courseOfActionObject,
  isCourseOfAction,
  type Link,
  ownAddress,
  relationshipObject,
  softwareObject,
  vulnerabilityObject,
} from './stix-parts.ts';
import { type CsafOptions, type Frame, framed, standingIdentity } from './stix-shape.ts';
import { normaliseTrackingId, toInstant } from './tracking.ts';
import { keyedVulnerabilities } from './vulnerability-key.ts';

export type StixForm = {
  /** The report first, without repeats. */
  readonly objects: readonly StixObject[];
  /** Number of relationships left out to stay within `maxObjects`. */
  readonly relationshipsOmitted: number;
  /** What was left out, counted in a sentence, which the report has too; null when nothing was. */
  readonly surplus: string | null;
};

const DEFAULT_MAX_OBJECTS = 4000;
/** The share of the objects that relationships keep where products alone would take all. */
const RELATIONSHIP_SHARE = 0.25;

export function toStix(
  advisory: CsafAdvisory,
  frame: Frame,
  text: { readonly summary: string; readonly sectors: readonly string[] },
  options: CsafOptions,
): StixForm {
  const most = (options.maxObjects ?? DEFAULT_MAX_OBJECTS) - 1;
  const parts = new Map<string, StixObject>();
  const links = new Map<string, Link>();
  const add = (object: StixObject) => {
    parts.set(object.id, object);
    return object.id;
  };
  const link = (one: Link) => links.set(`${one.source}|${one.type}|${one.target}`, one);
  add(frame.issuer);
  for (const sector of text.sectors) add(sectorIdentity(sector));
  const affected: { readonly product: string; readonly description: string; readonly target: string }[] = [];
  const keyed = keyedVulnerabilities(advisory);
  const isReported = isReportedIn(advisory);
  // Everything that counts CVEs counts those of the objects: one that affects nobody must not raise what affects somebody.
  const reported = keyed.filter(({ vulnerability }) => isReported(vulnerability));
  for (const { key, vulnerability } of reported) {
    if (parts.size >= most) break;
    const target = add(vulnerabilityObject(frame, key, vulnerability));
    for (const remediation of (vulnerability.remediations ?? []).filter(isCourseOfAction)) {
      const object = courseOfActionObject(frame, remediation);
      if (!parts.has(object.id) && parts.size >= most) continue;
      const type = remediation.category === 'vendor_fix' ? 'remediates' : 'mitigates';
      link({ source: add(object), type, target });
    }
    for (const [product, description] of affectedProducts(vulnerability))
      affected.push({ product, description, target });
  }
  const products = softwareOf(advisory, frame, { most: most - parts.size, first: affected });
  for (const object of products.objects) add(object);
  for (const { product, description, target } of affected) {
    const source = products.ids.get(product);
    if (source !== undefined) link({ source, type: 'related-to', description, target });
  }
  // Relationships multiply fastest, so they come last and fill only the remaining capacity.
  const relationships = [...links.values()]
    .slice(0, Math.max(0, most - parts.size))
    .map((one) => relationshipObject(frame, one));
  const objects = [...parts.values(), ...relationships];
  const relationshipsOmitted = links.size - relationships.length;
  const surplus = surplusOf(products.omitted, relationshipsOmitted);
  const described = [text.summary, surplus, sparedIn(keyed.length - reported.length)]
    .filter((each) => each !== null && each !== '')
    .join('\n\n');
  return {
    objects: [reportObject(advisory, frame, described, objects), ...objects],
    relationshipsOmitted,
    surplus,
  };
}

type SoftwareChoice = { readonly most: number; readonly first: readonly { readonly product: string }[] };

type Software = {
  readonly objects: readonly StixObject[];
  /** Ids of objects by the ids of products. */
  readonly ids: ReadonlyMap<string, string>;
  readonly omitted: readonly CsafProduct[];
};

/** All products where they fit; else those that are affected come first, and some room is left for relationships. */
function softwareOf(advisory: CsafAdvisory, frame: Frame, { most, first }: SoftwareChoice): Software {
  const products = productsOf(advisory);
  const objects = new Map(products.map((product) => [product, softwareObject(frame, product)]));
  const distinct = new Set([...objects.values()].map(({ id }) => id)).size;
  const wanted = new Set(first.map(({ product }) => product));
  const room = distinct <= most ? distinct : Math.floor(most * (1 - RELATIONSHIP_SHARE));
  const ordered =
    distinct <= most
      ? products
      : products.toSorted((a, b) => Number(wanted.has(b.id)) - Number(wanted.has(a.id)));
  const taken = new Map<string, StixObject>();
  const ids = new Map<string, string>();
  const omitted: CsafProduct[] = [];
  for (const product of ordered) {
    const object = objects.get(product);
    if (object === undefined) continue;
    if (!taken.has(object.id) && taken.size >= room) {
      omitted.push(product);
      continue;
    }
    taken.set(object.id, object);
    if (!ids.has(product.id)) ids.set(product.id, object.id);
  }
  return { objects: [...taken.values()], ids, omitted };
}

const GROUPS_NAMED = 5;

/** By what they are a component of, else by their name: "of Red Hat Enterprise Linux 8 (12034)". */
function surplusOf(products: readonly CsafProduct[], relationships: number): string | null {
  if (products.length === 0 && relationships === 0) return null;
  const groups = Map.groupBy(products, ({ name }) => name.split(/ as (?:a )?component of /).at(-1) ?? name);
  const largest = [...groups].toSorted(([, a], [, b]) => b.length - a.length).slice(0, GROUPS_NAMED);
  const named = largest.map(([name, members]) => `${name} (${members.length})`).join(', ');
  const others = groups.size > largest.length ? ` and ${groups.size - largest.length} more groups` : '';
  const counts = [
    ...(products.length === 0 ? [] : [`${products.length} products: ${named}${others}`]),
    ...(relationships === 0 ? [] : [`${relationships} relationships between products and vulnerabilities`]),
  ];
  return `The advisory lists more than a warning holds. Left out are ${counts.join('; and ')}. The advisory itself has them all.`;
}

/** They are not named: what a text names is found, and found to be exploited. */
function sparedIn(count: number): string | null {
  if (count === 0) return null;
  const others = count === 1 ? 'one more vulnerability' : `${count} more vulnerabilities`;
  return `The advisory says of ${others} that no listed product is affected. The advisory itself names ${count === 1 ? 'it' : 'them'}.`;
}

/** A sector of the hub as an identity of class `class`, which is how STIX names sectors. */
function sectorIdentity(id: string): StixObject {
  const sector = sectorById(id);
  return standingIdentity(`sector|${id}`, {
    name: sector?.name ?? id,
    identity_class: 'class',
    sectors: sector?.stix ?? [],
    external_references: [{ source_name: 'tocsin-sector', external_id: id }],
  });
}

function reportObject(advisory: CsafAdvisory, frame: Frame, summary: string, objects: readonly StixObject[]) {
  const { title, tracking, references } = advisory.document;
  const own = ownAddress(advisory);
  const others = (references ?? []).filter((reference) => reference.url !== own);
  return framed(frame, 'report', 'report', {
    name: title,
    ...(summary === '' ? {} : { description: summary }),
    report_types: ['vulnerability'],
    published: frame.created,
    object_refs: objects.map((object) => object.id),
    external_references: [
      {
        source_name: 'csaf',
        external_id: normaliseTrackingId(tracking.id),
        description: `Version ${tracking.version}, dated ${toInstant(tracking.current_release_date)} by its source`,
        ...(own === null ? {} : { url: new URL(own).href }),
      },
      ...others.map((reference) =>
        addressReference(
          reference.category === 'self' ? 'csaf-self' : 'csaf-reference',
          reference.url,
          reference.summary,
        ),
      ),
    ],
  });
}
