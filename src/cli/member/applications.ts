// `tocsin member apply …`: organisations that ask to be admitted, and the policy by which they are.
import type { Command } from 'commander';
import { valueInWords } from '../../domain/reading/value-in-words.ts';
import { tidy } from '../../exchange/text/wrap.ts';
import { asTried, mayTry, type Tried, tellTried } from '../client/dry-run.ts';
import { hubClient, pageOf } from '../client/hub-client.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import { CliFault } from '../terminal/fault.ts';
import { utcText } from '../terminal/moment.ts';
import { count, print, printJson } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';
import { done, type Options } from './facts.ts';
import { identifiers, type MemberIdentifier } from './identifiers.ts';

type Application = {
  readonly id: string;
  readonly stage: string;
  readonly slug: string;
  readonly name: string;
  readonly country: string;
  readonly needsReview: boolean;
  readonly sponsors: readonly string[];
  readonly objections: number;
  readonly standingObjections: readonly { readonly member: string; readonly reason: string }[];
  readonly windowEndsAt: string | null;
  readonly refusal: string | null;
};

type Apply = Options & {
  readonly name: string;
  readonly kind: string;
  readonly country: string;
  readonly sector?: string[];
  readonly latinName?: string;
  readonly website?: string;
  readonly identifier?: MemberIdentifier[];
  readonly contact: string;
  readonly named?: true;
};
type Policy = {
  readonly version: number;
  readonly sponsors: number;
  readonly objectionDays: number;
  readonly probationDays: number;
  readonly at: string;
};

export const addApplications = (add: (name: string, about: string) => Command): void => {
  add('applications', 'who asks to be admitted').option('--all', 'those that are decided too').action(list);
  add('invite', 'make a one-time link with which an organisation applies').action(invite);
  add('apply', 'apply for an organisation that yours sponsors')
    .argument('<slug>', 'short name that it would have')
    .requiredOption('--name <text>', 'its name, in its own script')
    .requiredOption('--kind <kind>', 'what it is: operator, regulator, national-csirt …')
    .requiredOption('--country <code>', 'where it is established')
    .option('--sector <id...>', 'its sectors')
    .option('--latin-name <text>', 'its name in Latin letters')
    .option('--website <url>', 'its web site')
    .option('--identifier <type=value>', 'what registers know it by, such as lei=5299…', identifiers)
    .requiredOption('--contact <text>', 'whom to call there')
    .option('--named', 'agree to be named, if you are unlisted')
    .action(apply);
  add('verify', 'say that identity and legal basis of an applicant are verified (the hub)')
    .argument('<id>', 'application--…')
    .option('--slug <slug>', 'another slug, agreed with the applicant')
    .option('--names-are-clear', 'that its names were looked at')
    .action((id: string, options: Options & { readonly slug?: string; readonly namesAreClear?: true }) =>
      verify(id, options),
    );
  add('sponsor', 'answer for an applicant')
    .argument('<id>', 'application--…')
    .option('--named', 'agree to be named, if you are unlisted')
    .action((id: string, options: Options & { readonly named?: true }) =>
      acted(options, 'sponsorApplication', { id, agreesToBeNamed: options.named === true }),
    );
  addEnds(add);
  addObjections(add);
  add(
    'admit',
    'admit an applicant whose time for objections is over, or one of the first three members (the hub)',
  )
    .argument('<which>', 'application--…, or the slug of a new member while there are fewer than three')
    .option('--name <text>', 'of a new member: its name, in its own script')
    .option('--kind <kind>', 'what it is: operator, regulator, national-csirt …')
    .option('--country <code>', 'where it is established')
    .option('--sector <id...>', 'its sectors')
    .option('--may-publish', 'it may publish')
    .action(admit);
  add('policy', 'what the hub asks of applicants; with options, change it (the hub)')
    .option('--sponsors <number>', 'how many members answer for one', Number)
    .option('--objection-days <days>', 'how long members may object', Number)
    .option('--probation-days <days>', 'how long it receives up to TLP:GREEN', Number)
    .option('--history', 'all policies so far, newest first')
    .action(policy);
};

