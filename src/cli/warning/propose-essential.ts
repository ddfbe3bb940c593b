// An essential action does not leave by one person alone: it is proposed, and the person is told what will happen, who may
// approve it, where, and until when.
import { tidy } from '../../exchange/text/wrap.ts';
import { type HubClient, pageOf } from '../client/hub-client.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import { CliFault } from '../terminal/fault.ts';
import { utcText } from '../terminal/moment.ts';
import { print, printJson } from '../terminal/output.ts';
import { printSentence } from '../terminal/sentence.ts';
import type { PublishResult } from './check-draft.ts';

type Input = Readonly<Record<string, unknown>>;

export const isEssential = (input: Input): boolean => input['level'] === 'ESSENTIAL_ACTION';

type Proposed = {
  readonly proposal: { readonly id: string; readonly expiresAt: string; readonly isAlone: boolean } | null;
  readonly refusals: readonly Refusal[];
};
type Kinds = {
  readonly approvalKinds: readonly { readonly kind: string; readonly approvedBy: readonly string[] }[];
};

type EssentialAct = {
  readonly kind: 'PUBLISH_ESSENTIAL' | 'CORRECT_ESSENTIAL';
  /** The draft as the hub takes it. */
  readonly input: Input;
  readonly trial: PublishResult;
};

export const proposeEssential = async (
  client: HubClient,
  { kind, input, trial }: EssentialAct,
  { json }: { readonly json?: true },
): Promise<void> => {
  const payload = payloadOf(input);
  const { result } = await client.ask<{ result: Proposed }>('propose', { input: { kind, payload } });
  if (json === true) printJson({ ...result, inWords: trial.inWords });
  process.exitCode = tellRefusals(result.refusals, 'It was not proposed.');
  if (result.proposal === null || json === true) return;
  const { id, expiresAt, isAlone } = result.proposal;
  const headline = tidy(String(input['headline'] ?? ''));
  if (isAlone) {
    print(`Published: ${headline}`);
    print('  Until three members are admitted you act alone, and the record says so.');
    return;
  }
  const { approvalKinds } = await client.ask<Kinds>('approvalKinds');
  const roles = approvalKinds.find((each) => each.kind === kind)?.approvedBy ?? [];
  print(`Proposed, not sent yet: ${headline}`);
  printSentence(`${trial.inWords ?? ''} ${trial.notListed}`, '  ');
  printSentence(
    `Another person of your organisation approves it at ${await pageOf(client, '/approvals')}, signed in; a key cannot. Who may: ${roles.map(roleInWords).join(', ')}; until three members are admitted the founder too, alone.`,
    '  ',
  );
  print(`  It waits until ${utcText(expiresAt)}, and lapses then.`);
  print(`  ${id}; to take it back: tocsin approval withdraw ${id}`);
};

const roleInWords = (role: string): string => role.toLowerCase().replaceAll('_', '-');

/** As the kinds of approval take it: without what they fix, with markings as TLP writes them. */
const payloadOf = ({ level: _, dryRun: _d, bundle = null, ...texts }: Input): Input => {
  if (bundle !== null)
    throw new CliFault(
      'It was not proposed.',
      'An essential action has no bundle: whoever approves it approves its text.',
      'Leave the bundle out (of a correction: --without-objects), and publish the objects as a warning of their own.',
      2,
    );
  const { marking } = texts as { readonly marking?: unknown };
  return typeof marking === 'string' ? { ...texts, marking: marking.replace('_', '+') } : texts;
};
