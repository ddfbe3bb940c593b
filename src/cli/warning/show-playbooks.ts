// `tocsin warning playbooks`: prints the CACAO playbooks attached to a warning as numbered steps. Nothing is executed.
import { tidy, wrap } from '../../exchange/text/wrap.ts';
import { orAbsent } from '../client/absent.ts';
import { hubClient } from '../client/hub-client.ts';
import type { ClientOptions } from '../client/settings.ts';
import { print, printJson, styled, widthOfOutput } from '../terminal/output.ts';

type Step = {
  readonly number: number;
  readonly kind: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly commands: readonly { readonly type: string; readonly text: string }[];
  readonly agent: string | null;
  readonly next: readonly { readonly when: string | null; readonly step: number }[];
};
type Playbook = {
  readonly name: string | null;
  readonly description: string | null;
  readonly isRevoked: boolean;
  readonly validUntil: string | null;
  readonly steps: readonly Step[];
  readonly findings: readonly { readonly path: string; readonly message: string }[];
};
type Page = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: { readonly id: string; readonly playbook: Playbook | null } }[];
};

type Answer = { readonly warning: { readonly objects: Page } | null };

export const showPlaybooks = async (
  id: string,
  options: ClientOptions & { readonly json?: true },
): Promise<void> => {
  const client = hubClient(options);
  let count = 0;
  for (let after: string | null = null; ; ) {
    const answer: Answer = await client.ask<Answer>('playbooks', { id, after });
    const { pageInfo, edges }: Page = orAbsent(id, answer.warning).objects;
    for (const { node } of edges) {
      if (node.playbook === null) continue;
      count += 1;
      if (options.json === true) printJson({ object: node.id, ...node.playbook });
      else print(playbookText(node.playbook, widthOfOutput()));
    }
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  if (count === 0 && options.json !== true) print('It has no playbook.');
};

const playbookText = (playbook: Playbook, width: number): string =>
  [
    '',
    ...wrap((playbook.name ?? 'A playbook without a name').toUpperCase(), width).map((line) =>
      styled('bold', line),
    ),
    ...(playbook.isRevoked ? [styled('bold', 'REVOKED by its author.')] : []),
    ...(playbook.validUntil === null ? [] : [`Valid until ${playbook.validUntil}.`]),
    ...(playbook.description === null ? [] : wrap(tidy(playbook.description), width)),
    '',
    ...playbook.steps.flatMap((step) => stepText(step, width)),
    ...playbook.findings.flatMap(({ path, message }) => wrap(`Caution: ${path}: ${message}`, width)),
  ].join('\n');

const stepText = (step: Step, width: number): string[] => {
  const lead = `${String(step.number).padStart(3)}  `;
  const indent = ' '.repeat(lead.length);
  const say = (text: string): string[] => wrap(tidy(text), width, indent);
  const title = step.name ?? step.kind.toLowerCase().replaceAll('_', '-');
  return [
    ...wrap(tidy(step.agent === null ? title : `${title} (${step.agent})`), width, lead, indent),
    ...(step.description === null ? [] : say(step.description)),
    ...step.commands.flatMap(({ type, text }) => say(`${type}: ${text}`)),
    ...step.next.flatMap(({ when, step: to }) =>
      when === null && to === step.number + 1 ? [] : say(`${when ?? 'then'}: go to ${to}`),
    ),
  ];
};
