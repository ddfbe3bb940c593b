// What a publisher is told before and after: care for its audience, live ways of members, figures of effect, and what members say.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Member } from '../../../src/domain/member.ts';
import { previewAudience } from '../../../src/service/audience/preview-audience.ts';
import { readTrail } from '../../../src/service/audit/read-trail.ts';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { feedbackOn, giveFeedback } from '../../../src/service/effect/give-feedback.ts';
import { readAnswersBySector } from '../../../src/service/effect/read-answers-by-sector.ts';
import { readEffect } from '../../../src/service/effect/read-effect.ts';
import { readWarning } from '../../../src/service/item/read-warning.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { listWays } from '../../../src/service/way/list-ways.ts';
import { watchWays } from '../../../src/service/way/watch-ways.ts';
import { CAST, memberOf } from '../../support/cast.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';

const DAY_MS = 24 * 3_600_000;
let now = new Date('2030-01-07T09:00:00.000Z');
const pass = (ms: number): void => {
  now = new Date(now.getTime() + ms);
};

let world: TestHub;
let publisher: Actor;
/** Seven in one sector; the last is unlisted, the sixth is a client of the first. */
let members: readonly Member[];
beforeAll(async () => {
  world = await openTestHub({ clock: { now: () => now } });
  const sectors = ['postal'];
  members = Array.from({ length: 7 }, (_, at) =>
    memberOf(`post-${at}`, {
      kind: 'OPERATOR',
      sectors,
      ...(at === 6 ? { isUnlisted: true, listedTo: [] } : {}),
      ...(at === 0 ? { clients: [memberOf('post-5', { kind: 'OPERATOR' }).id] } : {}),
    }),
  );
  for (const member of members) await world.hub.members.save(member);
  world.hub.directory.forget();
  publisher = await world.actor('cyberAgency');
});
afterAll(() => world.close());

const actorAt = async (at: number): Promise<Actor> => {
  const directory = await world.hub.directory.current();
  const member = directory.members.get(members[at]?.id ?? '');
  if (member === undefined) throw new Error('the member is there');
  return {
    member,
    roles: ['analyst'],
    person: null,
    key: `post-${at}`,
    providers: directory.providersOf(member.id),
  };
};
const POSTAL = { alternatives: [{ sectors: ['postal'] }], excludes: [] };
const careOf = async (audience: object, marking = 'GREEN' as const): Promise<string[]> => {
  const request = { marking, audience: { ...POSTAL, ...audience }, exercise: null };
  return good(await previewAudience(world.hub, publisher, request)).care.map(({ code }) => code);
};
const publish = async (changes: object = {}) => {
  const published = good(
    await publishWarning(
      world.hub,
      publisher,
      draft({
        audience: POSTAL,
        allowEmptyAudience: true,
        // Its time is not over, whatever the day of this world.
        actions: [{ text: 'Look', by: null }],
        ...changes,
      }),
    ),
  );
  await world.drain();
  return published;
};

describe('care', () => {
  test('is the same in the preview and in what is published, and grows with a habit', async () => {
    expect(await careOf({})).toEqual([]);
    for (let turn = 0; turn < 5; turn += 1) await publish();
    expect(await careOf({})).toEqual([]);
    const other = { alternatives: [{ sectors: ['health'] }], excludes: [] };
    expect(await careOf(other)).toEqual(['AUDIENCE_UNUSUAL', 'AUDIENCE_SMALL']);
    const { findings } = await publish({ audience: other, marking: 'CLEAR' });
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ['AUDIENCE_UNUSUAL', '$.audience'],
      ['MARKING_UNUSUAL', '$.marking'],
      ['AUDIENCE_SMALL', '$.audience'],
    ]);
    const community = { alternatives: [{ communities: ['health-circle'] }], excludes: [] };
    expect(await careOf(community)).toEqual(['COMMUNITY_UNUSUAL', 'AUDIENCE_SMALL']);
    const nobody = { alternatives: [{ sectors: ['space'] }], excludes: [] };
    expect(await careOf(nobody)).toEqual(['AUDIENCE_UNUSUAL', 'AUDIENCE_REACHES_NOBODY']);
  });
});

