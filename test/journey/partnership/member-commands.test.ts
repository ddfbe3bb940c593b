// `tocsin member` against a hub: show, change, apply, and what the hub refuses.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { CAST } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { good } from '../../support/outcome.ts';
import { personWith } from '../../support/persons.ts';
import { startProcess } from '../../support/processes.ts';

type Refusal = { readonly code: string; readonly path: string };

let endpoint: TestEndpoint;
let key: string;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  key = await endpoint.token('northGrid', 'member-admin');
});
afterAll(() => endpoint.close());

const tocsin = (...args: string[]) => tocsinBy(key, ...args);
const tocsinBy = async (token: string, ...args: string[]) => {
  const program = startProcess(
    'src/cli/main.ts',
    { TOCSIN_KEY: token, TOCSIN_URL: endpoint.url, NO_COLOR: '1' },
    ['member', ...args],
  );
  const code = await program.ended();
  return { code, said: program.said().join('\n') };
};

test('a member-admin shows and changes its member, and applies for another', async () => {
  expect(await tocsin('show')).toMatchObject({ code: 0, said: expect.stringContaining('north-grid') });
  const changed = await tocsin('change', '--website', 'https://grid.example', '--json');
  expect(JSON.parse(changed.said)).toMatchObject({ website: 'https://grid.example', standing: 'MEMBER' });
  const named = await tocsin(
    ...[
      'change',
      '--identifier',
      'duns=123456789',
      '--language',
      'en',
      'fr',
      '--without',
      'website',
      '--json',
    ],
  );
  expect(JSON.parse(named.said)).toMatchObject({
    website: null,
    languages: ['en', 'fr'],
    identifiers: [{ type: 'DUNS', value: '123456789' }],
  });
  expect((await tocsin('show')).said).toMatch(/identifiers +DUNS 123456789\n +languages +en fr/);
  const applied = await tocsin(
    ...['apply', 'dam-works', '--name', 'Dam Works', '--kind', 'operator', '--country', 'XA'],
    ...['--contact', 'Ann', '--json'],
  );
  expect(JSON.parse(applied.said)).toMatchObject({
    slug: 'dam-works',
    stage: 'APPLICANT',
    sponsors: ['north-grid'],
  });
  expect((await tocsin('applications')).said).toContain('dam-works');
  await applicationsGoOn(JSON.parse(applied.said).id);
  const refused = await tocsin('suspend', 'south-grid', '--reason', 'none');
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('ROLE_MAY_NOT') });
});

/** All made at one moment, so that only the ids order them, and more than a page of the command. */
const applicationsGoOn = async (id: string): Promise<void> => {
  const { hub } = endpoint;
  const one = await hub.applications.byId(id);
  if (one === null) throw new Error('it was made');
  const more = Array.from({ length: 120 }, (_, at) => ({
    ...one,
    id: `application--${randomUUID()}`,
    stage: at % 2 === 0 ? ('REFUSED' as const) : one.stage,
  }));
  await hub.members.change(async (session) => {
    for (const each of more) await hub.applications.save(each, session);
  });
  const text = `query($after: String, $onlyOpen: Boolean) { applicants(first: 50, after: $after, onlyOpen: $onlyOpen) {
    edges { cursor node { id stage } } pageInfo { hasNextPage endCursor } } }`;
  type Edge = { readonly node: { readonly id: string; readonly stage: string } };
  type PageInfo = { readonly hasNextPage: boolean; readonly endCursor: string | null };
  type Applicants = { readonly edges: readonly Edge[]; readonly pageInfo: PageInfo };
  const page = async (token: string, variables: object) => (await endpoint.ask(token, text, variables)).body;
  const pages: string[][] = [];
  for (let after: string | null = null, isMore = true; isMore; ) {
    const { edges, pageInfo }: Applicants = (await page(key, { after })).data.applicants;
    pages.push(edges.map(({ node }) => node.id));
    ({ endCursor: after, hasNextPage: isMore } = pageInfo);
  }
  expect(pages.map(({ length }) => length)).toEqual([50, 50, 21]);
  expect(new Set(pages.flat())).toEqual(new Set([id, ...more.map((each) => each.id)]));
  const open = (await page(key, { onlyOpen: true })).data.applicants.edges;
  expect(new Set(open.map(({ node }: Edge) => node.stage))).toEqual(new Set(['APPLICANT']));
  const reader = await endpoint.token('northGrid', 'reader');
  expect((await page(reader, {})).data.applicants.edges).toEqual([]);
  const foreign = (await page(key, { onlyOpen: true })).data.applicants.pageInfo.endCursor;
  for (const token of [key, reader]) {
    const { errors } = await page(token, { after: foreign });
    expect(errors[0].extensions.code).toBe('CURSOR_INVALID');
  }
  const told = await tocsin('applications', '--all', '--json');
  expect(new Set(told.said.split('\n').map((line) => JSON.parse(line).id))).toEqual(new Set(pages.flat()));
};

