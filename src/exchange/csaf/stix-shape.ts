// The properties shared by all STIX objects made from a CSAF advisory: author, times, marking, language.

import { parse as parseLanguage, type Schema } from 'bcp-47';
import { TLP2_MARKING_IDS, type Tlp } from 'stix2-ts/marking';
import type { StixObject } from 'stix2-ts/stix-object';
import { identifierFor } from '../identifier-for.ts';
import type { CsafAdvisory } from './document.ts';
import { advisoryKey, modifiedAfter, toInstant } from './tracking.ts';

export type CsafOptions = {
  /**
   * The previous version made here: its `created` is kept, and `modified` must come after its own. `issuer` is the identity that
   * its objects have as creator, which stays, however the issuer writes its name now.
   */
  readonly previous?: {
    readonly created: string;
    readonly modified: string;
    readonly issuer?: StixObject | null;
  };
  /** Identity of the publishing member. Without it, the advisory's own publisher becomes an identity. */
  readonly createdByRef?: string;
  /** The marking of an advisory that has none. An unmarked advisory is never treated as CLEAR. */
  readonly defaultTlp?: Tlp;
  /** Beyond this many objects, relationships to products are left out; products are always included. */
  readonly maxObjects?: number;
};

/** The properties shared by the objects of one version. */
export type Frame = {
  readonly key: string;
  readonly created: string;
  readonly modified: string;
  readonly createdByRef: string;
  /** The identity of the issuer. */
  readonly issuer: StixObject;
  readonly tlp: Tlp;
  readonly language: string | null;
};

const TLP_OF_LABEL = { WHITE: 'CLEAR', GREEN: 'GREEN', AMBER: 'AMBER', RED: 'RED' } as const;

export function frameOf(advisory: CsafAdvisory, options: CsafOptions): Frame {
  const { tracking } = advisory.document;
  const modified = modifiedAfter(tracking.current_release_date, options.previous?.modified);
  const initial = toInstant(tracking.initial_release_date);
  // Some producers date the first release after the current one; STIX requires created <= modified.
  const created = options.previous?.created ?? (initial < modified ? initial : modified);
  const issuer = options.previous?.issuer ?? publisherIdentity(advisory);
  return {
    key: advisoryKey(advisory),
    created,
    modified,
    createdByRef: options.createdByRef ?? issuer.id,
    issuer,
    tlp: tlpOf(advisory, options),
    language: languageOf(advisory.document.lang),
  };
}

/** What an advisory without a marking is read as, unless the person who imports it says otherwise. */
export const DEFAULT_TLP: Tlp = 'AMBER';

function tlpOf({ document }: CsafAdvisory, { defaultTlp }: CsafOptions): Tlp {
  const tlp = document.distribution?.tlp;
  if (tlp === undefined) return defaultTlp ?? DEFAULT_TLP;
  return tlp.is_strict === true ? 'AMBER+STRICT' : TLP_OF_LABEL[tlp.label];
}

/**
 * A BCP 47 tag in canonical spelling: language, script, region and one variant; the rest is dropped. A legacy tag is
 * replaced by its successor. Null when there is no tag, or its language is not in ISO 639.
 */
export function languageOf(lang: string | undefined): string | null {
  const { language, script, region, variants }: Schema = parseLanguage(lang ?? '', { forgiving: true });
  if (language == null || language.length > 3) return null;
  const tag = [language, script, region, variants[0]].filter((part) => part != null).join('-');
  return Intl.getCanonicalLocales(tag)[0] ?? null;
}

/** A versioned object of this advisory. `name` distinguishes it from other objects of the same type. */
export function framed(
  frame: Frame,
  type: string,
  name: string,
  properties: Record<string, unknown>,
): StixObject {
  return {
    type,
    spec_version: '2.1',
    id: identifierFor(type, `${frame.key}|${name}`),
    created_by_ref: frame.createdByRef,
    created: frame.created,
    modified: frame.modified,
    ...(frame.language === null || type === 'relationship' ? {} : { lang: frame.language }),
    object_marking_refs: [TLP2_MARKING_IDS[frame.tlp]],
    ...properties,
  };
}

/** An identity shared by all advisories. Its content and times never change, so it stays one object. */
export function standingIdentity(name: string, properties: Record<string, unknown>): StixObject {
  return {
    type: 'identity',
    spec_version: '2.1',
    id: identifierFor('identity', name),
    created: '2022-11-18T00:00:00.000Z',
    modified: '2022-11-18T00:00:00.000Z',
    object_marking_refs: [TLP2_MARKING_IDS.CLEAR],
    ...properties,
  };
}

/** The id of the report, which is the same for each state of the advisory. */
export function reportIdOf(advisory: CsafAdvisory): string {
  return identifierFor('report', `${advisoryKey(advisory)}|report`);
}

/**
 * The publisher as an identity. Contact details vary between advisories, so they are left out, and so does the way in which a
 * namespace is written: as in the key of an advisory, its host counts.
 */
export function publisherIdentity(advisory: CsafAdvisory): StixObject {
  const { publisher } = advisory.document;
  const { host } = new URL(publisher.namespace);
  const namespace = host === '' ? publisher.namespace : `https://${host}`;
  const name = publisher.name.replace(/\s+/g, ' ').trim();
  return standingIdentity(`csaf-publisher|${namespace}|${name}`, {
    name,
    identity_class: 'organization',
    external_references: [{ source_name: 'csaf-publisher', url: namespace }],
  });
}