describe('a habit', () => {
  const rows = () => world.hub.warnings.rows;
  const nobody = { alternatives: [{ sectors: ['space'] }], excludes: [] };

  test('is made by what was published here, and by nothing that was imported', async () => {
    // As an import leaves them: history that told nobody, and an advisory that was announced.
    const { warning } = await publish({ audience: nobody });
    const quiet = await publish({ audience: nobody });
    await rows().updateMany({ warning }, { $set: { fingerprint: 'of an advisory' } });
    await rows().updateMany({ warning: quiet.warning }, { $set: { isQuiet: true } });
    expect(await careOf(nobody)).toEqual(['AUDIENCE_UNUSUAL', 'AUDIENCE_REACHES_NOBODY']);
    await publish({ audience: nobody });
    expect(await careOf(nobody)).toEqual(['AUDIENCE_REACHES_NOBODY']);
  });

  test('is hidden by no number of corrections', async () => {
    const { warning } = await publish();
    const texts = { ...draft({ actions: [{ text: 'Look', by: null }] }), level: 'INFORMATION' as const };
    const {
      kind: _k,
      marking: _m,
      audience: _a,
      allowEmptyAudience: _e,
      exercise: _x,
      ...correction
    } = texts;
    for (let version = 1; version <= 50; version += 1)
      good(
        await updateWarning(world.hub, publisher, {
          id: warning,
          expectedVersion: version,
          draft: correction,
        }),
      );
    const other = { alternatives: [{ sectors: ['transport'] }], excludes: [] };
    expect(await careOf(other)).toContain('AUDIENCE_UNUSUAL');
    expect(await careOf({})).toEqual([]);
  });

  test('speaks of a correction too, as a whole, and of nothing that its version before had', async () => {
    const { warning } = await publish({
      audience: { alternatives: [{ sectors: ['manufacturing'] }], excludes: [] },
    });
    const {
      kind: _k,
      marking: _m,
      audience: _a,
      allowEmptyAudience: _e,
      exercise: _x,
      ...correction
    } = draft();
    const update = {
      id: warning,
      expectedVersion: 1,
      draft: { ...correction, actions: [{ text: 'Look', by: null }] },
    };
    const { findings } = good(await updateWarning(world.hub, publisher, update, { isTrial: true }));
    expect(findings.map(({ code, path }) => [code, path])).toEqual([['AUDIENCE_REACHES_NOBODY', '$']]);
  });

  test('names a member that was not named before', async () => {
    const one = { alternatives: [{ members: ['post-3'] }], excludes: [] };
    const request = { marking: 'GREEN' as const, audience: one, exercise: null };
    const { care } = good(await previewAudience(world.hub, publisher, request));
    expect(care.map(({ message }) => message)).toEqual(['You have not lately addressed member post-3.']);
    await publish({ audience: one });
    expect(await careOf(one)).toEqual([]);
  });
});

