// The workbench as an author of STIX uses it: exit codes, machine-readable lines and text for people.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ADDRESS, linesOf, openWorkbench, type Workbench } from '../../support/workbench.ts';

let workbench: Workbench;
beforeAll(() => {
  workbench = openWorkbench();
});
afterAll(() => workbench.close());

describe('validate', () => {
  test('a list has its own paths, also for a bundle inside it; an empty list is invalid', async () => {
    const wrong = { ...ADDRESS, id: 'ipv4-addr--0d1f3ab1-3c2c-5a3f-9a35-0a3c9cf1a001', value: 'x' };
    const bundle = { type: 'bundle', id: 'bundle--0d1f3ab1-3c2c-4a3f-9a35-0a3c9cf1a001', objects: [wrong] };
    const ran = await workbench.stix(['validate', '--json', '-'], JSON.stringify([ADDRESS, wrong, bundle]));
    expect(ran).toMatchObject({ code: 1, err: '' });
    expect(linesOf(ran)).toMatchObject([
      {
        file: '-',
        valid: false,
        errors: [
          {
            path: '$[1].value',
            code: 'IPV4_INVALID',
            section: expect.any(String),
            message: expect.any(String),
          },
          { path: '$[2].objects[0].value', code: 'IPV4_INVALID' },
        ],
      },
    ]);
    expect(await workbench.stix(['validate', '-'], '[]')).toMatchObject({ code: 1 });
  });

  test('an unresolved marking is only a warning, since a hub may have it', async () => {
    const marking = 'marking-definition--6a1f33a4-2f0f-4b58-8a4b-4b2f8a6a1c11';
    const objects = [ADDRESS, { ...ADDRESS, id: ADDRESS.id, object_marking_refs: [marking] }].slice(1);
    const bundle = { type: 'bundle', id: 'bundle--0d1f3ab1-3c2c-4a3f-9a35-0a3c9cf1a001', objects };
    const ran = await workbench.stix(['validate', '--json', '-'], JSON.stringify(bundle));
    expect(ran.code).toBe(0);
    const warning = { code: 'MARKING_NOT_FOUND', path: '$.objects[0]' };
    expect(linesOf(ran)).toMatchObject([{ valid: true, warnings: [expect.objectContaining(warning)] }]);
  });
});

describe('id', () => {
  test('accepts the right id, and skips what is not an observable', async () => {
    const { id, ...unnamed } = ADDRESS;
    const ran = await workbench.stix(
      ['id', '--json', '-'],
      JSON.stringify([ADDRESS, unnamed, { type: 'malware' }, 3, null]),
    );
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(linesOf(ran)).toEqual([
      { id, expected: id, matches: true },
      { id: null, expected: id, matches: null },
    ]);
  });
});

describe('pattern', () => {
  type Asserted = { pattern: string | null; valid: boolean; error: unknown; normalForm: string | null };
  test('a line that is not a JSON string is unreadable, keeps its number, and does not stop the run', async () => {
    const input = `\ufeff"[a:b = 1]"\r\n\n3\n"open\n"${'x'.repeat(200_000)}"\n"[a:b = 2]"`;
    const ran = await workbench.stix(['pattern', '--lines', '--json'], input);
    expect(ran.code).toBe(2);
    expect(linesOf<Asserted>(ran).map(({ pattern }) => pattern)).toEqual([
      '[a:b = 1]',
      null,
      null,
      null,
      '[a:b = 2]',
    ]);
    for (const line of [3, 4, 5]) expect(ran.err).toContain(`line ${line} is not a pattern`);
    expect(ran.err.match(/What to do:/g)).toHaveLength(3);
  });

  test('a person sees the position, also in a long pattern, and control characters are escaped', async () => {
    const long = `[${'a:b = 1 OR '.repeat(50)}a:b = \u001b[31m\u202e]`;
    const ran = await workbench.stix(['pattern', long]);
    expect(ran.code).toBe(1);
    const [verdict, shown, mark, words] = ran.out.split('\n');
    expect(verdict).toBe('not valid');
    expect(shown).toMatch(/^ {2}….* OR a:b = \\u001b\[31m\\u202e\]$/);
    expect(shown?.slice(mark?.indexOf('^'))).toBe('\\u001b[31m\\u202e]');
    expect(words).toMatch(/^ {2}at 557: found \\u001b, expected a constant/);
    expect(await workbench.stix(['pattern', '-'], "[a:b = 'x']\n")).toMatchObject({ code: 0 });
  });

  test('no input, or both arguments and --lines, is a usage error', async () => {
    for (const args of [[], ['--lines', '[a:b = 1]']]) {
      const ran = await workbench.stix(['pattern', ...args]);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toContain('What to do:');
    }
  });
});