test('verifying one whose names are looked at says that it is not verified, and what to do', async () => {
  const { hub } = endpoint;
  const applied = await tocsin(
    ...['apply', 'quay-works', '--name', 'Quay Works', '--kind', 'operator', '--country', 'XA'],
    ...['--contact', 'Ann', '--json'],
  );
  const { id } = JSON.parse(applied.said);
  const one = await hub.applications.byId(id);
  if (one === null) throw new Error('it was made');
  await hub.members.change((session) => hub.applications.save({ ...one, needsReview: true }, session));
  const operator = await endpoint.token('cyberAgency', 'hub-operator');
  const reviewed = await tocsinBy(operator, 'verify', id);
  expect(reviewed).toMatchObject({ code: 1, said: expect.stringContaining('It is not verified.') });
  expect(reviewed.said).toContain(`tocsin member verify ${id} --names-are-clear`);
  const verified = await tocsinBy(operator, 'verify', id, '--names-are-clear');
  expect(verified.code).toBe(0);
  expect(verified.said).not.toContain('not verified');
  expect((await hub.applications.byId(id))?.verifiedAt).not.toBeNull();
});

test('approval list says what is proposed, why, and why somebody may not decide it', async () => {
  const { hub } = endpoint;
  const id = (who: string) => personIdOf(`cyber-agency/${who}`);
  const second = personWith('cyber-agency/second', CAST.cyberAgency.id, {
    ...{ roles: ['hub-operator'], broughtBy: [id('first')] },
  });
  await hub.members.change((session) => hub.persons.save(second, session));
  hub.directory.forget();
  const by = await endpoint.actor('cyberAgency', 'hub-operator', 'cyber-agency/first');
  const payload = { scope: 'MEMBER', target: CAST.northGrid.id, reason: 'A court asks.' };
  good(await propose(hub, by, { kind: 'PLACE_HOLD', payload, note: null }));
  const listedFor = async (who: string) => {
    const token = await endpoint.token('cyberAgency', 'hub-operator', `cyber-agency/${who}`);
    const env = { TOCSIN_KEY: token, TOCSIN_URL: endpoint.url, NO_COLOR: '1' };
    const program = startProcess('src/cli/main.ts', env, ['approval', 'list']);
    expect(await program.ended()).toBe(0);
    return program.said().join('\n').replaceAll(/\s+/g, ' ');
  };
  const said = await listedFor('second');
  expect(said).toContain(`The member: ${CAST.northGrid.name} (north-grid). Why: A court asks.`);
  expect(said).toContain('Not for you: You or who proposed it came in by the other');
  // Whoever decides at /approvals, signed in, is refused nothing.
  expect(await listedFor('third')).not.toContain('Not for you');
});

