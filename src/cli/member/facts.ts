// The facts of a member as `tocsin member` shows them, and the acts that answer with them.

import { valueInWords } from '../../domain/reading/value-in-words.ts';
import { tidy } from '../../exchange/text/wrap.ts';
import { asTried, type Tried, tellTried } from '../client/dry-run.ts';
import { hubClient } from '../client/hub-client.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { utcText } from '../terminal/moment.ts';
import { print, printJson, styled, tell as tellBeside } from '../terminal/output.ts';

export type Dependency = {
  readonly provider: string;
  readonly service: string;
  readonly strength: number;
  readonly redundancy: number;
  readonly bufferHours: number | null;
};

export type Facts = {
  readonly member: {
    readonly slug: string;
    readonly name: string;
    readonly kind: string;
    readonly country: string;
  };
  readonly standing: string;
  readonly isCapped: boolean;
  readonly suspendedSince: string | null;
  readonly suspensionReason: string | null;
  readonly latinName: string | null;
  readonly website: string | null;
  readonly timeZone: string | null;
  readonly languages: readonly string[];
  readonly identifiers: readonly { readonly type: string; readonly value: string }[];
  readonly attestationDueAt: string | null;
  readonly sectors: readonly string[];
  readonly countries: readonly string[];
  readonly clients: readonly string[] | null;
  readonly mayPublish: boolean;
  readonly dependencies: readonly Dependency[] | null;
};

export type Options = ClientOptions & { readonly json?: true };

export const tell = (facts: Facts, options: Options): void => {
  if (options.json === true) {
    printJson(facts);
    return;
  }
  const { member, standing, isCapped, attestationDueAt, sectors, countries, clients, mayPublish } = facts;
  const { suspendedSince, suspensionReason } = facts;
  const rows: readonly (readonly [string, string])[] = [
    ['kind', `${valueInWords(member.kind)}, ${[member.country, ...countries].join(' ')}`],
    ['standing', `${standing.toLowerCase()}${isCapped ? ', receives up to TLP:GREEN' : ''}`],
    ...(suspendedSince === null ? [] : [['since', utcText(suspendedSince)] as const]),
    ...(suspensionReason === null ? [] : [['because', tidy(suspensionReason)] as const]),
    ...toldOf(facts),
    ['sectors', sectors.join(' ') || '-'],
    ['publishes', mayPublish ? 'yes' : 'no'],
    ['attest until', attestationDueAt === null ? '-' : utcText(attestationDueAt)],
    ...(clients === null ? [] : [['clients', clients.join(' ') || '-'] as const]),
  ];
  print(`${styled('bold', tidy(member.name))}  ${member.slug}`);
  for (const [name, value] of rows) print(`  ${name.padEnd(13)} ${value}`);
};

/** By what else people know it, where it says so. */
const toldOf = ({
  latinName,
  website,
  timeZone,
  languages,
  identifiers,
}: Facts): (readonly [string, string])[] => {
  const rows: readonly (readonly [string, string])[] = [
    ['latin name', tidy(latinName ?? '')],
    ['web site', website ?? ''],
    ['identifiers', identifiers.map(({ type, value }) => `${type} ${value}`).join(', ')],
    ['languages', languages.join(' ')],
    ['time zone', timeZone ?? ''],
  ];
  return rows.filter(([, value]) => value !== '');
};

type Answer = {
  readonly result: {
    readonly facts: Facts | null;
    readonly emptied?: readonly string[];
    readonly refusals: readonly Refusal[];
  };
};
type Act =
  | 'attestMember'
  | 'changeMember'
  | 'suspendMember'
  | 'reinstateMember'
  | 'endMembership'
  | 'admitMember'
  | 'declareDependency'
  | 'withdrawDependency';

/** `would` says in a sentence what would come of it, in a dry run. */
export const done = async (
  options: Options & Tried,
  act: Act,
  input: object,
  would: (facts: Facts) => string = () => '',
): Promise<void> => {
  const { result } = await hubClient(options).ask<Answer>(act, { input: { ...input, ...asTried(options) } });
  process.exitCode = tellRefusals(result.refusals, 'Nothing was changed.');
  if (result.facts === null) return;
  if (options.dryRun === true) tellTried(would(result.facts), options);
  else tell(result.facts, options);
  const [is, are] = options.dryRun === true ? ['would be', 'would be'] : ['is', 'are'];
  for (const slug of result.emptied ?? [])
    tellBeside(
      `Nobody ${is} in the community ${slug} any more. Its managers who know of the member ${are} told.`,
    );
};
