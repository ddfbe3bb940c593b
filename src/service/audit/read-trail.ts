// The audit trail as one reader may see it, newest first. Lines about a warning that the reader may not read are absent, and
// so is every member, and every person of a member, that is not listed to it.
import { deliveryId } from '../../domain/delivery.ts';
import { type Directory, personWritten, writtenIn } from '../../domain/directory.ts';
import { pageSizeProblem } from '../../domain/limit/page-size.ts';
import type { Actor, Member } from '../../domain/member.ts';
import { isRollShownTo } from '../../domain/partnership/disclosure.ts';
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import type { ActEvent } from '../../domain/record/act-events.ts';
import type { ActLine, ActWay, Fact } from '../../domain/record/act-line.ts';
import type { Hub } from '../../hub.ts';
import { type AuditView, auditEvents, auditViewOf, auditViews } from '../../policy/audit-scope.ts';
import { isListedTo, namingOf } from '../../policy/naming.ts';
import type { TrailBranch } from '../../store/acts.ts';
import type { DeliveryRow } from '../../store/deliveries.ts';
import { beforeOf, cursorOf, endCursorOf } from './line-place.ts';
import { readableWarnings } from './readable-warnings.ts';

export type AuditFilter = {
  readonly events?: readonly ActEvent[] | undefined;
  readonly person?: string | undefined;
  readonly warning?: string | undefined;
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
};

/** A line as one reader may see it. */
export type ShownLine = {
  readonly id: string;
  readonly event: ActEvent;
  readonly at: Date;
  readonly byMember: Member | null;
  readonly byPerson: string | null;
  readonly byKey: string | null;
  /** Null where only the member that acted is shown. */
  readonly way: ActWay | null;
  readonly range: string | null;
  readonly members: readonly Member[];
  readonly person: string | null;
  readonly warning: string | null;
  readonly subject: string | null;
  readonly facts: Readonly<Record<string, Fact>>;
};

export type TrailPage = {
  readonly lines: readonly { readonly cursor: string; readonly line: ShownLine }[];
  readonly hasNextPage: boolean;
  /** Where the search ended, also when it found nothing. */
  readonly endCursor: string | null;
};

export type TrailRequest = {
  readonly first: number;
  readonly after: string | null;
  readonly filter: AuditFilter;
};

type Deps = Pick<Hub, 'acts' | 'directory' | 'warnings' | 'deliveries' | 'clock' | 'config' | 'cursorKey'>;

const AT_ONCE = 200;
/** Lines that a page looks at; after that it ends, and says where to go on. */
const MOST_READ = 4_000;

export const readTrail = async (
  hub: Deps,
  actor: Actor,
  { first, after, filter }: TrailRequest,
): Promise<Outcome<TrailPage>> => {
  const wrong = pageSizeProblem(first, hub.config.limits);
  if (wrong !== null) return refused(wrong);
  const binding = `audit:${actor.member.id}`;
  const start = beforeOf(hub, { binding, prefix: 'act', after });
  if (!start.ok) return start;
  // Who opened a warning is told its publisher by the member alone: a filter by person must not tell more (I7).
  const branches = auditViews(actor)
    .filter((view) => view !== 'READERS' || filter.person === undefined)
    .map((view) => branchOf(view, actor));
  if (branches.length === 0) return accepted({ lines: [], hasNextPage: false, endCursor: null });
  const person = personAskedFor(await hub.directory.current(), actor, filter.person);
  const warning = await warningAskedFor(hub, actor, filter.warning);
  const found: ShownLine[] = [];
  let before = start.value;
  let isMore = true;
  for (let read = 0; isMore && found.length <= first && read < MOST_READ; read += AT_ONCE) {
    const lines = await hub.acts.trail({ ...filter, person, warning, branches, before }, AT_ONCE);
    found.push(...(await shownOf(hub, actor, lines)));
    before = lines.at(-1)?.id ?? before;
    isMore = lines.length === AT_ONCE;
  }
  const lines = found.slice(0, first).map((line) => ({ cursor: cursorOf(hub, binding, line.id), line }));
  const last = lines.at(-1)?.cursor ?? null;
  // A search that stopped before the page was full stopped at a line that may not be shown.
  const isCut = isMore && found.length <= first && before !== null;
  return accepted({
    lines,
    hasNextPage: found.length > first || isCut,
    endCursor: isCut && before !== null ? endCursorOf(hub, binding, before) : last,
  });
};

