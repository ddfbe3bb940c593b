// `tocsin warning preview` (`tocsin preview`): shows who would receive a draft, who would not, and why, and everything that is
// wrong with it. Writes nothing.
import type { Command } from 'commander';
import { clientCommand } from '../client/client-command.ts';
import { readDraftFile } from '../client/draft-file.ts';
import { hubClient } from '../client/hub-client.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { count, print, printJson, styled } from '../terminal/output.ts';
import { printSentence } from '../terminal/sentence.ts';
import { table } from '../terminal/table.ts';
import { type CheckedDraft, checkDraft, publishAct, withNearest } from './check-draft.ts';
import { checkShape } from './draft-shape.ts';
import { tellTrial } from './publish.ts';

export const addPreview = (noun: Command): void => {
  clientCommand(
    noun
      .command('preview')
      .description(
        'who would receive a draft, who would not, and why, and what is wrong with it; writes nothing (short: tocsin preview)',
      )
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

const AUDIENCE_FIELDS = ['marking', 'audience', 'exercise'];

const preview = async (file: string, options: ClientOptions & { readonly json?: true }): Promise<void> => {
  const draft = await readDraftFile(file);
  const client = hubClient(options);
  const isWhole = Object.keys(draft).some((field) => !AUDIENCE_FIELDS.includes(field));
  const act = publishAct(draft);
  const checked = isWhole ? await checkDraft(client, draft, act) : null;
  const { filled, problems, stoodIn } = checkShape(draft, act.input);
  const { marking, audience, exercise } = filled;
  const input = { marking, audience, ...(exercise === undefined ? {} : { exercise }) };
  const isAddressed = !stoodIn.some((path) => path === '$.marking' || path.startsWith('$.audience'));
  const previewed = isAddressed
    ? (await client.ask<{ audiencePreview: Previewed }>('preview', { input })).audiencePreview
    : { preview: null, refusals: problems.filter(({ path }) => /^\$\.(marking|audience)/.test(path)) };
  const found: readonly Refusal[] = checked?.problems ?? previewed.refusals.map(withNearest);
  const wrong = found.map(seenAbove);
  if (options.json === true) printJson({ ...previewed, refusals: wrong, trial: checked?.trial ?? null });
  else {
    if (previewed.preview !== null) tellAudience(previewed.preview);
    if (checked !== null && wrong.length === 0) tellChecked(checked, file);
  }
  process.exitCode = tellRefusals(wrong, 'It could not be published like this.');
};

/** Whoever is told to look who is left out has just been shown that. An audience may be empty for other reasons. */
export const seenAbove = (refusal: Refusal): Refusal =>
  refusal.code === 'AUDIENCE_EMPTY' && refusal.remedy.startsWith('Query audiencePreview')
    ? { ...refusal, remedy: ADDRESS_OTHERS }
    : refusal;

const ADDRESS_OTHERS =
  'Compare the audience with tocsin member list: nobody known fits all of one alternative. To publish it all the same: allowEmptyAudience: true in the draft.';

const tellChecked = ({ trial }: CheckedDraft, file: string): void => {
  print('');
  tellTrial(
    { ...trial, notListed: '' },
    `Nothing was sent. To send it: tocsin warning publish ${file === '-' ? 'FILE' : file}`,
  );
};

const tellAudience = ({ receives, doesNotReceive, notListed }: NonNullable<Previewed['preview']>): void => {
  print(
    styled(
      'bold',
      `${count(receives.length, 'member')} would receive it${receives.length === 0 ? '.' : ':'}`,
    ),
  );
  if (receives.length > 0)
    print(
      table(
        HEAD,
        receives.map(({ member, reason }) => [...who(member), reason.kind, reason.rule]),
      ),
    );
  if (doesNotReceive.length > 0) tellOthers(doesNotReceive);
  print('');
  printSentence(notListed);
};

const tellOthers = (doesNotReceive: NonNullable<Previewed['preview']>['doesNotReceive']): void => {
  const others = count(doesNotReceive.length, 'member');
  print(styled('bold', `\n${others} would not, though addressed or reached:`));
  print(
    table(
      HEAD,
      doesNotReceive.map((each) => [...who(each.member), each.because, each.explanation]),
    ),
  );
};

const HEAD = ['MEMBER', 'IN', 'WHY', ''];
const who = ({ slug, country }: Named): string[] => [slug, country];
