// The story of the seeds, as each of the five ready identities sees it.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { validateBundle } from 'stix2-ts/validate';
import { practiceId, someoneOf, warningId } from '../../../seeds/acts.ts';
import { CAST } from '../../../seeds/cast.ts';
import { LIVE } from '../../../seeds/story/live.ts';
import { EXERCISE } from '../../../seeds/story/past-days.ts';
import { MAX_PAGE_SIZE } from '../../../src/domain/limit/page-size.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { previewAudience } from '../../../src/service/audience/preview-audience.ts';
import { listDeliveries } from '../../../src/service/delivery/list-deliveries.ts';
import { loadShippedSets } from '../../../src/service/enrichment/load-shipped-sets.ts';
import { readWarning } from '../../../src/service/item/read-warning.ts';
import { memberId } from '../../../src/service/member/admit-member.ts';
import { bundleOfWarning } from '../../../src/service/object/bundle/bundle-of-warning.ts';
import { readPlaybook } from '../../../src/service/object/playbook/read-playbook.ts';
import { enrichmentOf } from '../../../src/service/object/read-enrichment.ts';
import { readObjects } from '../../../src/service/object/read-objects.ts';
import { openStory, type Story } from '../../support/world/story.ts';

let story: Story;
beforeAll(async () => {
  story = await openStory();
  await loadShippedSets(story.hub);
  await story.drain();
});
afterAll(() => story.close());

const NAMES = [
  LIVE,
  'bank-mail',
  'pump-passwords',
  'feeder-trips',
  'cable-fault',
  'gateway-credentials',
  'border-line',
];

/** The warnings that this actor reads, by name, with the kind of reason; the same by feed and by id. */
const seenBy = async (actor: Actor) => {
  const feed = new Map((await story.feedOf(actor)).map((item) => [item.summary.id, item.reason.kind]));
  const seen: Record<string, string> = {};
  for (const name of NAMES) {
    const kind = feed.get(warningId(name));
    expect((await readWarning(story.hub, actor, warningId(name)))?.reason.kind).toBe(kind);
    if (kind !== undefined) seen[name] = kind;
  }
  return seen;
};

test('the playbook of the waterworks is shown as steps to those who may read it', async () => {
  const analyst = await story.identity('analyst');
  const item = await readWarning(story.hub, analyst, practiceId('run-the-waterworks-by-hand'));
  if (item === null) throw new Error('the analyst reads the practice');
  const page = await readObjects(story.hub, analyst, item, { first: 50, after: null });
  if (!page.ok) throw new Error('its objects');
  const playbooks = page.value.objects.flatMap(({ object }) => readPlaybook(object) ?? []);
  expect(playbooks).toMatchObject([{ name: 'Run a waterworks by hand for a day', findings: [] }]);
  expect(playbooks[0]?.steps.map(({ kind }) => kind)).toEqual(
    'start action action action if-condition action action end'.split(' '),
  );
});

describe('what each ready identity sees', () => {
  test('the analyst at the waterworks sees the grid alarm, because water depends on it', async () => {
    const analyst = await story.identity('analyst');
    expect(await seenBy(analyst)).toEqual({ [LIVE]: 'DEPENDENCY', 'pump-passwords': 'DIRECT' });
    expect((await readWarning(story.hub, analyst, warningId(LIVE)))?.reason).toMatchObject({
      path: ['energy/electricity', 'drinking-water'],
      basis: 'DEFAULT_MATRIX',
      grade: 'HIGH',
      hoursToEffect: 12,
    });
  });

  test('the duty officer sees what the agency published', async () => {
    expect(await seenBy(await story.identity('duty-officer'))).toEqual({
      [LIVE]: 'OWN',
      'gateway-credentials': 'OWN',
      'border-line': 'OWN',
    });
  });

  test('the centre manager sees what the circle shares, not what is for single organisations', async () => {
    expect(await seenBy(await story.identity('centre-manager'))).toEqual({
      [LIVE]: 'DIRECT',
      'feeder-trips': 'DIRECT',
      'cable-fault': 'DEPENDENCY',
    });
  });

  test('the integrator sees AMBER+STRICT of its operator, but not RED for a named person there', async () => {
    expect(await seenBy(await story.identity('integrator'))).toEqual({
      [LIVE]: 'DIRECT',
      'feeder-trips': 'OWN',
      'gateway-credentials': 'DIRECT',
    });
    const person = await someoneOf(story.hub, 'northreach-grid', 'contact', 'northreach-grid/control-room');
    expect(await seenBy(person)).toMatchObject({ 'border-line': 'DIRECT' });
  });

  test('the State contact sees the RED warning that names this person, and its neighbour’s alarm', async () => {
    expect(await seenBy(await story.identity('state-contact'))).toEqual({
      [LIVE]: 'DIRECT',
      'border-line': 'DIRECT',
      'cable-fault': 'DEPENDENCY',
    });
    const colleague = await someoneOf(story.hub, 'brennland-state-contact', 'contact');
    expect(await seenBy(colleague)).not.toHaveProperty('border-line');
  });

  test('a client of the circle sees AMBER through it; others of its State do not', async () => {
    const skerry = await someoneOf(story.hub, 'skerry-light', 'analyst');
    expect(await seenBy(skerry)).toEqual({
      [LIVE]: 'CLIENT',
      'feeder-trips': 'CLIENT',
      'cable-fault': 'DEPENDENCY',
    });
    const lagoon = await someoneOf(story.hub, 'lagoon-energy', 'analyst');
    expect(await seenBy(lagoon)).toEqual({ 'cable-fault': 'DEPENDENCY' });
  });
});

