// An empty hub at an origin of its own, founded by the pages as a browser would do it, with a passkey in software.
import type { Actor, Role } from '../../../src/domain/member.ts';
import type { Overrides } from '../../../src/hub.ts';
import { setProvider } from '../../../src/service/credential/administer-provider.ts';
import { issueSetupCode } from '../../../src/service/founding/setup-code.ts';
import { invitePerson } from '../../../src/service/person/invite-person.ts';
import { readSession } from '../../../src/service/session/read-session.ts';
import { openTestEndpoint, type TestEndpoint } from '../endpoint.ts';
import { freePort } from '../processes.ts';
import type { TestProvider } from './provider.ts';
import { type SoftPasskey, softPasskey } from './soft-passkey.ts';
import { fieldIn, openVisitor, optionsIn, type PageAnswer, type Visitor } from './visitor.ts';

const MANY = '1000000';

export type SignInWorld = {
  readonly endpoint: TestEndpoint;
  readonly origin: string;
  /** Another browser. */
  visitor(): Visitor;
};

/** `at`: where browsers reach it; by default this machine. */
export const openSignInWorld = async (
  overrides: Overrides & { readonly env?: NodeJS.ProcessEnv } = {},
): Promise<SignInWorld> => {
  const port = await freePort();
  const origin = overrides.env?.['TOCSIN_ORIGIN'] ?? `http://localhost:${port}`;
  const endpoint = await openTestEndpoint({
    ...overrides,
    isEmpty: true,
    env: {
      TOCSIN_PORT: String(port),
      TOCSIN_ORIGIN: origin,
      TOCSIN_SIGN_INS_PER_MINUTE: MANY,
      TOCSIN_KEY_FAILURES_PER_MINUTE: MANY,
      TOCSIN_REQUESTS_PER_SECOND: MANY,
      TOCSIN_REQUEST_BURST: MANY,
      TOCSIN_NOT_FOUND_MS: '1',
      ...overrides.env,
    },
  });
  return { endpoint, origin, visitor: () => openVisitor(origin, endpoint.url) };
};

export const FOUNDER = {
  memberName: 'Aldermark Cyber Agency',
  slug: 'aldermark-cyber-agency',
  kind: 'AGENCY',
  country: 'XA',
  sectors: ['public-administration'],
  mayPublish: 'yes',
  name: 'Ana Costa',
  handle: 'a.costa',
  timeZone: 'Europe/Lisbon',
} as const;

export type Founder = {
  readonly visitor: Visitor;
  readonly passkey: SoftPasskey;
  readonly answer: PageAnswer;
};

export const setupCode = async ({ endpoint }: SignInWorld): Promise<string> => {
  const issued = await issueSetupCode(endpoint.hub);
  if (!issued.ok) throw new Error(issued.problems[0]?.message);
  return issued.value.code;
};

/** `printed`: the code of its machine; a new one when absent. */
export const found = async (world: SignInWorld, printed?: string): Promise<Founder> => {
  const code = printed ?? (await setupCode(world));
  const visitor = world.visitor();
  const details = await visitor.send('/setup', { code });
  const passkey = softPasskey(world.origin);
  const made = passkey.create(optionsIn(details.text, 'create'));
  const answer = await visitor.send('/setup', { ...FOUNDER, code, passkey: JSON.stringify(made) });
  return { visitor, passkey, answer };
};

/** Somebody new who was invited on the machine of the hub and has joined with a passkey. */
export const joined = async (
  world: SignInWorld,
  { handle, role, member }: { readonly handle: string; readonly role: Role; readonly member: string },
): Promise<{ readonly visitor: Visitor; readonly passkey: SoftPasskey }> => {
  const facts = { member, handle, name: handle, roles: [role] };
  const invited = await invitePerson(world.endpoint.hub, { way: 'HOST' }, facts);
  if (!invited.ok) throw new Error(invited.problems[0]?.message);
  const visitor = world.visitor();
  const page = await visitor.get(`/join?link=${invited.value.link.token}`);
  const passkey = softPasskey(world.origin);
  const made = JSON.stringify(passkey.create(optionsIn(page.text, 'create')));
  await visitor.send('/join', { link: invited.value.link.token, passkey: made });
  return { visitor, passkey };
};

/** Whom the session of a browser belongs to. */
export const actorIn = async ({ endpoint }: SignInWorld, visitor: Visitor): Promise<Actor> => {
  const signedIn = await readSession(endpoint.hub, visitor.cookies.get('__Host-tocsin') ?? '');
  if (signedIn === null) throw new Error('Nobody is signed in.');
  return signedIn.actor;
};

/** Signs in with a passkey in another browser. */
export const signIn = async (world: SignInWorld, passkey: SoftPasskey, visitor = world.visitor()) => {
  const page = await visitor.get('/sign-in');
  const answer = await visitor.send('/sign-in', {
    passkey: JSON.stringify(passkey.get(optionsIn(page.text, 'get'))),
  });
  return { visitor, answer };
};

/** The token of the session's forms. */
export const tokenOn = async (visitor: Visitor): Promise<string> =>
  fieldIn((await visitor.get('/account')).text, 'token');

/** The founder's member lets in whoever signs in at the provider; the founder as the actor that made it so. */
export const withProvider = async (
  { endpoint: { hub } }: SignInWorld,
  { visitor }: Founder,
  { issuer, clientId, clientSecret }: TestProvider,
): Promise<{ readonly admin: Actor; readonly providerId: string }> => {
  const signedIn = await readSession(hub, visitor.cookies.get('__Host-tocsin') ?? '');
  if (signedIn === null) throw new Error('The founder is not signed in.');
  const kept = await setProvider(hub, signedIn.actor, {
    name: 'Accounts',
    issuer,
    clientId,
    clientSecret,
    isShown: false,
    admits: 'ALL',
    groupClaim: null,
    groups: [],
    rolesOfAll: ['reader'],
  });
  if (!kept.ok) throw new Error(JSON.stringify(kept.problems));
  return { admin: signedIn.actor, providerId: kept.value.id };
};
