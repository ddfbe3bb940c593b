// `tocsin delivery list` (`tocsin deliveries`): shows the publisher of a warning who received it and what they answered, to
// this version and to former ones.
import type { Command } from 'commander';
import { hasAnswered } from '../../domain/answer/has-answered.ts';
import { CHANNEL_DELIVERY_STATES } from '../../domain/channel/channel-delivery.ts';
import type { AcknowledgementAnswer } from '../../domain/delivery.ts';
import { tidy, wrap } from '../../exchange/text/wrap.ts';
import { clientCommand } from '../client/client-command.ts';
import { type HubClient, hubClient } from '../client/hub-client.ts';
import { choiceOption, typed } from '../terminal/choices.ts';
import { CliFault } from '../terminal/fault.ts';
import { utcText } from '../terminal/moment.ts';
import { count, print, printJson, styled, widthOfOutput } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';
import { versionNumber } from '../terminal/version-number.ts';
import { type LogOptions, showLog } from './endpoint-log.ts';

type Given = {
  readonly version: number;
  readonly answer: AcknowledgementAnswer;
  readonly note: string | null;
  readonly by: string | null;
  readonly at: string;
};
export type ListedDelivery = {
  readonly member: { readonly slug: string; readonly country: string };
  /** The number of an organisation that answered without its name. */
  readonly organisation?: number | null;
  /** The version that was brought. */
  readonly version: number;
  readonly state: string;
  readonly at: string;
  readonly sentAt: string | null;
  readonly receivedAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly answer: AcknowledgementAnswer | null;
  /** Null where none is asked for by a time. */
  readonly answerBy: string | null;
  /** Whether an answer is asked for and not given: having seen it, or looking into it, is none. */
  readonly isAnswerDue: boolean;
  /** Of a former version as it was when the next one came. */
  readonly isAnswered: boolean;
  /** Newest first, also to former versions. */
  readonly answers: readonly Given[];
  readonly failure: string | null;
};
type Answer = {
  readonly warning: {
    readonly headline: string;
    readonly version: number;
    readonly deliveries: {
      readonly notListed: string;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly edges: readonly { readonly node: ListedDelivery }[];
    } | null;
  } | null;
};

export const addList = (noun: Command): void => {
  clientCommand(
    noun
      .command('list')
      .description(
        'who received a warning of yours and what they answered, who needs help first (short: tocsin deliveries); or what went to your endpoints, the newest first',
      )
      .argument('[id]', 'warning--… or practice--…; endpoint--… or nothing for what went to your endpoints'),
  )
    .option(
      '--unanswered',
      'only those who have not answered this version; of what asks for an answer those who have not given it to any that asks the same, also who has only seen it or looks into it',
    )
    .addOption(
      choiceOption(
        '--state <state>',
        'of deliveries to endpoints: only in this state',
        CHANNEL_DELIVERY_STATES,
      ),
    )
    .option(
      '--of-version <number>',
      'those of a former version, with what was answered to it (by itself the list looks for answers of members that are not listed any more in the last five)',
      versionNumber,
    )
    .option('--first <number>', 'of deliveries to endpoints: how many', '50')
    .option('--json', 'one JSON object per delivery')
    .action(list);
};

type Options = LogOptions & { readonly unanswered?: true; readonly ofVersion?: number };

const list = (id: string | undefined, options: Options): Promise<void> =>
  id === undefined || id.startsWith('endpoint--') ? showLog(id ?? null, options) : show(id, options);

const show = async (id: string, options: Options): Promise<void> => {
  const client = hubClient(options);
  const { ofVersion = null } = options;
  const { headline, version: current, deliveries, notListed } = await readAll(client, id, ofVersion);
  const version = ofVersion ?? current;
  if (version > current) {
    const why = `Its current version is ${current}.`;
    throw new CliFault(`${id} has no version ${version}.`, why, 'Ask for one of its versions.');
  }
  const wanted = options.unanswered === true ? deliveries.filter(owes) : deliveries;
  const sorted = wanted.toSorted(inOrder);
  if (options.json === true) {
    for (const delivery of sorted) printJson(delivery);
    return;
  }
  const brought = deliveries[0]?.version ?? version;
  const silently = brought === version ? '' : `, which came silently; they have version ${brought}`;
  print(`${tidy(headline)} (version ${version}${version === current ? silently : `, now ${current}`})`);
  for (const line of wrap(`${inWords(deliveries)} ${notListed}`, widthOfOutput())) print(line);
  if (version === current) await showGone(client, { id, version, deliveries });
  if (sorted.length === 0)
    return print(
      options.unanswered === true && deliveries.length > 0 ? 'Everybody listed has answered.' : '',
    );
  print(table(['MEMBER', 'IN', 'STATE', 'SINCE', 'ANSWER'], sorted.map(rowOf)));
  if (sorted.some((each) => owes(each) && each.organisation == null))
    print(styled('dim', 'Whom to call at one, where it lets you see it: tocsin person contacts MEMBER'));
  const said = sorted.flatMap((each) => {
    const lines = saidBy(each, brought);
    return lines.length === 0 ? [] : [styled('bold', nameOf(each)), ...lines];
  });
  if (said.length > 0) print(['', ...said].join('\n'));
};

/** The most urgent first; then who has not answered, so that somebody calls them; each by name. */
const URGENCY: readonly (AcknowledgementAnswer | null)[] = [
  'NEED_HELP',
  'AFFECTED',
  null,
  'INVESTIGATING',
  'ACTED',
  'SEEN',
  'NOT_AFFECTED',
];

