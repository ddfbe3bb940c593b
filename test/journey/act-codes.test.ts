// Codes of refused acts that no other journey covers: each through the service or endpoint a client uses, with the
// path of the bad value, a remedy, and nothing written.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MemberKind, Role } from '../../src/domain/member.ts';
import type { Outcome } from '../../src/domain/problem.ts';
import type { PracticeDraft } from '../../src/domain/warning.ts';
import { parseCsaf } from '../../src/exchange/csaf/parse-csaf.ts';
import type { Hub } from '../../src/hub.ts';
import { createKey } from '../../src/service/access/create-key.ts';
import { revokeKey } from '../../src/service/access/revoke-key.ts';
import { admitMember } from '../../src/service/member/admit-member.ts';
import { declareDependency } from '../../src/service/member/declare-dependency.ts';
import { targetWarning } from '../../src/service/pipeline/target-warning.ts';
import { cancelWarning } from '../../src/service/warning/cancel-warning.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { updateWarning } from '../../src/service/warning/update-warning.ts';
import { ObjectId } from '../../src/store/connect.ts';
import { CAST } from '../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../support/endpoint.ts';
import { draft } from '../support/hub.ts';
import { eventClient } from '../support/live.ts';
import { bundleOf, MADE_AT, made } from '../support/objects.ts';
import { to } from '../support/publish.ts';

let world: TestEndpoint;
beforeAll(async () => {
  world = await openTestEndpoint();
});
afterAll(() => world.close());

/** `CODE path` of each refusal; each has a message and a remedy. */
const refusals = (outcome: Outcome<unknown>): string[] => {
  if (outcome.ok) return [];
  return outcome.problems.map(({ code, path, message, remedy }) => {
    expect([code, message.length > 5, remedy.length > 5]).toEqual([code, true, true]);
    return `${code} ${path}`;
  });
};

const publish = async (changes: Parameters<typeof draft>[0], hub: Hub = world.hub) =>
  publishWarning(hub, await world.actor('cyberAgency'), draft(changes));