describe('a live way', () => {
  test('is over after 30 days, and the administrators and the hub are told once', async () => {
    expect(await watchWays(world.hub)).toEqual([]);
    pass(29 * DAY_MS);
    expect(await watchWays(world.hub)).toEqual([]);
    const [first, second] = members;
    // One proves a mail address meanwhile.
    await plantEndpoint(world, 'northGrid', { member: first?.id ?? '', channel: 'MAIL', verifiedAt: now });
    pass(2 * DAY_MS);
    const told = await watchWays(world.hub);
    expect(told).toContain(second?.id);
    expect(told).not.toContain(first?.id);
    expect(await watchWays(world.hub)).toEqual([]);
    const admin: Actor = { ...(await actorAt(1)), roles: ['member-admin'], person: 'post-1/ann' };
    const operator: Actor = { ...publisher, roles: ['hub-operator'] };
    const linesOf = async (actor: Actor) =>
      good(
        await readTrail(world.hub, actor, {
          first: 50,
          after: null,
          filter: { events: ['member.silent'] },
        }),
      ).lines.length;
    expect(await linesOf(admin)).toBe(1);
    const silent = await listWays(world.hub, admin);
    expect(silent.member).toMatchObject({ isAlive: false, toldAt: now });
    expect(silent.ways).toMatchObject([{ endpoint: null, isAlive: false, fault: 'SILENT' }]);
    expect(await linesOf(operator)).toBe(told.length);
    expect(await careOf({})).toEqual(['AUDIENCE_HARD_TO_REACH']);
    // Of few it is told of those whom the publisher names itself, and never of one that is unlisted to it.
    const named = (...slugs: string[]) => ({ alternatives: [{ members: slugs }], excludes: [] });
    const [reached, silentOne] = ['post-0', 'post-1'] as const;
    expect(await careOf(named(reached))).not.toContain('AUDIENCE_HARD_TO_REACH');
    expect(await careOf(named(silentOne))).toContain('AUDIENCE_HARD_TO_REACH');
    expect(await careOf(named(reached, silentOne))).not.toContain('AUDIENCE_HARD_TO_REACH');
    expect(await careOf(named(reached, silentOne, 'post-2'))).toContain('AUDIENCE_HARD_TO_REACH');
    const half = {
      alternatives: [...named(silentOne).alternatives, { communities: ['health-circle'] }],
      excludes: [],
    };
    expect(await careOf(half)).not.toContain('AUDIENCE_HARD_TO_REACH');
    const hidden = { marking: 'GREEN' as const, audience: named('post-6'), exercise: null };
    expect(codes(await previewAudience(world.hub, publisher, hidden))).toEqual([
      'MEMBER_UNKNOWN $.audience.alternatives[0].members[0]',
    ]);
    // Whoever is reached again is alive again, and may be told a second time later.
    await plantEndpoint(world, 'northGrid', { member: second?.id ?? '', channel: 'MAIL', verifiedAt: now });
    expect(await watchWays(world.hub)).toEqual([]);
    const until = new Date(now.getTime() + 30 * DAY_MS);
    const alive = await listWays(world.hub, admin);
    expect(alive.member).toEqual({ isAlive: true, aliveUntil: until, toldAt: null });
    expect(alive.ways[1]).toMatchObject({ isAlive: true, since: now, aliveUntil: until, fault: null });
    // Nobody else of the member is told of it, nor of endpoints that are not its own.
    const other: Actor = { ...admin, roles: ['analyst'], person: 'post-1/bo' };
    expect(await listWays(world.hub, other)).toEqual({ member: null, ways: [] });
    pass(31 * DAY_MS);
    expect(await watchWays(world.hub)).toContain(second?.id);
  });
});

