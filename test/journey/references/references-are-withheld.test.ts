// An id in a readable object tells of what it stands for, since ids of observables are computed from their values. So an
// object that refers to something hidden from its reader is withheld with it, a report or grouping is copied without, on
// every egress; and nobody can ask whether an id exists by naming it (I30).
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newIdentifier, observableIdentifier } from 'stix2-ts/identifier';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import { validateObject } from 'stix2-ts/validate';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import type { CastName } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { bundleOf, MADE_AT, made } from '../../support/objects.ts';
import { publishBy, to } from '../../support/publish.ts';

let endpoint: TestEndpoint;
const tokens = new Map<CastName, string>();
beforeAll(async () => {
  endpoint = await openTestEndpoint({
    env: { TOCSIN_PUBLISHES_PER_SECOND: '1000', TOCSIN_REQUEST_BURST: '1000' },
  });
  for (const name of ['northGrid', 'southGrid', 'riverWater', 'cyberAgency', 'xbCsirt'] as const)
    tokens.set(name, await endpoint.token(name));
});
afterAll(() => endpoint.close());

const red = { object_marking_refs: [TLP2_MARKING_IDS.RED] };
const address = (last: number, more: object = {}) => {
  const value = { type: 'ipv4-addr', spec_version: '2.1', value: `198.51.100.${last}` };
  return { ...value, id: observableIdentifier(value) ?? '', ...more };
};
const tool = (name: string, more: object = {}) => made('tool', { name, ...more });
const relation = (source_ref: string, target_ref: string, more: object = {}) =>
  made('relationship', { relationship_type: 'related-to', source_ref, target_ref, ...more });
const report = (object_refs: readonly string[], more: object = {}) =>
  made('report', {
    name: 'Of its producer',
    report_types: ['threat-report'],
    published: MADE_AT,
    object_refs,
    ...more,
  });
const grouping = (object_refs: readonly string[]) =>
  made('grouping', { context: 'unspecified', object_refs });

type Shown = { readonly id: string; readonly type: string; readonly [property: string]: unknown };

const EVERYTHING = `query Everything($warning: ID!) {
  warning(id: $warning) {
    headline summary handling { inWords } related { reasons }
    objects(first: 50) { edges { node { id type raw references(first: 10) { edges { node { property id: targetId object { id } } } } } } }
    bundle
  }
}`;
const BY_ID = `query ById($id: ID!) {
  stixObject(id: $id) { id raw references(first: 10) { edges { node { id: targetId object { id } } } } versions { edges { node { raw } } } sources { id: objectId } }
  node(id: $id) { id }
  stixVersions(id: $id) { edges { node { raw withdrawn } } }
}`;

const read = async (name: CastName, query: string, variables: object) => {
  const { body } = await endpoint.ask(tokens.get(name) ?? '', query, variables);
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  return body.data;
};
const everything = (name: CastName, warning: string) => read(name, EVERYTHING, { warning });
const byId = (name: CastName, id: string) => read(name, BY_ID, { id });
const objectsSeen = async (name: CastName, warning: string): Promise<Shown[]> => {
  const { edges } = (await everything(name, warning)).warning.objects;
  return edges.map(({ node }: { node: { raw: Shown } }) => node.raw);
};
const bundleSeen = async (name: CastName, warning: string): Promise<Shown[]> =>
  (await everything(name, warning)).warning.bundle.objects ?? [];

