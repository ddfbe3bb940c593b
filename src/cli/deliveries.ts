// `tocsin deliveries`: shows the publisher of a warning who received it and what they answered.
import type { Command } from 'commander';
import { tidy } from '../exchange/text/wrap.ts';
import { clientCommand } from './client/client-command.ts';
import { type HubClient, hubClient } from './client/hub-client.ts';
import type { ClientOptions } from './client/settings.ts';
import { CliFault } from './terminal/fault.ts';
import { print, printJson } from './terminal/output.ts';
import { table } from './terminal/table.ts';

type Delivery = {
  readonly member: { readonly slug: string; readonly country: string };
  readonly state: string;
  readonly at: string;
  readonly sentAt: string | null;
  readonly receivedAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly answer: string | null;
  readonly note: string | null;
  readonly failure: string | null;
};
type Answer = {
  readonly warning: {
    readonly headline: string;
    readonly version: number;
    readonly deliveries: {
      readonly notListed: string;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly edges: readonly { readonly node: Delivery }[];
    } | null;
  } | null;
};

export const addDeliveries = (program: Command): void => {
  clientCommand(
    program
      .command('deliveries')
      .description('who received a warning of yours, and what they answered')
      .argument('<id>', 'warning--… or practice--…'),
  )
    .option('--json', 'one JSON object per delivery')
    .action(show);
};

type Options = ClientOptions & { readonly json?: true };

const show = async (id: string, options: Options): Promise<void> => {
  const client = hubClient(options);
  const { headline, version, deliveries, notListed } = await readAll(client, id);
  if (options.json === true) {
    for (const delivery of deliveries) printJson(delivery);
    return;
  }
  print(`${headline} (version ${version})`);
  print(`${inWords(deliveries)} ${notListed}`);
  const first = (one: Delivery): number => URGENT.indexOf(one.answer ?? '');
  const rows = deliveries.toSorted((one, other) => first(other) - first(one)).map(rowOf);
  if (rows.length > 0) print(table(['MEMBER', 'IN', 'STATE', 'SINCE', 'ANSWER'], rows));
};

/** Answers in ascending urgency: members that need help come first in the table, then those affected. */
const URGENT = ['AFFECTED', 'NEED_HELP'];

const ask = (client: HubClient, id: string, after: string | null): Promise<Answer> =>
  client.ask<Answer>('deliveries', { id, after });

const readAll = async (client: HubClient, id: string) => {
  const deliveries: Delivery[] = [];
  for (let after: string | null = null; ; ) {
    const { warning } = await ask(client, id, after);
    const page = warning?.deliveries ?? null;
    if (warning === null || page === null) {
      const why = 'Only the publisher of a warning sees its deliveries.';
      throw new CliFault(`You cannot see the deliveries of ${id}.`, why, 'Use a key of its publisher.');
    }
    deliveries.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return { ...warning, deliveries, notListed: page.notListed };
    after = page.pageInfo.endCursor;
  }
};

const inWords = (deliveries: readonly Delivery[]): string => {
  const counts = new Map<string, number>();
  for (const { state } of deliveries) counts.set(state, (counts.get(state) ?? 0) + 1);
  const parts = [...counts].map(([state, number]) => `${number} ${state.toLowerCase()}`);
  const help = deliveries.filter(({ answer }) => answer === 'NEED_HELP').length;
  if (help > 0) parts.unshift(`${help} NEED HELP`);
  return deliveries.length === 0 ? 'No delivery is listed.' : `${parts.join(', ')}.`;
};

const rowOf = (delivery: Delivery): string[] => {
  const { member, state, answer, note, failure } = delivery;
  const since = delivery.acknowledgedAt ?? delivery.receivedAt ?? delivery.sentAt ?? delivery.at;
  const said = answer === null ? (failure ?? '') : answer.toLowerCase().replace('_', ' ');
  const words = [said, note === null ? '' : `“${tidy(note).replace(/\s+/g, ' ').slice(0, 100)}”`];
  return [
    member.slug,
    member.country,
    state,
    since.slice(0, 16).replace('T', ' '),
    words.filter((each) => each !== '').join(' '),
  ];
};
