// Maps one version of a CSAF advisory to STIX 2.1: a report with vulnerabilities, products and courses of action. OASIS
// defines no mapping. Ids are made from publisher and tracking id, so that a re-import creates new versions.

import type { StixObject } from 'stix2-ts/stix-object';
import { sectorById } from '../../domain/sector.ts';
import type { CsafAdvisory } from './document.ts';
import { productsOf } from './product-list.ts';
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
import { type CsafOptions, type Frame, framed, publisherIdentity, standingIdentity } from './stix-shape.ts';
import { normaliseTrackingId, toInstant } from './tracking.ts';
import { keyedVulnerabilities } from './vulnerability-key.ts';

export type StixForm = {
  /** The report first, without repeats. */
  readonly objects: readonly StixObject[];
  /** Number of relationships left out to stay within `maxObjects`. */
  readonly relationshipsOmitted: number;
};

const DEFAULT_MAX_OBJECTS = 4000;

export function toStix(
  advisory: CsafAdvisory,
  frame: Frame,
  text: { readonly summary: string; readonly sectors: readonly string[] },
  options: CsafOptions,
): StixForm {
  const parts = new Map<string, StixObject>();
  const links = new Map<string, Link>();
  const add = (object: StixObject) => {
    parts.set(object.id, object);
    return object.id;
  };
  const link = (one: Link) => links.set(`${one.source}|${one.type}|${one.target}`, one);
  add(publisherIdentity(advisory));
  for (const sector of text.sectors) add(sectorIdentity(sector));
  const software = new Map(
    productsOf(advisory).map((product) => [product.id, add(softwareObject(frame, product))]),
  );
  for (const { key, vulnerability } of keyedVulnerabilities(advisory)) {
    const target = add(vulnerabilityObject(frame, key, vulnerability));
    for (const remediation of (vulnerability.remediations ?? []).filter(isCourseOfAction)) {
      const source = add(courseOfActionObject(frame, remediation));
      link({ source, type: remediation.category === 'vendor_fix' ? 'remediates' : 'mitigates', target });
    }
    for (const [product, description] of affectedProducts(vulnerability)) {
      const source = software.get(product);
      if (source !== undefined) link({ source, type: 'related-to', description, target });
    }
  }
  // Relationships multiply fastest, so they come last and fill only the remaining capacity.
  const capacity = Math.max(0, (options.maxObjects ?? DEFAULT_MAX_OBJECTS) - parts.size - 1);
  const relationships = [...links.values()].slice(0, capacity).map((one) => relationshipObject(frame, one));
  const objects = [...parts.values(), ...relationships];
  return {
    objects: [reportObject(advisory, frame, text.summary, objects), ...objects],
    relationshipsOmitted: links.size - relationships.length,
  };
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
