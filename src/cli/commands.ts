// The commands: a noun and a verb each, loaded on demand.
import type { Command } from 'commander';

type Loader = () => Promise<(program: Command) => void>;

/** Each noun is loaded on demand: some load the store, and `tocsin stix` must not wait for that. */
export const GROUPS: Readonly<Record<string, Readonly<Record<string, Loader>>>> = {
  'Receive, answer and publish:': {
    warning: async () => (await import('./warning/warning.ts')).addWarning,
    case: async () => (await import('./case/case.ts')).addCase,
    channel: async () => (await import('./channel/channel.ts')).addChannel,
    answer: async () => (await import('./answer/answer.ts')).addAnswer,
    delivery: async () => (await import('./delivery/delivery.ts')).addDelivery,
    subscription: async () => (await import('./subscription/subscription.ts')).addSubscription,
    indicator: async () => (await import('./indicator/indicator.ts')).addIndicator,
    duplicate: async () => (await import('./duplicate/duplicates.ts')).addDuplicate,
    sector: async () => (await import('./sector/sectors.ts')).addSector,
  },
  'Work with STIX:': {
    stix: async () => (await import('./stix.ts')).addStix,
  },
  'Run the hub:': {
    hub: async () => (await import('./operator/nouns.ts')).addHub,
    job: async () => (await import('./job.ts')).addJob,
    key: async () => (await import('./key.ts')).addKey,
    import: async () => (await import('./import-csaf.ts')).addImport,
    'reference-set': async () => (await import('./operator/nouns.ts')).addReferenceSet,
    database: async () => (await import('./operator/nouns.ts')).addDatabase,
    backup: async () => (await import('./backup/backup.ts')).addBackup,
  },
  'Administer:': {
    member: async () => (await import('./member/member.ts')).addMember,
    community: async () => (await import('./community/community.ts')).addCommunity,
    person: async () => (await import('./person/person.ts')).addPerson,
    machine: async () => (await import('./access/machine.ts')).addMachine,
    provider: async () => (await import('./access/provider.ts')).addProvider,
    approval: async () => (await import('./approval/approval.ts')).addApproval,
    retention: async () => (await import('./retention/retention.ts')).addRetention,
    audit: async () => (await import('./audit/audit.ts')).addAudit,
  },
  'Your shell:': {
    completion: async () => (await import('./completion/completion.ts')).addCompletion,
  },
};

/** Adds the requested noun, or all of them for help, completion and suggestions after a mistyped name; none for the release. */
export const addCommands = async (program: Command, asked: string | undefined): Promise<void> => {
  if (asked === '-V' || asked === '--version') return;
  const isKnown =
    asked !== 'completion' && Object.values(GROUPS).some((loaders) => Object.hasOwn(loaders, asked ?? ''));
  for (const [group, loaders] of Object.entries(GROUPS)) {
    program.commandsGroup(group);
    for (const [name, load] of Object.entries(loaders)) {
      if (!isKnown || name === asked) (await load())(program);
    }
  }
  program.commandsGroup('Other:');
};
