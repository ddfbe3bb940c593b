// CACAO playbooks on a course-of-action: laid out as steps, checked, never run, whatever they contain.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PLAYBOOK_EXTENSION_ID, playbookOf } from '../../../src/exchange/cacao/playbook.ts';
import { textOfSet } from '../../support/inputs/public-set.ts';
import { seed } from '../../support/seed.ts';

const uuid = (digit: number): string => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`;
const step = (kind: string, digit: number): string => `${kind}--${uuid(digit)}`;
const [start, look, isFound, block, report, end] = [
  step('start', 1),
  step('action', 2),
  step('if-condition', 3),
  step('action', 4),
  step('action', 5),
  step('end', 6),
];

const PLAYBOOK = {
  type: 'playbook',
  spec_version: 'cacao-2.0',
  id: `playbook--${uuid(7)}`,
  name: 'Beacon on the gateway',
  playbook_types: ['mitigation'],
  created_by: `identity--${uuid(8)}`,
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  workflow_start: start,
  workflow: {
    [start]: { type: 'start', on_completion: look },
    [look]: {
      type: 'action',
      name: 'Look in the log',
      commands: [{ type: 'manual', command: 'Search for the address' }],
      agent: `group--${uuid(9)}`,
      on_completion: isFound,
    },
    [isFound]: { type: 'if-condition', condition: 'found == true', on_true: block, on_false: end },
    [block]: {
      type: 'action',
      name: 'Block it',
      commands: [{ type: 'bash', command_b64: Buffer.from('rm -rf /').toString('base64') }],
      agent: `group--${uuid(9)}`,
      on_success: report,
      on_failure: end,
    },
    [report]: {
      type: 'action',
      commands: [{ type: 'manual', command: 'Tell' }],
      agent: `group--${uuid(8)}`,
      on_completion: end,
    },
    [end]: { type: 'end' },
  },
  agent_definitions: { [`group--${uuid(9)}`]: { type: 'group', name: 'Night shift' } },
};

const carrying = (playbook: unknown, more: object = {}) => ({
  type: 'course-of-action',
  spec_version: '2.1',
  id: `course-of-action--${uuid(1)}`,
  extensions: {
    [PLAYBOOK_EXTENSION_ID]: {
      extension_type: 'property-extension',
      playbook_standard: 'cacao',
      playbook_base64: Buffer.from(JSON.stringify(playbook)).toString('base64'),
      ...more,
    },
  },
});

test('steps are in execution order, and say what comes next', () => {
  const playbook = playbookOf(carrying(PLAYBOOK));
  expect(playbook?.findings).toEqual([]);
  expect(
    playbook?.steps.map(({ number, kind, name, agent, next }) => [number, kind, name, agent, next]),
  ).toEqual([
    [1, 'start', null, null, [{ when: null, step: 2 }]],
    [2, 'action', 'Look in the log', 'Night shift', [{ when: null, step: 3 }]],
    [
      3,
      'if-condition',
      null,
      null,
      [
        { when: 'if found == true', step: 4 },
        { when: 'otherwise', step: 6 },
      ],
    ],
    [
      4,
      'action',
      'Block it',
      'Night shift',
      [
        { when: 'if it worked', step: 5 },
        { when: 'if it failed', step: 6 },
      ],
    ],
    [5, 'action', null, null, [{ when: null, step: 6 }]],
    [6, 'end', null, null, []],
  ]);
  expect(playbook?.steps[3]?.commands).toEqual([{ type: 'bash', text: 'rm -rf /' }]);
});

test.each([
  ['PLAYBOOK_START', { workflow_start: end }],
  ['PLAYBOOK_INVALID', { type: 'template' }],
  ['PLAYBOOK_INVALID', { spec_version: '1.1' }],
  ['PLAYBOOK_INVALID', { workflow: null }],
  ['PLAYBOOK_INVALID', { severity: 101 }],
  [
    'PLAYBOOK_STEP_ABSENT',
    { workflow: { ...PLAYBOOK.workflow, [look]: { type: 'action', on_completion: step('end', 9) } } },
  ],
  ['PLAYBOOK_STEP_UNREACHED', { workflow: { ...PLAYBOOK.workflow, [step('action', 9)]: { type: 'end' } } }],
  [
    'PLAYBOOK_STEP_KIND',
    { workflow: { ...PLAYBOOK.workflow, [report]: { type: 'shell', on_completion: end } } },
  ],
])('%s is reported', (code, changes) => {
  expect(playbookOf(carrying({ ...PLAYBOOK, ...changes }))?.findings.map((each) => each.code)).toContain(
    code,
  );
});

describe('an unreadable playbook is kept and reported', () => {
  test.each([
    ['PLAYBOOK_UNREADABLE', { playbook_base64: '{"type"' }],
    ['PLAYBOOK_UNREADABLE', { playbook_base64: Buffer.from('[1]').toString('base64') }],
    ['PLAYBOOK_MISSING', { playbook_base64: undefined }],
    ['PLAYBOOK_NOT_CACAO', { playbook_standard: 'bpmn' }],
    ['PLAYBOOK_TOO_LARGE', { playbook_base64: 'A'.repeat(1_400_004) }],
  ])('%s', (code, more) => {
    const playbook = playbookOf(carrying(PLAYBOOK, more));
    expect(playbook?.findings.map((each) => each.code)).toEqual([code]);
    expect(playbook?.steps).toEqual([]);
  });

  test('an object without a playbook has none', () => {
    expect(playbookOf({ type: 'course-of-action' })).toBeNull();
    expect(playbookOf({ ...carrying(PLAYBOOK), type: 'report' })).toBeNull();
  });
});

test('a cycle of steps and a chain of ten thousand terminate', () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `action--${index}`);
  const workflow = Object.fromEntries(
    ids.map((id, index) => [id, { type: 'action', on_completion: ids[(index + 1) % ids.length] }]),
  );
  const playbook = playbookOf(carrying({ ...PLAYBOOK, workflow_start: ids[0], workflow }));
  expect(playbook?.steps).toHaveLength(500);
  expect(playbook?.findings.map(({ code }) => code)).toContain('PLAYBOOK_TOO_LONG');
});

test('no value in a playbook makes it throw', () => {
  const value = fc.jsonValue({ maxDepth: 4 });
  const property = fc.property(value, value, value, (one, other, third) => {
    const workflow = {
      [start]: one,
      [look]: { type: 'action', commands: other, cases: third, on_true: third },
      x: third,
    };
    const made = playbookOf(
      carrying({ ...PLAYBOOK, workflow, agent_definitions: one, playbook_types: other }),
    );
    expect(Array.isArray(made?.steps)).toBe(true);
  });
  fc.assert(property, { seed: seed(), numRuns: 500 });
});

test("the committee's own examples are valid, and shown whole", () => {
  for (const [file, count] of [
    ['examples/basic-example-1.json', 3],
    ['examples/locky-bart-mbc-examples.json', 11],
    ['examples/spec-3.1-example.json', 3],
  ] as const) {
    const playbook = playbookOf(carrying(JSON.parse(textOfSet('cacao', file))));
    expect([file, playbook?.findings, playbook?.steps.length]).toEqual([file, [], count]);
  }
});

test('a step may lead to more steps than a call takes arguments', () => {
  const crowded = { type: 'parallel', name: 'All at once', next_steps: new Array(200_000).fill('x') };
  const reading = playbookOf(
    carrying({ ...PLAYBOOK, workflow: { ...PLAYBOOK.workflow, [look]: crowded } }) as never,
  );
  expect(JSON.stringify(reading)).toContain('All at once');
});
