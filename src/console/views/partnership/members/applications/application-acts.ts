// What can be done about an application in its stage, and what of it the reader may do.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../../app/me.ts';
import { useNow } from '../../../../ui/instant.tsx';
import type { Act } from '../../act/acts.tsx';
import { unless, useMay } from '../../act/may.ts';
import { type Application, factsQuery, isOpen } from '../members-query.ts';
import type { OpenAct } from './application-dialogs.tsx';

/** Whether one's member answers for others: only a full one does. */
export const useAnswersForOthers = () => {
  const { t } = useTranslation();
  const may = useMay();
  const { member } = useSignedIn();
  const { data } = useQuery(factsQuery(member.slug));
  const isFull = data === undefined || data?.standing === 'MEMBER';
  return unless(may('MEMBER'), !isFull, t('members.notFull'));
};

export const useApplicationActs = (application: Application, open: (act: OpenAct) => void): Act[] => {
  const { t } = useTranslation();
  const may = useMay();
  const me = useSignedIn();
  const now = useNow();
  const answers = useAnswersForOthers();
  const { stage, sponsors, standingObjections, objections, windowEndsAt } = application;
  if (!isOpen(application)) return [];
  const sponsorsIt = sponsors.includes(me.member.slug);
  const objectsToIt = standingObjections.some(({ member }) => member === me.member.slug);
  const isOver = stage === 'OBJECTION_WINDOW' && windowEndsAt !== null && Date.parse(windowEndsAt) <= now;
  const act = (name: Exclude<OpenAct['act'], 'setAside'>, right: Act['right'], kind?: Act['kind']): Act => ({
    name: t(`applications.act.${name}`),
    right,
    press: () => open({ act: name }),
    ...(kind === undefined ? {} : { kind }),
  });
  const isHub = may('HUB').isAllowed;
  const hubActs = [
    act('verify', may('HUB')),
    act('admit', unless(may('HUB'), !isOver || objections > 0, t('applications.notReady'))),
    act('propose', unless(may('HUB'), !isOver, t('applications.notReady'))),
    act('refuse', may('HUB'), 'danger'),
  ];
  return [
    act('sponsor', unless(answers, sponsorsIt, t('applications.already')), 'primary'),
    act('object', may('MEMBER')),
    ...(objectsToIt ? [act('withdraw', may('MEMBER'))] : []),
    ...(isHub ? hubActs : []),
    ...(isHub
      ? standingObjections.map(({ member }) => ({
          name: t('applications.setAsideOf', { member }),
          right: may('HUB'),
          press: () => open({ act: 'setAside', member }),
        }))
      : []),
  ];
};
