// Registers an endpoint. Nothing but a challenge goes to it until somebody has shown that the address is theirs.
import type { Endpoint, EndpointForm } from '../../../domain/channel/endpoint.ts';
import { isMailAddress } from '../../../domain/channel/mail-address.ts';
import type { Tlp } from '../../../domain/marking.ts';
import type { Actor } from '../../../domain/member.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../../domain/problem.ts';
import { isBlank } from '../../../domain/reading/seen-text.ts';
import { canEncryptFor } from '../../../exchange/smime/enveloped.ts';
import type { Hub } from '../../../hub.ts';
import type { SignatureKind } from '../../../store/delivery/endpoint-secrets.ts';
import { MOST_ENDPOINTS, MOST_OF_PERSON, MOST_OF_PERSONS } from '../../../store/delivery/endpoints.ts';
import { recordAct } from '../../audit/record-act.ts';
import {
  answerRow,
  type IdempotentRequest,
  idempotentRequest,
  storedAnswer,
} from '../../record/idempotency.ts';
import { knownProblem, ownPlaceOf } from './known-address.ts';
import { mayAdminister, mayUseOwn } from './may-administer.ts';
import { freshSecret, type ShownSecret, shownAgain } from './secrets.ts';
import { challengeProblem, sendChallenge } from './send-challenge.ts';

export type EndpointDeps = Pick<
  Hub,
  | 'endpoints'
  | 'endpointSecrets'
  | 'secrets'
  | 'counters'
  | 'hubLeases'
  | 'recoveries'
  | 'channelDeliveries'
  | 'allowedRanges'
  | 'suppressions'
  | 'outbound'
  | 'members'
  | 'database'
  | 'storage'
  | 'answers'
  | 'directory'
  | 'acts'
  | 'entries'
  | 'clock'
  | 'entropy'
  | 'nameKey'
  | 'signInKey'
>;

export type WebhookDraft = {
  readonly address: string;
  readonly label: string;
  readonly form: EndpointForm;
  readonly ceiling: Tlp;
  readonly signature: SignatureKind;
};

export type MailDraft = {
  readonly address: string;
  readonly label: string;
  readonly form: EndpointForm;
  readonly ceiling: Tlp;
  /** Of the person who asks; else the member's. */
  readonly isOwn: boolean;
  readonly certificate: string | null;
};

/** With the secret that signs to a webhook, which is shown once, and to who repeats the act under its Idempotency-Key. */
export type Added = { readonly endpoint: Endpoint; readonly secret: ShownSecret | null };

type AddOptions = { readonly idempotencyKey?: string | undefined };

const MOST_LABEL = 80;
const MOST_URL = 2_000;

export const addWebhook = async (
  hub: EndpointDeps,
  actor: Actor,
  draft: WebhookDraft,
  { idempotencyKey }: AddOptions = {},
): Promise<Outcome<Added>> => {
  const permission = mayAdminister(actor);
  if (!permission.allowed) return refused(permission.problem);
  const keyed = idempotentRequest(actor, 'add-webhook', idempotencyKey, draft);
  if (!keyed.ok) return keyed;
  const earlier = await addedBefore(hub, keyed.value);
  if (earlier !== null) return earlier;
  const broken = [...labelProblems(draft.label), ...ceilingProblems(draft.ceiling, null)];
  const refusal = addressProblem(draft.address);
  if (refusal !== null) broken.push(refusal);
  if (broken.length > 0) return refused(...broken);
  const full = await roomProblem(hub, actor, null);
  if (full !== null) return refused(full);
  // Resolved here too, so that whoever gives a private address is told at once; it is judged again at each connection.
  if (!(await hub.outbound.webhooks.mayReach(draft.address, await hub.allowedRanges.all())))
    return refused(notPublic());
  const { signature, ...facts } = draft;
  const endpoint = { ...facts, channel: 'WEBHOOK', person: null, certificate: null } as const;
  return added(hub, actor, endpoint, { signature, keyed: keyed.value });
};

