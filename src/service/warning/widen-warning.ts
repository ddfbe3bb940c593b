// Widens the marking or the audience of a warning or practice: a new version with the same texts and objects, for more
// readers. Two persons do it (service/approval); a correction alone can only make it stricter.
import { bundleOf } from 'stix2-ts/bundle';
import type { StixObject } from 'stix2-ts/stix-object';
import type { AccessFacts } from '../../domain/access-facts.ts';
import { type Alternative, MAX_ALTERNATIVES } from '../../domain/audience.ts';
import type { Care } from '../../domain/care/publish-care.ts';
import { type Handling, NO_HANDLING, strictestHandling } from '../../domain/handling.ts';
import {
  handlingProblems,
  loosenedBy,
  NOTHING_STATED,
  type StatedHandling,
} from '../../domain/iep/stated-handling.ts';
import { rankOf, TLP_LEVELS, type Tlp } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import { HUB_IDENTITY, WARNING_EXTENSION } from '../../exchange/warning-extension.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import { careOfDraft, type Habits } from '../audience/publish-care.ts';
import { resolveAudience } from '../audience/resolve-audience.ts';
import type { Item } from '../item/item.ts';
import { kindOfId, readWarning } from '../item/read-warning.ts';
import { bundleOfWarning } from '../object/bundle/bundle-of-warning.ts';
import { openMarks } from '../object/read-marks.ts';
import { idsOfComposed } from '../version/compose/compose-objects.ts';
import { correctVersion, draftOf, type Widened } from '../version/correct-version.ts';
import { isOpenUnder, makersOf } from '../version/marking-of.ts';
import type { Published } from '../version/publish-version.ts';

export type Widening = {
  readonly warning: string;
  readonly expectedVersion: number;
  /** The new marking; null where it stays. */
  readonly marking: Tlp | null;
  /** The rules of how it may be used that are loosened: those that are given. Absent where all of them stay. */
  readonly handling?: Partial<StatedHandling>;
  /** Further alternatives of the audience, with members by slug. */
  readonly alternatives: readonly Alternative[];
  /** Slugs of members that are not excluded any more. */
  readonly include: readonly string[];
};

/** Whether it can be widened so now, by this actor's member; asked before anything is written. */
export const widenable = async (hub: Hub, actor: Actor, widening: Widening): Promise<Outcome<Item>> => {
  const item = await readWarning(hub, actor, widening.warning);
  if (item === null || item.access.publisher !== actor.member.id) return notFound('$.payload.warning');
  if (item.state === 'CANCELLED') {
    const remedy = 'Publish a new one.';
    return refused(problem('ALREADY_CANCELLED', '$.payload.warning', 'It was withdrawn.', remedy));
  }
  if (item.summary.version !== widening.expectedVersion) {
    return refused(
      problem(
        'VERSION_CONFLICT',
        '$.payload.expectedVersion',
        `The current version is ${item.summary.version}, not ${widening.expectedVersion}.`,
        'Read it again, then decide.',
      ),
    );
  }
  const widened = await widenedOf(hub, actor, item, widening);
  if (!widened.ok) return widened;
  const objects = await ownObjects(hub, actor, item);
  const wrong =
    reportProblem(objects, widened.value.marking, hub.clock.now().getTime()) ??
    handlingProblem(item, widening, { objects, now: hub.clock.now() });
  return wrong === null ? accepted(item) : refused(wrong);
};

/** What both persons should think of: whom it would be for, beside what the publisher does usually and did before. */
export const careOfWidening = async (
  hub: Hub,
  actor: Actor,
  widening: Widening,
  habits: Habits,
): Promise<Care[]> => {
  // How it may be used changes nothing of whom it reaches.
  if (widening.handling !== undefined) return [];
  const item = await readWarning(hub, actor, widening.warning);
  if (item === null || item.access.publisher !== actor.member.id) return [];
  const widened = await widenedOf(hub, actor, item, widening);
  if (!widened.ok) return [];
  const { publisher, exercise } = item.access;
  const { marking: tlp, audience } = widened.value;
  const found = await careOfDraft(
    hub,
    { publisher, tlp, audience, exercise },
    { former: item.access, habits },
  );
  const isGiven = widening.alternatives.length > 0;
  return found.map(({ path, ...each }) => ({
    ...each,
    path: path === '$.audience' ? `$.payload${isGiven ? '.alternatives' : ''}` : '$.payload.marking',
  }));
};

export type WideningAct = {
  readonly proposer: Actor;
  readonly widening: Widening;
  readonly also: (session: Session) => Promise<void>;
};

export const widenWarning = async (
  hub: Hub,
  { proposer, widening, also }: WideningAct,
): Promise<Outcome<Published>> => {
  const item = await widenable(hub, proposer, widening);
  if (!item.ok) return item;
  const widened = await widenedOf(hub, proposer, item.value, widening);
  if (!widened.ok) return widened;
  const kind = kindOfId(widening.warning);
  const objects = await ownObjects(hub, proposer, item.value);
  const handling = loosenedHandling(item.value, widening);
  const bundle = objects.length === 0 ? null : bundleOf(objects);
  const change =
    handling === null
      ? { widened: { ...widened.value, bundle } }
      : // Whom it is for stays as it was fixed: what was declared since or narrowed away is nothing that was proposed.
        { loosened: { handling, bundle } };
  return correctVersion(
    hub,
    proposer,
    {
      id: widening.warning,
      expectedVersion: widening.expectedVersion,
      kind,
      verb: kind === 'WARNING' ? 'warning.update' : 'practice.update',
      operation: 'widen',
      payload: widening,
      change,
      also,
    },
    {},
  );
};

