// `tocsin community create|change`: with --dry-run they say what would come of it, a rule in words, and write nothing.

import { type Command, Option } from 'commander';
import { MEMBER_KINDS } from '../../domain/member.ts';
import { JOININGS, ROLLS } from '../../domain/partnership/community.ts';
import { hubClient } from '../client/hub-client.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { choiceOption } from '../terminal/choices.ts';
import { CliFault } from '../terminal/fault.ts';
import { count, print, printJson, tell, widthOfOutput } from '../terminal/output.ts';
import { type Community, communityText } from './shown-community.ts';

type Options = ClientOptions & { readonly json?: true; readonly dryRun?: true };

type Settings = Options & {
  readonly name?: string;
  readonly purpose?: string;
  readonly manager?: string[];
  readonly kind?: string[];
  readonly sector?: string[];
  readonly country?: string[];
  readonly byHand?: true;
  readonly roll?: string;
  readonly joining?: string;
  readonly authorities?: string;
  readonly history?: string;
};

type Kept = {
  readonly result: {
    readonly community: Community | null;
    readonly fitting: number | null;
    readonly refusals: readonly Refusal[];
  };
};

const addSettings = (command: Command): Command =>
  command
    .option('--purpose <text>', 'what it is for')
    .addOption(choiceOption('--kind <kind...>', 'rule: members of these kinds', MEMBER_KINDS))
    .option('--sector <id...>', 'rule: members of these sectors, with their parts')
    .option('--country <code...>', 'rule: members that are in these countries or serve them')
    .addOption(choiceOption('--roll <who>', 'who is told which members are in it', ROLLS))
    .addOption(choiceOption('--joining <way>', 'how one joins it where it is kept by hand', JOININGS))
    .addOption(
      choiceOption('--authorities <word>', 'whether regulators and law enforcement may be in it', [
        'admit',
        'refuse',
      ]),
    )
    .addOption(
      choiceOption('--history <word>', 'open: those who join also read what was addressed to it before', [
        'open',
        'closed',
      ]),
    )
    .option('--dry-run', 'say what would come of it, and write nothing');

type Add = (name: string, about: string) => Command;

export const addKeeping = (add: Add): void => {
  addSettings(
    add('create', 'create a community (hub operators only)')
      .argument('<slug>', 'short name: a-z, 0-9 and hyphens; never changes')
      .requiredOption('--name <name>', 'as people call it')
      .requiredOption('--manager <slug...>', 'members whose managers keep it'),
  ).action(create);
  addSettings(
    add('change', 'change a community that you manage; what is left out stays')
      .argument('<slug>', 'as `community list` shows it')
      .option('--name <name>', 'as people call it')
      .option('--manager <slug...>', 'members whose managers keep it, instead of those before')
      .addOption(new Option('--by-hand', 'no rule any more').conflicts(['kind', 'sector', 'country'])),
  ).action(change);
};

const value = (word: string): string => word.toUpperCase().replaceAll('-', '_');

const ruleOf = ({ kind, sector, country, byHand }: Settings): object => {
  if (byHand === true) return { rule: null };
  if (kind === undefined && sector === undefined && country === undefined) return {};
  return {
    rule: {
      ...(kind === undefined ? {} : { kinds: kind.map(value) }),
      ...(sector === undefined ? {} : { sectors: sector }),
      ...(country === undefined ? {} : { countries: country.map((code) => code.toUpperCase()) }),
    },
  };
};

const inputOf = (options: Settings): object => {
  const { name, purpose, manager, roll, joining, authorities, history, dryRun } = options;
  return {
    ...(name === undefined ? {} : { name }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(manager === undefined ? {} : { managers: manager }),
    ...ruleOf(options),
    ...(roll === undefined ? {} : { roll: value(roll) }),
    ...(joining === undefined ? {} : { joining: value(joining) }),
    ...(authorities === undefined ? {} : { admitsAuthorities: authorities === 'admit' }),
    ...(history === undefined ? {} : { opensHistory: history === 'open' }),
    dryRun: dryRun === true,
  };
};

const create = async (slug: string, options: Settings): Promise<void> => {
  const input = { ...inputOf(options), slug };
  tellKept((await hubClient(options).ask<Kept>('createCommunity', { input })).result, options);
};

/** Changes what it reads just before; another change in between is refused, not overwritten. */
const change = async (slug: string, options: Settings): Promise<void> => {
  const client = hubClient(options);
  const { community } = await client.ask<{ readonly community: Community | null }>('community', { slug });
  if (community === null) throw noCommunity(slug);
  const input = { ...inputOf(options), slug, expectedVersion: community.version };
  tellKept((await client.ask<Kept>('changeCommunity', { input })).result, options);
};

const tellKept = ({ community, fitting, refusals }: Kept['result'], options: Options): void => {
  process.exitCode = tellRefusals(refusals, 'The community stays as it is.');
  if (options.json === true) printJson({ community, fitting, refusals });
  if (options.json === true || community === null) return;
  print(communityText(community, widthOfOutput()));
  if (fitting !== null) print(`\nThe rule fits ${count(fitting, 'member')} that you are told of.`);
  if (options.dryRun === true) tell('A dry run: nothing was written.');
};

export const noCommunity = (slug: string): CliFault =>
  new CliFault(
    `No community "${slug}" is visible to you.`,
    'It does not exist, or you may not see it; the hub does not say which.',
    'Check the slug: tocsin community list shows yours.',
  );
