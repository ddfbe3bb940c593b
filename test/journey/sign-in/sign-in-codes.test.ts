// The codes of founding and signing in, each where it is found.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/domain/member.ts';
import { afterFailure } from '../../../src/http/sign-in/attempts.ts';
import type { Visit } from '../../../src/http/sign-in/page.ts';
import { speechOf } from '../../../src/http/sign-in/words/speech.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { removeOwnWayIn } from '../../../src/service/credential/add-credential.ts';
import { joinByPasskey } from '../../../src/service/credential/join-by-link.ts';
import { issueRecovery, signInByCode } from '../../../src/service/credential/recovery/recover.ts';
import { signInByPasskey } from '../../../src/service/credential/sign-in.ts';
import { readSetup } from '../../../src/service/founding/setup-code.ts';
import { invitePerson } from '../../../src/service/person/invite-person.ts';
import { readSession } from '../../../src/service/session/read-session.ts';
import { codes } from '../../support/outcome.ts';
import {
  FOUNDER,
  type Founder,
  found,
  openSignInWorld,
  type SignInWorld,
  signIn,
} from '../../support/sign-in/founded.ts';

let world: SignInWorld;
let admin: Actor;
let founder: Founder;
const VISITOR = { range: null, browser: null };
beforeAll(async () => {
  world = await openSignInWorld({ env: { TOCSIN_SIGN_INS_PER_MINUTE: '1', TOCSIN_SHARED_LIMITS: 'false' } });
}, 60_000);
afterAll(() => world.endpoint.close());

test('on an empty hub', async () => {
  const { hub } = world.endpoint;
  expect(codes(await readSetup(hub, 'no code'))).toEqual(['SETUP_CODE_INVALID $.code']);
});

test('of a founded hub', async () => {
  const { hub } = world.endpoint;
  founder = await found(world);
  const signedIn = await readSession(hub, founder.visitor.cookies.get('__Host-tocsin') ?? '');
  if (signedIn === null) throw new Error('The founder is not signed in.');
  admin = signedIn.actor;
  expect(codes(await readSetup(hub, 'no code'))).toEqual(['HUB_FOUNDED $']);
  expect(codes(await signInByPasskey(hub, {}, VISITOR))).toEqual(['SIGN_IN_REFUSED $']);
  const [own] = await hub.credentials.ofPerson(admin.person ?? '');
  expect(codes(await removeOwnWayIn(hub, admin, own?.id ?? ''))).toEqual(['CREDENTIAL_LAST $.credential']);
  const typed = { name: `${FOUNDER.slug}/${FOUNDER.handle}`, code: '123', from: null, isCounted: true };
  expect(codes(await signInByCode(hub, typed, VISITOR))).toEqual(['RECOVERY_CODE_MISTYPED $.code']);
});

test('of somebody invited', async () => {
  const { hub } = world.endpoint;
  const invited = await invitePerson(hub, admin, { handle: 'b', name: 'B', roles: ['analyst'] });
  if (!invited.ok) throw new Error(invited.problems[0]?.message);
  const { person, link } = invited.value;
  const joined = await joinByPasskey(hub, { token: link.token, passkey: {} }, VISITOR);
  expect(codes(joined)).toEqual(['PASSKEY_INVALID $.passkey']);
  expect(codes(await issueRecovery(hub, admin, person.id))).toEqual(['RECOVERY_OF_INACTIVE $.person']);
  const payload = { person: person.id };
  const proposed = await propose(hub, admin, { kind: 'RECOVER_LAST_ADMIN', payload, note: null });
  expect(codes(proposed)).toEqual(['RECOVERY_NOT_OF_LAST $.payload.person']);
});

test('of pages: another host, another origin, too many attempts', async () => {
  const visitor = world.visitor();
  const misdirected = await visitor.get('/sign-in', { host: 'hub.example.org' });
  expect([misdirected.status, misdirected.text]).toEqual([421, expect.stringContaining('HOST_MISDIRECTED')]);
  const foreign = await visitor.send('/sign-in', {}, { origin: 'https://evil.example.org' });
  expect([foreign.status, foreign.text]).toEqual([403, expect.stringContaining('ORIGIN_FOREIGN')]);
  await visitor.send('/sign-in', {});
  const limited = await visitor.send('/sign-in', {});
  expect([limited.status, limited.text]).toEqual([429, expect.stringContaining('too many attempts')]);
  // Whoever fails too often keeps nobody out who has what it takes, here where the hub cannot tell addresses apart.
  expect((await signIn(world, founder.passkey)).answer.status).toBe(303);
  expect((await signIn(world, founder.passkey)).answer.status).toBe(303);
  const deps = { signIns: { take: async () => 12.3 } };
  const speech = speechOf({ headers: {}, url: '/sign-in', method: 'POST' });
  const problem = await afterFailure({ deps, address: '192.0.2.7', speech } as unknown as Visit);
  expect(problem).toMatchObject({ code: 'SIGN_INS_LIMITED', remedy: 'Wait 13 seconds, then try again.' });
});
