// Placing and lifting a legal hold.
import { z } from 'zod';
import { writtenIn } from '../../../domain/directory.ts';
import type { Actor } from '../../../domain/member.ts';
import { accepted, notFound, type Outcome, problem, refused } from '../../../domain/problem.ts';
import { RETENTION_CLASSES } from '../../../domain/retention/classes.ts';
import { HOLD_SCOPES, type Hold } from '../../../domain/retention/hold.ts';
import type { Hub } from '../../../hub.ts';
import { isHubOperator } from '../../../policy/two-persons.ts';
import { recordAct } from '../../audit/record-act.ts';
import { readWarning } from '../../item/read-warning.ts';
import { isHoldOf, readHold } from '../../retention/list-holds.ts';
import { type Approvable, type Concern, inOneChange } from '../approvable.ts';
import { readPayload } from '../read-payload.ts';

type Placing = Pick<Hold, 'scope' | 'target' | 'reason'>;

const placing = z.strictObject({
  scope: z.enum(HOLD_SCOPES),
  target: z.string().min(1).max(128).nullable(),
  reason: z.string().trim().min(1).max(2_000),
});

const ofScope = ({ scope, target }: Pick<Placing, 'scope' | 'target'>): string => {
  if (scope === 'EVERYTHING') return 'everything in this hub';
  return scope === 'CLASS' ? `all of the class ${target}` : `${scope.toLowerCase()} ${target}`;
};

const isScopeWhole = ({ scope, target }: Placing): boolean =>
  (scope === 'EVERYTHING') === (target === null) &&
  (scope !== 'CLASS' || RETENTION_CLASSES.some(({ name }) => name === target));

/** A member's own persons hold what is its own; the operators of the hub anything, which they need not be able to read. */
const concernOf = async (hub: Hub, actor: Actor, { scope, target }: Placing): Promise<Concern | null> => {
  const { members } = await hub.directory.current();
  const concern = async (): Promise<Concern | null> => {
    if (scope === 'WARNING') {
      const head = await hub.warnings.head(target ?? '');
      return head === null ? null : { members: [head.publisher], warning: head.warning };
    }
    if (scope === 'PERSON') {
      const person = await hub.persons.byId(target ?? '');
      return person === null ? null : { members: [person.member], person: person.id };
    }
    if (scope !== 'MEMBER') return { members: [] };
    return members.has(target ?? '') ? { members: [target ?? ''] } : null;
  };
  const found = await concern();
  if (found === null || isHubOperator(actor)) return found;
  return found.members.length === 1 && found.members[0] === actor.member.id ? found : null;
};

/** What the id stands for: a headline that the actor may read, a member or person of its own or, for the hub, any. */
const targetLines = async (hub: Hub, actor: Actor, { scope, target }: Placing): Promise<string[]> => {
  if (scope === 'WARNING') {
    const item = await readWarning(hub, actor, target ?? '');
    return item === null ? [] : [`Its headline: ${item.summary.headline}`];
  }
  const directory = await hub.directory.current();
  const isOwn = (member: string): boolean => isHubOperator(actor) || member === actor.member.id;
  const member = scope === 'MEMBER' ? directory.members.get(target ?? '') : undefined;
  if (member !== undefined && isOwn(member.id)) return [`The member: ${member.name} (${member.slug}).`];
  const person = scope === 'PERSON' ? directory.persons.get(target ?? '') : undefined;
  return person !== undefined && isOwn(person.member)
    ? [`The person: ${writtenIn(directory, person.id) ?? person.id}.`]
    : [];
};

