// `tocsin warning versions`: which versions of an item there were, as far as its reader had them and may read them now.
import type { Command } from 'commander';
import { orAbsent } from '../../client/absent.ts';
import { clientCommand } from '../../client/client-command.ts';
import { hubClient } from '../../client/hub-client.ts';
import type { ClientOptions } from '../../client/settings.ts';
import { visible } from '../../stix/visible.ts';
import { momentText } from '../../terminal/moment.ts';
import { count, print, printJson, tell } from '../../terminal/output.ts';
import { table } from '../../terminal/table.ts';

export const addVersions = (noun: Command): void => {
  clientCommand(
    noun
      .command('versions')
      .description('its versions as far as you had them, newest first; tocsin warning diff compares two')
      .argument('<id>', 'warning--… or practice--…'),
  )
    .option('--json', 'one JSON object for each version')
    .action(list);
};

type Version = {
  readonly version: number;
  readonly act: string;
  readonly isCurrent: boolean;
  readonly updatedAt: string;
  readonly deliveredAt: string | null;
  readonly marking: string | null;
  readonly headline: string;
  readonly publisher: { readonly slug: string };
};
type Page = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Version }[];
};
type Answer = {
  readonly warning: {
    readonly version: number;
    readonly exercise: string | null;
    readonly versions: Page;
  } | null;
};

const list = async (id: string, options: ClientOptions & { readonly json?: true }): Promise<void> => {
  const client = hubClient(options);
  const found: Version[] = [];
  let current = 0;
  for (let after: string | null = null; ; ) {
    const answer: Answer = await client.ask<Answer>('versions', { id, after });
    const { version, exercise, versions } = orAbsent(id, answer.warning);
    if (after === null && exercise !== null) tell(`EXERCISE ${visible(exercise)}`);
    current = version;
    found.push(...versions.edges.map(({ node }) => node));
    if (!versions.pageInfo.hasNextPage) break;
    after = versions.pageInfo.endCursor;
  }
  if (options.json === true) {
    for (const each of found) printJson(each);
    return;
  }
  print(table(HEAD, found.map(rowOf)));
  const others = current - found.length;
  if (others > 0)
    tell(
      `${count(others, 'version')} did not come to you, or ${others === 1 ? 'is' : 'are'} not for you now.`,
    );
  if (found.length > 1)
    tell(`Compare two: tocsin warning diff ${id} ${found.at(-1)?.version} ${found[0]?.version}`);
};

const HEAD = ['version', 'published', 'was', 'marking', 'by', 'came to you', 'headline'];

const ACTS: Readonly<Record<string, string>> = {
  PUBLISH: 'published',
  CORRECT: 'corrected',
  NARROW: 'narrowed',
  CANCEL: 'cancelled',
  RECALL: 'recalled',
};

const rowOf = (each: Version): string[] => [
  `${each.version}${each.isCurrent ? ' now' : ''}`,
  momentText(each.updatedAt),
  ACTS[each.act] ?? each.act.toLowerCase(),
  each.marking === null ? 'TLP:?' : `TLP:${each.marking.replace('_', '+')}`,
  each.publisher.slug,
  each.deliveredAt === null ? '' : momentText(each.deliveredAt),
  visible(each.headline),
];
