// The waterworks playbook as CACAO 2.0 on a course-of-action, written for these seeds: a person reads it as steps, and a
// member's own machine can process it. The hub executes nothing.
import { PLAYBOOK_EXTENSION_ID } from '../../src/exchange/cacao/playbook.ts';
import { identifierFor } from '../../src/exchange/identifier-for.ts';

const AT = '2026-01-15T08:00:00.000Z';
const idOf = (type: string, name: string): string => identifierFor(type, `seeds/by-hand/${name}`);
const manual = (command: string) => [{ type: 'manual', command }];
const [crew, control] = [idOf('group', 'crew'), idOf('group', 'control')];

const STEPS = {
  start: idOf('start', 'start'),
  local: idOf('action', 'local'),
  send: idOf('action', 'send'),
  measure: idOf('action', 'measure'),
  low: idOf('if-condition', 'low'),
  alert: idOf('action', 'ring'),
  compare: idOf('action', 'compare'),
  end: idOf('end', 'end'),
};

const workflow = {
  [STEPS.start]: { type: 'start', on_completion: STEPS.local },
  [STEPS.local]: {
    type: 'action',
    name: 'Take pumps and dosing off remote control',
    commands: manual('Switch pumps and dosing to local; take the remote lines out of their sockets.'),
    agent: control,
    on_completion: STEPS.send,
  },
  [STEPS.send]: {
    type: 'action',
    name: 'Staff the pumping stations',
    commands: manual('Send two people to each station, with radio and the printed valve plan.'),
    agent: control,
    on_completion: STEPS.measure,
  },
  [STEPS.measure]: {
    type: 'action',
    name: 'Measure by hand every hour',
    commands: manual('Write chlorine and tank level on paper; call them in by radio.'),
    agent: crew,
    on_completion: STEPS.low,
  },
  [STEPS.low]: {
    type: 'if-condition',
    name: 'Are the high tanks below one third?',
    condition: 'tanks below one third',
    on_true: STEPS.alert,
    on_false: STEPS.compare,
  },
  [STEPS.alert]: {
    type: 'action',
    name: 'Call those who cannot do without water',
    commands: manual('Call the hospitals and the fire service; ask for water tankers.'),
    agent: control,
    on_completion: STEPS.compare,
  },
  [STEPS.compare]: {
    type: 'action',
    name: 'Go back to remote control',
    commands: manual('Only when two people have compared the set points with the paper.'),
    agent: control,
    on_completion: STEPS.end,
  },
  [STEPS.end]: { type: 'end' },
};

const playbook = {
  type: 'playbook',
  spec_version: 'cacao-2.0',
  id: idOf('playbook', 'playbook'),
  name: 'Run a waterworks by hand for a day',
  description: 'For when the control system cannot be trusted and water must flow.',
  playbook_types: ['mitigation'],
  created_by: idOf('identity', 'author'),
  created: AT,
  modified: AT,
  workflow_start: STEPS.start,
  workflow,
  agent_definitions: {
    [crew]: { type: 'group', name: 'station crew' },
    [control]: { type: 'group', name: 'control room' },
  },
};

/** A bundle with one course-of-action that contains the playbook. */
export const playbookBundle = () => ({
  type: 'bundle',
  id: idOf('bundle', 'bundle'),
  objects: [
    {
      type: 'course-of-action',
      spec_version: '2.1',
      id: idOf('course-of-action', 'course'),
      created: AT,
      modified: AT,
      name: playbook.name,
      description: playbook.description,
      extensions: {
        [PLAYBOOK_EXTENSION_ID]: {
          extension_type: 'property-extension',
          playbook_id: playbook.id,
          created: AT,
          modified: AT,
          playbook_type: playbook.playbook_types,
          playbook_standard: 'cacao',
          playbook_base64: Buffer.from(JSON.stringify(playbook)).toString('base64'),
        },
      },
    },
  ],
});
