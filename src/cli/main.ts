// The command line of Tocsin: what each role wants to do, in its own words. Faults are told once, here.
import { Command, CommanderError } from 'commander';
import { addAcknowledge } from './acknowledge.ts';
import { addFeed } from './feed.ts';
import { addImport } from './import-csaf.ts';
import { addKey } from './key.ts';
import { addPreview } from './preview.ts';
import { addPublish } from './publish.ts';
import { addRefresh } from './refresh.ts';
import { addWarning } from './show-warning.ts';
import { addStatus } from './status.ts';
import { CliFault, faultText } from './terminal/fault.ts';
import { endWhenPipeCloses } from './terminal/output.ts';
import { addWatch } from './watch.ts';

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

program.commandsGroup('I want to hear:');
addWatch(program);
addFeed(program);
addWarning(program);
program.commandsGroup('I want to answer:');
addAcknowledge(program);
program.commandsGroup('I want to warn others:');
addPreview(program);
addPublish(program);
program.commandsGroup('I run the hub:');
addStatus(program);
addKey(program);
addImport(program);
addRefresh(program);
program.commandsGroup('Else:');

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
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) {
    process.stderr.write(`${faultText(error, Boolean(process.env['TOCSIN_DEBUG']))}\n`);
  }
  process.exitCode = exitCodeOf(error);
}
