// Turns an advisory into the draft of a warning: it concerns the sectors and countries that the advisory names, the
// sectors also become the audience unless a person gave one, and texts are shortened for publishing. The full text stays
// in the STIX objects.

import type { StixObject } from 'stix2-ts/stix-object';
import { type Audience, sectorsNamedBy } from '../../domain/audience.ts';
import { isBlank } from '../../domain/reading/seen-text.ts';
import type { WarningDraft } from '../../domain/warning.ts';
import { TEXT_LIMITS } from '../../domain/warning-rules.ts';
import type { CsafDraft } from '../../exchange/csaf/draft.ts';
import { shortened } from '../../exchange/csaf/plain-text.ts';
import { identifierFor } from '../../exchange/identifier-for.ts';

/**
 * `given` is the audience that a person chose for the import. Without it, sectors that the advisory calls "multiple" mean
 * the whole partnership, also where it names some of them; an advisory that names none at all is held before this (import-advisory.ts).
 */
export const advisoryDraft = (
  read: CsafDraft,
  objects: readonly StixObject[],
  given: Audience | null,
): WarningDraft => ({
  kind: 'WARNING',
  headline: shortened(read.headline, TEXT_LIMITS.headline),
  summary: shortened(isBlank(read.summary) ? read.headline : read.summary, TEXT_LIMITS.summary),
  actions: read.actions
    .filter(({ text }) => !isBlank(text))
    .map(({ text, by }) => ({ text: shortened(text, TEXT_LIMITS.action), by })),
  contacts: read.contacts.map(({ name, number, hours }) => ({
    name: shortened(name, TEXT_LIMITS.contact),
    number,
    hours,
  })),
  urgency: read.urgency,
  severity: read.severity,
  certainty: read.certainty,
  validUntil: null,
  language: read.language,
  translations: [],
  sectorsConcerned: read.sectors.length > 0 || given === null ? read.sectors : sectorsNamedBy(given),
  // Worldwide concerns no country in particular; wider regions are left out, since they are not countries.
  countriesConcerned: read.areas.worldwide ? [] : read.areas.countries,
  marking: read.tlp,
  audience: given ?? {
    alternatives: [read.multipleSectors || read.sectors.length === 0 ? {} : { sectors: read.sectors }],
    excludes: [],
  },
  // An advisory is imported even if the hub has no member in that sector.
  allowEmptyAudience: true,
  exercise: null,
  bundle: {
    type: 'bundle',
    id: identifierFor('bundle', `${read.externalId}|${String(objects[0]?.['modified'])}`),
    objects,
  },
  externalReferences: [{ source: read.publisher.name, id: read.externalId, url: read.url }],
});