describe('what refers to an object that the reader may not have', () => {
  const secret = address(7, red);
  const open = tool('Wrench');
  const ends = {
    relationship: relation(open.id, secret.id),
    sighting: made('sighting', { sighting_of_ref: open.id, observed_data_refs: [] as string[] }),
    note: made('note', { content: 'Both', object_refs: [open.id, secret.id] }),
    opinion: made('opinion', { opinion: 'agree', object_refs: [secret.id] }),
    observed: made('observed-data', {
      first_observed: MADE_AT,
      last_observed: MADE_AT,
      number_observed: 1,
      object_refs: [secret.id],
    }),
    domain: {
      type: 'domain-name',
      spec_version: '2.1',
      id: observableIdentifier({ type: 'domain-name', value: 'c2.example' }) ?? '',
      value: 'c2.example',
      resolves_to_refs: [secret.id],
    },
    prose: tool('Named in its text', { description: `Seen at ${secret.id}.` }),
    external: tool('Named as a source', {
      external_references: [{ source_name: 'partner', external_id: secret.id }],
    }),
    custom: tool('Named in an extension', {
      extensions: {
        [newIdentifier('extension-definition')]: {
          extension_type: 'property-extension',
          sample: { found_at_ref: secret.id },
        },
      },
    }),
  };
  const { observed_data_refs: _empty, ...sighting } = ends.sighting;
  const referring = { ...ends, sighting: { ...sighting, observed_data_refs: [ends.observed.id] } };
  const about = made('note', { content: 'On the relationship', object_refs: [referring.relationship.id] });
  const ownReport = report([open.id, secret.id, referring.relationship.id]);
  const ownGrouping = grouping([secret.id, open.id]);
  const objects = [secret, open, ...Object.values(referring), about, ownGrouping];
  const hidden = [secret.id, ...Object.values(referring).map(({ id }) => id), about.id];
  let warning: string;

  beforeAll(async () => {
    const audience = {
      alternatives: [{ members: ['north-grid'] }, { persons: ['river-water/publisher'] }],
      excludes: [],
    };
    warning = await publishBy(endpoint, 'cyberAgency', {
      marking: 'GREEN',
      audience,
      bundle: bundleOf(...objects, ownReport),
    });
  });

  test('is withheld with it, also what refers to that in turn, on every egress', async () => {
    const shown = JSON.stringify(await everything('northGrid', warning));
    for (const id of hidden) expect(shown).not.toContain(id);
    expect(shown).toContain(open.id);
    for (const { id } of [...objects, ownReport]) {
      const answer = await byId('northGrid', id);
      for (const each of hidden) expect(JSON.stringify(answer)).not.toContain(each);
      expect(answer.stixObject === null).toBe(hidden.includes(id));
      expect(answer.node === null).toBe(hidden.includes(id));
    }
  });

  test('a report or grouping is a valid copy by the hub, with one id for its readers', async () => {
    const copies = (await objectsSeen('northGrid', warning)).filter(({ type }) =>
      ['report', 'grouping'].includes(type),
    );
    expect(copies.map(({ object_refs }) => object_refs)).toEqual([[open.id], [open.id]]);
    for (const copy of copies) {
      expect(validateObject(copy).filter(({ level }) => level === 'error')).toEqual([]);
      expect([ownReport.id, ownGrouping.id]).not.toContain(copy.id);
      const again = await byId('northGrid', copy.id);
      expect(again.stixObject.raw).toEqual(copy);
      expect(again.stixObject.id).toBe(copy.id);
      // Who has the original has no copy of it.
      expect((await byId('riverWater', copy.id)).stixObject).toBeNull();
      expect((await byId('southGrid', copy.id)).stixObject).toBeNull();
    }
    expect((await byId('northGrid', ownReport.id)).stixObject.id).toBe(
      copies.find(({ type }) => type === 'report')?.id,
    );
    expect((await bundleSeen('northGrid', warning)).filter(({ type }) => type === 'report')).toEqual(
      copies.filter(({ type }) => type === 'report'),
    );
  });

  test('who may read every reference gets what the producer wrote', async () => {
    for (const name of ['riverWater', 'cyberAgency'] as const) {
      const seen = await objectsSeen(name, warning);
      for (const object of [...objects, ownReport]) expect(seen).toContainEqual(object);
      expect((await byId(name, ownReport.id)).stixObject.raw).toEqual(ownReport);
    }
  });

  test('marks on an element of a copied list mark the list', async () => {
    const marked = report([secret.id, open.id], {
      granular_markings: [{ marking_ref: TLP2_MARKING_IDS.GREEN, selectors: ['object_refs.[1]', 'name'] }],
    });
    const id = await publishBy(endpoint, 'cyberAgency', {
      audience: to('northGrid'),
      bundle: bundleOf(secret, open, marked),
    });
    const [copy] = (await objectsSeen('northGrid', id)).filter(({ type }) => type === 'report');
    expect(copy?.['granular_markings']).toEqual([
      { marking_ref: TLP2_MARKING_IDS.GREEN, selectors: ['object_refs', 'name'] },
    ]);
    expect(validateObject(copy).filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('a report of which nothing would be left is withheld', async () => {
    const whole = report([secret.id]);
    const id = await publishBy(endpoint, 'cyberAgency', {
      audience: to('northGrid'),
      bundle: bundleOf(secret, open, whole),
    });
    expect((await objectsSeen('northGrid', id)).map(({ type }) => type)).toEqual(['tool']);
    expect((await byId('northGrid', whole.id)).stixObject).toBeNull();
  });

  test('objects that refer to each other are read together', async () => {
    const [one, other] = [newIdentifier('note'), newIdentifier('note')];
    const notes = [
      made('note', { content: 'One', object_refs: [other], id: one }),
      made('note', { content: 'Other', object_refs: [one], id: other }),
    ];
    const id = await publishBy(endpoint, 'cyberAgency', {
      audience: to('northGrid'),
      bundle: bundleOf(...notes, open),
    });
    const ids = (await objectsSeen('northGrid', id)).map((each) => each.id);
    expect(ids).toEqual(expect.arrayContaining([one, other]));
  });
});

describe('an id that another published', () => {
  /** What a member that publishes can learn of an id by naming it to an accomplice. */
  const probe = async (by: CastName, reader: CastName, id: string) => {
    const wrench = tool('Probe');
    const probes = [
      relation(wrench.id, id),
      made('note', { content: 'x', object_refs: [id] }),
      report([wrench.id, id]),
    ];
    const outcome = await publishWarning(
      endpoint.hub,
      await endpoint.actor(by),
      draft({ audience: to(reader), bundle: bundleOf(wrench, ...probes) }),
    );
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    await endpoint.drain();
    const shapeOf = (objects: readonly Shown[]) => JSON.stringify(objects.map(({ type }) => type).sort());
    return {
      reader: shapeOf(await objectsSeen(reader, outcome.value.warning)),
      own: shapeOf(await objectsSeen(by, outcome.value.warning)),
      objects: (await objectsSeen(reader, outcome.value.warning)).map((object) => object.id),
      probes,
    };
  };

  test('is its publisher’s own word where it may not read it, whether it exists or not', async () => {
    const hidden = address(20);
    await publishBy(endpoint, 'cyberAgency', { audience: to('riverWater'), bundle: bundleOf(hidden) });
    const [there, absent] = [
      await probe('xbCsirt', 'northGrid', hidden.id),
      await probe('xbCsirt', 'northGrid', address(21).id),
    ];
    expect([there.reader, there.own]).toEqual([absent.reader, absent.own]);
    expect(there.objects).toEqual(expect.arrayContaining(there.probes.map(({ id }) => id)));
  });

  test('is withheld from readers where its publisher may read it, also when they could guess it', async () => {
    const shared = address(22);
    await publishBy(endpoint, 'cyberAgency', { audience: to('xbCsirt'), bundle: bundleOf(shared) });
    const known = await probe('xbCsirt', 'northGrid', shared.id);
    expect(known.objects).not.toEqual(expect.arrayContaining([known.probes[0]?.id]));
    expect(known.reader).toBe(JSON.stringify(['report', 'tool']));
    // Once the reader may read it by any other way, nothing is withheld.
    await publishBy(endpoint, 'cyberAgency', { audience: to('northGrid'), bundle: bundleOf(shared) });
    expect((await byId('northGrid', known.probes[0]?.id ?? '')).stixObject).not.toBeNull();
  });

  test('does not make a warning’s own words tell of it', async () => {
    const creator = made('identity', { name: 'Some maker', identity_class: 'organization' });
    await publishBy(endpoint, 'cyberAgency', { audience: to('xbCsirt'), bundle: bundleOf(creator) });
    const flaw = made('vulnerability', { name: 'CVE-2026-8080', created_by_ref: creator.id });
    const id = await publishBy(endpoint, 'xbCsirt', {
      audience: to('northGrid'),
      bundle: bundleOf(flaw, tool('Vise')),
    });
    const shown = JSON.stringify(await everything('northGrid', id));
    expect(shown).not.toContain(creator.id);
    expect(shown).not.toContain('CVE-2026-8080');
    const found = await read(
      'northGrid',
      '{ feed(filter: { text: "CVE-2026-8080" }) { edges { node { id } } } }',
      {},
    );
    expect(found.feed.edges).toEqual([]);
    // Where everybody may read the creator, the flaw is found.
    const all = { alternatives: [{}], excludes: [] };
    await publishBy(endpoint, 'cyberAgency', { audience: all, bundle: bundleOf(creator) });
    await publishBy(endpoint, 'xbCsirt', {
      audience: to('northGrid'),
      bundle: bundleOf(made('vulnerability', { name: 'CVE-2026-8081', created_by_ref: creator.id })),
    });
    const open = await read(
      'northGrid',
      '{ feed(filter: { text: "CVE-2026-8081" }) { edges { node { id } } } }',
      {},
    );
    expect(open.feed.edges).toHaveLength(1);
  });
});

test('rows of an older release withhold whatever their reader may not read', async () => {
  const [secret, wrench] = [address(30, red), tool('Old wrench')];
  const edge = relation(wrench.id, secret.id);
  const plain = relation(wrench.id, tool('elsewhere').id);
  const free = tool('Old and free');
  const bundle = bundleOf(secret, wrench, edge, plain, free, report([wrench.id, secret.id]));
  const id = await publishBy(endpoint, 'cyberAgency', { audience: to('northGrid'), bundle });
  expect((await objectsSeen('northGrid', id)).map((each) => each.id)).toContain(plain.id);
  await endpoint.hub.objects.rows.updateMany({ warning: id }, { $unset: { references: '', copies: '' } });
  const ids = (await objectsSeen('northGrid', id)).map((each) => each.id);
  expect(ids).toEqual(expect.arrayContaining([wrench.id, free.id]));
  for (const each of [secret, edge, plain]) expect(ids).not.toContain(each.id);
  expect(JSON.stringify(await bundleSeen('northGrid', id))).not.toContain(secret.id);
});
