// Registers an endpoint. Nothing but a challenge goes to it until somebody has shown that the address is theirs.
import type { Endpoint, EndpointForm } from '../../../domain/channel/endpoint.ts';
import { isMailAddress } from '../../../domain/channel/mail-address.ts';
import type { Tlp } from '../../../domain/marking.ts';
import type { Actor } from '../../../domain/member.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../../domain/problem.ts';
import { canEncryptFor } from '../../../exchange/smime/enveloped.ts';
import type { Hub } from '../../../hub.ts';
import type { Session } from '../../../store/connect.ts';
import type { SignatureKind } from '../../../store/delivery/endpoint-secrets.ts';
import { MOST_ENDPOINTS } from '../../../store/delivery/endpoints.ts';
import { recordAct } from '../../audit/record-act.ts';
import { newMessage } from '../new-channel-delivery.ts';
import { mayAdminister } from './may-administer.ts';
import { freshSecret, type ShownSecret } from './secrets.ts';

export type EndpointDeps = Pick<
  Hub,
  | 'endpoints'
  | 'endpointSecrets'
  | 'secrets'
  | 'counters'
  | 'hubLeases'
  | 'channelDeliveries'
  | 'allowedRanges'
  | 'suppressions'
  | 'outbound'
  | 'members'
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

/** With the secret that signs to a webhook, which is shown once. */
export type Added = { readonly endpoint: Endpoint; readonly secret: ShownSecret | null };

const MOST_LABEL = 80;
const MOST_URL = 2_000;

export const addWebhook = async (
  hub: EndpointDeps,
  actor: Actor,
  draft: WebhookDraft,
): Promise<Outcome<Added>> => {
  const permission = mayAdminister(actor);
  if (!permission.allowed) return refused(permission.problem);
  const broken = [...labelProblems(draft.label), ...ceilingProblems(draft.ceiling, null)];
  const refusal = addressProblem(draft.address);
  if (refusal !== null) broken.push(refusal);
  if (broken.length > 0) return refused(...broken);
  // Resolved here too, so that whoever gives a private address is told at once; it is judged again at each connection.
  if (!(await hub.outbound.webhooks.mayReach(draft.address, await hub.allowedRanges.all())))
    return refused(notPublic());
  const { signature, ...facts } = draft;
  return added(hub, actor, { ...facts, channel: 'WEBHOOK', person: null, certificate: null }, signature);
};

export const addMailAddress = async (
  hub: EndpointDeps,
  actor: Actor,
  { isOwn, ...draft }: MailDraft,
): Promise<Outcome<Added>> => {
  const person = isOwn ? actor.person : null;
  if (person === null) {
    const permission = mayAdminister(actor);
    if (!permission.allowed) return refused(permission.problem);
  }
  const broken = [
    ...labelProblems(draft.label),
    ...ceilingProblems(draft.ceiling, person),
    ...(isMailAddress(draft.address) ? [] : [notUsable()]),
    ...certificateProblems(draft.certificate, hub.clock.now()),
  ];
  if (broken.length > 0) return refused(...broken);
  return added(hub, actor, { ...draft, channel: 'MAIL', person }, null);
};

type NewEndpoint = Pick<
  Endpoint,
  'address' | 'label' | 'form' | 'ceiling' | 'channel' | 'person' | 'certificate'
>;

const added = async (
  hub: EndpointDeps,
  actor: Actor,
  draft: NewEndpoint,
  signature: SignatureKind | null,
): Promise<Outcome<Added>> => {
  const { form, ceiling, channel, person } = draft;
  const known = await hub.endpoints.listed(actor.member.id);
  if (known.length >= MOST_ENDPOINTS) return refused(tooMany());
  const now = hub.clock.now();
  const id = `endpoint--${hub.entropy.uuid()}`;
  const secret = signature === null ? null : await freshSecret(hub, id, signature);
  if (secret?.ok === false) return secret;
  const endpoint: Endpoint = {
    ...draft,
    id,
    member: actor.member.id,
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
  };
  await hub.members.change(async (session) => {
    await hub.endpoints.save(endpoint, session);
    if (secret !== null) await hub.endpointSecrets.put({ ...secret.value.row, createdAt: now }, session);
    await sendChallenge(hub, endpoint, session);
    const facts = { channel, form, ceiling };
    const about = {
      members: [actor.member.id],
      subject: endpoint.id,
      ...(person === null ? {} : { person }),
    };
    await recordAct(hub, { event: 'endpoint.added', by: actor, ...about, facts }, session);
  });
  return accepted({ endpoint, secret: secret?.value.shown ?? null });
};

/** At once, before what waits. */
export const sendChallenge = async (
  hub: EndpointDeps,
  endpoint: Endpoint,
  session?: Session,
): Promise<void> => {
  const now = hub.clock.now();
  const message = { occasion: 'CHALLENGE', key: hub.entropy.uuid(), dueAt: now, isUrgent: true } as const;
  await hub.channelDeliveries.ensure([newMessage(endpoint, message, now)], session);
};

export const labelProblems = (label: string): Problem[] =>
  label.trim() !== '' && label.length <= MOST_LABEL && label.isWellFormed()
    ? []
    : [
        problem(
          label.trim() === '' ? 'TEXT_EMPTY' : 'TEXT_TOO_LONG',
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

const notUsable = (): Problem =>
  problem(
    'ADDRESS_NOT_USABLE',
    '$.address',
    'This is no address that the hub can send to.',
    'Give an https address without a user name, or one mail address.',
  );

const addressProblem = (address: string): Problem | null => {
  if (!URL.canParse(address) || address.length > MOST_URL) return notUsable();
  const { protocol, username, password, hash } = new URL(address);
  return protocol === 'https:' && username === '' && password === '' && hash === '' ? null : notUsable();
};

const notPublic = (): Problem =>
  problem(
    'ADDRESS_NOT_PUBLIC',
    '$.address',
    'The address is not public, or its port is neither 443 nor 8443.',
    'Use a public address, or ask the operators of the hub to allow its range.',
  );

const tooMany = (): Problem =>
  problem(
    'TOO_MANY',
    '$',
    `A member has at most ${MOST_ENDPOINTS} endpoints.`,
    'Remove one that is not used.',
  );