const published = async (changes: Parameters<typeof draft>[0]): Promise<string> => {
  const outcome = await publish(changes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  await world.drain();
  return outcome.value.warning;
};

describe('an audience', () => {
  const at = '$.audience.alternatives[0]';
  test.each<[string, object]>([
    [`AUDIENCE_EMPTY_LIST ${at}.sectors`, { sectors: [] }],
    [`COUNTRY_MALFORMED ${at}.countries[1]`, { countries: ['XA', 'xb'] }],
    [`KIND_UNKNOWN ${at}.kinds[0]`, { kinds: ['NEIGHBOUR' as MemberKind] }],
    [`PERSON_UNKNOWN ${at}.persons[0]`, { persons: ['nobody-here/ann'] }],
  ])('%s', async (wanted, alternative) => {
    expect(refusals(await publish({ audience: { alternatives: [alternative], excludes: [] } }))).toEqual([
      wanted,
    ]);
  });
});

test('a practice’s review date must be a date', async () => {
  const { actions: _, contacts: __, urgency: ___, severity: ____, certainty: _____, ...common } = draft();
  const practice = (reviewDue: string): PracticeDraft => ({
    ...(common as unknown as PracticeDraft),
    kind: 'PRACTICE',
    practiceKind: 'MEASURE',
    problem: 'Gateways are exposed.',
    steps: ['List them', 'Close them'],
    evidence: null,
    limits: null,
    licence: null,
    reviewDue,
  });
  const agency = await world.actor('cyberAgency');
  for (const wrong of ['soon', '2031-02-30', '2031-1-1', '2031-01-01T00:00:00Z']) {
    const outcome = await publishWarning(world.hub, agency, practice(wrong));
    expect(refusals(outcome)).toEqual(['DATE_MALFORMED $.reviewDue']);
  }
  expect(refusals(await publishWarning(world.hub, agency, practice('2031-02-28')))).toEqual([]);
});

test('a cancellation needs a reason, and is the last version', async () => {
  const id = await published({ headline: 'To be cancelled' });
  const agency = await world.actor('cyberAgency');
  const cancel = (reason: string, expectedVersion = 1) =>
    cancelWarning(world.hub, agency, { id, expectedVersion, reason });
  expect(refusals(await cancel('  '))).toEqual(['REASON_MISSING $.reason']);
  expect(refusals(await cancel('x'.repeat(100_000)))).toEqual(['REASON_MISSING $.reason']);
  expect(refusals(await cancel('It was a drill.'))).toEqual([]);
  expect(refusals(await cancel('Once more.', 2))).toEqual(['ALREADY_CANCELLED $.id']);
  const correction = { id, expectedVersion: 2, draft: draft() };
  expect(refusals(await updateWarning(world.hub, agency, correction))).toEqual(['ALREADY_CANCELLED $.id']);
});

test('BUSY: another writer takes the object’s next position each time before the act is written', async () => {
  const object = made('tool', { name: 'Contended' });
  let version = 0;
  const next = () => {
    version += 1;
    return bundleOf({ ...object, modified: `2026-02-01T00:00:00.${String(version).padStart(3, '0')}Z` });
  };
  await published({ bundle: bundleOf(object) });
  const { database } = world.hub;
  const contended: Hub = {
    ...world.hub,
    database: {
      ...database,
      transactionUnlessTaken: async (act) => {
        expect(refusals(await publish({ bundle: next() }))).toEqual([]);
        return database.transactionUnlessTaken(act);
      },
    },
  };
  const warnings = async () => world.hub.warnings.rows.countDocuments();
  const before = await warnings();
  expect(refusals(await publish({ bundle: next() }, contended))).toEqual(['BUSY $']);
  // The other writer's rows are there; nothing of the refused act is.
  expect((await warnings()) - before).toBe(version - 1);
  expect(refusals(await publish({ bundle: next() }))).toEqual([]);
});

test('a source may publish at most 10,000 versions of one object', async () => {
  const object = made('tool', { name: 'Versioned' });
  const at = (day: string) => bundleOf({ ...object, modified: `2026-03-${day}T00:00:00.000Z` });
  await published({ bundle: bundleOf(object) });
  expect(MADE_AT < '2026-03').toBe(true);
  const { rows } = world.hub.objects;
  const first = await rows.findOne({ stixId: object.id });
  if (first === null) throw new Error('it was published');
  const earlier = Array.from({ length: 9_998 }, (_, index) => ({
    ...first,
    _id: new ObjectId(),
    ordinal: index + 1,
    modified: new Date(Date.parse(MADE_AT) + index + 1).toISOString(),
  }));
  await rows.insertMany(earlier);
  expect(refusals(await publish({ bundle: at('01') }))).toEqual([]);
  expect(refusals(await publish({ bundle: at('02') }))).toEqual(['TOO_MANY_VERSIONS $.bundle.objects[0]']);
});

test('a delivery is withheld from a member that lost the right after publication', async () => {
  const outcome = await publish({ headline: 'Withheld', audience: to('riverWater', 'northGrid') });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  await targetWarning(world.hub, { subject: { warning: outcome.value.warning, version: 1 } });
  await world.hub.members.save({ ...CAST.riverWater, isActive: false });
  await world.drain();
  const rows = await world.hub.deliveries.rows.find({ warning: outcome.value.warning }).toArray();
  const stateOf = (id: string) =>
    rows.filter(({ member }) => member === id).map((row) => [row.state, row.failure]);
  expect(stateOf(CAST.riverWater.id)).toEqual([['WITHHELD', 'POLICY_NO_LONGER_ALLOWS']]);
  expect(stateOf(CAST.northGrid.id)).toEqual([['SENT', null]]);
  await world.hub.members.save(CAST.riverWater);
  world.hub.directory.forget();
});

test('a stream with an unusable filter ends with that code', async () => {
  const client = eventClient(world, await world.token('northGrid', 'analyst'));
  const query = 'subscription ($filter: FeedFilter) { warningReceived(filter: $filter) { cursor } }';
  const ended = async (text: string) => {
    for await (const { errors } of client.iterate({ query, variables: { filter: { text } } })) {
      return errors?.[0]?.extensions;
    }
    return null;
  };
  expect(await ended('x'.repeat(257))).toMatchObject({ code: 'FILTER_INVALID' });
  client.dispose();
});

describe('what the operator does', () => {
  const key = (changes: object) =>
    createKey(world.hub, { member: 'north-grid', role: 'reader', person: null, ...changes });
  test('a key needs a known member, a role and a person of that member', async () => {
    expect(refusals(await key({ member: 'nobody-here' }))).toEqual(['MEMBER_UNKNOWN $.member']);
    expect(refusals(await key({ role: 'king' as Role }))).toEqual(['ROLE_UNKNOWN $.role']);
    expect(refusals(await key({ person: 'Ann Onymous' }))).toEqual(['PERSON_MALFORMED $.person']);
    expect(refusals(await key({ person: 'south-grid/ann' }))).toEqual(['PERSON_OF_OTHER_MEMBER $.person']);
    expect(refusals(await key({ person: 'north-grid/ann' }))).toEqual([]);
    expect(refusals(await revokeKey(world.hub, 'none'))).toEqual(['KEY_UNKNOWN $.id']);
  });

  test('a member needs a valid slug and known countries and sectors', async () => {
    const admit = (changes: object) => admitMember(world.hub, { ...CAST.northGrid, ...changes });
    for (const slug of ['', 'North Grid', '-north', 'n'.repeat(65)]) {
      expect(refusals(await admit({ slug }))).toEqual(['SLUG_MALFORMED $.slug']);
    }
    expect(refusals(await admit({ slug: 'n'.repeat(64) }))).toEqual(['LOOKS_ALIKE $.slug']);
    expect(refusals(await admit({ slug: 'n'.repeat(64), name: 'Long' }))).toEqual([]);
    expect(refusals(await admit({ slug: 'new-grid', country: 'Xa' }))).toEqual([
      'COUNTRY_MALFORMED $.country',
    ]);
    expect(refusals(await admit({ slug: 'new-grid', sectors: ['magic'] }))).toEqual([
      'SECTOR_UNKNOWN $.sectors[0]',
    ]);
  });

  test('a dependency strength is between 0 and 1', async () => {
    const declare = (changes: object) =>
      declareDependency(world.hub, {
        dependent: 'city-hospital',
        provider: 'river-water',
        service: 'water',
        strength: 1,
        redundancy: 0,
        bufferHours: 0,
        ...changes,
      });
    for (const wrong of [{ strength: 1.01 }, { strength: -0.01 }, { redundancy: 2 }, { bufferHours: -1 }]) {
      expect(refusals(await declare(wrong))).toEqual(['SHARE_OUT_OF_RANGE $.strength']);
    }
    expect(refusals(await declare({}))).toEqual([]);
  });

  test('an advisory may have at most 64 million characters', () => {
    const codesOf = (text: string) => {
      const parsed = parseCsaf(text);
      return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
    };
    expect(codesOf('x'.repeat(64_000_001))).toEqual(['CSAF_TOO_LARGE']);
    expect(codesOf('x'.repeat(64_000_000))).toEqual(['CSAF_NOT_JSON']);
  });
});
