// What its owner does with an endpoint: change, pause, prove, rotate its secret, test, remove.
import { type Endpoint, type EndpointForm, WITHOUT_ADDRESS } from '../../../domain/channel/endpoint.ts';
import { isAtMost, type Tlp } from '../../../domain/marking.ts';
import type { Actor } from '../../../domain/member.ts';
import { accepted, notFound, type Outcome, problem, refused } from '../../../domain/problem.ts';
import type { Hub } from '../../../hub.ts';
import type { Session } from '../../../store/connect.ts';
import { confirmEverywhere } from '../../access/confirm-everywhere.ts';
import { recordAct } from '../../audit/record-act.ts';
import { addressDigest } from '../address-digest.ts';
import { CODE_MS, challengeCode, isSameCode } from '../challenge-code.ts';
import { newMessage } from '../new-channel-delivery.ts';
import {
  type Added,
  ceilingProblems,
  certificateProblems,
  type EndpointDeps,
  labelProblems,
} from './add-endpoint.ts';
import { provedProblem } from './known-address.ts';
import { administered, isOwn, mayAdminister } from './may-administer.ts';
import { freshSecret, type ShownSecret, shownAgain } from './secrets.ts';
import { challengeProblem, sendChallenge } from './send-challenge.ts';

/** What is left out stays. */
export type EndpointChange = {
  readonly label?: string;
  readonly form?: EndpointForm;
  readonly ceiling?: Tlp;
  readonly certificate?: string | null;
  readonly isPaused?: boolean;
};

/** In force for everything that is sent after the answer. */
export const changeEndpoint = async (
  hub: EndpointDeps,
  actor: Actor,
  id: string,
  change: EndpointChange,
): Promise<Outcome<Endpoint>> => {
  const found = await administered(hub, actor, id);
  if (!found.ok) return found;
  const before = found.value;
  const { isPaused, ...facts } = change;
  const broken = [
    ...(facts.label === undefined ? [] : labelProblems(facts.label)),
    ...(facts.ceiling === undefined ? [] : ceilingProblems(facts.ceiling, before.person)),
    ...(before.channel === 'MAIL' || facts.certificate == null
      ? certificateProblems(facts.certificate ?? null, hub.clock.now())
      : certificateProblems('', hub.clock.now())),
  ];
  if (broken.length > 0) return refused(...broken);
  const narrows = isNarrower(before, change);
  const after = await changed(hub, actor, { id, event: 'endpoint.changed', narrows }, (now) => {
    if (now.state === 'REMOVED') return notFound('$.endpoint');
    if (isPaused !== undefined && now.state !== 'ACTIVE' && now.state !== 'PAUSED')
      return refused(unproved());
    const state = isPaused === undefined ? now.state : isPaused ? 'PAUSED' : 'ACTIVE';
    return accepted({ ...facts, state });
  });
  if (after.ok && narrows) await confirmEverywhere(hub);
  return after;
};

/** Whether less may go there from now on: then what is under way waits for it. */
const isNarrower = (before: Endpoint, { form, ceiling, certificate, isPaused }: EndpointChange): boolean =>
  isPaused === true ||
  certificate !== undefined ||
  (form === 'THIN' && before.form !== 'THIN') ||
  (ceiling !== undefined && !isAtMost(before.ceiling, ceiling));

