// Reads a member by its id: one's own, the publisher of a warning that one may read and that names it, and for those who may
// preview an audience any member that is listed to them, since a preview lists those. For anyone else it does not exist. The queries are the same
// whether there is one (I34).
import type { Actor, Member } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { decide, mayAct } from '../../policy/decide.ts';
import { isListedTo } from '../../policy/naming.ts';
import { mayNamePublisher } from '../../policy/view.ts';
import { EVERY_SECTOR, REAL } from '../../store/feed.ts';
import { openFeedReader } from './feed-reader.ts';
import { withContents } from './with-contents.ts';

type Deps = Pick<Hub, 'directory' | 'accessClasses' | 'feed' | 'contents' | 'clock' | 'config'>;

/** The latest of its warnings that are looked at, in case it is unnamed in some. */
const MAX_WARNINGS = 100;

export const readMember = async (hub: Deps, actor: Actor, id: string): Promise<Member | null> => {
  const directory = await hub.directory.current();
  const member = directory.members.get(id) ?? null;
  if (id === actor.member.id) return member;
  const isAnyShown = mayAct(actor, 'audience.preview', null).allowed;
  if (isAnyShown && member !== null && isListedTo(directory, member, actor.member.id)) return member;
  return (await isNamedTo(hub, actor, id)) ? member : null;
};

const isNamedTo = async (hub: Deps, actor: Actor, publisher: string): Promise<boolean> => {
  const { tokens } = openFeedReader(hub, actor);
  const nowMs = hub.clock.now().getTime();
  const access: string[] = [];
  // All of them, whichever is looked for: those of others must not stand before it, nor their number tell that it is there.
  for await (const ids of hub.accessClasses.eachOfTokens(REAL, tokens))
    for (const [id, facts] of await hub.accessClasses.facts(ids))
      if (facts.publisher === publisher && decide(actor, facts, nowMs).allowed) access.push(id);
  // Without a class of this publisher the reader's latest rows are read in its place, so that an unnamed one is not told by
  // the time of a query.
  const query = {
    sector: EVERY_SECTOR,
    exercise: REAL,
    tokens,
    ...(access.length === 0 ? {} : { access }),
  };
  const rows = await hub.feed.page(query, MAX_WARNINGS, hub.config.limits.operationMs);
  return (await withContents(hub, rows)).some(
    ({ parsed }) =>
      decide(actor, parsed.access, nowMs).allowed &&
      parsed.access.publisher === publisher &&
      mayNamePublisher(actor, parsed.access),
  );
};
