// Whom the hub asks for an act at all, for the buttons of administration. The hub decides.
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../app/me.ts';
import type { Right } from '../../../app/rights.ts';
import type { Role } from '../../../operations/graphql.generated.ts';

const ASKED = {
  MEMBER: ['MEMBER_ADMIN'],
  HUB: ['HUB_OPERATOR'],
  EITHER: ['MEMBER_ADMIN', 'HUB_OPERATOR'],
  JOIN: ['MANAGER', 'MEMBER_ADMIN'],
  MANAGE: ['MANAGER', 'HUB_OPERATOR'],
} as const satisfies Record<string, readonly Role[]>;

export type Need = keyof typeof ASKED;

export const ALLOWED: Right = { isAllowed: true, reason: '' };

/** `reason` where it cannot be done now, whoever asks. */
export const unless = (right: Right, isImpossible: boolean, reason: string): Right =>
  right.isAllowed && isImpossible ? { isAllowed: false, reason } : right;

export const useMay = (): ((need: Need) => Right) => {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  return (need) => {
    const asked: readonly Role[] = ASKED[need];
    const isAllowed = roles.some((role) => asked.includes(role));
    return { isAllowed, reason: isAllowed ? '' : t(`admin.needs.${need}`) };
  };
};

const WITHIN_A_MEMBER: readonly Role[] = [
  'READER',
  'ANALYST',
  'PUBLISHER',
  'APPROVER',
  'MANAGER',
  'CONTACT',
  'MEMBER_ADMIN',
  'INTEGRATOR',
];

/** Roles that somebody with these may grant and take (docs/roles.generated.md). */
export const grantedBy = (roles: readonly Role[]): readonly Role[] => [
  ...(roles.includes('MEMBER_ADMIN') ? WITHIN_A_MEMBER : []),
  ...(roles.includes('HUB_OPERATOR') ? (['HUB_OPERATOR'] as const) : []),
];

/** Roles that a machine can have. */
export const OF_MACHINES: readonly Role[] = ['READER', 'ANALYST', 'PUBLISHER', 'MANAGER', 'INTEGRATOR'];
