// `tocsin member …`: the facts of your organisation, and what the hub does with its members.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { valueInWords } from '../../domain/reading/value-in-words.ts';
import { tidy } from '../../exchange/text/wrap.ts';
import { clientCommand } from '../client/client-command.ts';
import { mayTry, type Tried } from '../client/dry-run.ts';
import { hubClient } from '../client/hub-client.ts';
import { count, print, printJson } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';
import { addApplications } from './applications.ts';
import { addDependencies } from './dependencies.ts';
import { done, type Facts, type Options, tell } from './facts.ts';
import { identifiers, type MemberIdentifier } from './identifiers.ts';
import { addListing } from './listing.ts';

type Change = Options & {
  readonly name?: string;
  readonly latinName?: string;
  readonly kind?: string;
  readonly country?: string;
  readonly alsoCountry?: string[];
  readonly sector?: string[];
  readonly client?: string[];
  readonly identifier?: MemberIdentifier[];
  readonly language?: string[];
  readonly without?: Emptied[];
  readonly website?: string;
  readonly timeZone?: string;
  readonly mayPublish?: boolean;
  readonly optOut?: boolean;
  readonly namesAreClear?: true;
};

export const addMember = (program: Command): void => {
  const noun = program
    .command('member')
    .description('the facts of your organisation, who applies, and the life of members');
  const add = (name: string, about: string): Command =>
    clientCommand(noun.command(name).description(about)).option('--json', 'one JSON object');
  add(
    'list',
    'the members that are listed to you; for an operator of the hub all, and how far each is',
  ).action(list);
  add('show', 'the facts of your organisation; for an operator of the hub of any')
    .argument('[slug]', 'another member')
    .action(show);
  add('change', 'change facts; what you leave out stays')
    .argument('[slug]', 'another member, for an operator of the hub')
    .option('--name <text>', 'its name, in its own script')
    .option('--latin-name <text>', 'its name in Latin letters (the hub alone)')
    .option('--kind <kind>', 'what it is (the hub alone)')
    .option('--country <code>', 'where it is established (the hub alone)')
    .option('--also-country <code...>', 'further countries that it serves; the hub alone adds one')
    .option('--sector <id...>', 'its sectors; the hub alone adds one')
    .option('--identifier <type=value>', 'all that it has in registers, such as lei=5299…', identifiers)
    .option('--language <tag...>', 'BCP 47, most wanted first')
    .option('--client <slug...>', 'its clients in the sense of TLP:AMBER (the member alone)')
    .option('--website <url>', 'its web site')
    .option('--time-zone <name>', 'such as Europe/Helsinki')
    .addOption(new Option('--without <fact...>', 'what it no longer has').choices(Object.keys(EMPTIED)))
    .option('--may-publish <yes|no>', 'whether it may publish (the hub alone)', isYes)
    .option('--opt-out <yes|no>', 'whether it is left out of cascades (the member alone)', isYes)
    .option(
      '--names-are-clear',
      'that its names were looked at, though they look like another’s (the hub alone)',
    )
    .action(change);
  add('attest', 'attest that the facts of your organisation are right, once a year').action(
    (options: Options) => done(options, 'attestMember', { areFactsRight: true }),
  );
  mayTry(add('suspend', 'keep a member from taking part; in effect on every hub before it answers'))
    .argument('<slug>', 'the member')
    .requiredOption('--reason <text>', 'why, for administrators')
    .action((member: string, options: Options & Tried & { readonly reason: string }) =>
      done(options, 'suspendMember', { member, reason: options.reason }, suspended),
    );
  add('reinstate', 'let a member take part again; what was addressed to it meanwhile is decided anew')
    .argument('<slug>', 'the member')
    .action((member: string, options: Options) => done(options, 'reinstateMember', { member }));
  mayTry(add('leave', 'leave the partnership, or end a membership as an operator of the hub'))
    .argument('[slug]', 'another member')
    .option('--yes', 'that you mean it; a dry run needs it not')
    .action(leave);
  addListing(add);
  addDependencies(noun);
  addApplications(add);
};

const suspended = ({ member: { slug } }: Facts): string =>
  `${slug} would be suspended: its streams end and nothing reaches it, until it is reinstated; what is addressed to it meanwhile is decided then.`;

const left = ({ member: { slug } }: Facts): string =>
  `${slug} would leave: nothing reaches it any more, its persons are let in no more, and its endpoints and the keys and registrations of its machines end for good.`;

const leave = async (
  member: string | undefined,
  options: Options & Tried & { readonly yes?: true },
  command: Command,
): Promise<void> => {
  if (options.yes !== true && options.dryRun !== true)
    command.error("error: required option '--yes' not specified; --dry-run says what would come of it");
  await done(options, 'endMembership', { member: member ?? null }, left);
};

/** What `--without` empties, as the input has it. */
const EMPTIED = {
  'latin-name': { latinName: null },
  website: { website: null },
  'time-zone': { timeZone: null },
  countries: { countries: [] },
  sectors: { sectors: [] },
  identifiers: { identifiers: [] },
  languages: { languages: [] },
  clients: { clients: [] },
} as const;
type Emptied = keyof typeof EMPTIED;

const isYes = (text: string): boolean => {
  if (text === 'yes' || text === 'no') return text === 'yes';
  throw new InvalidArgumentError('Say yes or no.');
};

type Listed = Facts['member'] & { readonly standing: string | null };

const list = async (options: Options): Promise<void> => {
  const { members } = await hubClient(options).ask<{ readonly members: readonly Listed[] }>('members');
  if (options.json === true) {
    for (const each of members) printJson(each);
    return;
  }
  const rows = members.map(({ slug, name, kind, country, standing }) => [
    slug,
    valueInWords(kind),
    country,
    ...(standing === null ? [] : [valueInWords(standing)]),
    tidy(name),
  ]);
  const isTold = members.some(({ standing }) => standing !== null);
  print(table(['SLUG', 'KIND', 'IN', ...(isTold ? ['STANDING'] : []), 'NAME'], rows));
  print(`\n${count(members.length, 'member')}.`);
};

const show = async (slug: string | undefined, options: Options): Promise<void> => {
  const { memberFacts } = await hubClient(options).ask<{ readonly memberFacts: Facts | null }>(
    'memberFacts',
    {
      slug: slug ?? null,
    },
  );
  if (memberFacts === null) {
    print('There is no such member, or its facts are not yours to see.');
    process.exitCode = 1;
  } else tell(memberFacts, options);
};
const change = (slug: string | undefined, options: Change): Promise<void> => {
  const { name, latinName, kind, country, sector, client, website, timeZone, mayPublish, optOut } = options;
  const { namesAreClear, alsoCountry, identifier, language, without = [] } = options;
  return done(options, 'changeMember', {
    ...(slug === undefined ? {} : { member: slug }),
    ...{ name, latinName, country, website, timeZone, mayPublish, namesAreClear },
    kind: kind?.toUpperCase().replaceAll('-', '_'),
    sectors: sector,
    clients: client,
    ...{ countries: alsoCountry, identifiers: identifier, languages: language },
    optsOutOfCascade: optOut,
    ...Object.assign({}, ...without.map((each) => EMPTIED[each])),
  });
};
