// Plays acts on a hub and keeps the books of them: what each publisher could read when it published, which version of which
// warning holds what, what was delivered to whom.
import type { StixObject } from 'stix2-ts/stix-object';
import type { AccessFacts } from '../../../src/domain/access-facts.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { contentOf } from '../../../src/store/content/stored-content.ts';
import { textOf } from '../../../src/store/objects.ts';
import type { TestHub } from '../hub.ts';
import type { Act } from '../world/acts.ts';
import { admit, perform } from '../world/played-world.ts';
import { type Partnership, withIds } from '../world/worlds.ts';
import {
  type BookRow,
  type Books,
  type BookWarning,
  type Former,
  mentionsOf,
  type View,
  viewOf,
} from './books.ts';
import { canariesIn } from './canaries.ts';

export type PlayedBooks = {
  readonly books: Books;
  /** Acts that the hub refused, by index, with its codes. */
  readonly refused: ReadonlyMap<number, readonly string[]>;
};

/** Types of the objects that the hub makes for a warning. */
const HUB_MADE = new Set(['report', 'course-of-action', 'identity']);

const keepRow = (
  books: Books,
  given: Act['given'][number],
  holder: BookRow['holders'][number],
  source: string,
): void => {
  const text = JSON.stringify(given.object);
  const row = books.rows.find((each) => each.source === source && JSON.stringify(each.object) === text);
  if (row !== undefined) row.holders.push(holder);
  else books.rows.push({ object: given.object, source, tlp: given.tlp, holders: [holder] });
};

const textsOf = ({ draft }: Act): string[] => canariesIn(JSON.stringify({ ...draft, bundle: null }));

type Taken = {
  readonly act: Act;
  readonly actor: Actor;
  readonly former: BookWarning | undefined;
  /** What its publisher could read before. */
  readonly knows: View;
  readonly id: string;
  readonly version: number;
};

/** Those of a version, each with the list that it is in. */
const holdersIn = (
  holders: BookRow['holders'],
  of: BookWarning | undefined,
): (readonly [BookRow['holders'], BookRow['holders'][number]])[] =>
  holders
    .filter(({ warning, version }) => warning === of?.id && version === of.version)
    .map((holder) => [holders, holder] as const);

/** Writes an act that the hub took into the books. */
const keep = (books: Books, access: AccessFacts, { act, actor, former, knows, id, version }: Taken): void => {
  const { member } = actor;
  const own = new Set(
    [...act.given, ...books.rows.filter(({ source }) => source === member.id)].map(({ object }) => object.id),
  );
  for (const given of act.given) {
    const known = mentionsOf(given.object).filter((each) => own.has(each) || knows.mayReadId(each));
    keepRow(books, given, { warning: id, version, known: new Set(known) }, member.id);
  }
  // A narrowing holds what the version before held.
  const held = act.verb === 'NARROW' ? books.rows.flatMap(({ holders }) => holdersIn(holders, former)) : [];
  for (const [holders, holder] of held) holders.push({ ...holder, version });
  // A cancellation repeats the texts of the version before, and so does a narrowing.
  const isRepeat = act.verb === 'CANCEL' || act.verb === 'NARROW';
  const isRecall = act.verb === 'RECALL';
  const said = [...(former?.formerCanaries ?? []), ...(former?.canaries ?? [])];
  books.warnings.set(id, {
    id,
    version,
    access,
    canaries: isRecall ? [] : isRepeat ? (former?.canaries ?? []) : textsOf(act),
    formerCanaries: isRecall ? [] : isRepeat ? (former?.formerCanaries ?? []) : said,
    formers: isRecall ? [] : [...(former?.formers ?? []), ...versionOf(former)],
    isCancelled: act.verb === 'CANCEL',
    recalledCanaries: isRecall ? said : [],
    isUnnamed: former?.isUnnamed === true || act.given.some(({ isUnnamed }) => isUnnamed === true),
    traces: [member.id, member.slug, member.name, member.identity],
  });
};

const versionOf = (warning: BookWarning | undefined): Former[] =>
  warning === undefined
    ? []
    : [{ version: warning.version, access: warning.access, canaries: warning.canaries }];

