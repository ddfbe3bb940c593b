// What the oracle expects each read path to show one reader of a played world, and the tally of what it did show.
import type { AccessFacts } from '../../../src/domain/access-facts.ts';
import { type EffectiveTlp, strictest } from '../../../src/domain/marking.ts';
import type { Actor, Member } from '../../../src/domain/member.ts';
import { sectorAndAncestors } from '../../../src/domain/sector.ts';
import type { FeedFilter } from '../../../src/service/item/item.ts';
import { isFound } from './found.ts';
import { mayRead, mayReadObject } from './oracle.ts';
import { type Assertion, doesBetray, type Played, type Row } from './played-world.ts';

export type Tally = {
  /** Of a universe of entities: which the reader should get, and which it got. */
  compare(
    endpoint: string,
    reader: Actor,
    universe: Iterable<string>,
    expected: Iterable<string>,
    got: Iterable<string>,
  ): void;
  /** Anything else that must be equal: orders, page sizes, whole texts. */
  same(endpoint: string, reader: Actor, expected: unknown, got: unknown): void;
  readonly pairs: () => Readonly<Record<string, number>>;
  /** Smallest first. */
  readonly failures: () => readonly string[];
};

const nameOf = ({ member, roles, person }: Actor): string =>
  `${member.slug} as ${roles.join(', ')} (${person ?? 'machine'})`;

export const openTally = (describe: (entity: string) => string): Tally => {
  const pairs: Record<string, number> = {};
  const failures: string[] = [];
  return {
    compare: (endpoint, reader, universe, expected, got) => {
      const [should, did] = [new Set(expected), new Set(got)];
      const all = new Set([...universe, ...should, ...did]);
      pairs[endpoint] = (pairs[endpoint] ?? 0) + all.size;
      for (const entity of all) {
        if (should.has(entity) === did.has(entity)) continue;
        const what = did.has(entity) ? 'LEAKED' : 'HIDDEN';
        failures.push(`${endpoint}: ${what} ${entity} for ${nameOf(reader)}: ${describe(entity)}`);
      }
    },
    same: (endpoint, reader, expected, got) => {
      pairs[endpoint] = (pairs[endpoint] ?? 0) + 1;
      const [should, did] = [JSON.stringify(expected), JSON.stringify(got)];
      if (should !== did) failures.push(`${endpoint}: DIFFERS for ${nameOf(reader)}: ${should} but ${did}`);
    },
    pairs: () => pairs,
    failures: () => failures.toSorted((one, other) => one.length - other.length),
  };
};

export type Expectation = {
  readonly visible: ReadonlyMap<string, Assertion>;
  /** Warning ids of the feed, newest first: one assertion of each advisory, the first among those visible. */
  feed(filter: FeedFilter): string[];
  /** All warning ids whose assertion matches, whoever may read it. */
  matching(filter: FeedFilter): string[];
  sources(warning: string): string[];
  /** A row as this reader gets it: its text, or what remains of a report's references in the hub's copy. */
  textOf(row: Row): string;
  /** Readable rows of an object id, within real traffic or one exercise, or over all. */
  readableRows(rows: readonly Row[], exercise?: string | null): Row[];
  /** The rows that the warning holds, as far as they are readable. */
  objectsOf(assertion: Assertion): Row[];
  /** Whose assertion a row is to this reader; null where it may be read both with and without its publisher named. */
  assertedBy(row: Row, exercise: string | null): string | null;
  /** Of the readable rows with one id there, the current ones, all with one content. */
  newestOf(rows: readonly Row[], exercise?: string | null): Row[];
  /** Whether the reader may read some version with several contents there. */
  isToldOtherwise(rows: readonly Row[], exercise: string | null): boolean;
  publisherOf(assertion: Assertion): string;
  /** The same at the reader's current versions; for a bundle, which may be relayed, under no stricter marking. */
  shownOf(assertion: Assertion, isBundle: boolean): Row[];
};

export const matches = (assertion: Assertion, filter: FeedFilter): boolean => {
  const { act, access } = assertion;
  const { draft } = act;
  const sectors = draft.sectorsConcerned.flatMap(sectorAndAncestors);
  const severity = draft.kind === 'WARNING' ? draft.severity : 'UNKNOWN';
  const urgency = draft.kind === 'WARNING' ? draft.urgency : 'UNKNOWN';
  return (
    access.exercise === (filter.exercise ?? null) &&
    (filter.kind === undefined || filter.kind === draft.kind) &&
    (filter.severities === undefined || filter.severities.includes(severity)) &&
    (filter.urgencies === undefined || filter.urgencies.includes(urgency)) &&
    (filter.country === undefined || draft.countriesConcerned.includes(filter.country)) &&
    (filter.sectors === undefined || filter.sectors.some((sector) => sectors.includes(sector))) &&
    (filter.text === undefined || isFound(assertion, filter.text))
  );
};

