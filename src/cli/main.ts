// Entry point of the `tocsin` command line. Commands are grouped by what the user wants to do; faults are printed once,
// here.
import { Command, CommanderError } from 'commander';
import { CliFault, faultText } from './terminal/fault.ts';
import { endWhenPipeCloses } from './terminal/output.ts';

const AFTER = `
Exit codes: 0 success; 1 refused or failed; 2 wrong usage, or unreadable input.
Environment: TOCSIN_URL, TOCSIN_KEY, TOCSIN_DATA, MONGODB_URL, NO_COLOR, TOCSIN_DEBUG.
To begin: npm start, then in another terminal: tocsin watch --as analyst`;

const program = new Command('tocsin')
  .description(
    'A hub through which agencies and operators of critical infrastructure publish and receive early warnings and best practices.',
  )
  .addHelpText('after', AFTER)
  .showHelpAfterError('(add --help to see the commands)')
  .exitOverride();

type Loader = () => Promise<(program: Command) => void>;

/** Each command is loaded on demand: some load the store, and `tocsin stix` must not wait for that. */
const GROUPS: Readonly<Record<string, Readonly<Record<string, Loader>>>> = {
  'Receive:': {
    watch: async () => (await import('./watch.ts')).addWatch,
    feed: async () => (await import('./feed.ts')).addFeed,
    warning: async () => (await import('./warning/show-warning.ts')).addWarning,
  },
  'Answer:': {
    ack: async () => (await import('./acknowledge.ts')).addAcknowledge,
  },
  'Publish:': {
    preview: async () => (await import('./preview.ts')).addPreview,
    publish: async () => (await import('./publish.ts')).addPublish,
    deliveries: async () => (await import('./deliveries.ts')).addDeliveries,
    cancel: async () => (await import('./cancel.ts')).addCancel,
  },
  'Work with STIX:': {
    stix: async () => (await import('./stix.ts')).addStix,
  },
  'Run the hub:': {
    status: async () => (await import('./status.ts')).addStatus,
    job: async () => (await import('./job.ts')).addJob,
    key: async () => (await import('./key.ts')).addKey,
    import: async () => (await import('./import-csaf.ts')).addImport,
    refresh: async () => (await import('./refresh.ts')).addRefresh,
    migrate: async () => (await import('./migrate.ts')).addMigrate,
  },
};

/** Adds the requested command, or all of them for help and for suggestions after a mistyped name. */
const addCommands = async (asked: string | undefined): Promise<void> => {
  const isKnown = Object.values(GROUPS).some((loaders) => Object.hasOwn(loaders, asked ?? ''));
  for (const [group, loaders] of Object.entries(GROUPS)) {
    program.commandsGroup(group);
    for (const [name, load] of Object.entries(loaders)) {
      if (!isKnown || name === asked) (await load())(program);
    }
  }
  program.commandsGroup('Other:');
};

/** Node puts U+FFFD in the place of what is not UTF-8, and a note of several of them would be published. */
const checkArguments = (given: readonly string[]): void => {
  const odd = given.findIndex((text) => text.includes('\uFFFD'));
  if (odd === -1) return;
  const why = `Argument ${odd - 1} has bytes or a character (U+FFFD) that stand for what could not be read.`;
  throw new CliFault('The command line is not UTF-8.', why, 'Set the locale of your terminal to UTF-8.', 2);
};

/** Usage errors exit with 2, where commander itself would exit with 1. */
const exitCodeOf = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return error instanceof CliFault ? error.exitCode : 1;
};

endWhenPipeCloses();
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `tocsin: Node 24 is required; this is ${process.version}. npx tocsin brings its own.\n`,
  );
  process.exit(1);
}
try {
  checkArguments(process.argv);
  await addCommands(process.argv[2]);
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) {
    process.stderr.write(`${faultText(error, Boolean(process.env['TOCSIN_DEBUG']))}\n`);
  }
  process.exitCode = exitCodeOf(error);
}
