// `tocsin member …`: the facts of your organisation, and what the hub does with its members.
import { type Command, InvalidArgumentError } from 'commander';
import { clientCommand } from '../client/client-command.ts';
import { hubClient } from '../client/hub-client.ts';
import { print } from '../terminal/output.ts';
import { addApplications } from './applications.ts';
import { addDependencies } from './dependencies.ts';
import { done, type Facts, type Options, tell } from './facts.ts';
import { addListing } from './listing.ts';

type Change = Options & {
  readonly name?: string;
  readonly latinName?: string;
  readonly kind?: string;
  readonly country?: string;
  readonly sector?: string[];
  readonly client?: string[];
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
  add('show', 'the facts of your organisation; for an operator of the hub of any')
    .argument('[slug]', 'another member')
    .action(show);
  add('change', 'change facts; what you leave out stays')
    .argument('[slug]', 'another member, for an operator of the hub')
    .option('--name <text>', 'its name, in its own script')
    .option('--latin-name <text>', 'its name in Latin letters')
    .option('--kind <kind>', 'what it is (the hub alone)')
    .option('--country <code>', 'where it is established (the hub alone)')
    .option('--sector <id...>', 'its sectors; the hub alone adds one')
    .option('--client <slug...>', 'its clients in the sense of TLP:AMBER (the member alone)')
    .option('--website <url>', 'its web site')
    .option('--time-zone <name>', 'such as Europe/Helsinki')
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
  add('suspend', 'keep a member from taking part; in effect on every hub before it answers')
    .argument('<slug>', 'the member')
    .requiredOption('--reason <text>', 'why, for administrators')
    .action((member: string, options: Options & { readonly reason: string }) =>
      done(options, 'suspendMember', { member, reason: options.reason }),
    );
  add('reinstate', 'let a member take part again; what was addressed to it meanwhile is decided anew')
    .argument('<slug>', 'the member')
    .action((member: string, options: Options) => done(options, 'reinstateMember', { member }));
  add('leave', 'leave the partnership, or end a membership as an operator of the hub')
    .argument('[slug]', 'another member')
    .requiredOption('--yes', 'that you mean it')
    .action((member: string | undefined, options: Options) =>
      done(options, 'endMembership', { member: member ?? null }),
    );
  addListing(add);
  addDependencies(noun);
  addApplications(add);
};

const isYes = (text: string): boolean => {
  if (text === 'yes' || text === 'no') return text === 'yes';
  throw new InvalidArgumentError('Say yes or no.');
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
  const { namesAreClear } = options;
  return done(options, 'changeMember', {
    ...(slug === undefined ? {} : { member: slug }),
    ...{ name, latinName, country, website, timeZone, mayPublish, namesAreClear },
    kind: kind?.toUpperCase().replaceAll('-', '_'),
    sectors: sector,
    clients: client,
    optsOutOfCascade: optOut,
  });
};
