// What the person may do, for the buttons: what they may not do is shown disabled, with the reason. The hub decides; this
// repeats no rule but who is asked at all.
import { useTranslation } from 'react-i18next';
import { useSignedIn } from './me.ts';
import { ANSWERING } from './roles.ts';

export type Right = { readonly isAllowed: boolean; readonly reason: string };

export const useMayAnswer = (): Right => {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  const isAllowed = roles.some((role) => ANSWERING.includes(role));
  return { isAllowed, reason: isAllowed ? '' : t('rights.answer') };
};

export const useMayPublish = (): Right => {
  const { t } = useTranslation();
  const { mayPublish } = useSignedIn();
  return { isAllowed: mayPublish, reason: mayPublish ? '' : t('rights.publish') };
};
