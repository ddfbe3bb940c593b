// The draft of a warning that an advisory makes: its sectors are its audience, and the texts are short enough to be
// published. The full text stays in the STIX objects.

import type { StixObject } from 'stix2-ts/stix-object';
import type { WarningDraft } from '../../domain/warning.ts';
import { TEXT_LIMITS } from '../../domain/warning-rules.ts';
import type { CsafDraft } from '../../exchange/csaf/draft.ts';
import { shortened } from '../../exchange/csaf/plain-text.ts';
import { identifierFor } from '../../exchange/identifier-for.ts';

/** No sector, or "multiple" without a name, is the whole partnership: nobody is left out by a note that is vague. */
export const advisoryDraft = (read: CsafDraft, objects: readonly StixObject[]): WarningDraft => ({
  kind: 'WARNING',
  headline: shortened(read.headline, TEXT_LIMITS.headline),
  summary: shortened(read.summary.trim() === '' ? read.headline : read.summary, TEXT_LIMITS.summary),
  actions: read.actions.map(({ text, by }) => ({ text: shortened(text, TEXT_LIMITS.action), by })),
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
  marking: read.tlp,
  audience: {
    alternatives: [read.sectors.length === 0 ? {} : { sectors: read.sectors }],
    excludes: [],
  },
  // Whether anybody here is in that sector is no matter of the advisory's.
  allowEmptyAudience: true,
  exercise: null,
  bundle: {
    type: 'bundle',
    id: identifierFor('bundle', `${read.externalId}|${String(objects[0]?.['modified'])}`),
    objects,
  },
  externalReferences: [{ source: read.publisher.name, id: read.externalId, url: read.url }],
});
