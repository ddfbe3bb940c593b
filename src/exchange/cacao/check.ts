// Checks the parts of a CACAO 2.0 playbook that a reader sees (§3, §4). Faults are reported, never repaired. Labels,
// variables, targets and signatures are not shown, so they are not checked.
import { isRecord, type JsonRecord, textOf } from 'stix2-ts/stix-object';
import { isTimestamp } from 'stix2-ts/value';
import type { PlaybookCode } from '../../domain/problem-codes/catalogue.ts';
import { edgesOf, MAX_STEPS } from './steps.ts';

export type PlaybookFinding = {
  readonly code: PlaybookCode;
  /** Path from the playbook's root (`$.workflow…`), or the name of the property that carries the playbook. */
  readonly path: string;
  readonly message: string;
};

const MOST = 50;

const KINDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['start', ['on_completion']],
  ['end', []],
  ['action', ['commands', 'agent']],
  ['playbook-action', ['playbook_id']],
  ['parallel', ['next_steps']],
  ['if-condition', ['condition', 'on_true']],
  ['while-condition', ['condition', 'on_true']],
  ['switch-condition', ['switch', 'cases']],
]);

type Report = (code: PlaybookCode, path: string, message: string) => void;

export function checkPlaybook(playbook: JsonRecord): PlaybookFinding[] {
  const findings: PlaybookFinding[] = [];
  const report: Report = (code, path, message) => {
    if (findings.length < MOST) findings.push({ code, path, message });
  };
  checkHead(playbook, report);
  const workflow = playbook['workflow'];
  if (isRecord(workflow)) checkWorkflow(playbook, workflow, report);
  else report('PLAYBOOK_INVALID', '$.workflow', 'A playbook must have a workflow of steps (CACAO 2.0 §3.1).');
  return findings;
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';
/** The type is lower case; RFC 9562 §4 allows a UUID in either case. */
const ID = new RegExp(
  `^[a-z][a-z0-9-]+--(?:${UUID}|${UUID.replaceAll('a-f', 'A-F').replace('89ab', '89AB')})$`,
);

const isId = (value: unknown): boolean => typeof value === 'string' && ID.test(value);
const isInstant = (value: unknown): boolean => typeof value === 'string' && isTimestamp(value);
const isText = (value: unknown): boolean => typeof value === 'string';
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

/** Optional properties and what they must hold when present. */
type Optional = readonly (readonly [
  names: readonly string[],
  isFine: (value: unknown) => boolean,
  says: string,
])[];

const OF_PLAYBOOK: Optional = [
  [['description'], isText, 'It must be a string (§3.1).'],
  [['playbook_types'], areTexts, 'It must be a list of strings (§3.1).'],
  [['valid_from', 'valid_until'], isInstant, 'Give a time in UTC, as in STIX.'],
  [['revoked'], (value) => typeof value === 'boolean', 'It must be true or false (§3.1).'],
];

const OF_STEP: Optional = [
  [['name', 'description', 'condition'], isText, 'It must be a string (§4.1).'],
  [
    ['on_completion', 'on_success', 'on_failure', 'on_true', 'on_false'],
    isText,
    'It must be the id of the next step (§4.1).',
  ],
  [['next_steps'], areTexts, 'It must be a list of step ids (§4.7).'],
  [
    ['cases'],
    (value) => isRecord(value) && Object.values(value).every(isText),
    'It must name a step for each case (§4.10).',
  ],
  [['agent'], isId, 'An identifier has the form type--UUID (§4.5).'],
  [
    ['commands'],
    (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.every((each) => isRecord(each) && textOf(each, 'type') !== undefined),
    'It must be a list of commands, each with a type (§5).',
  ],
];

function checkOptional(holder: JsonRecord, path: string, optional: Optional, report: Report): void {
  for (const [names, isFine, says] of optional) {
    for (const name of names) {
      if (holder[name] !== undefined && !isFine(holder[name]))
        report('PLAYBOOK_INVALID', `${path}.${name}`, says);
    }
  }
}

function checkHead(playbook: JsonRecord, report: Report): void {
  const wrong = (name: string, message: string): void => report('PLAYBOOK_INVALID', `$.${name}`, message);
  if (playbook['type'] !== 'playbook') wrong('type', 'The type must be "playbook".');
  if (playbook['spec_version'] !== 'cacao-2.0') wrong('spec_version', 'Only cacao-2.0 is supported.');
  for (const name of ['id', 'created_by']) {
    if (!isId(playbook[name])) wrong(name, 'An identifier has the form type--UUID.');
  }
  for (const name of ['created', 'modified']) {
    if (!isInstant(playbook[name])) wrong(name, 'Give a time in UTC, as in STIX.');
  }
  if (textOf(playbook, 'name') === undefined) wrong('name', 'A playbook must have a name.');
  for (const name of ['priority', 'severity', 'impact']) {
    const value = playbook[name];
    const isFine =
      value === undefined || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 100);
    if (!isFine) wrong(name, 'It must be a whole number from 0 to 100.');
  }
  checkOptional(playbook, '$', OF_PLAYBOOK, report);
  checkAgents(playbook['agent_definitions'], report);
}

/** Readers see who does a step by the name of its agent, so every agent needs one. */
function checkAgents(agents: unknown, report: Report): void {
  if (agents === undefined) return;
  const path = '$.agent_definitions';
  if (!isRecord(agents) || Object.keys(agents).length === 0) {
    report(
      'PLAYBOOK_INVALID',
      path,
      'It must hold agents keyed by id; leave it out if there are none (§3.1).',
    );
    return;
  }
  for (const [id, agent] of Object.entries(agents)) {
    const isWhole =
      isId(id) &&
      isRecord(agent) &&
      textOf(agent, 'type') !== undefined &&
      textOf(agent, 'name') !== undefined;
    if (!isWhole)
      report(
        'PLAYBOOK_INVALID',
        `${path}[${JSON.stringify(id.slice(0, 80))}]`,
        'An agent must have an identifier, a type and a name (§7).',
      );
  }
}

function checkWorkflow(playbook: JsonRecord, workflow: JsonRecord, report: Report): void {
  const start = playbook['workflow_start'];
  const first = typeof start === 'string' && Object.hasOwn(workflow, start) ? workflow[start] : undefined;
  if (!isRecord(first) || first['type'] !== 'start') {
    report(
      'PLAYBOOK_START',
      '$.workflow_start',
      'It must name a step of type "start" in the workflow (§3.1).',
    );
  }
  const ids = Object.keys(workflow);
  if (ids.length > MAX_STEPS) {
    report(
      'PLAYBOOK_TOO_LONG',
      '$.workflow',
      `It has ${ids.length} steps; the first ${MAX_STEPS} are shown.`,
    );
  }
  if (!Object.values(workflow).some((step) => isRecord(step) && step['type'] === 'end')) {
    report('PLAYBOOK_INVALID', '$.workflow', 'There is no step of type "end" (§4.4).');
  }
  for (const id of ids) checkStep(id, workflow, report);
  if (typeof start === 'string') checkReach(start, workflow, report);
}

const pathOf = (id: string): string => `$.workflow[${JSON.stringify(id.slice(0, 80))}]`;

function checkStep(id: string, workflow: JsonRecord, report: Report): void {
  const path = pathOf(id);
  const step = workflow[id];
  if (!isRecord(step)) {
    report('PLAYBOOK_INVALID', path, 'A step must be an object.');
    return;
  }
  const kind = textOf(step, 'type') ?? '';
  const needed = KINDS.get(kind);
  if (needed === undefined)
    report('PLAYBOOK_STEP_KIND', `${path}.type`, `"${kind.slice(0, 40)}" is not a kind of step (§4.1).`);
  for (const name of needed ?? []) {
    if (step[name] === undefined)
      report('PLAYBOOK_INVALID', `${path}.${name}`, `A step of kind ${kind} must have ${name}.`);
  }
  checkOptional(step, path, OF_STEP, report);
  if (kind === 'end' && edgesOf(step).length > 0)
    report('PLAYBOOK_INVALID', path, 'No step may follow a step of kind end (§4.4).');
  if (step['on_completion'] !== undefined && (step['on_success'] ?? step['on_failure']) !== undefined) {
    report(
      'PLAYBOOK_INVALID',
      `${path}.on_completion`,
      'Give either on_completion, or on_success and on_failure (§4.1).',
    );
  }
  for (const { property, to } of edgesOf(step)) {
    if (!Object.hasOwn(workflow, to)) {
      report(
        'PLAYBOOK_STEP_ABSENT',
        `${path}.${property}`,
        `It leads to ${to.slice(0, 80)}, which does not exist.`,
      );
    }
  }
}

/** Reports steps that nothing leads to: they are never shown, and the author should know. */
function checkReach(start: string, workflow: JsonRecord, report: Report): void {
  const reached = new Set<string>();
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const step = Object.hasOwn(workflow, id) ? workflow[id] : undefined;
    if (reached.has(id) || !isRecord(step)) continue;
    reached.add(id);
    // One by one: as arguments of one call a hundred thousand are too many.
    for (const { to } of edgesOf(step)) waiting.push(to);
  }
  for (const id of Object.keys(workflow)) {
    if (!reached.has(id)) report('PLAYBOOK_STEP_UNREACHED', pathOf(id), 'No step leads here.');
  }
}