test('what a member needs of others is declared, changed and withdrawn by it, and seen by it alone', async () => {
  const declare = ['dependency', 'declare', 'river-water', 'cooling water', '--strength', '0.8', '--json'];
  const declared = await tocsin(...declare);
  const dependency = { provider: 'river-water', service: 'cooling water', redundancy: 0, bufferHours: null };
  const shown = { ...dependency, strength: 0.8 };
  expect(JSON.parse(declared.said).dependencies).toContainEqual(shown);
  const query =
    '{ memberFacts(slug: "north-grid") { dependencies { provider service strength redundancy bufferHours } } }';
  const seenBy = async (token: string) => (await endpoint.ask(token, query)).body.data.memberFacts;
  expect((await seenBy(key)).dependencies).toContainEqual(shown);
  expect(await seenBy(await endpoint.token('cyberAgency', 'hub-operator'))).toEqual({ dependencies: null });
  expect(await seenBy(await endpoint.token('riverWater', 'member-admin'))).toBeNull();
  const act = async (name: string, input: object, token = key) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const text = `mutation($input: ${type}!) { result: ${name}(input: $input) {
      facts { dependencies { provider service strength redundancy bufferHours } } refusals { code path } } }`;
    return (await endpoint.ask(token, text, { input })).body.data.result;
  };
  const changed = { provider: 'river-water', service: 'cooling water', strength: 0.3, bufferHours: 12 };
  expect((await act('declareDependency', changed)).facts.dependencies).toContainEqual({
    ...changed,
    redundancy: 0,
  });
  const refusals = async (...given: Parameters<typeof act>) =>
    (await act(...given)).refusals.map(({ code, path }: Refusal) => `${code} ${path}`);
  expect(await refusals('declareDependency', { ...changed, strength: 2, service: ' ' })).toEqual([
    'TEXT_EMPTY $.service',
    'SHARE_OUT_OF_RANGE $.strength',
  ]);
  expect(await refusals('declareDependency', { ...changed, provider: 'north-grid' })).toEqual([
    'MEMBER_UNKNOWN $.provider',
  ]);
  const { provider, service } = changed;
  const ofOthers = await endpoint.token('southGrid', 'member-admin');
  expect(await refusals('withdrawDependency', { provider, service }, ofOthers)).toEqual([
    'NOT_FOUND $.service',
  ]);
  expect(
    await refusals('withdrawDependency', { provider, service }, await endpoint.token('northGrid')),
  ).toEqual(['ROLE_MAY_NOT $']);
  const withdrawn = await act('withdrawDependency', { provider, service });
  expect(withdrawn).toMatchObject({ refusals: [] });
  expect(withdrawn.facts.dependencies).not.toContainEqual(expect.objectContaining({ service }));
  // The trail says that something changed, and not of whom.
  const lines = await endpoint.hub.acts.rows
    .find({ event: 'member.changed', 'facts.changed': 'dependencies' })
    .sort({ _id: 1 })
    .toArray();
  expect(lines.map(({ facts }) => facts['act'])).toEqual(['DECLARED', 'CHANGED', 'WITHDRAWN']);
  expect(JSON.stringify(lines)).not.toContain('river-water');
});

test('members are listed; how far each is, and why it is suspended, an operator of the hub is told', async () => {
  const own = (await tocsin('list')).said;
  expect(own).toContain('south-grid');
  expect(own).not.toContain('STANDING');
  key = await endpoint.token('cyberAgency', 'hub-operator');
  const suspended = await tocsin('suspend', 'small-gas', '--reason', 'It was broken into.');
  expect(suspended.said).toMatch(/because +It was broken into\./);
  expect((await tocsin('list')).said).toMatch(/small-gas .*suspended/);
  expect((await tocsin('policy', '--history')).said).toMatch(/^at first +Policy 0: 2 sponsors/);
});

test('a hub of three members or more admits nobody directly', async () => {
  const facts = ['--name', 'Hill Rail', '--kind', 'operator', '--country', 'XA'];
  const refused = await tocsin('admit', 'hill-rail', ...facts);
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('SPONSORS_NEEDED') });
  expect(refused.said).toContain('tocsin member apply');
});