/** What the reader may not know is asked for as what is absent: what is read for it depends on nothing hidden. */
const NOBODY = 'none';
const NO_WARNING = 'none';

/** By handle or id; lines do not name a person of a member that is unlisted to the reader. */
const personAskedFor = (
  directory: Directory,
  actor: Actor,
  asked: string | undefined,
): string | undefined => {
  if (asked === undefined) return undefined;
  const id = personWritten(directory, asked, actor.member.slug)?.id ?? asked;
  return isPersonTold(directory, actor, id) ? id : NOBODY;
};

const warningAskedFor = async (
  hub: Deps,
  actor: Actor,
  warning: string | undefined,
): Promise<string | undefined> => {
  if (warning === undefined || auditViews(actor).includes('HUB')) return warning;
  return (await readableWarnings(hub, actor, [warning])).has(warning) ? warning : NO_WARNING;
};

export const readLine = async (hub: Deps, actor: Actor, id: string): Promise<ShownLine | null> => {
  const line = await hub.acts.byId(id);
  return (await shownOf(hub, actor, line === null ? [] : [line]))[0] ?? null;
};

const branchOf = (view: AuditView, actor: Actor): TrailBranch => {
  const events = auditEvents(view);
  if (view === 'HUB') return events === undefined ? {} : { events };
  if (view === 'READERS') return { member: actor.member.id, ...(events === undefined ? {} : { events }) };
  if (view === 'OWN')
    return actor.person === null ? { byMember: actor.member.id } : { byPerson: actor.person };
  return { concerning: actor.member.id };
};

/** Those that the reader is shown, in their order. */
const shownOf = async (hub: Deps, actor: Actor, lines: readonly ActLine[]): Promise<ShownLine[]> => {
  const mine = lines.flatMap((line) => {
    const view = auditViewOf(actor, line);
    return view === null ? [] : [{ line, view }];
  });
  const directory = await hub.directory.current();
  const readable = await readableWarnings(
    hub,
    actor,
    mine.map(({ line }) => line.warning),
  );
  const deliveries = await deliveriesOf(
    hub,
    mine.filter(({ view }) => view === 'READERS').map(({ line }) => line),
  );
  return mine.flatMap(({ line, view }) => {
    if (line.warning !== null && view !== 'HUB' && !readable.has(line.warning)) return [];
    if (view !== 'READERS') return shownTo(line, directory, actor);
    const reader = directory.members.get(line.byMember ?? '');
    const isNamed =
      reader !== undefined &&
      isNamedIn(deliveries.get(line.id), isListedTo(directory, reader, actor.member.id));
    return isNamed ? [openingLine(line, reader)] : [];
  });
};

/** The deliveries of the versions that were opened, by the id of the line. */
const deliveriesOf = async (
  hub: Deps,
  lines: readonly ActLine[],
): Promise<ReadonlyMap<string, DeliveryRow>> => {
  const idOf = ({ warning, byMember, facts }: ActLine): string =>
    deliveryId(warning ?? '', Number(facts['version']), byMember ?? '', 'FEED');
  if (lines.length === 0) return new Map();
  const rows = await hub.deliveries.byIds([...new Set(lines.map(idOf))]);
  const byId = new Map(rows.map((row) => [row._id, row]));
  return new Map(
    lines.flatMap((line) => {
      const row = byId.get(idOf(line));
      return row === undefined ? [] : [[line.id, row] as const];
    }),
  );
};

/** Whether the publisher is told of this reader by its name (I32); an opening says nothing of one without. */
const isNamedIn = (delivery: DeliveryRow | undefined, isListed: boolean): boolean => {
  if (delivery === undefined) return false;
  const answered = delivery.state === 'ACKNOWLEDGED' ? 'NAMED' : null;
  const answeredAs = delivery.isListed === 'NAMELESS' ? 'NAMELESS' : answered;
  return namingOf({ isListed, isReached: delivery.isListed === true, answeredAs }) === 'NAMED';
};