/** How an application ends otherwise than by admission. */
const addEnds = (add: (name: string, about: string) => Command): void => {
  mayTry(
    add('unsponsor', 'answer for an applicant no more; without any sponsor its application is withdrawn'),
  )
    .argument('<id>', 'application--…')
    .action((id: string, options: Options & Tried) =>
      acted(
        options,
        'withdrawSponsorship',
        { id },
        (each) => `Your organisation would ${answersNoMore(each)}`,
      ),
    );
  mayTry(add('refuse', 'refuse an applicant (the hub)'))
    .argument('<id>', 'application--…')
    .option('--reason <text>', 'why, for members that answer for it')
    .action((id: string, options: Options & Tried & { readonly reason?: string }) =>
      acted(
        options,
        'refuseApplication',
        { id, reason: options.reason },
        ({ slug }) => `${slug} would be refused for good; a new application begins anew.`,
      ),
    );
};

const addObjections = (add: (name: string, about: string) => Command): void => {
  add('object', 'object to an applicant')
    .argument('<id>', 'application--…')
    .requiredOption('--reason <text>', 'why')
    .action((id: string, options: Options & { readonly reason: string }) =>
      acted(options, 'objectToApplication', { id, reason: options.reason }),
    );
  mayTry(add('withdraw-objection', 'take the objection of your member back'))
    .argument('<id>', 'application--…')
    .action((id: string, options: Options & Tried) =>
      acted(
        options,
        'withdrawObjection',
        { id },
        ({ slug, objections }) =>
          `Your objection to ${slug} would be taken back; ${count(objections, 'objection')} would stand.`,
      ),
    );
  add('set-aside', 'say that the hub has looked at an objection; two persons then admit (the hub)')
    .argument('<id>', 'application--…')
    .requiredOption('--member <slug>', 'who objects')
    .action((id: string, options: Options & { readonly member: string }) =>
      acted(options, 'setAsideObjection', { id, member: options.member }),
    );
};

type Page = {
  readonly applicants: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: Application }[];
  };
};

const PAGE = 100;

const list = async (options: Options & { readonly all?: true }): Promise<void> => {
  const client = hubClient(options);
  const onlyOpen = options.all !== true;
  const all: Application[] = [];
  for (let after: string | null = null, isMore = true; isMore; ) {
    const { applicants }: Page = await client.ask<Page>('applicants', { first: PAGE, after, onlyOpen });
    const page = applicants.edges.map(({ node }) => node);
    if (options.json === true) for (const each of page) printJson(each);
    else all.push(...page);
    after = applicants.pageInfo.endCursor;
    isMore = applicants.pageInfo.hasNextPage;
  }
  if (options.json !== true) tell(all);
};

const tell = (applications: readonly Application[]): void => {
  if (applications.length > 0)
    print(table(['SLUG', 'STAGE', 'IN', 'SPONSORS', 'OBJECT', 'UNTIL'], applications.map(row)));
  for (const { id, slug, name, standingObjections, refusal } of applications) {
    print(`${slug}: ${tidy(name)}, ${id}`);
    if (refusal !== null) print(`  Refused: ${tidy(refusal)}`);
    for (const { member, reason } of standingObjections) print(`  ${member} objects: ${tidy(reason)}`);
  }
  print(applications.length === 0 ? 'Nobody applies.' : `\n${count(applications.length, 'application')}.`);
};

const row = ({
  slug,
  stage,
  country,
  needsReview,
  sponsors,
  objections,
  windowEndsAt,
}: Application): string[] => [
  slug,
  `${valueInWords(stage)}${needsReview ? ', to review' : ''}`,
  country,
  String(sponsors.length),
  String(objections),
  windowEndsAt === null ? '-' : utcText(windowEndsAt),
];

const apply = (
  slug: string,
  { name, kind, country, sector, contact, named, latinName, website, identifier, ...options }: Apply,
): Promise<void> =>
  acted(options, 'applyForMember', {
    ...{ latinName, website, identifiers: identifier },
    ...{ slug, name, country, contact, sectors: sector ?? [] },
    kind: kindOf(kind),
    agreesToBeNamed: named === true,
  });

type Verify = Options & { readonly slug?: string; readonly namesAreClear?: true };

const verify = async (id: string, { slug, namesAreClear, ...options }: Verify): Promise<void> => {
  const input = { id, slug, namesAreClear: namesAreClear === true };
  const application = await become(options, 'verifyApplication', input);
  if (application?.needsReview !== true) return;
  throw new CliFault(
    'It is not verified.',
    'Its names may be taken for those of a member or of another applicant, and are looked at first.',
    `Look at them. Where nobody would confuse them: tocsin member verify ${id} --names-are-clear. Under another that you agreed on: --slug SLUG. Else: tocsin member refuse ${id}.`,
  );
};

