// Entry point of the `tocsin` command line. Commands are grouped by what the user wants to do; faults are printed once,
// here.
import { Command, CommanderError } from 'commander';
import { ownRelease } from '../config/release.ts';
import { addCommands } from './commands.ts';
import { SHORT_FORMS, withoutShortForm } from './short-forms.ts';
import { CliFault, faultText } from './terminal/fault.ts';
import { endWhenPipeCloses, tell } from './terminal/output.ts';
import { errorLines, plainLines } from './terminal/plain-lines.ts';
import { withPositionalsGivenBack } from './terminal/positional-given-back.ts';

const AFTER = `
${plainLines(`Short forms: ${Object.keys(SHORT_FORMS).join(', ')}; tocsin feed is tocsin warning list, for example.`, 80)}
Exit codes: 0 success; 1 refused or failed; 2 wrong usage, or unreadable input.
Environment: TOCSIN_URL, TOCSIN_KEY, TOCSIN_DATA, MONGODB_URL, TOCSIN_DATABASE,
  NO_COLOR, TOCSIN_DEBUG.
To begin: npm start, then in another terminal: tocsin warning watch --as analyst`;

const program = new Command('tocsin')
  .description(
    'A hub through which agencies and operators of critical infrastructure publish and receive early warnings and best practices.',
  )
  .version(ownRelease(), '-V, --version', 'the release of this command')
  .addHelpText('after', AFTER)
  .showHelpAfterError('(add --help to see what it takes)')
  // Errors of use name every value that is allowed.
  .configureOutput({ outputError: (text) => tell(errorLines(text.trimEnd(), process.stderr)) })
  .exitOverride();

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
  tell(`tocsin: Node 24 is required; this is ${process.version}. npx tocsin brings its own.`);
  process.exit(1);
}
try {
  checkArguments(process.argv);
  const args = withoutShortForm(process.argv.slice(2));
  await addCommands(program, args[0]);
  await program.parseAsync(withPositionalsGivenBack(program, args), { from: 'user' });
} catch (error) {
  if (!(error instanceof CommanderError)) {
    tell(faultText(error, Boolean(process.env['TOCSIN_DEBUG'])));
  }
  process.exitCode = exitCodeOf(error);
}