/** What the audit trail says of a change: never the label or the certificate. */
const factsOf = (change: Partial<Endpoint>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (['form', 'ceiling', 'state'] as const).flatMap((name) => {
      const value = change[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

type Recorded = {
  readonly id: string;
  readonly event: 'endpoint.changed' | 'endpoint.proved';
  readonly narrows?: boolean;
};

/** Decides on what it is in the transaction: the hub may have disabled it meanwhile, and the worker noted what came of deliveries. */
const changed = async (
  hub: EndpointDeps,
  actor: Actor,
  { id, event, narrows = false }: Recorded,
  change: (
    now: Endpoint,
    session: Session,
  ) => Outcome<Partial<Endpoint>> | Promise<Outcome<Partial<Endpoint>>>,
): Promise<Outcome<Endpoint>> =>
  hub.members[narrows ? 'change' : 'write'](async (session) => {
    const now = await hub.endpoints.byId(id, session);
    if (now === null) throw new Error('an endpoint is never deleted');
    const changes = await change(now, session);
    if (!changes.ok) return changes;
    const after: Endpoint = { ...now, ...changes.value };
    const facts = event === 'endpoint.changed' ? factsOf(changes.value) : {};
    await hub.endpoints.save(after, session);
    if (event === 'endpoint.proved' && now.state === 'DISABLED') await reviveAt(hub, id, session);
    if (now.state === 'PAUSED' && after.state === 'ACTIVE')
      await hub.channelDeliveries.wake(id, hub.clock.now(), session);
    const about = {
      members: [now.member],
      subject: id,
      ...(now.person === null ? {} : { person: now.person }),
    };
    await recordAct(hub, { event, by: actor, ...about, facts }, session);
    return accepted(after);
  });

/** Has a new challenge sent. `isTrial`: says whether one would be, and counts none. */
export const challengeEndpoint = async (
  hub: EndpointDeps,
  actor: Actor,
  id: string,
  { isTrial = false }: { readonly isTrial?: boolean } = {},
): Promise<Outcome<Endpoint>> => {
  const found = await administered(hub, actor, id);
  if (!found.ok) return found;
  const unsent = await challengeProblem(hub, found.value, '$.endpoint', { isTrial });
  if (unsent !== null) return refused(unsent);
  if (isTrial) return found;
  await hub.channelDeliveries.endWaiting(
    { endpoint: id, occasion: 'CHALLENGE' },
    { state: 'CANCELLED', cause: 'SUPERSEDED', at: hub.clock.now() },
  );
  await sendChallenge(hub, found.value);
  return found;
};

/** With the code that the challenge brought. A webhook proves itself by its answer. */
export const proveEndpoint = async (
  hub: EndpointDeps,
  actor: Actor,
  id: string,
  code: string,
): Promise<Outcome<Endpoint>> => {
  const found = await administered(hub, actor, id);
  if (!found.ok) return found;
  if (found.value.channel !== 'MAIL') return refused(provesItself());
  const challenge = await hub.channelDeliveries.lastTo(id, 'CHALLENGE');
  const now = hub.clock.now();
  const isInTime = challenge !== null && now.getTime() - challenge.at.getTime() < CODE_MS;
  if (!isInTime || !isSameCode(code, challengeCode(hub, challenge._id))) {
    return refused(wrongCode());
  }
  const proved = await changed(hub, actor, { id, event: 'endpoint.proved' }, async (endpoint, session) => {
    if (endpoint.state === 'REMOVED') return notFound('$.endpoint');
    const known = await provedProblem(hub, endpoint, session);
    if (known !== null) return refused(known);
    await hub.suppressions.lift(addressDigest(hub, endpoint.address), id, session);
    return accepted(PROVED(now));
  });
  return proved;
};

const wrongCode = () =>
  problem(
    'ENDPOINT_CODE_WRONG',
    '$.code',
    'This is not the code of the mail that was sent last, or it is over.',
    'Compare it with the mail, or have a new code sent.',
  );

const provesItself = () =>
  problem(
    'ENDPOINT_CODE_WRONG',
    '$.code',
    'A webhook is proved by its answer to the challenge, not by a code.',
    'Have a new challenge sent.',
  );

export const PROVED = (now: Date) =>
  ({
    state: 'ACTIVE',
    cause: null,
    verifiedAt: now,
    returnedAt: null,
    failures: 0,
    failingSince: null,
    restsUntil: null,
    asksUntil: null,
    failedAt: null,
    failingDays: 0,
  }) as const satisfies Partial<Endpoint>;

const REVIVED_MS = 30 * 24 * 3_600_000;

/** One that was disabled gets what has not arrived there: of the last thirty days, and whatever corrects or recalls. */
export const reviveAt = async (
  { channelDeliveries, clock }: Pick<Hub, 'channelDeliveries' | 'clock'>,
  endpoint: string,
  session: Session,
): Promise<void> => {
  const now = clock.now();
  const since = new Date(now.getTime() - REVIVED_MS);
  await channelDeliveries.revive(endpoint, { since, now }, session);
};

const MOST_OVERLAP_HOURS = 168;
/** The current one, and former ones: each signs every post. */
const MOST_SECRETS = 3;

/** Both secrets sign for `overlapHours`, at most a week; of the former ones the newest two. */
export const rotateSecret = async (
  hub: EndpointDeps,
  actor: Actor,
  id: string,
  { overlapHours, kind }: { readonly overlapHours: number; readonly kind: 'HMAC' | 'ED25519' },
): Promise<Outcome<Pick<Added, 'endpoint'> & { readonly secret: ShownSecret }>> => {
  const found = await administered(hub, actor, id);
  if (!found.ok) return found;
  if (!Number.isInteger(overlapHours) || overlapHours < 0 || overlapHours > MOST_OVERLAP_HOURS) {
    return refused(
      problem(
        'EXPIRY_OUT_OF_RANGE',
        '$.overlapHours',
        `The overlap is a whole number of hours from 0 to ${MOST_OVERLAP_HOURS}.`,
        'Use 24.',
      ),
    );
  }
  if (found.value.channel !== 'WEBHOOK') return refused(unproved());
  const fresh = await freshSecret(hub, id, kind);
  if (!fresh.ok) return fresh;
  const { row, shown } = fresh.value;
  const now = hub.clock.now();
  await hub.members.write(async (session) => {
    await hub.endpointSecrets.endCurrent(id, new Date(now.getTime() + overlapHours * 3_600_000), session);
    await hub.endpointSecrets.put({ ...row, createdAt: now }, session);
    await hub.endpointSecrets.keepNewest(id, MOST_SECRETS, session);
    const about = { members: [actor.member.id], subject: id, made: row._id, facts: { kind, overlapHours } };
    await recordAct(hub, { event: 'endpoint.rotated', by: actor, ...about }, session);
  });
  return accepted({ endpoint: found.value, secret: shown });
};

/** The one that was made before under the Idempotency-Key of this request, while it is the current one. */
export const rotatedBefore = async (
  hub: EndpointDeps,
  actor: Actor,
  id: string,
  secret: string,
): Promise<Outcome<Added>> => {
  const found = await administered(hub, actor, id);
  return found.ok ? accepted({ endpoint: found.value, secret: await shownAgain(hub, id, secret) }) : found;
};

/** The id of the delivery that brings it; the one before where that waits yet. */
export const testEndpoint = async (hub: EndpointDeps, actor: Actor, id: string): Promise<Outcome<string>> => {
  const found = await administered(hub, actor, id);
  if (!found.ok) return found;
  if (found.value.state !== 'ACTIVE' && found.value.state !== 'PAUSED') return refused(unproved());
  const last = await hub.channelDeliveries.lastTo(id, 'TEST');
  if (last?.state === 'PENDING' || last?.state === 'RETRYING') return accepted(last._id);
  const now = hub.clock.now();
  const row = newMessage(found.value, { occasion: 'TEST', key: hub.entropy.uuid(), dueAt: now }, now);
  await hub.database.transaction((session) => hub.channelDeliveries.ensure([row], session));
  return accepted(row._id);
};

/** Nothing goes there once this is answered; its address and secrets are gone. */
export const removeEndpoint = async (
  hub: EndpointDeps,
  actor: Actor,
  id: string,
): Promise<Outcome<Endpoint>> => {
  const found = await administered(hub, actor, id, { byAdmin: true });
  if (!found.ok) return found;
  const { member, person } = found.value;
  const now = hub.clock.now();
  const removed = await hub.members.narrow(async (session) => {
    const current = await hub.endpoints.byId(id, session);
    const after: Endpoint = { ...(current ?? found.value), ...WITHOUT_ADDRESS };
    await hub.endpoints.save(after, session);
    await hub.endpointSecrets.removeOf(id, session);
    await hub.channelDeliveries.endWaiting(
      { endpoint: id },
      { state: 'CANCELLED', cause: 'ENDPOINT_NOT_ACTIVE', at: now },
      session,
    );
    const about = { members: [member], subject: id, ...(person === null ? {} : { person }) };
    await recordAct(hub, { event: 'endpoint.removed', by: actor, ...about }, session);
    return after;
  });
  await confirmEverywhere(hub);
  return accepted(removed);
};

const unproved = () =>
  problem(
    'ENDPOINT_UNPROVED',
    '$.endpoint',
    'The endpoint is not proved, is disabled, or is no webhook.',
    'Prove it first.',
  );

/** What the actor may see: its own, and for a member-admin those of the member and of its persons. The oldest first. */
export const listEndpoints = async (hub: Pick<Hub, 'endpoints'>, actor: Actor): Promise<Endpoint[]> => {
  const all = await hub.endpoints.listed(actor.member.id);
  const isAdmin = mayAdminister(actor).allowed;
  return all.filter((endpoint) => isAdmin || isOwn(actor, endpoint));
};
