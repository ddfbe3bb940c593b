// Job add-context: derives everything about a version that its deliveries do not wait for, in one walk through its
// objects. Each object is read and parsed once and gets one row of keys. From the same parse, entities that share an
// alias are proposed, the reference sets are asked, and the warning is paired with others that are alike. Nothing is
// merged, and the job is idempotent.
import type { Hub } from '../../hub.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { ObjectContextRow } from '../../store/context/object-context.ts';
import { type AliasUse, listedBy } from '../../store/entity/aliases.ts';
import type { EntryRow } from '../../store/entries.ts';
import type { Content } from '../../store/warnings.ts';
import { type PairingDeps, pairVersion, pairWarnings } from '../duplicate/pair-warnings.ts';
import { gatherTraits } from '../duplicate/traits-of.ts';
import { type EnrichmentDeps, enrichRows } from '../enrichment/enrich-rows.ts';
import { type ProposingDeps, proposeEntities } from '../entity/propose-entities.ts';
import { type SettlingDeps, settleGrade } from '../grade/settle-grade.ts';
import { type Subject, walkSubjects } from '../object-facts/walk-subjects.ts';
import { keptVersion } from '../pipeline/kept-version.ts';
import { gatherKeys } from './gather-keys.ts';
import { runSteps, type Step } from './run-steps.ts';

type ContextDeps = Pick<Hub, 'objects'> & EnrichmentDeps & ProposingDeps & PairingDeps & SettlingDeps;

export const addContext = async (hub: ContextDeps, { subject }: Pick<EntryRow, 'subject'>): Promise<void> => {
  const { warning, version } = subject;
  if (warning === undefined || version === undefined) return;
  const row = await keptVersion(hub, warning, version);
  if (row === null) return;
  const content = contentOf(row.content);
  // A cancellation adds nothing that needs context, but its warning is paired with nothing any more.
  if (content.summary.messageType === 'CANCEL') return pairWarnings(hub, { subject });
  const steps = [proposing(hub, content), enriching(hub), pairing(hub, content), judging(hub, content)];
  await runSteps(steps, saved(hub, walkSubjects(hub, warning, version)));
};

type Batch = { readonly subjects: readonly Subject[]; readonly isNew: boolean };

/**
 * The rows of keys come first, so that of two concurrent jobs one finds the other's rows, and a set refreshed from
 * now on finds the rows that it changes.
 */
async function* saved(hub: ContextDeps, walk: AsyncIterable<readonly Subject[]>): AsyncGenerator<Batch> {
  for await (const subjects of walk) {
    const isNew = await hub.context.objects.save(subjects.flatMap((each) => contextRow(each) ?? []));
    yield { subjects, isNew };
  }
}

const contextRow = ({ _id, facts }: Subject): ObjectContextRow | null => {
  const { entity, aliases, span, keys } = facts;
  if (entity === null && aliases.length === 0 && keys.length === 0) return null;
  return {
    _id,
    ...(entity === null ? {} : { entity }),
    ...(aliases.length === 0 ? {} : { aliases: [...aliases] }),
    // Times only distinguish entities with one key.
    ...(entity === null || span === null ? {} : { span }),
    ...(keys.length === 0 ? {} : { keys: [...keys] }),
  };
};

/** Limit of aliases looked up at once. */
const USES = 500;

const proposing = (hub: ContextDeps, { access }: Content): Step<Batch> => {
  const by = listedBy(access.publisher, access.unnamed !== undefined);
  let uses: AliasUse[] = [];
  const propose = async (): Promise<void> => {
    const taken = uses;
    uses = [];
    await proposeEntities(hub, access.exercise, taken);
  };
  return {
    take: async ({ subjects }) => {
      for (const { facts } of subjects) {
        const { entity } = facts;
        // Revoked objects need no review.
        if (entity === null || facts.isRevoked) continue;
        uses.push(...facts.aliases.map((alias) => ({ alias, thing: entity, by })));
      }
      if (uses.length >= USES) await propose();
    },
    end: propose,
  };
};

const enriching = (hub: ContextDeps): Step<Batch> => ({
  take: ({ subjects, isNew }) =>
    enrichRows(
      hub,
      subjects.map(({ facts, ...row }) => ({ ...row, keys: facts.keys })),
      { isNew },
    ),
  end: async () => undefined,
});

const pairing = (hub: ContextDeps, content: Content): Step<Batch> => {
  const { id, version, kind } = content.summary;
  const gathering = gatherTraits(content);
  return {
    take: async ({ subjects }) => {
      // A practice is not paired by traits.
      if (kind === 'WARNING') gathering.take(subjects);
    },
    end: async () => {
      const head = await hub.warnings.head(id);
      // A newer version has its own entry, whose job pairs it.
      if (head?.version === version) await pairVersion(hub, head, () => gathering.traits());
    },
  };
};

/**
 * The keys come first: a set that is refreshed from now on finds the warning, and one that was refreshed before is asked
 * here.
 */
const judging = (hub: ContextDeps, content: Content): Step<Batch> => {
  const { id } = content.summary;
  const gathering = gatherKeys(content);
  return {
    take: async ({ subjects }) => gathering.take(subjects),
    end: async () => {
      const row = gathering.row();
      if (row !== null) await hub.context.warnings.save(row);
      await settleGrade(hub, id, true);
    },
  };
};