const widenedOf = async (
  hub: Hub,
  actor: Actor,
  { access }: Item,
  { marking, alternatives, include }: Widening,
): Promise<Outcome<Omit<Widened, 'bundle'>>> => {
  if (access.tlp === 'UNKNOWN' || (marking !== null && rankOf(marking) >= rankOf(access.tlp))) {
    const wider = TLP_LEVELS.slice(0, Math.max(rankOf(access.tlp), 1)).join(', ');
    return refused(
      problem(
        'NOT_WIDER',
        '$.payload.marking',
        'That marking is not wider.',
        `Give a wider one, of ${wider}.`,
      ),
    );
  }
  const all = [...access.audience.alternatives, ...alternatives];
  if (all.length > MAX_ALTERNATIVES) {
    const message = `An audience has at most ${MAX_ALTERNATIVES} alternatives.`;
    return refused(
      problem('TOO_MANY', '$.payload.alternatives', message, 'Publish a warning for the others.'),
    );
  }
  const directory = await hub.directory.current();
  const tlp = marking ?? access.tlp;
  const added = { alternatives, excludes: include };
  const resolved = await resolveAudience(hub, { audience: added, marking: tlp }, { actor, directory });
  if (resolved.problems.length > 0)
    return refused(
      ...resolved.problems.map(({ path, ...each }) => ({
        ...each,
        path: path.replace('$.audience.excludes', '$.payload.include').replace('$.audience', '$.payload'),
      })),
    );
  return accepted({
    marking: tlp,
    audience: {
      alternatives: [...access.audience.alternatives, ...resolved.audience.alternatives],
      excludes: access.audience.excludes.filter((id) => !resolved.audience.excludes.includes(id)),
    },
  });
};

/** What is stated of its use from now on; null where that stays. */
const loosenedHandling = ({ summary }: Item, { handling }: Widening): StatedHandling | null =>
  handling === undefined ? null : { ...(summary.statedHandling ?? NOTHING_STATED), ...handling };

const IN_PAYLOAD = '$.payload.handling';

/** Something is looser, nothing is wrong with it, and a publisher that nobody was told of stays so. */
const handlingProblem = (
  item: Item,
  widening: Widening,
  { objects, now }: { readonly objects: readonly StixObject[]; readonly now: Date },
): Problem | null => {
  const stated = loosenedHandling(item, widening);
  if (stated === null) return null;
  const { summary, access } = item;
  const [wrong] = handlingProblems(stated, { path: IN_PAYLOAD, now, bundle: { objects } });
  if (wrong !== undefined) return wrong;
  if (access.unnamed !== undefined && stated.providerAttribution !== 'MUST_NOT')
    return problem(
      'PUBLISHER_STAYS_UNNAMED',
      `${IN_PAYLOAD}.providerAttribution`,
      'Its publisher must not be named, and nobody who has it was told: that stays so.',
      'Publish a new warning under your name.',
    );
  const given = { ...NOTHING_STATED, ...widening.handling };
  const isWithoutEnd = widening.handling?.until === null && summary.handling?.until != null;
  const held = heldBy(objects, access, now);
  const loosened = loosenedBy(given, summary.handling).filter((rule) => {
    // An object that ends with the stated end holds to no later one: it would not be open throughout (`isOpenUnder`).
    if (rule === 'until') return true;
    const word = held[rule];
    return word === null || loosenedBy({ ...NOTHING_STATED, [rule]: word }, summary.handling).includes(rule);
  });
  return isWithoutEnd || loosened.length > 0
    ? null
    : problem(
        'NOT_LOOSER',
        IN_PAYLOAD,
        'Nothing that is given makes it looser than it is now; what its objects say of themselves still counts.',
        'Give a looser rule; a correction makes it stricter.',
      );
};

/** What the objects that all its readers have say of their use, whatever is stated. */
const heldBy = (objects: readonly StixObject[], access: AccessFacts, now: Date): Handling => {
  const definitions = objects.filter(({ type }) => type === 'marking-definition');
  const marksOf = openMarks(new Map(definitions.map((each) => [each.id, each])), now.getTime(), objects);
  return objects
    .filter((each) => isOpenUnder(access, marksOf(each), each))
    .map((each) => marksOf(each).handling)
    .reduce(strictestHandling, NO_HANDLING);
};

/** What the publisher gave, without what the hub made: it makes that anew under the wider marking. */
const ownObjects = async (hub: Hub, actor: Actor, { summary, access }: Item): Promise<StixObject[]> => {
  const item = { summary, access };
  const assertion = { id: summary.id, publisher: actor.member, draft: draftOf(item) };
  const made = new Set([...idsOfComposed(assertion, makersOf(assertion)), HUB_IDENTITY, WARNING_EXTENSION]);
  const read = await readWarning(hub, actor, summary.id);
  if (read === null) return [];
  const bundle = await bundleOfWarning(hub, actor, read, { hasContext: false });
  return (bundle.objects ?? []).filter(({ id }) => !made.has(id));
};

/** A report of the publisher's own is marked by the publisher: nobody rewrites it. */
const reportProblem = (objects: readonly StixObject[], marking: Tlp, nowMs: number): Problem | null => {
  const report = objects.find(({ type }) => type === 'report');
  const own = report === undefined ? null : openMarks(new Map(), nowMs, objects)(report).tlp;
  return own === null || rankOf(own) <= rankOf(marking)
    ? null
    : problem(
        'MARKING_OF_REPORT',
        '$.payload.marking',
        `The report in its bundle is marked TLP:${own} itself.`,
        'Publish a new warning with a report that is marked so.',
      );
};