describe('the alarm', () => {
  test('reaches the hospital by the dependency it declared', async () => {
    const hospital = await someoneOf(story.hub, 'st-orla-hospital', 'analyst');
    const item = await readWarning(story.hub, hospital, warningId(LIVE));
    expect(item?.reason).toMatchObject({
      kind: 'DEPENDENCY',
      basis: 'DECLARED',
      path: [memberId('northreach-grid'), memberId('st-orla-hospital')],
      grade: 'HIGH',
      hoursToEffect: 48,
    });
    expect(item?.reason.rule).toContain('you declared that you depend on it');
  });

  test('crosses the border along declared edges, and stops at members that opted out', async () => {
    const border = await someoneOf(story.hub, 'grensted-hospital', 'analyst');
    expect((await readWarning(story.hub, border, warningId(LIVE)))?.reason).toMatchObject({
      basis: 'DECLARED',
      grade: 'MEDIUM',
    });
    const tunnel = await someoneOf(story.hub, 'sund-tunnel-rail', 'analyst');
    expect((await readWarning(story.hub, tunnel, warningId(LIVE)))?.reason).toMatchObject({
      basis: 'DECLARED',
      grade: 'HIGH',
      hoursToEffect: 1,
    });
    const quay = await someoneOf(story.hub, 'quay-line', 'analyst');
    expect(await seenBy(quay)).toEqual({});
  });

  test('is published in two languages, with real objects and context of the hub', async () => {
    const analyst = await story.identity('analyst');
    const item = await readWarning(story.hub, analyst, warningId(LIVE));
    if (item === null) throw new Error('the analyst reads it');
    expect(item.summary).toMatchObject({ language: 'en', cves: ['CVE-2024-3400'] });
    expect(item.summary.translations.map(({ language }) => language)).toEqual(['pt']);
    expect(item.summary.translations[0]?.actions).toHaveLength(item.summary.actions.length);
    const page = await readObjects(story.hub, analyst, item, { first: 100, after: null });
    if (!page.ok) throw new Error(page.problems[0]?.message);
    const types = new Set(page.value.objects.map(({ object }) => object.type));
    for (const type of [
      'indicator',
      'malware',
      'vulnerability',
      'course-of-action',
      'relationship',
      'report',
    ])
      expect(types).toContain(type);
    const flaw = page.value.objects.find(({ object }) => object.type === 'vulnerability')?.object;
    if (flaw === undefined) throw new Error('the bundle has a vulnerability');
    const [context = []] = await enrichmentOf(story.hub, [flaw]);
    expect(JSON.stringify(context.map(({ object }) => object))).toContain('KEV');
  });

  test('its publisher sees one delivery for each recipient in the preview', async () => {
    const officer = await story.identity('duty-officer');
    const item = await readWarning(story.hub, officer, warningId(LIVE));
    if (item === null) throw new Error('its publisher reads it');
    const { alternatives, excludes } = item.access.audience;
    const preview = await previewAudience(story.hub, officer, {
      marking: 'GREEN',
      audience: { alternatives, excludes },
      exercise: null,
    });
    const page = await listDeliveries(story.hub, officer, item, { first: MAX_PAGE_SIZE, after: null });
    if (!preview.ok || page?.ok !== true) throw new Error('both are the publisher’s to see');
    expect(page.value.deliveries.map(({ delivery }) => delivery.member).sort()).toEqual(
      preview.value.receives.map(({ member }) => member.id).sort(),
    );
    expect(new Set(page.value.deliveries.map(({ delivery }) => delivery.state))).toEqual(new Set(['SENT']));
  });
});

