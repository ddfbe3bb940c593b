// Bad input gets a clear refusal with a stable code and a path, and nothing is written; odd but valid input is kept
// and flagged. Repeating a request with the same Idempotency-Key has one effect.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import type { WarningDraft } from '../../src/domain/warning.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { draft, openTestHub, type TestHub } from '../support/hub.ts';
import { bundleOf, MADE_AT, made } from '../support/objects.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

const indicator = (changes: object = {}) =>
  made('indicator', {
    pattern: "[ipv4-addr:value = '198.51.100.7']",
    pattern_type: 'stix',
    valid_from: MADE_AT,
    ...changes,
  });
const audience = (alternative: object) => ({ alternatives: [alternative], excludes: [] });

const counts = async (): Promise<Record<string, number>> => {
  const { warnings, objects, feed, entries, answers } = world.hub;
  return {
    warnings: await warnings.rows.countDocuments(),
    objects: await objects.rows.countDocuments(),
    feed: await feed.rows.countDocuments(),
    entries: await entries.rows.countDocuments(),
    answers: await answers.rows.countDocuments(),
  };
};

const REFUSED: readonly [what: string, change: () => Partial<WarningDraft>, code: string, path: string][] = [
  ['not a bundle', () => ({ bundle: { type: 'report' } }), 'NOT_A_BUNDLE', '$.bundle'],
  ['a bundle that is a string', () => ({ bundle: 'bundle' }), 'NOT_A_BUNDLE', '$.bundle'],
  [
    'a malformed type',
    () => ({ bundle: bundleOf(indicator({ type: 'Indi cator' })) }),
    'TYPE_MALFORMED',
    '$.bundle.objects[0].type',
  ],
  [
    'a marking that does not exist',
    () => ({ bundle: bundleOf(indicator({ object_marking_refs: [newIdentifier('marking-definition')] })) }),
    'MARKING_NOT_FOUND',
    '$.bundle.objects[0].object_marking_refs[0]',
  ],
  [
    'a broken pattern',
    () => ({ bundle: bundleOf(indicator({ pattern: "[ipv4-addr:value = '198.51.100.7'" })) }),
    'PATTERN_INVALID',
    '$.bundle.objects[0].pattern',
  ],
  [
    'STIX 2.0',
    () => ({ bundle: bundleOf(indicator({ spec_version: '2.0' })) }),
    'STIX_2_0',
    '$.bundle.objects[0].spec_version',
  ],
  [
    'a bundle over the limit',
    () => ({ bundle: bundleOf(...Array.from({ length: 5001 }, () => indicator())) }),
    'BUNDLE_TOO_LARGE',
    '$.bundle.objects',
  ],
  ['a past validUntil', () => ({ validUntil: '2020-01-01T00:00:00Z' }), 'VALID_UNTIL_PAST', '$.validUntil'],
  [
    'six actions',
    () => ({ actions: Array.from({ length: 6 }, () => ({ text: 'Do it', by: null })) }),
    'TOO_MANY',
    '$.actions',
  ],
  ['an empty headline', () => ({ headline: ' ' }), 'TEXT_EMPTY', '$.headline'],
  ['an invalid language', () => ({ language: 'english please' }), 'LANGUAGE_MALFORMED', '$.language'],
  [
    'an unknown sector',
    () => ({ audience: audience({ sectors: ['power'] }) }),
    'SECTOR_UNKNOWN',
    '$.audience.alternatives[0].sectors[0]',
  ],
  [
    'an unknown member',
    () => ({ audience: audience({ members: ['nobody-here'] }) }),
    'MEMBER_UNKNOWN',
    '$.audience.alternatives[0].members[0]',
  ],
  [
    'an audience without members',
    () => ({ audience: audience({ countries: ['ZZ'] }) }),
    'AUDIENCE_EMPTY',
    '$.audience',
  ],
  [
    'no alternative',
    () => ({ audience: { alternatives: [], excludes: [] } }),
    'AUDIENCE_MISSING',
    '$.audience.alternatives',
  ],
  [
    'nine alternatives',
    () => ({ audience: { alternatives: Array.from({ length: 9 }, () => ({})), excludes: [] } }),
    'TOO_MANY',
    '$.audience.alternatives',
  ],
  [
    'RED without persons',
    () => ({ marking: 'RED' }),
    'RED_NEEDS_PERSONS',
    '$.audience.alternatives[0].persons',
  ],
];

