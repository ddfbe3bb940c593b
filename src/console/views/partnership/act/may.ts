// Whom the hub asks for an act at all, for the buttons of administration. The hub decides.
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../app/me.ts';
import type { Right } from '../../../app/rights.ts';
import { ASKED } from '../../../app/roles.ts';
import type { Role } from '../../../operations/graphql.generated.ts';

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