export const addMailAddress = async (
  hub: EndpointDeps,
  actor: Actor,
  { isOwn, ...draft }: MailDraft,
  { idempotencyKey }: AddOptions = {},
): Promise<Outcome<Added>> => {
  const person = isOwn ? actor.person : null;
  const permission = person === null ? mayAdminister(actor) : mayUseOwn(actor);
  if (!permission.allowed) return refused(permission.problem);
  const keyed = idempotentRequest(actor, 'add-mail-address', idempotencyKey, { isOwn, ...draft });
  if (!keyed.ok) return keyed;
  const earlier = await addedBefore(hub, keyed.value);
  if (earlier !== null) return earlier;
  const full = await roomProblem(hub, actor, person);
  if (full !== null) return refused(full);
  const broken = [
    ...labelProblems(draft.label),
    ...ceilingProblems(draft.ceiling, person),
    ...(isMailAddress(draft.address)
      ? []
      : [notUsable('Give one mail address, such as desk@agency.example.')]),
    ...certificateProblems(draft.certificate, hub.clock.now()),
  ];
  if (broken.length > 0) return refused(...broken);
  return added(hub, actor, { ...draft, channel: 'MAIL', person }, { signature: null, keyed: keyed.value });
};

type NewEndpoint = Pick<
  Endpoint,
  'address' | 'label' | 'form' | 'ceiling' | 'channel' | 'person' | 'certificate'
>;

/** As kept for repeats, which get the endpoint as it is by then; a secret is not in it. */
type Answer = { readonly endpoint: string; readonly secret: string | null };

/** Null where this Idempotency-Key has added nothing. */
const addedBefore = async (
  hub: EndpointDeps,
  keyed: IdempotentRequest | null,
): Promise<Outcome<Added> | null> => {
  const stored = await storedAnswer<Answer>(hub, keyed);
  if (!stored.ok) return stored;
  if (stored.value === null) return null;
  const endpoint = await hub.endpoints.byId(stored.value.endpoint);
  if (endpoint === null || endpoint.state === 'REMOVED') return notFound('$.endpoint');
  return accepted({ endpoint, secret: await shownAgain(hub, endpoint.id, stored.value.secret) });
};

type How = { readonly signature: SignatureKind | null; readonly keyed: IdempotentRequest | null };

const added = async (
  hub: EndpointDeps,
  actor: Actor,
  draft: NewEndpoint,
  { signature, keyed }: How,
): Promise<Outcome<Added>> => {
  const { form, ceiling, channel, person } = draft;
  const { id: member } = actor.member;
  const known = await knownProblem(hub, actor, draft);
  if (known !== null) return refused(known);
  const unsent = await challengeProblem(hub, { member, address: draft.address }, '$.address');
  if (unsent !== null) return refused(unsent);
  const now = hub.clock.now();
  const id = `endpoint--${hub.entropy.uuid()}`;
  const secret = signature === null ? null : await freshSecret(hub, id, signature);
  if (secret?.ok === false) return secret;
  const endpoint: Endpoint = {
    ...draft,
    id,
    member,
    label: draft.label.trim(),
    state: 'UNPROVED',
    cause: null,
    createdAt: now,
    createdBy: actor.person,
    verifiedAt: null,
    lastDeliveredAt: null,
    failures: 0,
    failingSince: null,
    restsUntil: null,
    ownPlace: ownPlaceOf({ ...draft, member }),
  };
  const answer = answerRow(keyed, { endpoint: id, secret: secret?.value.row._id ?? null } satisfies Answer);
  await hub.storage.require('WORK');
  const written = await hub.database.transactionUnlessTaken(async (session) => {
    await hub.endpoints.save(endpoint, session);
    if (answer !== null) await hub.answers.keep({ ...answer, at: now }, session);
    if (secret !== null) await hub.endpointSecrets.put({ ...secret.value.row, createdAt: now }, session);
    await sendChallenge(hub, endpoint, session);
    const facts = { channel, form, ceiling };
    const about = {
      members: [actor.member.id],
      subject: endpoint.id,
      ...(person === null ? {} : { person }),
    };
    await recordAct(hub, { event: 'endpoint.added', by: actor, ...about, facts }, session);
    return true;
  });
  if (written === null) return takenMeanwhile(hub, actor, draft, keyed);
  return accepted({ endpoint, secret: secret?.value.shown ?? null });
};

