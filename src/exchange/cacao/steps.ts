// Lays out the steps of a playbook in reading order: from the start, each step once, numbered so that other steps can
// refer to it (CACAO 2.0 §4).
import { isRecord, type JsonRecord, textOf } from 'stix2-ts/stix-object';

export type PlaybookCommand = { readonly type: string; readonly text: string };
/** `when` is the condition in words; null when the step always follows. */
export type PlaybookNext = { readonly when: string | null; readonly step: number };

export type PlaybookStep = {
  /** Starts at 1. */
  readonly number: number;
  readonly kind: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly commands: readonly PlaybookCommand[];
  /** Name of the agent that carries out the step. */
  readonly agent: string | null;
  readonly next: readonly PlaybookNext[];
};

export const MAX_STEPS = 500;
const MAX_TEXT = 4_000;
const MAX_COMMANDS = 50;

export type Edge = { readonly property: string; readonly when: string | null; readonly to: string };

/** The steps that this one leads to, in reading order. */
export function edgesOf(step: JsonRecord): Edge[] {
  const condition = textOf(step, 'condition')?.slice(0, 200);
  const one = (property: string, when: string | null): Edge[] => {
    const to = step[property];
    return typeof to === 'string' ? [{ property, when, to }] : [];
  };
  const branches: readonly unknown[] = Array.isArray(step['next_steps']) ? step['next_steps'] : [];
  const cases = isRecord(step['cases']) ? Object.entries(step['cases']) : [];
  const verb = step['type'] === 'while-condition' ? 'while' : 'if';
  return [
    ...one('on_true', condition === undefined ? 'if it holds' : `${verb} ${condition}`),
    ...one('on_false', 'otherwise'),
    ...branches.flatMap((to) =>
      typeof to === 'string' ? [{ property: 'next_steps', when: 'at the same time', to }] : [],
    ),
    ...cases.flatMap(([value, to]) =>
      typeof to === 'string' ? [{ property: 'cases', when: `in case ${value.slice(0, 80)}`, to }] : [],
    ),
    ...one('on_success', 'if it worked'),
    ...one('on_failure', 'if it failed'),
    ...one('on_completion', null),
  ];
}

export function stepsOf(playbook: JsonRecord): PlaybookStep[] {
  const workflow = playbook['workflow'];
  const start = playbook['workflow_start'];
  if (!isRecord(workflow) || typeof start !== 'string') return [];
  const order = orderFrom(workflow, start);
  const agents = isRecord(playbook['agent_definitions']) ? playbook['agent_definitions'] : {};
  return [...order].map(([id, number]) => {
    const step = workflow[id] as JsonRecord;
    return {
      number,
      kind: textOf(step, 'type') ?? 'unknown',
      name: textOf(step, 'name')?.trim() ?? null,
      description: textOf(step, 'description')?.slice(0, MAX_TEXT) ?? null,
      commands: commandsOf(step),
      agent: agentOf(step, agents),
      next: edgesOf(step).flatMap(({ when, to }) => {
        const target = order.get(to);
        return target === undefined ? [] : [{ when, step: target }];
      }),
    };
  });
}

/** Numbers steps depth first. Uses its own stack, since a playbook may be one long chain. */
function orderFrom(workflow: JsonRecord, start: string): Map<string, number> {
  const order = new Map<string, number>();
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined && order.size < MAX_STEPS; id = waiting.pop()) {
    const step = Object.hasOwn(workflow, id) ? workflow[id] : undefined;
    if (order.has(id) || !isRecord(step)) continue;
    order.set(id, order.size + 1);
    for (const { to } of edgesOf(step).toReversed()) waiting.push(to);
  }
  return order;
}

function commandsOf(step: JsonRecord): PlaybookCommand[] {
  const commands: readonly unknown[] = Array.isArray(step['commands']) ? step['commands'] : [];
  return commands
    .filter(isRecord)
    .slice(0, MAX_COMMANDS)
    .map((command) => ({
      type: textOf(command, 'type') ?? 'unknown',
      text: (textOf(command, 'command') ?? decoded(command['command_b64']) ?? '').slice(0, MAX_TEXT),
    }));
}

const decoded = (text: unknown): string | null =>
  typeof text === 'string' ? Buffer.from(text.slice(0, 2 * MAX_TEXT), 'base64').toString('utf8') : null;

function agentOf(step: JsonRecord, agents: JsonRecord): string | null {
  const id = step['agent'];
  const agent = typeof id === 'string' && Object.hasOwn(agents, id) ? agents[id] : undefined;
  return isRecord(agent) ? (textOf(agent, 'name') ?? null) : null;
}
