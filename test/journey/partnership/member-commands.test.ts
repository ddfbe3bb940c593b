// `tocsin member` against a hub: show, change, apply, and what the hub refuses.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { startProcess } from '../../support/processes.ts';

let endpoint: TestEndpoint;
let key: string;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  key = await endpoint.token('northGrid', 'member-admin');
});
afterAll(() => endpoint.close());

const tocsin = async (...args: string[]) => {
  const program = startProcess(
    'src/cli/main.ts',
    { TOCSIN_KEY: key, TOCSIN_URL: endpoint.url, NO_COLOR: '1' },
    ['member', ...args],
  );
  const code = await program.ended();
  return { code, said: program.said().join('\n') };
};

test('a member-admin shows and changes its member, and applies for another', async () => {
  expect(await tocsin('show')).toMatchObject({ code: 0, said: expect.stringContaining('north-grid') });
  const changed = await tocsin('change', '--website', 'https://grid.example', '--json');
  expect(JSON.parse(changed.said)).toMatchObject({ website: 'https://grid.example', standing: 'MEMBER' });
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
  const refused = await tocsin('suspend', 'south-grid', '--reason', 'none');
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('ROLE_MAY_NOT') });
});