/** The same act, or one with the same address, was faster. */
const takenMeanwhile = async (
  hub: EndpointDeps,
  actor: Actor,
  draft: NewEndpoint,
  keyed: IdempotentRequest | null,
): Promise<Outcome<Added>> => {
  const earlier = await addedBefore(hub, keyed);
  if (earlier !== null) return earlier;
  const known = await knownProblem(hub, actor, draft);
  if (known === null) throw new Error('a place is taken by an endpoint that is not there');
  return refused(known);
};

export const labelProblems = (label: string): Problem[] =>
  !isBlank(label) && label.length <= MOST_LABEL && label.isWellFormed()
    ? []
    : [
        problem(
          isBlank(label) ? 'TEXT_EMPTY' : 'TEXT_TOO_LONG',
          '$.label',
          `A label has 1 to ${MOST_LABEL} characters.`,
          'Say what the endpoint is for.',
        ),
      ];

export const ceilingProblems = (ceiling: Tlp, person: string | null): Problem[] =>
  ceiling === 'RED' && person === null
    ? [
        problem(
          'CEILING_TOO_HIGH',
          '$.ceiling',
          'TLP:RED is for persons, and goes to no endpoint of a member.',
          'Use a lower ceiling.',
        ),
      ]
    : [];

export const certificateProblems = (certificate: string | null, now: Date): Problem[] =>
  certificate === null || canEncryptFor(certificate, now)
    ? []
    : [
        problem(
          'CERTIFICATE_NOT_USABLE',
          '$.certificate',
          'It is no valid X.509 certificate in PEM with an RSA key of 2,048 bits or more.',
          'Give the certificate with which the address reads encrypted mail.',
        ),
      ];

const notUsable = (remedy: string): Problem =>
  problem('ADDRESS_NOT_USABLE', '$.address', 'This is no address that the hub can send to.', remedy);

const noWebAddress = (): Problem => notUsable('Give an https address without a user name.');

const addressProblem = (address: string): Problem | null => {
  if (!URL.canParse(address) || address.length > MOST_URL) return noWebAddress();
  const { protocol, username, password, hash } = new URL(address);
  return protocol === 'https:' && username === '' && password === '' && hash === '' ? null : noWebAddress();
};

const notPublic = (): Problem =>
  problem(
    'ADDRESS_NOT_PUBLIC',
    '$.address',
    'The address is not public, or its port is neither 443 nor 8443.',
    'Use a public address, or ask the operators of the hub to allow its range.',
  );

/** Persons cannot use up what their member needs for its machines, nor one person what the others need. */
const roomProblem = async (
  hub: Pick<Hub, 'endpoints'>,
  actor: Actor,
  person: string | null,
): Promise<Problem | null> => {
  const known = await hub.endpoints.listed(actor.member.id);
  const ofPersons = known.filter((each) => each.person !== null);
  const own = ofPersons.filter((each) => each.person === person);
  const isFull =
    person === null
      ? known.length - ofPersons.length >= MOST_ENDPOINTS - MOST_OF_PERSONS
      : own.length >= MOST_OF_PERSON || ofPersons.length >= MOST_OF_PERSONS;
  return isFull ? tooMany() : null;
};

const tooMany = (): Problem =>
  problem(
    'TOO_MANY',
    '$',
    `A member has at most ${MOST_ENDPOINTS - MOST_OF_PERSONS} endpoints of its own and ${MOST_OF_PERSONS} of its persons, a person ${MOST_OF_PERSON}.`,
    'Remove one that is not used.',
  );