/** What counts of a member: its answer to this version, or the last to a former one. */
const standing = ({ answer, answers }: ListedDelivery): AcknowledgementAnswer | null =>
  answer ?? answers[0]?.answer ?? null;

const nameOf = ({ member, organisation }: ListedDelivery): string =>
  organisation == null ? tidy(member.slug) : `organisation ${organisation}`;

export const inOrder = (one: ListedDelivery, other: ListedDelivery): number => {
  const rank = (each: ListedDelivery): number => URGENCY.indexOf(standing(each));
  return rank(one) - rank(other) || (nameOf(one) < nameOf(other) ? -1 : 1);
};

/** Former versions that are looked at; of those before, the list says that they were not. */
const MOST_FORMER = 5;

type Current = {
  readonly id: string;
  readonly version: number;
  readonly deliveries: readonly ListedDelivery[];
};

/** Who answered one of the last versions and is not listed for this one: their answers stay in view, above all a call for help. */
const showGone = async (client: HubClient, { id, version, deliveries }: Current): Promise<void> => {
  const shown = new Set(deliveries.map(nameOf));
  const gone: ListedDelivery[] = [];
  const first = Math.max(1, version - MOST_FORMER);
  // Of one that came silently, whoever answered that one alone.
  const last = deliveries[0]?.version === version ? version - 1 : version;
  for (let former = last; former >= first; former -= 1) {
    for (const each of (await readAll(client, id, former)).deliveries) {
      if (each.answer === null || shown.has(nameOf(each))) continue;
      shown.add(nameOf(each));
      gone.push(each);
    }
  }
  if (first > 1) {
    const those = first === 2 ? 'Version 1 was' : `Versions 1 to ${first - 1} were`;
    const about = `${those} not looked at for answers of members that are not listed any more: add --of-version ${first - 1}.`;
    for (const line of wrap(about, widthOfOutput())) print(line);
  }
  if (gone.length === 0) return;
  print(
    styled(
      'bold',
      `${count(gone.length, 'member')} answered another version and ${gone.length === 1 ? 'is' : 'are'} not listed for this one:`,
    ),
  );
  for (const each of gone.toSorted(inOrder)) {
    print(styled('bold', `${nameOf(each)} ${countryOf(each)}`.trimEnd()));
    for (const line of saidBy(each, version)) print(line);
  }
};

const readAll = async (client: HubClient, id: string, version: number | null) => {
  const deliveries: ListedDelivery[] = [];
  for (let after: string | null = null; ; ) {
    const asked: object = { id, after, version };
    const { warning } = await client.ask<Answer>('deliveries', asked);
    const page = warning?.deliveries ?? null;
    if (warning === null || page === null) {
      const why = 'Only the publisher of a warning sees its deliveries.';
      throw new CliFault(`You cannot see the deliveries of ${id}.`, why, 'Use a key of its publisher.');
    }
    deliveries.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return { ...warning, deliveries, notListed: page.notListed };
    after = page.pageInfo.endCursor;
  }
};

/** Of what asks for an answer the same as those whom `tocsin warning remind` reminds. */
const owes = (delivery: ListedDelivery): boolean => !hasAnswered(delivery);

const owingText = (open: number, begun: number, all: number): string => {
  if (open === 0) return 'All have answered.';
  const said = `${open} of ${count(all, 'member')} ${open === 1 ? 'has' : 'have'} not answered`;
  return begun === 0
    ? `${said}.`
    : `${said}: of these ${begun} not in full (seen, looked into, or for some sites).`;
};

const inWords = (deliveries: readonly ListedDelivery[]): string => {
  if (deliveries.length === 0) return 'No delivery is listed.';
  const counts = new Map<string, number>();
  for (const { state } of deliveries) counts.set(state, (counts.get(state) ?? 0) + 1);
  const parts = [...counts].map(([state, number]) => `${number} ${state.toLowerCase()}`);
  const help = deliveries.filter((each) => standing(each) === 'NEED_HELP').length;
  const open = deliveries.filter(owes);
  const begun = open.filter(({ answer }) => answer !== null).length;
  if (help > 0) parts.unshift(`${help} NEED HELP`);
  return `${parts.join(', ')}. ${owingText(open.length, begun, deliveries.length)}`;
};

const countryOf = ({ member, organisation }: ListedDelivery): string =>
  organisation == null ? member.country : '';

const rowOf = (delivery: ListedDelivery): string[] => {
  const { state, answer, answers, failure } = delivery;
  const since = delivery.acknowledgedAt ?? delivery.receivedAt ?? delivery.sentAt ?? delivery.at;
  const former = answer === null ? answers[0] : undefined;
  const said =
    former === undefined
      ? answer === null
        ? (failure ?? '')
        : typed(answer)
      : `${typed(former.answer)} to v${former.version}`;
  return [nameOf(delivery), countryOf(delivery), state.toLowerCase(), utcText(since), said];
};

/** Notes, who wrote them, and answers that were changed, for those members that have any. */
const saidBy = ({ answers }: ListedDelivery, version: number): string[] => {
  if (answers.every(({ note, version: of }) => note === null && of === version) && answers.length < 2)
    return [];
  const lines = answers.flatMap((each) => {
    const note = each.note === null ? '' : ` “${tidy(each.note).replace(/\s+/g, ' ')}”`;
    const person = each.by === null ? '' : `, ${tidy(each.by)}`;
    const text = `${typed(each.answer)}${note} (v${each.version}, ${utcText(each.at)}${person})`;
    return wrap(text, widthOfOutput(), '  ', '    ');
  });
  return lines;
};