const LEVELS: readonly EffectiveTlp[] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED', 'UNKNOWN'];
const byStrictness = (one: EffectiveTlp, other: EffectiveTlp): number =>
  LEVELS.indexOf(one) - LEVELS.indexOf(other);

const leastStrict = (assertions: readonly Assertion[]): EffectiveTlp =>
  assertions.map(({ access }) => access.tlp).sort(byStrictness)[0] ?? 'UNKNOWN';

/** Of equally current rows the least strict, then the first by whose assertion it is. */
const mostOpen = (
  rows: readonly Row[],
  openly: (row: Row) => EffectiveTlp,
  says: (row: Row) => string,
): Row | undefined =>
  rows.toSorted(
    (one, other) => byStrictness(openly(one), openly(other)) || (says(one) < says(other) ? -1 : 1),
  )[0];

/**
 * Of equally current rows those with the content that counts. A third party's object may be told with other contents; the
 * reader gets the one of the first warning that it may read. `arrivalOf` is when the first of a row's warnings arrived.
 */
const toldFirst = (rows: readonly Row[], arrivalOf: (row: Row) => number): Row[] => {
  const [first] = rows.toSorted((one, other) => arrivalOf(one) - arrivalOf(other));
  const textOf = ({ object }: Row): string => JSON.stringify(object);
  return first === undefined ? [] : rows.filter((row) => textOf(row) === textOf(first));
};

const isRevoking = ({ object }: Row): boolean => object['revoked'] === true;

/**
 * The current rows of one id, equally good. `speakerOf` says whose assertion a row is, `publisher` in whose warning it is
 * read. An object revoked by its owner is revoked; one revoked by the warning's publisher is revoked in that warning;
 * of an object without an owner here, the newest counts from those who have not revoked it; where all have, it is revoked.
 */
const countingOf = (rows: readonly Row[], speakerOf: (row: Row) => string, publisher?: string): Row[] => {
  const revoking = rows.filter(isRevoking);
  const gone = new Set(revoking.map(speakerOf));
  const ended = [
    revoking.filter(({ isOwned }) => isOwned),
    publisher === undefined ? [] : revoking.filter((row) => speakerOf(row) === publisher),
    rows.some((row) => !gone.has(speakerOf(row))) ? [] : revoking,
  ].find((some) => some.length > 0);
  if (ended !== undefined) {
    const first = ended.map(({ modified }) => modified).sort()[0];
    return ended.filter(({ modified }) => modified === first);
  }
  const open = rows.filter((row) => !gone.has(speakerOf(row)));
  const last = open
    .map(({ modified }) => modified)
    .sort()
    .at(-1);
  return open.filter(({ modified }) => modified === last);
};

/**
 * What these rows refer to, naively: whatever names an object that the reader may not have is withheld, and so is what
 * names that in turn. Of a report only the list of its objects may be cut. Every object here came with all that it names,
 * so its publisher knew of each. Identities of members are in the directory.
 */
const referencesFor = (all: readonly Row[], open: readonly Row[]) => {
  const isMember = (row: Row): boolean => row.object.type === 'identity';
  const stored = new Set(all.filter((row) => !isMember(row)).map(({ id }) => id));
  const namedIn = (text: string, own: string): string[] =>
    [...text.matchAll(/[a-z0-9-]+--[0-9a-f-]{36}/g)]
      .map(([id]) => id)
      .filter((id) => id !== own && stored.has(id));
  const fixedOf = ({ id, object }: Row): string[] => {
    const { object_refs: _refs, ...rest } = object;
    return namedIn(JSON.stringify(object.type === 'report' ? rest : object), id);
  };
  const membersOf = ({ object }: Row): string[] =>
    object.type === 'report' ? (object['object_refs'] as string[]) : [];
  let readable = new Set(open);
  for (;;) {
    const ids = new Set([...readable].map(({ id }) => id));
    const isHidden = (id: string): boolean => stored.has(id) && !ids.has(id);
    const left = [...readable].filter((row) => {
      const members = membersOf(row);
      return !fixedOf(row).some(isHidden) && (members.length === 0 || !members.every(isHidden));
    });
    if (left.length === readable.size) break;
    readable = new Set(left);
  }
  const ids = new Set([...readable].map(({ id }) => id));
  return {
    isReadable: (row: Row): boolean => readable.has(row),
    textOf: (row: Row): string => {
      const members = membersOf(row);
      const kept = members.filter((id) => !stored.has(id) || ids.has(id));
      return kept.length === members.length
        ? JSON.stringify(row.object)
        : copyText(row.object['modified'], kept);
    },
  };
};