type First = Options & Partial<Apply> & { readonly mayPublish?: true };

const admit = (
  which: string,
  { name, kind, country, sector, mayPublish, ...options }: First,
): Promise<void> =>
  which.startsWith('application--')
    ? acted(options, 'admitApplication', { id: which })
    : done(options, 'admitMember', {
        ...{ slug: which, name: name ?? '', country: country ?? '', sectors: sector ?? [] },
        kind: kindOf(kind ?? ''),
        mayPublish: mayPublish === true,
      });

const kindOf = (text: string): string => text.toUpperCase().replaceAll('-', '_');

type Act =
  | 'applyForMember'
  | 'verifyApplication'
  | 'sponsorApplication'
  | 'withdrawSponsorship'
  | 'objectToApplication'
  | 'withdrawObjection'
  | 'setAsideObjection'
  | 'refuseApplication'
  | 'admitApplication';
type Refused = { readonly refusals: readonly Refusal[] };

const answersNoMore = ({ slug, stage }: Application): string =>
  `answer for ${slug} no more, whose application would then be at this stage: ${valueInWords(stage)}.`;

const acted = async (...what: Parameters<typeof become>): Promise<void> => {
  await become(...what);
};

/** As it is after the act; null where it was refused. `would` says in a sentence what would come of it, in a dry run. */
const become = async (
  options: Options & Tried,
  act: Act,
  input: object,
  would: (application: Application) => string = () => '',
): Promise<Application | null> => {
  type Answer = { readonly result: Refused & { readonly application: Application | null } };
  const { result } = await hubClient(options).ask<Answer>(act, { input: { ...input, ...asTried(options) } });
  process.exitCode = tellRefusals(result.refusals, 'Nothing was changed.');
  if (result.application === null) return null;
  if (options.dryRun === true) tellTried(would(result.application), options);
  else if (options.json === true) printJson(result.application);
  else tell([result.application]);
  return result.application;
};

const invite = async (options: Options): Promise<void> => {
  type Answer = {
    readonly result: Refused & { readonly token: string | null; readonly expiresAt: string | null };
  };
  const client = hubClient(options);
  const { result } = await client.ask<Answer>('inviteApplicant', { input: {} });
  process.exitCode = tellRefusals(result.refusals, 'No link was made.');
  if (result.token === null || result.expiresAt === null) return;
  if (options.json === true) printJson({ token: result.token, expiresAt: result.expiresAt });
  else
    print(
      `${await pageOf(client, `/join?link=${result.token}`)}\nFor one application, until ${utcText(result.expiresAt)}. It is shown only now.`,
    );
};

const policy = async (
  options: Options & {
    readonly sponsors?: number;
    readonly objectionDays?: number;
    readonly probationDays?: number;
    readonly history?: true;
  },
): Promise<void> => {
  const { sponsors, objectionDays, probationDays } = options;
  const client = hubClient(options);
  const isChange = [sponsors, objectionDays, probationDays].some((each) => each !== undefined);
  type Answer = { readonly result: Refused & { readonly policy: Policy | null } };
  if (isChange) {
    const { result } = await client.ask<Answer>('changeAdmissionPolicy', {
      input: { sponsors, objectionDays, probationDays },
    });
    process.exitCode = tellRefusals(result.refusals, 'The policy stays as it is.');
  }
  const former = options.history === true;
  const policies = former
    ? (await client.ask<{ readonly admissionPolicies: readonly Policy[] }>('admissionPolicies'))
        .admissionPolicies
    : [(await client.ask<{ readonly admissionPolicy: Policy }>('admissionPolicy')).admissionPolicy];
  for (const each of policies) {
    if (options.json === true) printJson(each);
    else print(`${former ? `${sinceOf(each)}  ` : ''}${inWords(each)}`);
  }
};

const inWords = ({ version, sponsors, objectionDays, probationDays }: Policy): string =>
  `Policy ${version}: ${count(sponsors, 'sponsor')}, ${count(objectionDays, 'day')} for objections, ${count(probationDays, 'day')} of probation.`;

/** The first one began with the hub. */
const sinceOf = ({ version, at }: Policy): string => (version === 0 ? 'at first' : utcText(at));
