// Deliveries that an older release made do not say whether their publisher sees them. The first look at them decides it, by
// the rule of new ones; old and new hubs may run at once, so a migration alone would miss some.
import type { AccessFacts } from '../../domain/access-facts.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Member } from '../../domain/member.ts';
import type { Reason } from '../../domain/reason.ts';
import type { Hub } from '../../hub.ts';
import { anyPerson } from '../../policy/decide.ts';
import { type Listing, listedReason } from '../../policy/disclosed-relation.ts';
import { listingIn } from '../../policy/naming.ts';
import type { DeliveryRow } from '../../store/deliveries.ts';

type Version = { readonly warning: string; readonly version: number; readonly access: AccessFacts };

export const settleListing = async (
  hub: Pick<Hub, 'deliveries' | 'directory' | 'clock'>,
  { warning, version, access }: Version,
): Promise<void> => {
  const rows = await hub.deliveries.unsettled(warning, version);
  if (rows.length === 0) return;
  const directory = await hub.directory.current();
  const listingOf = listingIn(directory, access, hub.clock.now().getTime(), anyPerson);
  const reasonOf = ({ member: id, reason }: DeliveryRow): Reason | null =>
    // Who was addressed is listed, whatever the member has become since.
    reason.kind === 'DIRECT' ? reason : listedReason(listingOfKnown(directory, id, listingOf));
  await hub.deliveries.settle(
    rows.map((row) => {
      const reason = reasonOf(row);
      return { _id: row._id, isListed: reason !== null, listedReason: reason };
    }),
  );
};

const listingOfKnown = (directory: Directory, id: string, listingOf: (member: Member) => Listing | null) => {
  const member = directory.members.get(id);
  return member === undefined ? null : listingOf(member);
};
