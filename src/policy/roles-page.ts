// The page of the roles, from the tables that decide: `npm run generate` writes docs/roles.generated.md.
import { type EffectiveTlp, TLP_LEVELS } from '../domain/marking.ts';
import { ROLES, type Role } from '../domain/member.ts';
import {
  APPROVALS,
  type ApprovalGrant,
  mayGrant,
  mayHold,
  mayRole,
  needsOwnership,
  needsPublishingMember,
  scopeFor,
  VERBS,
} from './grants.ts';
import { doesMarkingAllow, type Relation } from './relation.ts';

const YES = 'yes';
const NO = '–';

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

const RELATIONS: Readonly<Record<Relation, string>> = {
  OWN: 'published by its own member (OWN)',
  DIRECT: 'addressed, under TLP:RED by name (DIRECT)',
  CLIENT: 'declared client of an addressed member (CLIENT)',
  DEPENDENCY: 'reached by dependency (DEPENDENCY)',
};

const MARKINGS: readonly EffectiveTlp[] = [...TLP_LEVELS, 'UNKNOWN'];

const needsOf = (verb: (typeof VERBS)[number]): string =>
  [
    ...(needsPublishingMember(verb) ? ['a member that may publish'] : []),
    ...(needsOwnership(verb) ? ['the relation OWN'] : []),
  ].join(', ');

const acts = (): string =>
  table(
    ['act', ...ROLES, 'needs besides', 'scope of a key'],
    VERBS.map((verb) => [
      `\`${verb}\``,
      ...ROLES.map((role) => (mayRole([role], verb) ? YES : NO)),
      needsOf(verb),
      `\`${scopeFor(verb)}\``,
    ]),
  );

const shareIn = (role: Role, { propose, approve }: ApprovalGrant): string => {
  const shares = [
    ...(propose.includes(role) ? ['proposes'] : []),
    ...(approve.includes(role) ? ['approves'] : []),
  ];
  return shares.join(', ') || NO;
};

const circleOf = ({ approve }: ApprovalGrant): string => {
  if (!approve.includes('hub-operator')) return 'its member';
  return approve.length === 1 ? 'the hub' : 'its member; what a hub operator proposed, the hub';
};

const approvals = (): string =>
  table(
    ['kind', ...ROLES, 'approved within'],
    Object.entries(APPROVALS).map(([kind, grant]) => [
      `\`${kind}\``,
      ...ROLES.map((role) => shareIn(role, grant)),
      circleOf(grant),
    ]),
  );

const relations = (): string =>
  table(
    ['relation', ...MARKINGS],
    (Object.keys(RELATIONS) as Relation[]).map((relation) => [
      RELATIONS[relation],
      ...MARKINGS.map((tlp) => (doesMarkingAllow(tlp, relation) ? YES : NO)),
    ]),
  );

const holds = (role: Role, person: string | null, tlp: EffectiveTlp): boolean =>
  mayHold({ roles: [role], person }, tlp);

const held = (role: Role, tlp: EffectiveTlp): string => {
  const [asPerson, asMachine] = [holds(role, 'a/b', tlp), holds(role, null, tlp)];
  if (asPerson && asMachine) return YES;
  return asPerson ? 'persons' : NO;
};

const markings = (): string =>
  table(
    ['role', ...MARKINGS],
    ROLES.map((role) => [role, ...MARKINGS.map((tlp) => held(role, tlp))]),
  );

const grants = (): string =>
  table(
    ['role', 'grants and takes'],
    ROLES.map((role) => [role, ROLES.filter((each) => mayGrant([role], each)).join(', ') || NO]),
  );

export const rolesPage =
  (): string => `<!-- Generated from src/policy by \`npm run generate\`. Do not edit. -->

# Roles

Somebody with several roles may do what any of them may. A key with scopes may do only what both its roles and its scopes
allow. What somebody may not read looks absent, whatever the role. Why it is so: [0002](decisions/0002-who-may-read.md),
[0022](decisions/0022-people-and-keys.md), [0024](decisions/0024-approvals-audit-retention.md).

## Who may do what

${acts()}

Each person changes its own name and details, and makes, rotates and ends its own keys, whatever its roles. Legal holds that operators
placed are listed to operators alone, by a key with scopes only with \`hub:admin\`.

## What needs two persons

Another person approves, signed in and not by a key; until three members are admitted the founder does it alone. A key with scopes
proposes, and lists proposals, only with \`hub:admin\` for what the hub approves, and with \`member:admin\` for the rest.

${approvals()}

## Who may read what

A warning is read by whoever has a relation to it that its marking allows, and a role that may hold the marking.
Somebody with no relation, or excluded by name, reads nothing.

${relations()}

${markings()}

After somebody's access was restored by others, TLP:RED and what is marked in a way that the hub does not understand stay
closed until another administrator of the member confirms.

## Who grants which role

Nobody grants what it has no power over, or changes somebody who has a role that it may not grant. A hub operator also invites
the first administrator of a member that has none.

${grants()}
`;
