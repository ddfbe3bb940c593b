// `tocsin preview`: shows who would receive a draft, who would not, and why. Writes nothing.
import type { Command } from 'commander';
import { clientCommand } from './client/client-command.ts';
import { readDraftFile } from './client/draft-file.ts';
import { hubClient } from './client/hub-client.ts';
import { type Refusal, tellRefusals } from './client/refusals.ts';
import type { ClientOptions } from './client/settings.ts';
import { count, print, printJson, styled } from './terminal/output.ts';
import { table } from './terminal/table.ts';

export const addPreview = (program: Command): void => {
  clientCommand(
    program
      .command('preview')
      .description('who would receive a draft, who would not, and why; writes nothing')
      .argument('<file>', 'the draft, or just its marking and audience; - reads standard input'),
  )
    .option('--json', 'one JSON object')
    .action(preview);
};

type Named = { readonly slug: string; readonly name: string; readonly country: string };
type Previewed = {
  readonly preview: {
    readonly receives: readonly { member: Named; reason: { kind: string; rule: string } }[];
    readonly doesNotReceive: readonly { member: Named; because: string; explanation: string }[];
    readonly notListed: string;
  } | null;
  readonly refusals: readonly Refusal[];
};

const preview = async (file: string, options: ClientOptions & { readonly json?: true }): Promise<void> => {
  const { marking, audience, exercise } = readDraftFile(file);
  const input = { marking, audience, ...(exercise === undefined ? {} : { exercise }) };
  const { audiencePreview } = await hubClient(options).ask<{ audiencePreview: Previewed }>('preview', {
    input,
  });
  if (options.json === true) printJson(audiencePreview);
  process.exitCode = tellRefusals(audiencePreview.refusals, 'It could not be previewed.');
  const shown = audiencePreview.preview;
  if (shown === null || options.json === true) return;
  print(styled('bold', `${count(shown.receives.length, 'member')} would receive it:`));
  print(
    table(
      HEAD,
      shown.receives.map(({ member, reason }) => [...who(member), reason.kind, reason.rule]),
    ),
  );
  print(
    styled(
      'bold',
      `\n${count(shown.doesNotReceive.length, 'member')} would not, though addressed or reached:`,
    ),
  );
  const others = shown.doesNotReceive.map((each) => [...who(each.member), each.because, each.explanation]);
  print(table(HEAD, others));
  print(`\n${shown.notListed}`);
};

const HEAD = ['MEMBER', 'IN', 'WHY', ''];
const who = ({ slug, country }: Named): string[] => [slug, country];