/** A publisher is told which member opened it, not which person, nor by which way in. */
const openingLine = (line: ActLine, reader: Member): ShownLine => ({
  ...line,
  byMember: reader,
  byPerson: null,
  byKey: null,
  way: null,
  range: null,
  members: [],
});

/** Whether the reader may know of a member (its id). */
const isTold = (directory: Directory, actor: Actor, id: string): boolean => {
  const member = directory.members.get(id);
  return member === undefined || isOperator(actor) || isListedTo(directory, member, actor.member.id);
};

/** Of a person by id, or as lines of older releases name it: `<member slug>/<name>`. */
const isPersonTold = (directory: Directory, actor: Actor, id: string): boolean => {
  const member = directory.persons.get(id)?.member ?? directory.bySlug.get(id.split('/')[0] ?? '')?.id;
  return member === undefined || isTold(directory, actor, member);
};

/** What a member declares or opts out of is its own: of others nobody is told that it did (I32). */
const OF_OWNER: readonly Fact[] = ['clients', 'dependencies', 'optsOutOfCascade'];

/** None where it is of nothing but what the reader is not told. */
const shownTo = (line: ActLine, directory: Directory, actor: Actor): ShownLine[] => {
  const { changed } = line.facts;
  const isOwn = line.members.includes(actor.member.id);
  if (line.event !== 'member.changed' || isOwn || !Array.isArray(changed))
    return [shownLine(line, directory, actor)];
  const told = (changed as readonly string[]).filter((field) => !OF_OWNER.includes(field));
  if (told.length === 0 && changed.length > 0) return [];
  return [shownLine({ ...line, facts: { ...line.facts, changed: told } }, directory, actor)];
};

const shownLine = (line: ActLine, directory: Directory, actor: Actor): ShownLine => {
  const personIn = (id: string | null): string | null =>
    id === null || isPersonTold(directory, actor, id) ? writtenIn(directory, id) : null;
  const isOfOwn = line.byMember === actor.member.id || isOperator(actor);
  const isOpening = line.warning !== null;
  const isOnRoll = rollShownTo(line, directory, actor);
  const known = (id: string): Member[] => {
    const member = directory.members.get(id);
    return member === undefined || !isTold(directory, actor, id) || !isOnRoll(id) ? [] : [member];
  };
  return {
    ...line,
    byMember: line.byMember === null ? null : (known(line.byMember)[0] ?? null),
    byPerson: personIn(line.byPerson),
    // Another member's keys and networks are its own.
    byKey: isOfOwn ? line.byKey : null,
    range: isOfOwn ? line.range : null,
    // Of what somebody read, its publisher is told by the warning itself, as far as it may be named.
    members: isOpening ? [] : line.members.flatMap(known),
    person: personIn(line.person),
    facts: Object.fromEntries(Object.entries(line.facts).filter(([, fact]) => idsIn(fact).every(isNamable))),
  };

  function isNamable(id: string): boolean {
    return id.startsWith('member--') ? isTold(directory, actor, id) : isPersonTold(directory, actor, id);
  }
};

/** Which members the line may show to be in the community that it is about: where its roll is not shown, those known anyway. */
const rollShownTo = (
  { event, subject, byMember }: ActLine,
  directory: Directory,
  actor: Actor,
): ((id: string) => boolean) => {
  if (!event.startsWith('community.') || isOperator(actor)) return () => true;
  const community = [...directory.communities.values()].find(({ id }) => id === subject);
  if (community !== undefined && isRollShownTo(directory, community.slug, actor.member.id)) return () => true;
  const shown = new Set([actor.member.id, byMember, ...(community?.managers ?? [])]);
  return (id) => shown.has(id);
};

const isOperator = ({ roles }: Actor): boolean => roles.includes('hub-operator');

const idsIn = (fact: Fact): readonly string[] => {
  if (typeof fact === 'string') return [fact];
  return Array.isArray(fact) ? (fact as readonly string[]) : [];
};
