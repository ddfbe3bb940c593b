// What a warning means survives as STIX: its grade, deadlines, contacts, translations and cancellation, in objects that the
// validator accepts; and its bundle is what its version published.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import { validateBundle } from 'stix2-ts/validate';
import { WARNING_EXTENSION } from '../../../src/exchange/warning-extension.ts';
import { readWarning } from '../../../src/service/item/read-warning.ts';
import { type BundleOptions, bundleOfWarning } from '../../../src/service/object/bundle/bundle-of-warning.ts';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { bundleOf, MADE_AT, made } from '../../support/objects.ts';
import { publishBy, publishTo, to } from '../../support/publish.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

type Given = { readonly id: string; readonly type: string; readonly [name: string]: unknown };

const bundleFor = async (id: string, options: BundleOptions = {}): Promise<Given[]> => {
  const actor = await world.actor('northGrid', 'analyst');
  const item = await readWarning(world.hub, actor, id);
  if (item === null) throw new Error('northGrid reads it');
  const bundle = await bundleOfWarning(world.hub, actor, item, options);
  const findings = validateBundle(bundle).findings.filter(({ level }) => level === 'error');
  expect(findings).toEqual([]);
  return (bundle.objects ?? []) as unknown as Given[];
};
const ofType = (objects: readonly Given[], type: string) => objects.filter((each) => each.type === type);

test('a warning that the hub writes as STIX keeps grade, deadlines, contacts and translations', async () => {
  const id = await publishBy(world, 'cyberAgency', {
    audience: to('northGrid'),
    certainty: 'LIKELY',
    translations: [
      { language: 'pt', headline: 'Falha explorada', summary: 'Desligue-o.', actions: ['Desligue a porta'] },
      { language: 'de', headline: 'Lücke', summary: 'Vom Netz nehmen.', actions: [] },
    ],
  });
  const objects = await bundleFor(id);
  const [report] = ofType(objects, 'report');
  expect(report).toMatchObject({
    confidence: 70,
    labels: ['urgency:immediate', 'severity:severe', 'certainty:likely'],
    extensions: {
      [WARNING_EXTENSION]: {
        extension_type: 'property-extension',
        urgency: 'IMMEDIATE',
        actions: [{ text: 'Take the gateway off the internet', by: '2030-01-01T12:00:00.000Z' }],
        contacts: [{ name: 'Duty desk', number: '+999 1 555 0100', hours: '24x7' }],
        valid_until: '2031-01-01T00:00:00.000Z',
      },
    },
  });
  const [course] = ofType(objects, 'course-of-action');
  const translated = new Map(
    ofType(objects, 'language-content').map((each) => [each['object_ref'], each['contents']]),
  );
  expect(translated.get(report?.id)).toEqual({
    pt: { name: 'Falha explorada', description: 'Desligue-o.' },
    de: { name: 'Lücke', description: 'Vom Netz nehmen.' },
  });
  expect(translated.get(course?.id)).toEqual({
    pt: { name: '1. Desligue a porta', description: 'Desligue a porta' },
  });
  // The extension is defined where it is used, by an identity that is there.
  const definition = objects.find((each) => each.id === WARNING_EXTENSION);
  expect(definition?.type).toBe('extension-definition');
  expect(objects.some((each) => each.id === definition?.['created_by_ref'])).toBe(true);
});

test('cancelled, the hub’s report is revoked and says why', async () => {
  const id = await publishBy(world, 'cyberAgency', { audience: to('northGrid') });
  const agency = await world.actor('cyberAgency');
  await cancelWarning(world.hub, agency, { id, expectedVersion: 1, reason: 'It was a test bench.' });
  await world.drain();
  const [report] = ofType(await bundleFor(id), 'report');
  expect(report).toMatchObject({
    revoked: true,
    extensions: { [WARNING_EXTENSION]: { cancel_reason: 'It was a test bench.' } },
  });
});

test('a bundle is what its version published; an argument asks for today’s newest, and what was revoked is in neither', async () => {
  const [tool, gone] = [newIdentifier('tool'), newIdentifier('tool')];
  const toolAt = (id: string, day: number, more: object = {}) => ({
    ...made('tool', { name: `of day ${day}`, created_by_ref: agency.member.identity, ...more }),
    id,
    created: MADE_AT,
    modified: `2026-01-0${day}T00:00:00.000Z`,
  });
  const agency = await world.actor('cyberAgency');
  const first = await publishTo(world, 'cyberAgency', ['northGrid'], toolAt(tool, 2), toolAt(gone, 2));
  await publishTo(world, 'cyberAgency', ['northGrid'], toolAt(tool, 5), toolAt(gone, 5, { revoked: true }));
  const namesIn = (objects: readonly Given[]) =>
    ofType(objects, 'tool').map((each) => `${each.id === tool ? 'tool' : 'gone'} ${String(each['name'])}`);
  expect(namesIn(await bundleFor(first))).toEqual(['tool of day 2']);
  expect(namesIn(await bundleFor(first, { isNewest: true })).sort()).toEqual([
    'gone of day 5',
    'tool of day 5',
  ]);
});

test('a bundle of a producer stays as it was written, and needs no definition of ours', async () => {
  const identity = made('identity', { name: 'A producer', identity_class: 'organization' });
  const report = made('report', {
    name: 'Its own',
    published: MADE_AT,
    object_refs: [identity.id],
    report_types: ['threat-report'],
  });
  const id = await publishBy(world, 'cyberAgency', {
    audience: to('northGrid'),
    bundle: bundleOf(identity, report),
    translations: [{ language: 'pt', headline: 'A', summary: 'B', actions: [] }],
  });
  const objects = await bundleFor(id);
  expect(ofType(objects, 'marking-definition').length + 2).toBe(objects.length);
  expect(objects.find((each) => each.id === report.id)).toEqual(report);
});