describe('the days before', () => {
  test('one was corrected, one withdrawn, one is over, and some answered', async () => {
    const water = await someoneOf(story.hub, 'lakeshore-water', 'analyst');
    expect(await readWarning(story.hub, water, warningId('pump-passwords'))).toMatchObject({
      state: 'ACTIVE',
      summary: { version: 2, messageType: 'UPDATE' },
    });
    const telecom = await someoneOf(story.hub, 'reef-connect', 'analyst');
    expect(await readWarning(story.hub, telecom, warningId('cable-fault'))).toMatchObject({
      state: 'CANCELLED',
      summary: { messageType: 'CANCEL' },
    });
    const bank = await someoneOf(story.hub, 'sundmark-bank', 'analyst');
    expect(await readWarning(story.hub, bank, warningId('bank-mail'))).toMatchObject({ state: 'EXPIRED' });
    const csirt = await someoneOf(story.hub, 'aldermark-csirt', 'publisher');
    const item = await readWarning(story.hub, csirt, warningId('pump-passwords'));
    if (item === null) throw new Error('its publisher reads it');
    const page = await listDeliveries(story.hub, csirt, item, { first: MAX_PAGE_SIZE, after: null });
    if (page?.ok !== true) throw new Error('its publisher sees the deliveries');
    const answers = page.value.deliveries.map(({ delivery }) => delivery.answer).filter(Boolean);
    expect(answers.sort()).toEqual(['ACTED', 'NEED_HELP', 'NOT_AFFECTED']);
  });

  test('the imported advisories are in the feed of their sectors, and notified nobody', async () => {
    const importer = await someoneOf(story.hub, 'cisa-import', 'publisher');
    const imported = (await story.feedOf(importer)).filter(({ reason }) => reason.kind === 'OWN');
    expect(imported).toHaveLength(40);
    expect(imported.filter(({ isQuiet }) => !isQuiet)).toEqual([]);
    const ids = new Set(imported.map(({ summary }) => summary.id));
    const read = (await story.feedOf(await story.identity('integrator'))).filter(({ summary }) =>
      ids.has(summary.id),
    );
    expect(read.length).toBeGreaterThan(0);
    for (const item of imported) {
      const page = await listDeliveries(story.hub, importer, item, { first: 1, after: null });
      expect(page).toMatchObject({ ok: true, value: { deliveries: [] } });
    }
  });

  test('the exercise is separate from real traffic and says what it is at head and foot', async () => {
    const rail = await someoneOf(story.hub, 'aldermark-rail', 'analyst');
    const id = warningId('exercise-first-light');
    expect((await story.feedOf(rail)).map(({ summary }) => summary.id)).not.toContain(id);
    const [item] = await story.feedOf(rail, { exercise: EXERCISE });
    expect(item?.summary).toMatchObject({ id, exercise: EXERCISE });
    expect(item?.summary.headline).toMatch(/^EXERCISE EXERCISE EXERCISE/);
    expect(item?.summary.summary).toMatch(/^EXERCISE EXERCISE EXERCISE.*EXERCISE EXERCISE EXERCISE$/);
  });

  test('the library offers practices, and all of ATT&CK for ICS', async () => {
    const analyst = await story.identity('analyst');
    const shelf = (await story.feedOf(analyst)).filter(({ summary }) => summary.kind === 'PRACTICE');
    const names = ['attack-ics-18.1', 'separate-engineering-from-office', 'run-the-waterworks-by-hand'];
    expect(shelf.map(({ summary }) => summary.id).sort()).toEqual(names.map(practiceId).sort());
    const attack = shelf.find(({ summary }) => summary.id === practiceId('attack-ics-18.1'));
    expect(attack?.summary.objectCount).toBeGreaterThanOrEqual(1_826);
  });
});

test('whatever the hub serves of the story is valid STIX 2.1', async () => {
  let bundles = 0;
  for (const { slug } of CAST) {
    for (const role of ['publisher', 'contact'] as const) {
      const actor = await someoneOf(story.hub, slug, role);
      const items = [...(await story.feedOf(actor)), ...(await story.feedOf(actor, { exercise: EXERCISE }))];
      // Each reader's own view of the alarm; for the rest, each publisher's.
      const given = items.filter(
        ({ summary, reason }) => summary.id === warningId(LIVE) || reason.kind === 'OWN',
      );
      for (const item of given) {
        const bundle = JSON.parse(JSON.stringify(await bundleOfWarning(story.hub, actor, item)));
        const { findings } = validateBundle(bundle);
        expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
        bundles += 1;
      }
    }
  }
  expect(bundles).toBeGreaterThan(40);
});
