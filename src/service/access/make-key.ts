// Makes a key: a person for itself, a member's administrator for a machine or a wall screen of the member. Nobody makes one for
// another person, and no key has more than whoever makes it may give.
import { SCOPES, type Scope } from '../../domain/access/scopes.ts';
import type { Actor, Role } from '../../domain/member.ts';
import { ROLES } from '../../domain/member.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import { isBlank } from '../../domain/reading/seen-text.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { mayGrant, mayMachineHave } from '../../policy/grants.ts';
import type { KeyRow } from '../../store/access/keys.ts';
import type { Session } from '../../store/connect.ts';
import { recordAct } from '../audit/record-act.ts';
import { parsedRange } from './address-range.ts';
import { type FreshToken, newToken } from './token.ts';

/** OWN: of the person who makes it. MACHINE: of a machine of the member. SCREEN: of a wall screen, which only reads. */
export const KEY_KINDS = ['OWN', 'MACHINE', 'SCREEN'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

export type KeyDraft = {
  readonly kind: KeyKind;
  readonly label: string;
  /** OWN: some of the person's; all of them when absent. MACHINE: at least one. */
  readonly roles?: readonly Role[];
  /** No limits when absent. */
  readonly scopes?: readonly Scope[];
  /** CIDR; anywhere when absent. */
  readonly ranges?: readonly string[];
  readonly days?: number;
};

export type KeyDeps = Pick<
  Hub,
  'members' | 'persons' | 'keys' | 'directory' | 'clock' | 'entropy' | 'acts' | 'entries' | 'config'
>;

export type MadeKey = { readonly key: KeyRow; readonly token: string };

const DAY_MS = 24 * 3_600_000;
export const MAX_DAYS = 730;
const DEFAULT_DAYS = 365;
/** A screen hangs where visitors pass. */
export const SCREEN_DAYS = 90;
export const MAX_LABEL = 200;
export const MAX_RANGES = 20;
const MOST_OF_PERSON = 50;
const MOST_OF_MEMBER = 500;

export const makeKey = async (hub: KeyDeps, actor: Actor, draft: KeyDraft): Promise<Outcome<MadeKey>> => {
  const problems = [...rightProblems(actor, draft), ...draftProblems(draft), ...placeProblems(hub, draft)];
  if (problems.length > 0) return refused(...problems);
  const fresh = newToken(hub.entropy, 'hub');
  const key = rowOf(hub, actor, draft, fresh);
  const outcome = await hub.members.change(async (session): Promise<Outcome<MadeKey>> => {
    if (await isFull(hub, actor, draft, session)) return refused(tooManyKeys());
    await hub.keys.put(key, session);
    await recordAct(
      hub,
      {
        event: 'key.created',
        by: actor,
        members: [actor.member.id],
        subject: key._id,
        ...(draft.kind === 'OWN' && actor.person !== null ? { person: actor.person } : {}),
        facts: {
          kind: draft.kind,
          roles: key.roles ?? [],
          scopes: key.scopes ?? [],
          ranges: key.ranges ?? [],
        },
      },
      session,
    );
    return accepted({ key, token: fresh.token });
  });
  hub.directory.forget();
  return outcome;
};

const rightProblems = (actor: Actor, { kind, roles = [] }: KeyDraft): Problem[] => {
  // A key with limits would otherwise make itself one without.
  if (actor.scopes !== undefined) return [limitedMaker()];
  if (kind === 'OWN') {
    if (actor.person === null) return [personNeeded()];
    return roles.flatMap((role, at) =>
      actor.roles.includes(role) ? [] : [notYours(at, 'You do not have this role yourself.')],
    );
  }
  const permission = mayAct(actor, 'key.create', null);
  if (!permission.allowed) return [permission.problem];
  if (kind === 'SCREEN') return roles.some((role) => role !== 'reader') ? [screenReads()] : [];
  if (roles.length === 0) {
    return [
      problem(
        'ROLES_MISSING',
        '$.roles',
        'A key of a machine has at least one role.',
        'Give one or several.',
      ),
    ];
  }
  return roles.flatMap((role, at) => {
    if (!ROLES.includes(role)) {
      return [
        problem(
          'ROLE_UNKNOWN',
          `$.roles[${at}]`,
          `There is no role "${role}".`,
          `Use one of ${ROLES.join(', ')}.`,
        ),
      ];
    }
    if (!mayMachineHave(role)) return [notYours(at, 'This role is for persons.')];
    return mayGrant(actor.roles, role) ? [] : [notYours(at, `You may not grant the role ${role}.`)];
  });
};

const draftProblems = ({ kind, label, scopes = [], ranges = [], days }: KeyDraft): Problem[] => {
  const most = kind === 'SCREEN' ? SCREEN_DAYS : MAX_DAYS;
  const isTime = days === undefined || (Number.isInteger(days) && days >= 1 && days <= most);
  return [
    ...(!isBlank(label) && label.length <= MAX_LABEL
      ? []
      : [
          problem(
            'LABEL_MISSING',
            '$.label',
            `A label has 1 to ${MAX_LABEL} characters.`,
            'Say what the key is for.',
          ),
        ]),
    ...scopes.flatMap((scope, at) =>
      SCOPES.includes(scope)
        ? []
        : [
            problem(
              'SCOPE_UNKNOWN',
              `$.scopes[${at}]`,
              `There is no scope "${scope}".`,
              `Use some of ${SCOPES.join(', ')}.`,
            ),
          ],
    ),
    ...(ranges.length > MAX_RANGES
      ? [problem('TOO_MANY', '$.ranges', `At most ${MAX_RANGES} networks.`, 'Give wider ones.')]
      : []),
    ...ranges.flatMap((range, at) => (parsedRange(range) === null ? [malformedRange(range, at)] : [])),
    ...(isTime
      ? []
      : [
          problem(
            'EXPIRY_OUT_OF_RANGE',
            '$.days',
            `A key is valid for 1 to ${most} days.`,
            'Rotate it before it expires.',
          ),
        ]),
  ];
};

/** Where nobody knows from where a caller comes, a key for some networks would be refused wherever it is used. */
export const mayLimitToRanges = ({ config }: Pick<Hub, 'config'>): boolean => config.proxies !== null;

const placeProblems = (hub: Pick<Hub, 'config'>, { ranges = [] }: KeyDraft): Problem[] =>
  ranges.length === 0 || mayLimitToRanges(hub)
    ? []
    : [
        problem(
          'ADDRESSES_UNKNOWN',
          '$.ranges',
          'This hub does not know the addresses of its callers, so a key for some networks alone would work nowhere.',
          'Leave the networks out, or have whoever runs the hub set TOCSIN_PROXIES (127.0.0.1 where nothing is in front of it).',
        ),
      ];

/** As old hubs see it: a key with limits does not exist for them, since they would not keep the limits. */
export const limitedFields = (
  hash: string,
  { scopes = [], ranges = [] }: Pick<KeyDraft, 'scopes' | 'ranges'>,
): Pick<KeyRow, 'hash' | 'limitedHash' | 'scopes' | 'ranges'> => {
  const isLimited = scopes.length > 0 || ranges.length > 0;
  return {
    hash: isLimited ? '' : hash,
    limitedHash: isLimited ? hash : null,
    scopes: [...new Set(scopes)],
    ranges: [...new Set(ranges)],
  };
};

const rowOf = (hub: KeyDeps, actor: Actor, draft: KeyDraft, fresh: FreshToken): KeyRow => {
  const isOwn = draft.kind === 'OWN';
  const roles = draft.kind === 'SCREEN' ? (['reader'] as const) : [...new Set(draft.roles ?? [])];
  const days = draft.days ?? (draft.kind === 'SCREEN' ? SCREEN_DAYS : DEFAULT_DAYS);
  const now = hub.clock.now();
  return {
    _id: fresh.id,
    ...limitedFields(fresh.hash, draft),
    member: actor.member.id,
    role: roles[0] ?? actor.roles[0] ?? 'reader',
    roles: [...roles],
    person: isOwn ? (actor.formerName ?? actor.person) : null,
    label: draft.label,
    createdAt: now,
    expiresAt: new Date(now.getTime() + days * DAY_MS),
    revokedAt: null,
    lastUsedAt: null,
    replacedBy: null,
  };
};

const isFull = async (hub: KeyDeps, actor: Actor, { kind }: KeyDraft, session: Session): Promise<boolean> => {
  if (kind === 'OWN' && actor.person !== null) {
    const names = [actor.person, ...(actor.formerName === undefined ? [] : [actor.formerName])];
    return (await hub.keys.ofPerson(names, session)).length >= MOST_OF_PERSON;
  }
  return (await hub.keys.countOfMachines(actor.member.id, session)) >= MOST_OF_MEMBER;
};

const personNeeded = (): Problem =>
  problem(
    'PERSON_NEEDED',
    '$.kind',
    'Only a person makes a key of its own.',
    'Sign in as yourself; a member-admin makes keys for machines.',
  );
const limitedMaker = (): Problem =>
  problem('KEY_LIMITED', '$', 'A key with scopes makes no keys.', 'Sign in, or use a key without scopes.');
const notYours = (at: number, message: string): Problem =>
  problem(
    'ROLE_NOT_YOURS_TO_GRANT',
    `$.roles[${at}]`,
    message,
    'docs/roles.generated.md says which role grants which.',
  );
const screenReads = (): Problem =>
  problem('SCREEN_ONLY_READS', '$.roles', 'A screen has the role reader alone.', 'Leave the roles out.');
const malformedRange = (range: string, at: number): Problem =>
  problem(
    'RANGE_MALFORMED',
    `$.ranges[${at}]`,
    `"${range}" is not a network.`,
    'Write it as CIDR, such as 203.0.113.0/24 or 2001:db8::/48.',
  );
const tooManyKeys = (): Problem =>
  problem(
    'TOO_MANY_KEYS',
    '$',
    'There are as many keys as are allowed.',
    'Revoke those that are no longer used.',
  );