describe('refused, with nothing written', () => {
  test.each(REFUSED)('%s', async (_what, change, code, path) => {
    const before = await counts();
    const answer = await publishWarning(world.hub, await world.actor('cyberAgency'), draft(change()), {
      idempotencyKey: `${code} ${path}`,
    });
    expect(answer).toMatchObject({ ok: false });
    const problems = answer.ok ? [] : answer.problems;
    expect(problems.map((each) => [each.code, each.path])).toContainEqual([code, path]);
    for (const each of problems)
      expect([each.message, each.remedy].every((text) => text.length > 5)).toBe(true);
    expect(await counts()).toEqual(before);
  });

  test('an actor that may not publish is refused', async () => {
    const reader = await publishWarning(world.hub, await world.actor('cyberAgency', 'reader'), draft());
    expect(reader).toMatchObject({ ok: false, problems: [{ code: 'ROLE_MAY_NOT' }] });
    const water = await publishWarning(world.hub, await world.actor('riverWater'), draft());
    expect(water).toMatchObject({ ok: false, problems: [{ code: 'MEMBER_MAY_NOT_PUBLISH' }] });
  });
});

describe('odd but valid', () => {
  test('an empty audience, when the publisher confirms it', async () => {
    const unheard = { audience: audience({ countries: ['ZZ'] }), allowEmptyAudience: true };
    expect(await publishWarning(world.hub, await world.actor('cyberAgency'), draft(unheard))).toMatchObject({
      ok: true,
      value: { recipients: 0 },
    });
  });

  test('all of ATT&CK for ICS: custom types and loose references are kept and flagged', async () => {
    const text = await readFile(
      join(import.meta.dirname, '../../data/attack-ics/ics-attack-18.1.json'),
      'utf8',
    );
    const given = JSON.parse(text);
    const published = await publishWarning(
      world.hub,
      await world.actor('cyberAgency'),
      draft({ marking: 'CLEAR', bundle: given }),
    );
    if (!published.ok) throw new Error(JSON.stringify(published.problems.slice(0, 3)));
    expect(published.value.findings.some(({ code }) => code === 'CUSTOM_TYPE')).toBe(true);
    const stored = await world.hub.objects.rows.countDocuments({ warning: published.value.warning });
    expect(stored).toBeGreaterThanOrEqual(given.objects.length);
  });
});

describe('an Idempotency-Key', () => {
  test('used again, even concurrently, has one effect and one answer', async () => {
    const agency = await world.actor('cyberAgency');
    const before = await counts();
    const send = async () => {
      const sent = await publishWarning(world.hub, agency, draft({ headline: 'Once' }), {
        idempotencyKey: 'once',
      });
      // `item` is set only for the call that wrote it; the rest of the answer is the same for all.
      return sent.ok ? { ok: true, value: { ...sent.value, item: null } } : sent;
    };
    const answers = await Promise.all(Array.from({ length: 8 }, send));
    expect(answers[0]).toMatchObject({ ok: true });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect((await counts())['warnings']).toBe((before['warnings'] ?? 0) + 1);
    const other = await publishWarning(world.hub, agency, draft({ headline: 'Twice' }), {
      idempotencyKey: 'once',
    });
    expect(other).toMatchObject({ ok: false, problems: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
  });

  test('belongs to its sender: the same key from another member is a different act', async () => {
    const send = async (name: 'cyberAgency' | 'xbCsirt') =>
      publishWarning(world.hub, await world.actor(name), draft({ headline: 'Same text' }), {
        idempotencyKey: 'shared',
      });
    const [one, two] = [await send('cyberAgency'), await send('xbCsirt')];
    expect(one.ok && two.ok && one.value.warning !== two.value.warning).toBe(true);
  });
});
