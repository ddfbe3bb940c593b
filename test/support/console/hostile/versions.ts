// A warning and a practice of three versions each, whose every text is hostile, and differs from that of the version before: what a
// reader finds under the versions of an item.

import { onOneLine } from '../../../../src/domain/reading/seen-text.ts';
import type { Draft, PracticeDraft, WarningDraft } from '../../../../src/domain/warning.ts';
import { updatePractice } from '../../../../src/service/practice/update-practice.ts';
import { publishWarning } from '../../../../src/service/warning/publish-warning.ts';
import { updateWarning } from '../../../../src/service/warning/update-warning.ts';
import type { TestEndpoint } from '../../endpoint.ts';
import { draft } from '../../hub.ts';
import { bundleOf, MADE_AT, made } from '../../objects.ts';
import { good } from '../../outcome.ts';
import { to } from '../../publish.ts';
import { HOSTILE } from './texts.ts';

export type HostileVersions = {
  readonly warning: string;
  readonly practice: string;
};

/** How many versions each has. */
const VERSIONS = 3;
/** Between the texts of two versions, so that together they have every one. */
const STEP = HOSTILE.length / VERSIONS;

const HOUR_MS = 3_600_000;

const TEXTS = HOSTILE.filter((text) => text.trim() !== '' && text.isWellFormed());
/** A cut may go through a character. */
const text = (at: number, most = 4_000): string =>
  (TEXTS[Math.floor(at) % TEXTS.length] ?? '').slice(0, most).toWellFormed();
const line = (at: number, most: number): string => onOneLine(text(at)).slice(0, most).toWellFormed();

const [changed, gone, came] = [1, 2, 3].map(() => made('malware', { name: 'of a version', is_family: true }));

/** The second version has what the first had in other words; the third has one in place of another. */
const objectsOf = (version: number): object[] => {
  const modified = new Date(Date.parse(MADE_AT) + version * HOUR_MS).toISOString();
  const at = version * STEP;
  const said = (object: object | undefined): object => ({
    ...object,
    modified,
    name: text(at + 15),
    description: text(at + 16),
    aliases: [text(at + 17), text(at + 18)],
  });
  return [said(changed), version < VERSIONS ? { ...gone, name: text(3) } : said(came)];
};

const SAID = [
  { severity: 'MINOR', urgency: 'FUTURE', certainty: 'POSSIBLE', language: 'en' },
  { severity: 'SEVERE', urgency: 'EXPECTED', certainty: 'LIKELY', language: 'ar' },
  { severity: 'EXTREME', urgency: 'IMMEDIATE', certainty: 'OBSERVED', language: 'fr' },
] as const;

const STRICT = {
  permittedActions: 'NONE',
  encryptInTransit: 'MUST',
  affectedPartyNotifications: 'MUST_NOT',
  providerAttribution: 'MAY',
  unmodifiedResale: 'MUST_NOT',
  until: '2032-01-01T00:00:00.000Z',
} as const;

const commonOf = (version: number) => {
  const at = (version - 1) * STEP;
  return {
    headline: line(at, 140),
    summary: text(at + 1),
    language: SAID[version - 1]?.language ?? 'en',
    sectorsConcerned: version === 1 ? ['energy/electricity'] : ['health', 'energy/gas'],
    countriesConcerned: version === 1 ? [] : ['FR', 'BR'],
    externalReferences: [
      { source: line(at + 2, 400), id: text(at + 3, 400), url: null },
      { source: 'cve', id: `CVE-2024-340${version}`, url: null },
    ],
    translations: ['es', 'zh'].map((language, more) => ({
      language,
      headline: line(at + 4 + more, 140),
      summary: text(at + 5 + more),
      actions: [text(at + 6 + more, 500), text(at + 7 + more, 500)],
    })),
    ...(version === 1 ? {} : { handling: { ...STRICT, reference: 'https://policy.example/iep' } }),
  } as const;
};

const warningOf = (version: number): Partial<WarningDraft> => {
  const at = (version - 1) * STEP;
  const { language: _, ...grades } = SAID[version - 1] ?? SAID[0];
  const byThen = new Date(Date.now() + version * 24 * HOUR_MS).toISOString();
  return {
    ...commonOf(version),
    ...grades,
    ...(version === 1 ? {} : { level: 'RECOMMENDATION', answerBy: byThen }),
    validUntil: `203${version}-01-01T00:00:00.000Z`,
    actions: [
      { text: text(at + 8, 500), by: `2030-01-0${version}T12:00:00.000Z` },
      { text: text(at + 9, 500), by: null },
    ],
    contacts: [{ name: line(at + 10, 120), number: line(at + 11, 120), hours: line(at + 12, 120) }],
    bundle: bundleOf(...objectsOf(version)),
  };
};

const practiceOf = (version: number): PracticeDraft => {
  const at = (version - 1) * STEP;
  const { actions, contacts, urgency, severity, certainty, validUntil, ...common } = draft();
  return {
    ...common,
    ...commonOf(version),
    kind: 'PRACTICE',
    audience: to('northGrid'),
    practiceKind: version === 1 ? 'MEASURE' : 'LESSON',
    problem: text(at + 8),
    steps: [text(at + 9, 1_000), text(at + 10, 1_000)],
    evidence: text(at + 11),
    limits: text(at + 12),
    licence: text(at + 13, 100),
    reviewDue: `203${version}-01-01`,
  };
};

/** What a correction states: all but what it keeps. */
const correctionOf = <Whole extends Draft>(whole: Whole) => {
  const { kind: _k, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = whole;
  return texts;
};

/** To `northGrid`, which has every version of both. */
export const plantHostileVersions = async (endpoint: TestEndpoint): Promise<HostileVersions> => {
  const { hub } = endpoint;
  const publisher = await endpoint.actor('cyberAgency');
  const first = draft({ ...warningOf(1), audience: to('northGrid') });
  const warning = good(await publishWarning(hub, publisher, first)).warning;
  const practice = good(await publishWarning(hub, publisher, practiceOf(1))).warning;
  await endpoint.drain();
  for (let version = 2; version <= VERSIONS; version += 1) {
    const expectedVersion = version - 1;
    const worse = { id: warning, expectedVersion, draft: correctionOf(draft(warningOf(version))) };
    good(await updateWarning(hub, publisher, worse));
    const better = { id: practice, expectedVersion, draft: correctionOf(practiceOf(version)) };
    good(await updatePractice(hub, publisher, better));
    await endpoint.drain();
  }
  return { warning, practice };
};
