// The dialog of an act about a community.
import type { JSX } from 'react';
import type { Whole } from '../communities-query.ts';
import { ChangeDialog } from './keep-dialogs.tsx';
import {
  AcceptDialog,
  InviteDialog,
  JoinDialog,
  LeaveDialog,
  RemoveDialog,
  RemoveOneDialog,
} from './membership-dialogs.tsx';

export type OpenAct = {
  readonly act: 'join' | 'leave' | 'invite' | 'change' | 'accept' | 'remove' | 'removeOne';
  /** Slug, where it is about a member. */
  readonly member?: string;
};

type Props = { readonly open: OpenAct; readonly community: Whole; readonly close: () => void };

export const CommunityDialog = ({ open: { act, member = '' }, community, close }: Props): JSX.Element => {
  switch (act) {
    case 'join':
      return <JoinDialog community={community} close={close} />;
    case 'leave':
      return <LeaveDialog community={community} close={close} />;
    case 'invite':
      return <InviteDialog community={community} close={close} />;
    case 'change':
      return <ChangeDialog community={community} close={close} />;
    case 'accept':
      return <AcceptDialog community={community} member={member} close={close} />;
    case 'remove':
      return <RemoveDialog community={community} member={member} close={close} />;
    case 'removeOne':
      return <RemoveOneDialog community={community} close={close} />;
  }
};