export const placeHold: Approvable<Placing> = {
  about: 'keep something beyond its time, for a legal reason',
  payloadAbout:
    '`scope` (WARNING, MEMBER, PERSON, CLASS or EVERYTHING), `target` (an id, the name of a class, or null), `reason`',
  read: (given) => {
    const read = readPayload(placing)(given);
    if (!read.ok || isScopeWhole(read.value)) return read;
    const remedy = 'Give an id, or the name of a class that `retentionClasses` lists; null for EVERYTHING.';
    return refused(
      problem('PAYLOAD_MALFORMED', '$.payload.target', 'The target does not fit the scope.', remedy),
    );
  },
  sentence: (payload) => `Keep ${ofScope(payload)} until the hold is lifted.`,
  lines: async (hub, actor, payload) => [
    ...(await targetLines(hub, actor, payload)),
    `Why: ${payload.reason}`,
  ],
  check: async (hub, actor, payload) => {
    const concern = await concernOf(hub, actor, payload);
    if (concern === null) return notFound('$.payload.target');
    return accepted({ ...concern, facts: { scope: payload.scope, target: payload.target } });
  },
  perform: inOneChange(async (hub, { proposal, payload, by }, session) => {
    const hold: Hold = {
      ...payload,
      id: `hold--${hub.entropy.uuid()}`,
      member: proposal.member,
      circle: proposal.circle,
      placedAt: hub.clock.now(),
      placedBy: proposal.id,
      liftedAt: null,
      liftedBy: null,
    };
    await hub.holds.place(hold, session);
    const facts = { scope: hold.scope, target: hold.target };
    await recordAct(
      hub,
      { event: 'hold.placed', by, members: concerned(hold), subject: hold.id, facts },
      session,
    );
    return accepted({ result: hold.id });
  }),
};

/** Its lines of the audit trail are for who sees it. */
const concerned = ({ circle, member }: Pick<Hold, 'circle' | 'member'>): readonly string[] =>
  circle === 'MEMBER' ? [member] : [];

type Lifting = { readonly hold: string };

const liftable = async (hub: Hub, actor: Actor, { hold: id }: Lifting): Promise<Outcome<Hold>> => {
  const hold = await hub.holds.byId(id);
  if (hold === null || !isHoldOf(actor, hold)) return notFound('$.payload.hold');
  if (hold.liftedAt === null) return accepted(hold);
  return refused(
    problem('HOLD_LIFTED', '$.payload.hold', 'This hold is lifted already.', 'There is nothing to do.'),
  );
};

export const liftHold: Approvable<Lifting> = {
  about: 'lift a legal hold',
  payloadAbout: '`hold`, the id of the hold',
  read: readPayload(z.strictObject({ hold: z.string().min(1).max(128) })),
  sentence: ({ hold }) => `Lift ${hold}: what it kept beyond its time is then removed.`,
  lines: async (hub, actor, { hold: id }) => {
    const hold = await readHold(hub, actor, id);
    if (hold === null) return [];
    return [`It keeps ${ofScope(hold)}.`, ...(await targetLines(hub, actor, hold)), `Why: ${hold.reason}`];
  },
  check: async (hub, actor, payload) => {
    const found = await liftable(hub, actor, payload);
    if (!found.ok) return found;
    const { scope, target } = found.value;
    return accepted({ members: concerned(found.value), facts: { hold: payload.hold, scope, target } });
  },
  perform: inOneChange(async (hub, { proposal, payload, by }, session) => {
    const at = hub.clock.now();
    const hold = await hub.holds.byId(payload.hold, session);
    // What the hub holds, persons of one member do not lift.
    const isLifted =
      hold !== null &&
      (proposal.circle === 'HUB' || hold.circle === 'MEMBER') &&
      (await hub.holds.lift(payload.hold, { at, proposal: proposal.id }, session));
    if (!isLifted) return notFound('$.payload.hold');
    // What it kept is older than where the daily removal has come.
    await hub.retention.startOver(session);
    const act = { by, members: concerned(hold), subject: hold.id, facts: { scope: hold.scope } };
    await recordAct(hub, { ...act, event: 'hold.lifted' }, session);
    return accepted({ result: hold.id });
  }),
};
