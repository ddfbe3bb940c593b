// The recipients that a publisher may know of, before anything is written: for the preview and for the count of a
// publication. Nothing that a member has declared is looked at (I32).
import type { AccessFacts } from '../../domain/access-facts.ts';
import { personsNamedBy } from '../../domain/audience.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Member } from '../../domain/member.ts';
import type { Exclusion } from '../../domain/reason.ts';
import type { Hub } from '../../hub.ts';
import { anyPerson } from '../../policy/decide.ts';
import { listingIn } from '../../policy/naming.ts';
import { personsWhoSignIn } from '../access/persons-who-sign-in.ts';
import type { Recipient } from './resolve-audience.ts';

export type NotRecipient = { readonly member: Member; readonly because: Exclusion };

export type ListedMembers = {
  readonly receives: readonly Recipient[];
  readonly doesNotReceive: readonly NotRecipient[];
};

export const listedMembers = async (
  hub: Pick<Hub, 'members' | 'directory' | 'clock'>,
  access: AccessFacts,
  directory: Directory,
): Promise<ListedMembers> => {
  const whoSignIn =
    access.tlp === 'RED' ? await personsWhoSignIn(hub, personsNamedBy(access.audience)) : null;
  const counts = whoSignIn === null ? anyPerson : (person: string): boolean => whoSignIn.has(person);
  const listingOf = listingIn(directory, access, hub.clock.now().getTime(), counts);
  const receives: Recipient[] = [];
  const doesNotReceive: NotRecipient[] = [];
  for (const member of directory.members.values()) {
    if (member.id === access.publisher) continue;
    const listing = listingOf(member);
    if (listing?.allowed === true) receives.push({ member, reason: listing.reason });
    else if (listing !== null) doesNotReceive.push({ member, because: listing.because });
  }
  return { receives, doesNotReceive };
};
