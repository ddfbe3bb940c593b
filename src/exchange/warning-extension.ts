// Tocsin's own facts about a warning as a STIX property extension of the report (STIX 2.1 §7.3), and the hub's identity, which
// defines it.
import type { StixObject } from 'stix2-ts/stix-object';
import type { Level } from '../domain/answer/asking.ts';
import type { Action, Certainty, ContactPoint } from '../domain/warning.ts';
import { identifierFor } from './identifier-for.ts';

export const WARNING_EXTENSION = 'extension-definition--7c1a1f0e-5d0b-4c7e-9b52-3f0a6c8d2e41';

/** Hub-made identities share one date, so that each has one version until its name changes (and with it its id). */
const IDENTITY_SINCE = '2026-01-01T00:00:00.000Z';

export const HUB_IDENTITY = identifierFor('identity', 'tocsin-hub');

export const organization = (id: string, name: string): StixObject => ({
  type: 'identity',
  spec_version: '2.1',
  id,
  created: IDENTITY_SINCE,
  modified: IDENTITY_SINCE,
  name,
  identity_class: 'organization',
  created_by_ref: id,
});

export const hubIdentity = (): StixObject => organization(HUB_IDENTITY, 'Tocsin');

/** In every bundle that uses the extension. A new property means a new version and date. */
export const warningExtension = (): StixObject => ({
  type: 'extension-definition',
  spec_version: '2.1',
  id: WARNING_EXTENSION,
  created_by_ref: HUB_IDENTITY,
  created: IDENTITY_SINCE,
  modified: '2026-11-29T20:00:00.000Z',
  name: 'Tocsin warning',
  description:
    'What a hub of early warnings states about a warning or a best practice, beside its STIX objects.',
  schema: SCHEMA,
  version: '1.2.0',
  extension_types: ['property-extension'],
});

const SCHEMA = [
  'Properties of a report. warning: the id of the warning or practice at the hub. version: its version, from 1.',
  'kind: "warning" or "practice". urgency, severity, certainty: the words of CAP 1.2 §3.2.2, as its publisher states them.',
  'practice_kind: what kind of practice it is. sectors_concerned: ids of the sectors of the hub that it is about.',
  'stix_sectors: the same in the vocabulary industry-sector-ov. countries_concerned: ISO 3166-1 alpha-2.',
  'actions: what to do, in order, each with text and, where there is a deadline, by (a timestamp). contacts: whom to call,',
  'each with name, number and hours. valid_until: a timestamp.',
  'level: "recommendation" or "essential_action" where its publisher asks its recipients for an answer, and answer_by: a timestamp.',
  'cancel_reason: why it was cancelled; the report is revoked.',
  'is_exercise: true where it is part of an exercise and nothing of it is real.',
].join(' ');

export type ExtensionFacts = {
  readonly actions: readonly Action[];
  readonly contacts: readonly ContactPoint[];
  readonly validUntil: string | null;
  readonly level?: Level;
  readonly answerBy?: string | null;
  readonly cancelReason: string | null;
};

/** STIX forbids empty lists and null (§2.12), so what is not stated is left out. */
export const statedFacts = ({
  actions,
  contacts,
  validUntil,
  level = 'INFORMATION',
  answerBy,
  cancelReason,
}: ExtensionFacts) => ({
  ...(actions.length === 0
    ? {}
    : { actions: actions.map(({ text, by }) => ({ text, ...(by === null ? {} : { by: instantOf(by) }) })) }),
  ...(contacts.length === 0
    ? {}
    : { contacts: contacts.map(({ name, number, hours }) => ({ name, number, hours })) }),
  ...(validUntil === null ? {} : { valid_until: instantOf(validUntil) }),
  ...(level === 'INFORMATION' || answerBy == null
    ? {}
    : { level: level.toLowerCase(), answer_by: instantOf(answerBy) }),
  ...(cancelReason === null ? {} : { cancel_reason: cancelReason }),
});

const instantOf = (text: string): string => new Date(text).toISOString();

/** How sure a publisher is on STIX's scale of 0 to 100, by the Admiralty scale of its Appendix A; null for UNKNOWN. */
export const confidenceOf = (certainty: Certainty): number | null => CONFIDENCES[certainty];

const CONFIDENCES: Readonly<Record<Certainty, number | null>> = {
  OBSERVED: 90,
  LIKELY: 70,
  POSSIBLE: 50,
  UNLIKELY: 10,
  UNKNOWN: null,
};