const copyText = (modified: unknown, members: readonly string[]): string =>
  `copy of ${String(modified)} with ${members.join(' ')}`;

type Given = { readonly id: string };

/** An object that the hub gave out, in the same terms: of a copy, the original's id and what remains. */
export const givenText = (object: Given): { readonly id: string; readonly text: string } => {
  const {
    external_references: references,
    modified,
    object_refs: members,
  } = object as Given & {
    external_references?: { source_name: string; external_id: string }[];
    modified?: string;
    object_refs?: string[];
  };
  const original = references?.find(({ source_name }) => source_name === 'Tocsin');
  return original === undefined
    ? { id: object.id, text: JSON.stringify(object) }
    : { id: original.external_id, text: copyText(modified, members ?? []) };
};

/** Stands in for a publisher that must not be named. */
const WITHHELD = 'member--00000000-0000-4000-8000-000000000000';

/** In order of arrival: each is shown unless it collapses into one already shown. */
const collapsed = ({ distinct }: Played, seen: readonly Assertion[]): Assertion[] => {
  const shown: Assertion[] = [];
  const isCollapsed = (assertion: Assertion): boolean =>
    assertion.advisory !== null &&
    shown.some(
      (other) =>
        other.advisory === assertion.advisory &&
        !other.isCancelled &&
        !distinct.isDistinct(other.id, assertion.id),
    );
  for (const assertion of seen.toSorted((one, other) => one.firstAct - other.firstAct))
    if (!isCollapsed(assertion)) shown.push(assertion);
  return shown;
};

/** Whether some version has more than one content. */
const isToldOtherwise = (rows: readonly Row[]): boolean =>
  new Set(rows.map(({ object }) => JSON.stringify(object))).size >
  new Set(rows.map(({ modified }) => modified)).size;

