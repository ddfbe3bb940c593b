// The code with which an empty hub is founded: made on its machine, valid once and for an hour.
import { createHash, timingSafeEqual } from 'node:crypto';
import { type ReadSetupCode, readSetupCode, setupCodeFrom } from '../../domain/access/setup-code.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import type { LinkRow } from '../../store/access/links.ts';

type SetupDeps = Pick<Hub, 'members' | 'accessLinks' | 'directory' | 'clock' | 'entropy'>;

const LIFE_MS = 3_600_000;
const CODE_BYTES = 25;

export type SetupCode = { readonly code: string; readonly expiresAt: Date };

/**
 * It takes the place of those before it. Refused on a hub that has members: nobody is put in charge of a partnership from
 * outside it.
 */
export const issueSetupCode = async (hub: SetupDeps): Promise<Outcome<SetupCode>> => {
  hub.directory.forget();
  if (!(await isEmpty(hub))) return refused(isFounded());
  const code = setupCodeFrom(hub.entropy.bytes(CODE_BYTES));
  const read = readSetupCode(code);
  if (read === null) throw new Error('A setup code does not read as one.');
  const now = hub.clock.now();
  const expiresAt = new Date(now.getTime() + LIFE_MS);
  const link: LinkRow = {
    _id: read.id,
    hash: hashOf(read),
    purpose: 'SETUP',
    member: null,
    person: null,
    createdBy: null,
    createdAt: now,
    expiresAt,
    usedAt: null,
    revokedAt: null,
  };
  await hub.members.change(async (session) => {
    await hub.accessLinks.revokeAll('SETUP', now, session);
    await hub.accessLinks.put(link, session);
  });
  return accepted({ code, expiresAt });
};

/** Whether nobody has founded it, and no sample was planted. */
export const isEmpty = async ({ directory }: Pick<Hub, 'directory'>): Promise<boolean> =>
  (await directory.current()).members.size === 0;

const hashOf = ({ letters }: ReadSetupCode): string =>
  createHash('sha256').update(`setup ${letters}`).digest('hex');

const NO_HASH = '0'.repeat(64);

/** The id of the code's link; refused when it is not one of this hub, was used, or is over. */
export const readSetup = async (
  hub: Pick<Hub, 'accessLinks' | 'clock' | 'directory'>,
  code: string,
): Promise<Outcome<string>> => {
  const read = readSetupCode(code);
  const row = read === null ? null : await hub.accessLinks.byId(read.id);
  const [given, kept] = [read === null ? NO_HASH : hashOf(read), row?.hash ?? NO_HASH];
  const isSame = timingSafeEqual(Buffer.from(given, 'hex'), Buffer.from(kept, 'hex'));
  if (!(await isEmpty(hub))) return refused(isFounded());
  const isOpen = row?.purpose === 'SETUP' && row.usedAt === null && row.revokedAt === null;
  if (row === null || !isSame || !isOpen || row.expiresAt <= hub.clock.now()) return refused(isWrong());
  return accepted(row._id);
};

const isWrong = (): Problem =>
  problem(
    'SETUP_CODE_INVALID',
    '$.code',
    'This code is not valid: mistyped, used, replaced, or older than an hour.',
    'Print a new one on the machine of the hub: tocsin init.',
  );

export const isFounded = (): Problem =>
  problem(
    'HUB_FOUNDED',
    '$',
    'This hub has members already.',
    'Sign in; the administrators of its organisations invite others.',
  );
