// What a publisher should think of before it publishes: an audience or marking that it does not usually use, few or no
// recipients, and recipients whom nothing reaches. Pure, over what the publisher may know (I32): recipients that are listed to
// it, and its own former versions.
import type { Alternative, Audience } from '../audience.ts';
import type { EffectiveTlp } from '../marking.ts';

/** Who was addressed before, under which marking: one for each of its recent warnings and practices. */
export type Habit = { readonly audience: Pick<Audience, 'alternatives'>; readonly tlp: EffectiveTlp };

/** What a publisher is said to address: its ids of members and persons in the words of the publisher. */
type Naming = (id: string) => string;

export type CareCode =
  | 'COMMUNITY_UNUSUAL'
  | 'MARKING_UNUSUAL'
  | 'AUDIENCE_UNUSUAL'
  | 'AUDIENCE_SMALL'
  | 'AUDIENCE_REACHES_NOBODY'
  | 'AUDIENCE_HARD_TO_REACH';

export type Care = { readonly code: CareCode; readonly path: string; readonly message: string };

export type Considered = Habit & {
  /** What the version before had: none of it is new. Null for a first version. */
  readonly former: Habit | null;
  readonly nameOf: Naming;
  /** Recipients that the publisher may know of. */
  readonly recipients: number;
  /** Whether it names each of these itself. */
  readonly areNamed: boolean;
  /** Of those the ones whose ways are known, and of these the ones without a live one. */
  readonly known: number;
  readonly unreached: number;
};

/** With fewer there is no habit yet. */
const LEAST_HABITS = 5;
/** Fewer recipients that follow from a rule tell whom it is about. */
const SMALL = 5;

export const careFor = (draft: Considered, habits: readonly Habit[]): Care[] => [
  ...(habits.length < LEAST_HABITS ? [] : unusual(draft, habits)),
  ...ofRecipients(draft),
];

const unusual = ({ audience, tlp, former, nameOf }: Considered, usual: readonly Habit[]): Care[] => {
  const habits = former === null ? usual : [...usual, former];
  const before = habits.flatMap(({ audience: { alternatives } }) => alternatives);
  const communities = unusedOf(audience, before, 'communities').sort();
  const others = RULES.flatMap(({ name, word, isId }) =>
    unusedOf(audience, before, name)
      .map((value) => `${word} ${isId === true ? nameOf(value) : value}`)
      .sort(),
  );
  const isWhole = (each: Alternative): boolean => Object.keys(each).length === 0;
  if (audience.alternatives.some(isWhole) && !before.some(isWhole)) others.push('the whole partnership');
  return [
    ...(communities.length === 0
      ? []
      : [
          care(
            'COMMUNITY_UNUSUAL',
            '$.audience',
            `You have not lately addressed ${listed(communities, 'community')}.`,
          ),
        ]),
    ...(others.length === 0
      ? []
      : [
          care(
            'AUDIENCE_UNUSUAL',
            '$.audience',
            `You have not lately addressed ${listed(others, 'audience')}.`,
          ),
        ]),
    ...(habits.some((habit) => habit.tlp === tlp)
      ? []
      : [care('MARKING_UNUSUAL', '$.marking', `You have not lately used TLP:${tlp}.`)]),
  ];
};

const RULES: readonly {
  readonly name: keyof Alternative;
  readonly word: string;
  readonly isId?: boolean;
}[] = [
  { name: 'sectors', word: 'sector' },
  { name: 'countries', word: 'country' },
  { name: 'kinds', word: 'kind' },
  { name: 'members', word: 'member', isId: true },
  { name: 'persons', word: 'person', isId: true },
];

const valuesOf = (alternatives: readonly Alternative[], name: keyof Alternative): readonly string[] => [
  ...new Set(alternatives.flatMap((each): readonly string[] => each[name] ?? [])),
];

const unusedOf = (
  { alternatives }: Pick<Audience, 'alternatives'>,
  before: readonly Alternative[],
  name: keyof Alternative,
): string[] => {
  const used = new Set(valuesOf(before, name));
  return valuesOf(alternatives, name).filter((value) => !used.has(value));
};

const MOST_NAMED = 3;

const listed = (names: readonly string[], what: string): string => {
  const more = names.length - MOST_NAMED;
  const shown = names.slice(0, MOST_NAMED).join(', ');
  const named =
    what === 'community' ? `the ${names.length === 1 ? 'community' : 'communities'} ${shown}` : shown;
  return more > 0 ? `${named} and ${more} more` : named;
};

const ofRecipients = (draft: Considered): Care[] => {
  const { audience, recipients } = draft;
  if (recipients === 0)
    return [care('AUDIENCE_REACHES_NOBODY', '$.audience', 'Nobody that you may know of receives it.')];
  const isByRule = audience.alternatives.every(
    ({ members, persons }) => members === undefined && persons === undefined,
  );
  const few =
    isByRule && recipients < SMALL
      ? [
          care(
            'AUDIENCE_SMALL',
            '$.audience',
            `Only ${recipients} ${recipients === 1 ? 'organisation' : 'organisations'} that you may know of ${recipients === 1 ? 'fits' : 'fit'} this audience: what it says may point to ${recipients === 1 ? 'it' : 'one of them'}.`,
          ),
        ]
      : [];
  return isHardToReach(draft)
    ? [...few, care('AUDIENCE_HARD_TO_REACH', '$.audience', hardWords(draft))]
    : few;
};

/** Of fewer it would tell which of them nobody has seen, unless the publisher names each: then that is what it has to know. */
const isHardToReach = ({ known, unreached, areNamed }: Considered): boolean =>
  (known >= SMALL || areNamed) && unreached * 2 > known;

const hardWords = ({ recipients, areNamed }: Considered): string => {
  if (areNamed && recipients === 1)
    return 'It goes to one organisation, which has no way by which anything reached it in the last 30 days: call it.';
  const whom = areNamed ? 'organisations that you name' : 'recipients that you may know of';
  return `Most ${whom} have no way by which anything reached them in the last 30 days: call those that matter.`;
};

const care = (code: CareCode, path: string, message: string): Care => ({ code, path, message });