describe('effect', () => {
  test('is of five listed members or more, and the same whatever an unlisted one does', async () => {
    const since = now;
    const { warning } = await publish();
    const span = { of: 'MEMBER' as const, since, until: new Date(now.getTime() + DAY_MS) };
    const answer = async (at: number): Promise<void> => {
      pass(60_000);
      good(await acknowledgeWarning(world.hub, await actorAt(at), { warning, answer: 'ACTED', note: null }));
    };
    for (const at of [0, 1, 2, 3]) await answer(at);
    const answered = async () =>
      good(await readEffect(world.hub, publisher, span))
        .cells.find(({ sector, channel }) => sector === 'postal' && channel === 'FEED')
        ?.steps.find(({ step }) => step === 'ANSWERED');
    await answer(6);
    expect(await answered()).toEqual({ step: 'ANSWERED', median: null, p90: null });
    await answer(4);
    expect(await answered()).toEqual({ step: 'ANSWERED', median: 3, p90: null });
    const reader = await actorAt(0);
    expect(codes(await readEffect(world.hub, reader, { ...span, of: 'HUB' }))).toEqual(['ROLE_MAY_NOT $.of']);
    expect(good(await readEffect(world.hub, reader, span))).toEqual({ cells: [], isPartial: false });
    expect(codes(await readEffect(world.hub, publisher, { ...span, until: since }))).toEqual([
      'SPAN_OUT_OF_RANGE $.until',
    ]);
    const operator: Actor = { ...publisher, roles: ['hub-operator'] };
    const all = good(await readEffect(world.hub, operator, { ...span, of: 'HUB' }));
    expect([all.isPartial, all.cells.length]).toEqual([false, 2]);
    expect(all.cells.map(({ sector }) => sector)).toEqual([null, 'postal']);
    // What one member alone was told of moves nothing: two spans that differ by it are the same.
    const alone = await publish({ audience: { alternatives: [{ members: ['post-1'] }], excludes: [] } });
    pass(3 * 3_600_000);
    const by = await actorAt(1);
    good(await acknowledgeWarning(world.hub, by, { warning: alone.warning, answer: 'ACTED', note: null }));
    expect(good(await readEffect(world.hub, operator, { ...span, of: 'HUB' }))).toEqual(all);
  });

  test('says where the oldest of a span is left out', async () => {
    const { courses } = world.hub;
    const { warning } = await publish();
    const span = {
      of: 'MEMBER' as const,
      since: new Date(now.getTime() - DAY_MS),
      until: new Date(now.getTime() + 1),
    };
    const partial = async (count: number) => {
      const versions: typeof courses.versions = async (_, limit) =>
        Array.from({ length: Math.min(count, limit) }, (_each, at) => ({
          ...{ warning, version: at + 1, publisher: publisher.member.id, at: now },
        }));
      const hub = { ...world.hub, courses: { ...courses, versions } };
      return good(await readEffect(hub, publisher, span)).isPartial;
    };
    expect([await partial(2_000), await partial(2_001)]).toEqual([false, true]);
  });
});

describe('a span of more deliveries than are counted', () => {
  const MOST = 100_000;
  const VERSIONS = 20;
  /** So many deliveries of versions of one warning, and at endpoints. The first is of a version that nobody else was told of. */
  const readWith = async (feed: number, endpoints: number) => {
    const { directory } = world.hub;
    const known = await directory.current();
    const [member] = [...known.members.values()].filter(({ slug }) => slug.startsWith('post-'));
    if (member === undefined) throw new Error('nobody is listed');
    // As many members as it takes: whose they are is of no account here.
    const members = new Map(known.members);
    for (let at = 0; at <= MOST / VERSIONS; at += 1)
      members.set(`member--${at}`, { ...member, id: `member--${at}` });
    const row = (at: number) => ({
      ...{ warning: 'warning--1', version: at === 0 ? VERSIONS + 1 : (at % VERSIONS) + 1 },
      ...{ member: `member--${Math.floor(at / VERSIONS)}` },
      ...{ sentAt: now, receivedAt: now, acknowledgedAt: null, answer: null, at: now, channel: 'MAIL' },
    });
    async function* rows(count: number) {
      for (let at = 0; at < count; at += 1) yield row(at) as never;
    }
    const courses = {
      ...world.hub.courses,
      versions: async () =>
        Array.from({ length: VERSIONS + 1 }, (_, at) => ({
          ...{ warning: 'warning--1', version: at + 1, publisher: publisher.member.id, at: now },
        })),
      ofFeed: () => rows(feed),
      ofEndpoints: () => rows(endpoints),
      openings: () => rows(0),
    };
    const hub = {
      ...world.hub,
      courses,
      directory: { ...directory, current: async () => ({ ...known, members }) },
    };
    const since = new Date(now.getTime() - DAY_MS);
    const span = { of: 'HUB' as const, since, until: new Date(now.getTime() + 1) };
    return good(await readEffect(hub, { ...publisher, roles: ['hub-operator'] }, span)).isPartial;
  };

  test.each<[feed: number, endpoints: number, isPartial: boolean]>([
    [MOST, 0, false],
    [MOST + 1, 0, true],
    // What is of nobody else's version is read and not counted.
    [MOST, 2, false],
    [MOST, 3, true],
  ])('%i and %i at endpoints: %j', async (feed, endpoints, isPartial) => {
    expect(await readWith(feed, endpoints)).toBe(isPartial);
  });
});