/** Books kept while `acts` are played; the workers run dry from time to time. */
export const playBooks = async (
  world: TestHub,
  { members }: Pick<Partnership, 'members'>,
  acts: readonly Act[],
  /** Called before each act: time goes on, and so do members. */
  turn: () => void | Promise<void> = () => undefined,
): Promise<PlayedBooks> => {
  const { hub } = world;
  const open = new Set(members.map(({ identity }) => identity));
  const books: Books = { warnings: new Map(), rows: [], open, delivered: new Set() };
  const idOfAct = new Map<number, string>();
  const actors = new Map<string, Actor>();
  const refused = new Map<number, string[]>();
  for (const [index, act] of acts.entries()) {
    await turn();
    const person = { member: act.by, role: 'publisher', person: `${act.by}/ann` } as const;
    const actor = actors.get(act.by) ?? (await admit(world, person)).actor;
    actors.set(act.by, actor);
    const former = act.verb === 'PUBLISH' ? undefined : books.warnings.get(idOfAct.get(act.of) ?? '');
    if (act.verb !== 'PUBLISH' && former === undefined) continue;
    const knows = viewOf(books, actor);
    const outcome = await perform(world, actor, act, former);
    if (outcome.ok) {
      const { warning: id, version } = outcome.value;
      const stored = await hub.warnings.version(id, version);
      // Only the stored access facts are used; that they follow from the draft is compared elsewhere.
      const { access } = contentOf(stored?.content ?? '');
      const audience = audienceOf(act, members);
      const { notice } = outcome.value;
      if (notice != null) await keepNotice(world, books, { notice: notice.warning, of: id });
      keep(books, act.verb === 'RECALL' ? access : { ...access, audience }, {
        act,
        actor,
        former,
        knows,
        id,
        version,
      });
      if (act.verb === 'PUBLISH') idOfAct.set(act.of, id);
      if (act.verb !== 'PUBLISH' && act.verb !== 'UPDATE') idOfAct.delete(act.of);
    } else refused.set(index, codesOf(outcome.problems));
    if (index % 30 === 29) await world.drain();
  }
  await world.drain();
  await noteHubMade(world, books);
  for (const { warning, version, member, state } of await hub.deliveries.rows.find().toArray())
    if (state !== 'WITHHELD') books.delivered.add(`${warning} ${version} ${member}`);
  return { books, refused };
};

/** As it was written, without whoever loses it. */
const audienceOf = ({ draft, without }: Act, members: Parameters<typeof withIds>[1]) => {
  const { alternatives, excludes } = draft.audience;
  return withIds(
    { alternatives, excludes: without === undefined ? excludes : [...excludes, without] },
    members,
  );
};

/** The notice to those who lose a warning has its number, and says nothing else of it. */
const keepNotice = async (
  { hub }: TestHub,
  books: Books,
  { notice: id, of }: { readonly notice: string; readonly of: string },
): Promise<void> => {
  const stored = await hub.warnings.version(id, 1);
  const { access } = contentOf(stored?.content ?? '');
  const texts = { canaries: [of], formerCanaries: [], formers: [], isCancelled: true, recalledCanaries: [] };
  books.warnings.set(id, { id, version: 1, access, ...texts, isUnnamed: false, traces: [] });
};

const codesOf = (problems: readonly { readonly code: string }[]): string[] =>
  problems.map(({ code }) => code);

/** Reports, courses of action and identities that the hub made for warnings without a report of their own. */
const noteHubMade = async ({ hub }: TestHub, books: Books): Promise<void> => {
  const known = new Set(books.rows.map(({ object, source }) => `${source} ${JSON.stringify(object)}`));
  const links = await hub.objects.links.find().toArray();
  for (const row of await hub.objects.rows.find().toArray()) {
    const text = textOf(row);
    const object = JSON.parse(text) as StixObject;
    if (known.has(`${row.source} ${text}`) || !HUB_MADE.has(object.type)) continue;
    const held = links.filter(({ objects }) => objects.some((id) => id.equals(row._id)));
    const mentions = new Set(mentionsOf(object));
    books.rows.push({
      object,
      source: row.source,
      tlp: row.tlp,
      holders: [row, ...held].map(({ warning, version }) => ({ warning, version, known: mentions })),
    });
  }
};
