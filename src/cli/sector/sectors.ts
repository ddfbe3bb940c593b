// `tocsin sector …`: the sectors that audiences and filters name, how a State's own scheme maps to them, and the States that were
// entered. What comes with this release needs no hub; what two persons added there is asked of it.
import type { Command } from 'commander';
import { SECTORS } from '../../domain/sector.ts';
import { SECTOR_SCHEMES } from '../../domain/sector-scheme/known-schemes.ts';
import { tidy } from '../../exchange/text/wrap.ts';
import { clientCommand } from '../client/client-command.ts';
import { hubClient } from '../client/hub-client.ts';
import type { ClientOptions } from '../client/settings.ts';
import { CliFault } from '../terminal/fault.ts';
import { meant } from '../terminal/nearest.ts';
import { print, printJson } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';

type Options = ClientOptions & { readonly scheme?: string; readonly json?: true };

export const addSector = (program: Command): void => {
  const noun = program.command('sector').description('the sectors that audiences and filters name');
  const known = SECTOR_SCHEMES.map(({ id }) => id).join(', ');
  clientCommand(
    noun
      .command('list')
      .description('the ids of the sectors, or those of a national scheme and what they are here')
      .option('--scheme <id>', `a national scheme: ${known}, or one that was added to the hub`),
  )
    .option('--json', 'one JSON object per sector')
    .action(list);
  clientCommand(noun.command('states').description('the States that were entered at the hub'))
    .option('--json', 'one JSON object per State')
    .action(states);
};

const list = async ({ scheme: asked, json, ...options }: Options): Promise<void> => {
  if (asked === undefined) {
    if (json === true) for (const row of SECTORS) printJson(row);
    else
      print(
        table(
          ['ID', 'NAME'],
          SECTORS.map(({ id, name }) => [id, name]),
        ),
      );
    return;
  }
  const rows = await nationalSectors(asked, options);
  if (json === true) for (const row of rows) printJson(row);
  else
    print(
      table(
        ['ID', 'HERE', 'NAME'],
        rows.map(({ id, name, mappings }) => [id, mappings.map(({ hub }) => hub).join(', '), tidy(name)]),
      ),
    );
};

type NationalRow = {
  readonly id: string;
  readonly name: string;
  readonly mappings: readonly { readonly hub: string }[];
};

type Asked = {
  readonly sectors: {
    readonly definitions: readonly {
      readonly sectors: readonly {
        readonly code: string;
        readonly name: string;
        readonly mappings: readonly { readonly sector: string }[];
      }[];
    }[];
  };
};

const nationalSectors = async (asked: string, options: ClientOptions): Promise<readonly NationalRow[]> => {
  const scheme = SECTOR_SCHEMES.find(({ id }) => id === asked.toLowerCase());
  if (scheme !== undefined) return scheme.sectors;
  const { sectors } = await hubClient(options).ask<Asked>('sectorDefinition', {
    scheme: asked.toLowerCase(),
  });
  const [added] = sectors.definitions;
  if (added !== undefined) {
    return added.sectors.map(({ code, name, mappings }) => ({
      id: code,
      name,
      mappings: mappings.map(({ sector }) => ({ hub: sector })),
    }));
  }
  const known = SECTOR_SCHEMES.map(({ id }) => id);
  throw new CliFault(
    `There is no scheme "${asked}".`,
    `Known are ${known.join(', ')}, and what was added to the hub.`,
    `Name one of them.${meant(asked, known)}`,
    2,
  );
};

type State = { readonly code: string; readonly name: string; readonly latinName: string | null };

const states = async ({ json, ...options }: Options): Promise<void> => {
  const found = (await hubClient(options).ask<{ readonly states: readonly State[] }>('states')).states;
  if (json === true) for (const each of found) printJson(each);
  else if (found.length === 0) print('No State was entered here (ADD_STATE, tocsin approval propose).');
  else
    print(
      table(
        ['CODE', 'NAME', 'IN LATIN LETTERS'],
        found.map(({ code, name, latinName }) => [
          code,
          tidy(name),
          latinName === null ? '-' : tidy(latinName),
        ]),
      ),
    );
};