describe('match', () => {
  const observed = {
    type: 'observed-data',
    id: 'observed-data--0f9c2f0b-3d0e-4f5e-9c68-5a9f3f3a5d11',
    object_refs: [ADDRESS.id],
  };
  test.each([
    ["[ipv4-addr:value = '198.51.100.3']", 0, true, [observed.id], []],
    ["[ipv4-addr:value = '198.51.100.4']", 1, false, [], []],
    ["[ipv4-addr:value MATCHES '^198']", 1, null, [], ['MATCHES on ipv4-addr:value']],
  ])('%s', async (pattern, code, matches, observations, notEvaluated) => {
    const ran = await workbench.stix(
      ['match', '--json', '--pattern', pattern, '-'],
      JSON.stringify([observed, ADDRESS]),
    );
    expect(ran).toMatchObject({ code, err: '' });
    expect(linesOf(ran)).toEqual([{ matches, observations, notEvaluated }]);
  });

  test('bare observables count as one observation, with or without ids', async () => {
    const pattern = "[ipv4-addr:value = '198.51.100.3']";
    const ran = await workbench.stix(
      ['match', '--pattern', pattern, '-'],
      '[{"type":"ipv4-addr","value":"198.51.100.3"}]',
    );
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toBe('Standard input (1 object): matches\n  seen in the observables together\n');
  });

  test('a broken pattern is unreadable', async () => {
    const ran = await workbench.stix(['match', '--pattern', '[a:b = ]', '-'], '[]');
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('expected a constant');
  });
});

describe('canonical and diff', () => {
  test('canonical prints the form byte for byte, and one line with --json', async () => {
    const input = '{"b":[1.0,1e2,"\\u00e9"],"a":{"z":null,"A":-0}}';
    const form = '{"a":{"A":0,"z":null},"b":[1,100,"é"]}';
    expect(await workbench.stix(['canonical', '-'], input)).toEqual({ code: 0, out: form, err: '' });
    expect(await workbench.stix(['canonical', '--json', '-'], input)).toEqual({
      code: 0,
      out: `${form}\n`,
      err: '',
    });
    const digits = '["9007199254740993",-9007199254740993,0.1,1e23,12345678901234567890,1e-400]';
    expect(await workbench.stix(['canonical', '-'], digits)).toEqual({
      code: 0,
      out: '["9007199254740993",-9007199254740992,0.1,1e+23,12345678901234567000,0]',
      err: expect.stringMatching(/-9007199254740993 is read as -9007199254740992 \(and 2 more\)/),
    });
    for (const odd of ['"\\ud800"', '1e400']) {
      const ran = await workbench.stix(['canonical', '-'], odd);
      expect(ran).toMatchObject({ code: 1, out: '' });
      expect(ran.err).toContain('no RFC 8785 form');
    }
  });

  test('diff lists changes by path, and why the two are not versions of one object', async () => {
    const before = {
      id: 'a',
      created: '2020-01-01T00:00:00Z',
      modified: '2020-01-02T00:00:00Z',
      labels: ['x', 'y'],
    };
    const after = {
      id: 'b',
      created: before.created,
      modified: '2020-01-01T00:00:00Z',
      labels: ['y'],
      name: '\u001b',
    };
    const [a, b] = [
      workbench.file('a.json', JSON.stringify(before)),
      workbench.file('b.json', JSON.stringify(after)),
    ];
    const ran = await workbench.stix(['diff', '--json', a, b]);
    expect(ran).toMatchObject({ code: 1, err: '' });
    expect(linesOf(ran)).toEqual([
      {
        same: false,
        whole: true,
        changes: [
          { change: 'changed', path: '$.id', before: 'a', after: 'b' },
          { change: 'changed', path: '$.modified', before: before.modified, after: after.modified },
          { change: 'removed', path: '$.labels[0]', before: 'x' },
          { change: 'added', path: '$.name', after: '\u001b' },
        ],
        remarks: ['Not two versions of one object: id differs (§3.6).', 'The second is the older version.'],
      },
    ]);
    expect((await workbench.stix(['diff', a, b])).out).toContain('+ $.name\n      "\\u001b"');
    expect(await workbench.stix(['diff', a, a])).toEqual({
      code: 0,
      out: 'a.json → a.json: the same\n',
      err: '',
    });
  });

  test('for a long text, diff shows the part that differs', async () => {
    const text = (word: string) =>
      JSON.stringify({ description: `${'before '.repeat(99)}${word}${' after'.repeat(99)}` });
    const ran = await workbench.stix([
      'diff',
      workbench.file('one.json', text('this')),
      workbench.file('two.json', text('that')),
    ]);
    expect(ran.out).toContain(
      '    - …before before before before this after after after after …\n'.slice(0, 20),
    );
    expect(ran.out).toMatch(/^ {4}- ….*before this after.*…$/m);
    expect(ran.out).toMatch(/^ {4}\+ ….*before that after.*…$/m);
    expect(ran.out.length).toBeLessThan(400);
  });
});
