// Our check of CACAO playbooks against the verdicts of the committee's JSON schemas (cacao/README.md). Where they differ,
// the text of CACAO 2.0 decides; a schema cannot compare one step with another.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { PLAYBOOK_EXTENSION_ID, playbookOf } from '../../src/exchange/cacao/playbook.ts';

type Json = Record<string, unknown>;
type Case = { readonly path: readonly string[]; readonly value?: unknown; readonly isValid: boolean };

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`cacao/${name}.json`, import.meta.url), 'utf8'));

/** The playbook with one property changed. */
const changed = ({ path, value }: Case): Json => {
  const playbook = read('playbook') as Json;
  const holder = path.slice(0, -1).reduce<Json>((inner, key) => inner[key] as Json, playbook);
  const last = path.at(-1) ?? '';
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return playbook;
};

const isSound = (playbook: Json): boolean =>
  playbookOf({
    type: 'course-of-action',
    extensions: {
      [PLAYBOOK_EXTENSION_ID]: {
        playbook_standard: 'cacao',
        playbook_base64: Buffer.from(JSON.stringify(playbook)).toString('base64'),
      },
    },
  })?.findings.length === 0;

/** A location by the types of its steps and agents: `workflow.action.on_completion`. */
const placeOf = ({ path }: Case): string => path.map((each) => each.split('--')[0]).join('.');

/** Locations where the schema refuses and we do not, with how often, and why. */
const TAKEN: Readonly<Record<string, readonly [count: number, why: string]>> = {
  playbook_activities: [7, 'not shown to a reader, so not checked'],
  'playbook_activities.0': [6, 'not shown to a reader, so not checked'],
  'agent_definitions.group.type': [2, 'the vocabulary of agents is open'],
  id: [
    1,
    'the type identifier wants "an RFC 4122-compliant UUID"; RFC 9562, which replaced it, has versions 6 to 8',
  ],
  labels: [1, 'not shown to a reader, so not checked'],
  derived_from: [1, 'not shown to a reader, so not checked'],
  'workflow.action.delay': [1, '§4.1: "MUST be greater than or equal to 0"; the schema wants 1'],
};

/** Locations where we refuse and the schema does not: faults that only the whole playbook shows. */
const REFUSED: Readonly<Record<string, readonly [count: number, why: string]>> = {
  workflow: [1, '§3.1: workflow_start names a step of the workflow'],
  'workflow.start': [1, '§3.1: workflow_start names a step of the workflow'],
  'workflow.start.on_completion': [1, '§4.3: a start step has on_completion'],
  'workflow.action': [3, '§4.1: what a step leads to is a step of the workflow'],
  'workflow.action.on_completion': [2, '§4.1: likewise, and each step is led to'],
  'workflow.if-condition': [1, '§4.1: what a step leads to is a step of the workflow'],
  'workflow.action.on_success': [2, '§4.1: on_completion or on_success, not both; each step is led to'],
  'workflow.end': [1, '§4.4: there is an end step'],
  created: [1, 'the type timestamp is "a valid RFC 3339-formatted timestamp"; there is no 30 February'],
  workflow_start: [2, '§3.1: it names a step of type start'],
};

const counted = (cases: readonly Case[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const each of cases) counts[placeOf(each)] = (counts[placeOf(each)] ?? 0) + 1;
  return counts;
};

const numbersOf = (listed: Readonly<Record<string, readonly [number, string]>>) =>
  Object.fromEntries(Object.entries(listed).map(([place, [count]]) => [place, count]));

test('the check agrees with the OASIS schemas except where listed', () => {
  const cases = read('verdicts') as Case[];
  expect(cases.length).toBe(482);
  expect(isSound(read('playbook') as Json)).toBe(true);
  const verdicts = cases.map((each) => ({ ...each, ours: isSound(changed(each)) }));
  expect(counted(verdicts.filter(({ isValid, ours }) => ours && !isValid))).toEqual(numbersOf(TAKEN));
  expect(counted(verdicts.filter(({ isValid, ours }) => !ours && isValid))).toEqual(numbersOf(REFUSED));
});
