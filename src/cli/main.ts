// The command line of Tocsin: what each role wants to do, in its own words. Faults are told once, here.
import { Command, CommanderError } from 'commander';
import { CliFault, faultText } from './terminal/fault.ts';
import { endWhenPipeCloses } from './terminal/output.ts';

const AFTER = `
Exit codes: 0 good; 1 refused or failed; 2 wrong usage, or something that cannot be read.
Environment: TOCSIN_URL, TOCSIN_KEY, TOCSIN_DATA, MONGODB_URL, NO_COLOR, TOCSIN_DEBUG.
Begin with: npm start, then in another terminal: tocsin watch --as analyst`;

const program = new Command('tocsin')
  .description(
    'The alarm bell of a partnership: early warnings and best practices, heard by those they concern.',
  )
  .addHelpText('after', AFTER)
  .showHelpAfterError('(add --help for what there is)')
  .exitOverride();

type Loader = () => Promise<(program: Command) => void>;

/** Each command is loaded when it is asked for: some bring the store along, and a workbench must not wait for it. */
const GROUPS: Readonly<Record<string, Readonly<Record<string, Loader>>>> = {
  'I want to hear:': {
    watch: async () => (await import('./watch.ts')).addWatch,
    feed: async () => (await import('./feed.ts')).addFeed,
    warning: async () => (await import('./warning/show-warning.ts')).addWarning,
  },
  'I want to answer:': {
    ack: async () => (await import('./acknowledge.ts')).addAcknowledge,
  },
  'I want to warn others:': {
    preview: async () => (await import('./preview.ts')).addPreview,
    publish: async () => (await import('./publish.ts')).addPublish,
    deliveries: async () => (await import('./deliveries.ts')).addDeliveries,
    cancel: async () => (await import('./cancel.ts')).addCancel,
  },
  'I write STIX:': {
    stix: async () => (await import('./stix.ts')).addStix,
  },
  'I run the hub:': {
    status: async () => (await import('./status.ts')).addStatus,
    job: async () => (await import('./job.ts')).addJob,
    key: async () => (await import('./key.ts')).addKey,
    import: async () => (await import('./import-csaf.ts')).addImport,
    refresh: async () => (await import('./refresh.ts')).addRefresh,
    migrate: async () => (await import('./migrate.ts')).addMigrate,
  },
};

/** The one that is named, or all: for help, and for what is near to a name that there is not. */
const addCommands = async (asked: string | undefined): Promise<void> => {
  const isKnown = Object.values(GROUPS).some((loaders) => Object.hasOwn(loaders, asked ?? ''));
  for (const [group, loaders] of Object.entries(GROUPS)) {
    program.commandsGroup(group);
    for (const [name, load] of Object.entries(loaders)) {
      if (!isKnown || name === asked) (await load())(program);
    }
  }
  program.commandsGroup('Else:');
};

/** The options that every command inherits its manners from: usage errors end with 2, not with commander's 1. */
const exitCodeOf = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return error instanceof CliFault ? error.exitCode : 1;
};

endWhenPipeCloses();
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(`tocsin: it needs Node 24; this is ${process.version}. npx tocsin brings it.\n`);
  process.exit(1);
}
try {
  await addCommands(process.argv[2]);
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) {
    process.stderr.write(`${faultText(error, Boolean(process.env['TOCSIN_DEBUG']))}\n`);
  }
  process.exitCode = exitCodeOf(error);
}
