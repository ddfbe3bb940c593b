// Who holds a warning: every member that has a delivery of one of its versions, and every one that may read it now, since
// reading needs no delivery.
import type { Holders } from '../../../domain/access-facts.ts';
import { personsNamedBy } from '../../../domain/audience.ts';
import type { Hub } from '../../../hub.ts';
import { anyPerson } from '../../../policy/decide.ts';
import { listedReason } from '../../../policy/disclosed-relation.ts';
import { listingIn } from '../../../policy/naming.ts';
import type { Content } from '../../../store/warnings.ts';
import { recipientsOf } from '../../audience/resolve-audience.ts';

type Deps = Pick<Hub, 'deliveries' | 'directory' | 'clock'>;

/** `former` are the contents of every version, the current one last. */
export const holdersOf = async (
  { deliveries, directory: held, clock }: Deps,
  former: readonly Content[],
): Promise<Holders> => {
  const last = former.at(-1);
  if (last === undefined) return { members: [], listed: [] };
  const directory = await held.current();
  const nowMs = clock.now().getTime();
  const delivered = await deliveries.holders(last.summary.id);
  const listingOf = listingIn(directory, last.access, nowMs, anyPerson);
  const readers = recipientsOf(last.access, directory, nowMs).map(({ member }) => member);
  const listed = new Set([
    ...delivered.filter(({ isListed }) => isListed).map(({ member }) => member),
    ...readers.filter((member) => listedReason(listingOf(member)) !== null).map(({ id }) => id),
  ]);
  const members = new Set([...delivered.map(({ member }) => member), ...readers.map(({ id }) => id)]);
  members.delete(last.access.publisher);
  const persons = former.flatMap(({ access }) => personsNamedBy(access.audience));
  return {
    members: [...members].sort(),
    listed: [...listed].filter((id) => members.has(id)).sort(),
    ...(persons.length === 0 ? {} : { persons: [...new Set(persons)].sort() }),
  };
};
