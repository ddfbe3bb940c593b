// Who keeps a warning that is narrowed, from what its publisher says: refused where anybody would get it who is not addressed
// now, as far as the publisher may know, or where nothing changes.
import { type Alternative, fits, MAX_ALTERNATIVES, memberOfPerson } from '../../../domain/audience.ts';
import type { Directory } from '../../../domain/directory.ts';
import { rankOf, type Tlp } from '../../../domain/marking.ts';
import type { Actor, Member } from '../../../domain/member.ts';
import { narrowedAudience } from '../../../domain/narrowing/narrowed-audience.ts';
import { isRollShownTo } from '../../../domain/partnership/disclosure.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../../domain/problem.ts';
import { audienceProblems } from '../../../domain/warning-rules.ts';
import type { Hub } from '../../../hub.ts';
import type { Content } from '../../../store/warnings.ts';
import { resolveAudience } from '../../audience/resolve-audience.ts';
import type { Widened } from '../../version/correct-version.ts';

export type KeepRequest = {
  /** Who keeps it, with members by slug; null for everybody but those excluded. */
  readonly keep: readonly Alternative[] | null;
  /** Slugs of members that lose it. */
  readonly exclude: readonly string[];
  /** Numbers of organisations without a name that lose it. */
  readonly organisations: readonly number[];
  /** Stricter than now; null where it stays. */
  readonly marking: Tlp | null;
};

type Deps = Pick<Hub, 'members' | 'directory' | 'communities' | 'deliveries' | 'clock'>;

const MOST_ORGANISATIONS = 60;

export const keptOf = async (
  hub: Deps,
  actor: Actor,
  { access, summary }: Content,
  request: KeepRequest,
): Promise<Outcome<Omit<Widened, 'bundle'>>> => {
  const { keep, exclude, organisations } = request;
  const marking = markingOf(access.tlp, request.marking);
  if (!marking.ok) return marking;
  const directory = await hub.directory.current();
  const given = { alternatives: keep ?? [{}], excludes: exclude };
  const broken = audienceProblems(given);
  if (broken.length > 0) return refused(...broken.map(inRequest));
  const asked = { audience: given, marking: marking.value };
  const resolved = await resolveAudience(hub, asked, {
    actor,
    directory,
    formerly: access.audience.alternatives.flatMap(({ communities = [] }) => communities),
  });
  if (resolved.problems.length > 0) return refused(...resolved.problems.map(inRequest));
  const numbered = await organisationsOf(hub, summary.id, organisations);
  if (!numbered.ok) return numbered;
  const { alternatives, excludes } = resolved.audience;
  const kept = keep === null ? null : alternatives;
  const { audience, wider } = narrowedAudience(access.audience, {
    keep: kept,
    exclude: [...excludes, ...numbered.value],
  });
  const others = outsiders(kept ?? [], access.audience.alternatives, {
    directory,
    publisher: access.publisher,
  });
  const places = [...new Set([...wider, ...others])].map((place) => `$.keep${place}`);
  if (places.length > 0) return refused(...places.map(notAddressed));
  if (audience.alternatives.length > MAX_ALTERNATIVES) return refused(tooMany());
  const isSame = JSON.stringify(audience) === JSON.stringify(access.audience);
  if (isSame && marking.value === access.tlp) return refused(nothingNarrowed());
  return accepted({ marking: marking.value, audience });
};

const markingOf = (now: Content['access']['tlp'], wanted: Tlp | null): Outcome<Tlp> => {
  const current = now === 'UNKNOWN' ? 'RED' : now;
  if (wanted === null || wanted === current) return accepted(current);
  if (rankOf(wanted) < rankOf(now)) return refused(looser(now));
  return wanted === 'RED' ? refused(notToPersons()) : accepted(wanted);
};

const inRequest = ({ path, ...each }: Problem): Problem => ({
  ...each,
  path: path.replace('$.audience.alternatives', '$.keep').replace('$.audience.excludes', '$.exclude'),
});

/** Ids of the members that answered without a name, by the numbers that their publisher sees. */
const organisationsOf = async (
  { deliveries }: Pick<Hub, 'deliveries'>,
  warning: string,
  numbers: readonly number[],
): Promise<Outcome<readonly string[]>> => {
  if (numbers.length > MOST_ORGANISATIONS)
    return refused(
      problem('TOO_MANY', '$.organisations', `At most ${MOST_ORGANISATIONS} of them.`, 'Name fewer.'),
    );
  const found = await deliveries.namelessOf(warning, numbers);
  const missing = numbers.findIndex((number) => !found.has(number));
  return missing < 0
    ? accepted([...found.values()])
    : refused(
        problem(
          'NOT_FOUND',
          `$.organisations[${missing}]`,
          'No organisation that answered has this number.',
          'Query deliveries for those that have one.',
        ),
      );
};

type Seen = { readonly directory: Directory; readonly publisher: string };

/**
 * Places of members and persons whom no alternative addresses, by what their publisher sees of them: a community whose roll it
 * is not shown may have each of them (I32).
 */
const outsiders = (
  keep: readonly Alternative[],
  former: readonly Alternative[],
  { directory, publisher }: Seen,
): string[] => {
  const hidden = former.flatMap(({ communities = [] }) =>
    communities.filter((slug) => !isRollShownTo(directory, slug, publisher)),
  );
  const mayBeIn = (member: Member | undefined): boolean =>
    member !== undefined &&
    former.some((each) => fits(each, { ...member, communities: [...member.communities, ...hidden] }));
  return keep.flatMap(({ members = [], persons = [] }, at) => [
    ...placesOf(`[${at}].members`, members, (id) => mayBeIn(directory.members.get(id))),
    ...placesOf(`[${at}].persons`, persons, (person) =>
      mayBeIn(directory.bySlug.get(memberOfPerson(person))),
    ),
  ]);
};

const placesOf = (path: string, values: readonly string[], isIn: (value: string) => boolean): string[] =>
  values.flatMap((value, index) => (isIn(value) ? [] : [`${path}[${index}]`]));

const looser = (now: string): Problem =>
  problem(
    'NOT_NARROWER',
    '$.marking',
    `TLP:${now} is stricter already.`,
    'Narrowing only takes away. A looser marking takes two persons: propose WIDEN_MARKING.',
  );

const notToPersons = (): Problem =>
  problem(
    'NOT_NARROWER',
    '$.marking',
    'TLP:RED goes to persons by name; what members hold cannot become theirs alone.',
    'Recall it, and publish it to those persons.',
  );

const notAddressed = (path: string): Problem =>
  problem(
    'NOT_NARROWER',
    path,
    'It is not addressed to these now.',
    'Narrowing only takes away. Further readers take two persons: propose WIDEN_AUDIENCE.',
  );

const nothingNarrowed = (): Problem =>
  problem(
    'NOT_NARROWER',
    '$',
    'With this everybody keeps it.',
    'Say who keeps it (`keep`), who loses it (`exclude`, `organisations`), or a stricter `marking`.',
  );

const tooMany = (): Problem =>
  problem(
    'TOO_MANY',
    '$.keep',
    `Within what it is addressed to now this makes more than ${MAX_ALTERNATIVES} alternatives.`,
    'Give fewer, or use `exclude`.',
  );
