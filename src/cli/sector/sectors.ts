// `tocsin sector list`: the sectors that audiences and filters name, and how a State's own scheme maps to them. They come with
// this release, so it needs no hub.
import type { Command } from 'commander';
import { SECTORS } from '../../domain/sector.ts';
import { SECTOR_SCHEMES } from '../../domain/sector-scheme/known-schemes.ts';
import { CliFault } from '../terminal/fault.ts';
import { meant } from '../terminal/nearest.ts';
import { print, printJson } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';

type Options = { readonly scheme?: string; readonly json?: true };

export const addSector = (program: Command): void => {
  program
    .command('sector')
    .description('the sectors that audiences and filters name')
    .command('list')
    .description('the ids of the sectors, or those of a national scheme and what they are here')
    .option('--scheme <id>', `a national scheme: ${SECTOR_SCHEMES.map(({ id }) => id).join(', ')}`)
    .option('--json', 'one JSON object per sector')
    .action(list);
};

const list = ({ scheme: asked, json }: Options): void => {
  const rows = asked === undefined ? SECTORS : nationalSectors(asked);
  if (json === true) for (const row of rows) printJson(row);
  else if (asked === undefined)
    print(
      table(
        ['ID', 'NAME'],
        SECTORS.map(({ id, name }) => [id, name]),
      ),
    );
  else
    print(
      table(
        ['ID', 'HERE', 'NAME'],
        nationalSectors(asked).map(({ id, name, mappings }) => [
          id,
          mappings.map(({ hub }) => hub).join(', '),
          name,
        ]),
      ),
    );
};

const nationalSectors = (asked: string) => {
  const scheme = SECTOR_SCHEMES.find(({ id }) => id === asked.toLowerCase());
  if (scheme !== undefined) return scheme.sectors;
  const known = SECTOR_SCHEMES.map(({ id }) => id);
  throw new CliFault(
    `There is no scheme "${asked}".`,
    `Known are ${known.join(', ')}.`,
    `Name one of them.${meant(asked, known)}`,
    2,
  );
};