describe('what members say', () => {
  test('is counted by sector for its publisher, whoever is whose client', async () => {
    const five = { alternatives: [{ members: [0, 1, 2, 3, 5].map((at) => `post-${at}`) }], excludes: [] };
    const item = await readWarning(world.hub, publisher, (await publish({ audience: five })).warning);
    const answers = item === null ? null : await readAnswersBySector(world.hub, publisher, item);
    // It sees these five: a smaller figure would tell it that two of them are related.
    expect(answers?.all?.members).toBe(5);
  });

  test('is counted from five members on, without who it was', async () => {
    const { warning } = await publish();
    const say = async (at: number, sighting: 'SEEN' | 'SEEN_WITH_DETAILS' = 'SEEN') =>
      giveFeedback(world.hub, await actorAt(at), {
        warning,
        isUseful: at !== 1,
        sighting,
        details: `of ${at}`,
      });
    const seenBy = async (actor: Actor) => {
      const item = await readWarning(world.hub, actor, warning);
      return item === null ? undefined : (await feedbackOn(world.hub, actor, [item])).get(warning);
    };
    for (const at of [0, 1, 2, 3]) good(await say(at));
    good(await say(3, 'SEEN_WITH_DETAILS'));
    good(await say(6, 'SEEN_WITH_DETAILS'));
    expect(await seenBy(publisher)).toMatchObject({ seenBy: null, usefulPercent: null });
    // One that is unlisted does not make it five; the client of another does, or the figure would tell that two are related.
    good(await say(5, 'SEEN_WITH_DETAILS'));
    const ofPublisher = await seenBy(publisher);
    expect(ofPublisher?.seenBy).toBe(5);
    expect(ofPublisher?.details.map(({ member, text }) => [member.slug, text])).toEqual([
      ['post-3', 'of 3'],
      ['post-5', 'of 5'],
    ]);
    const counts = { seenBy: 5, usefulPercent: 80, details: [] };
    expect(await seenBy(await actorAt(2))).toMatchObject({
      ...counts,
      own: { isUseful: true, sighting: 'SEEN', details: null },
    });
    // Nobody is told what another has said.
    expect(await seenBy(await actorAt(3))).toMatchObject({ ...counts, own: { details: 'of 3' } });
    expect(ofPublisher?.own).toBeNull();
    // One that has it as a client alone is counted no more than its publisher may know of it.
    const few = { alternatives: [{ members: [0, 1, 2, 3].map((at) => `post-${at}`) }], excludes: [] };
    const { warning: narrow } = await publish({ audience: few, marking: 'AMBER' });
    for (const at of [0, 1, 2, 3, 5]) {
      const said = { warning: narrow, isUseful: true, sighting: 'SEEN' as const, details: null };
      good(await giveFeedback(world.hub, await actorAt(at), said));
    }
    const ofFew = await readWarning(world.hub, publisher, narrow);
    const counted = ofFew === null ? null : (await feedbackOn(world.hub, publisher, [ofFew])).get(narrow);
    expect(counted).toMatchObject({ seenBy: null, usefulPercent: null });
    const own = { warning, isUseful: true, sighting: null, details: null };
    expect(codes(await giveFeedback(world.hub, { ...publisher, roles: ['analyst'] }, own))).toEqual([
      'OWN_WARNING $.warning',
    ]);
    const outsider = await world.actor('northGrid', 'analyst');
    expect(codes(await giveFeedback(world.hub, outsider, own))).toEqual(['NOT_FOUND $.warning']);
    expect(CAST.northGrid.id).toBe(outsider.member.id);
  });
});