export const expectationOf = (played: Played, actor: Actor): Expectation => {
  const assertions = [...played.assertions.values()];
  const visible = new Map(
    assertions.filter(({ access }) => mayRead(actor, access)).map((assertion) => [assertion.id, assertion]),
  );
  const isNamed = (assertion: Assertion): boolean =>
    !assertion.isUnnamed || assertion.access.publisher === actor.member.id;
  /** The assertions through which this row is read, whatever it refers to: what a later version took out is withdrawn. */
  const markedOpenTo = (row: Row, exercise?: string | null): Assertion[] =>
    row.holders.flatMap(({ warning, version }) => {
      const assertion = played.assertions.get(warning);
      if (assertion === undefined) throw new Error(`${warning} is in no book`);
      const { access } = assertion;
      if (assertion.version !== version) return [];
      if (exercise !== undefined && access.exercise !== exercise) return [];
      if (doesBetray(assertion, row.object, actor)) return [];
      return mayReadObject(actor, access, row.tlp ?? access.tlp) ? [assertion] : [];
    });
  const references = referencesFor(
    played.rows,
    played.rows.filter((row) => markedOpenTo(row).length > 0),
  );
  const openTo = (row: Row, exercise?: string | null): Assertion[] =>
    references.isReadable(row) ? markedOpenTo(row, exercise) : [];
  const isReadable = (row: Row, exercise?: string | null): boolean => openTo(row, exercise).length > 0;
  const objectsOf = (assertion: Assertion): Row[] =>
    played.rows.filter(
      (row) =>
        row.holders.some(
          ({ warning, version }) => warning === assertion.id && version === assertion.version,
        ) &&
        isReadable(row) &&
        !doesBetray(assertion, row.object, actor),
    );
  /** The marking of the warning that the hub reads it through: the least strict that holds it and is open. */
  const markingOf = (row: Row, exercise: string | null): EffectiveTlp => leastStrict(openTo(row, exercise));
  const openlyIn = (exercise: string | null) => (row: Row) =>
    strictest(row.tlp ?? 'CLEAR', markingOf(row, exercise));
  /** Who speaks in a warning: its publisher, or an anonymous voice of its own. */
  const voiceOf = (assertion: Assertion): string =>
    isNamed(assertion) ? assertion.access.publisher : assertion.id;
  const speakerOf = (row: Row, exercise?: string | null, within?: Assertion): string => {
    const open = openTo(row, exercise);
    const through = within !== undefined && open.includes(within) ? within : open[0];
    return through === undefined ? row.source : voiceOf(through);
  };
  const countingFirst = (rows: readonly Row[], exercise?: string | null): Row[] =>
    toldFirst(rows, (row) => Math.min(...openTo(row, exercise).map(({ firstAct }) => firstAct)));
  const shownOf = (assertion: Assertion, isBundle: boolean): Row[] => {
    const { exercise, tlp } = assertion.access;
    const voice = voiceOf(assertion);
    const held = objectsOf(assertion);
    const shown = held.filter(({ modified }) => modified.startsWith('~'));
    for (const [id, own] of Map.groupBy(
      held.filter(({ modified }) => !modified.startsWith('~')),
      (row) => row.id,
    )) {
      const all = played.rows.filter((row) => row.id === id && isReadable(row, exercise));
      const says = (row: Row): string => speakerOf(row, exercise, own.includes(row) ? assertion : undefined);
      const isOpen = (row: Row): boolean =>
        !isBundle || own.includes(row) || strictest(markingOf(row, exercise), tlp) === tlp;
      const latest = countingOf(all, says, voice);
      // The revocation counts although it may not be disclosed itself.
      const gone = new Set(all.filter(isRevoking).map(says));
      const rest = all.filter((row) => isOpen(row) && (isRevoking(row) || !gone.has(says(row))));
      const best = latest.some(isOpen) ? latest.filter(isOpen) : countingOf(rest, says, voice);
      if (latest.some(isRevoking) && !best.some(isRevoking)) continue;
      // An object that the warning itself holds stays where it is the current version.
      const told = countingFirst(latest, exercise).filter(isOpen);
      const standIns = told.length > 0 ? told : countingFirst(best, exercise);
      const chosen = own.find((row) => best.includes(row)) ?? mostOpen(standIns, openlyIn(exercise), says);
      if (chosen !== undefined && !doesBetray(assertion, chosen.object, actor)) shown.push(chosen);
    }
    return shown;
  };
  return {
    visible,
    textOf: references.textOf,
    publisherOf: (assertion) => (isNamed(assertion) ? assertion.access.publisher : WITHHELD),
    assertedBy: (row, exercise) => {
      const names = new Set(openTo(row, exercise).map((each) => (isNamed(each) ? row.source : WITHHELD)));
      return names.size === 1 ? ([...names][0] ?? null) : null;
    },
    objectsOf,
    shownOf,
    newestOf: (rows, exercise) =>
      countingFirst(
        countingOf(rows, (row) => speakerOf(row, exercise)),
        exercise,
      ),
    matching: (filter) => assertions.filter((assertion) => matches(assertion, filter)).map(({ id }) => id),
    feed: (filter) => {
      const seen = [...visible.values()].filter((assertion) => matches(assertion, filter));
      return collapsed(played, seen)
        .sort((one, other) => other.lastAct - one.lastAct)
        .map(({ id }) => id);
    },
    sources: (warning) => {
      const own = played.assertions.get(warning);
      if (own === undefined) return [];
      const others = [...visible.values()].filter(
        (other) =>
          own.advisory !== null &&
          other.id !== warning &&
          other.advisory === own.advisory &&
          other.access.exercise === own.access.exercise &&
          !other.isCancelled &&
          !played.distinct.isDistinct(other.id, warning),
      );
      return [own, ...others].map(({ id }) => id);
    },
    isToldOtherwise: (rows, exercise) => isToldOtherwise(rows.filter((row) => isReadable(row, exercise))),
    readableRows: (rows, exercise) => rows.filter((row) => isReadable(row, exercise)),
  };
};

/** Members other than the publisher of whom somebody could read it: the recipients. */
export const reachedBy = (access: Parameters<typeof mayRead>[1], members: readonly Member[]): string[] =>
  members
    .filter((member) => {
      if (member.id === access.publisher) return false;
      const providers = members.filter(({ clients }) => clients.includes(member.id));
      const named = access.audience.alternatives.flatMap(({ persons }) => persons ?? []);
      return [
        `${member.slug}/anyone`,
        ...named.filter((person) => person.startsWith(`${member.slug}/`)),
      ].some((person) => mayRead({ member, roles: ['analyst'], person, key: '', providers }, access));
    })
    .map(({ slug }) => slug);

/** Of the recipients, those that the publisher is shown: as if nobody had declared a client or a dependency. */
export const listedBy = (access: AccessFacts, members: readonly Member[]): string[] =>
  reachedBy(
    { ...access, cascade: access.publicCascade ?? access.cascade },
    members.map((member) => ({ ...member, clients: [] })),
  );

/** All pages of a list; every page but the last is full, and only the last says that it is the last. */
export const allPages = async <Each>(
  first: number,
  read: (after: string | null) => Promise<{ each: readonly Each[]; cursor: string | null; more: boolean }>,
  onPage: (size: number, more: boolean) => void,
): Promise<Each[]> => {
  const all: Each[] = [];
  let after: string | null = null;
  for (;;) {
    const page: { each: readonly Each[]; cursor: string | null; more: boolean } = await read(after);
    all.push(...page.each);
    onPage(page.each.length, page.more);
    if (!page.more) return all;
    if (page.cursor === null || page.each.length < first) throw new Error('a page that leads nowhere');
    after = page.cursor;
  }
};
