// Signing in tells nobody who is known: names with and without a code, passkeys that somebody has and that nobody has.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { recoveryCodeFrom } from '../../src/domain/access/recovery-code.ts';
import { passkeyId, passkeyToAsk } from '../../src/service/credential/passkeys.ts';
import { CAST } from '../support/cast.ts';
import { letSignIn } from '../support/publish.ts';
import { softPasskey } from '../support/sign-in/soft-passkey.ts';
import type { Asked, Oracle, Side } from './oracle.ts';
import { times } from './pool.ts';
import type { TimeWorld } from './time-world.ts';

/** A form of a page of the hub. */
const form = ({ endpoint: { hub } }: TimeWorld, path: string, fields: Record<string, string>): Asked => ({
  method: 'POST',
  path,
  headers: {
    host: new URL(hub.origin).host,
    origin: hub.origin,
    'content-type': 'application/x-www-form-urlencoded',
  },
  body: new URLSearchParams(fields).toString(),
});

const { slug } = CAST.xbCsirt;
const HOUR_MS = 3_600_000;
/** Names of each sort, so that tries at once are not all of one. */
const POOL = 24;

const recovery: Oracle = {
  name: 'POST /sign-in/recovery: a name',
  isHeld: true,
  sides: async (world) => {
    const { hub } = world.endpoint;
    const handles = (name: string): string[] => times(POOL, (at) => `${name}-${at}`);
    const persons = [...handles('waiting'), ...handles('known')].map((handle) => `${slug}/${handle}`);
    await letSignIn(world.endpoint, ...persons);
    const { byHandle } = await hub.directory.current();
    const now = hub.clock.now();
    await hub.members.change(async (session) => {
      for (const handle of handles('waiting')) {
        const row = {
          _id: byHandle.get(`${slug}/${handle}`)?.id ?? '',
          hash: randomBytes(32).toString('hex'),
          issuedBy: 'MEMBER_ADMIN' as const,
          createdAt: now,
          expiresAt: new Date(now.getTime() + HOUR_MS),
        };
        await hub.recoveries.issue(row, session);
      }
    });
    const side =
      (name: string): Side =>
      (nth) =>
        form(world, '/sign-in/recovery', {
          person: `${slug}/${name}-${nth % POOL}`,
          code: recoveryCodeFrom(randomBytes(14)),
        });
    return { unknown: side('nobody'), known: side('known'), waiting: side('waiting') };
  },
};

const passkey: Oracle = {
  name: 'POST /sign-in: a passkey',
  isHeld: true,
  sides: async (world, requests) => {
    const { hub } = world.endpoint;
    await letSignIn(world.endpoint, `${slug}/keyed`);
    const person = (await hub.directory.current()).byHandle.get(`${slug}/keyed`);
    const [known, unknown] = [softPasskey(hub.origin), softPasskey(hub.origin)];
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const point = [Buffer.from(x, 'base64url'), Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')];
    await hub.members.change((session) =>
      hub.credentials.add(
        {
          id: passkeyId(known.credentialId),
          kind: 'PASSKEY',
          member: CAST.xbCsirt.id,
          person: person?.id ?? '',
          roles: [],
          label: '',
          createdAt: hub.clock.now(),
          expiresAt: null,
          lastUsedAt: null,
          endedAt: null,
          credentialId: known.credentialId,
          publicKey: Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), ...point]).toString(
            'base64url',
          ),
          counter: 0,
        },
        session,
      ),
    );
    const asked = await Promise.all(times(requests, () => passkeyToAsk(hub)));
    const side =
      (of: typeof known): Side =>
      (nth) => {
        const options = asked[nth % asked.length] as { challenge: string; rpId: string };
        return form(world, '/sign-in', { passkey: JSON.stringify(of.get(options)) });
      };
    return { unknown: side(unknown), known: side(known) };
  },
};

export const SIGN_IN_ORACLES: readonly Oracle[] = [recovery, passkey];
