// What a person says to narrow a warning, how it becomes the input of the hub, and whom it leaves of those that the board lists.
import type { AlternativeInput, NarrowWarningInput, Tlp } from '../../../operations/graphql.generated.ts';
import { spoken } from '../../../words/words.ts';
import { type Alternative, alternativeOf, EMPTY_ALTERNATIVE } from '../../publish/form.ts';
import type { BoardItem, Delivery } from '../board-query.ts';

/** Everybody but those chosen, only those chosen, or those that fit what is said of them. */
export type Mode = 'EXCEPT' | 'ONLY' | 'FITTING';
export const MODES = ['EXCEPT', 'ONLY', 'FITTING'] as const satisfies Mode[];

export type Narrowing = {
  readonly mode: Mode;
  /** Ids of deliveries. */
  readonly chosen: readonly string[];
  readonly fitting: Alternative;
  /** Empty: as it is. */
  readonly marking: Tlp | '';
  readonly reason: string;
  readonly whatToDo: string;
};

export const EMPTY: Narrowing = {
  mode: 'EXCEPT',
  chosen: [],
  fitting: EMPTY_ALTERNATIVE,
  marking: '',
  reason: '',
  whatToDo: '',
};

const RANKED = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT'] as const satisfies Tlp[];

/** TLP:RED goes to persons by name: nothing is narrowed to it. */
export const stricterThan = (marking: BoardItem['marking']): readonly Tlp[] => {
  const at = RANKED.findIndex((each) => each === marking);
  return at < 0 ? [] : RANKED.slice(at + 1);
};

type Among = { readonly item: BoardItem; readonly deliveries: readonly Delivery[] };

const keepOf = ({ mode, fitting }: Narrowing, chosen: readonly Delivery[]): AlternativeInput[] | null => {
  if (mode === 'EXCEPT') return null;
  if (mode === 'FITTING') return [alternativeOf(fitting)];
  return [{ members: slugsOf(chosen) }];
};

const slugsOf = (deliveries: readonly Delivery[]): string[] => [
  ...new Set(deliveries.filter(({ organisation }) => organisation === null).map(({ member }) => member.slug)),
];

export const inputOf = (narrowing: Narrowing, { item, deliveries }: Among): NarrowWarningInput => {
  const { mode, marking, reason, whatToDo } = narrowing;
  const chosen = deliveries.filter(({ id }) => narrowing.chosen.includes(id));
  const keep = keepOf(narrowing, chosen);
  return {
    id: item.id,
    expectedVersion: item.version,
    ...(keep === null ? {} : { keep }),
    exclude: mode === 'EXCEPT' ? slugsOf(chosen) : [],
    organisations: mode === 'EXCEPT' ? chosen.flatMap(({ organisation }) => organisation ?? []) : [],
    ...(marking === '' ? {} : { marking }),
    reason: reason.trim(),
    ...(whatToDo.trim() === '' ? {} : { whatToDo: whatToDo.trim() }),
    language: spoken(),
    // The same for the trial and the act, so that what was counted is what is done.
    dryRun: false,
  };
};

/** Whether it says anything that takes away. */
export const saysSomething = ({ mode, chosen, fitting, marking }: Narrowing): boolean =>
  marking !== '' || (mode === 'FITTING' ? Object.keys(alternativeOf(fitting)).length > 0 : chosen.length > 0);

export type Difference = { readonly keeps: readonly Delivery[]; readonly loses: readonly Delivery[] };

/** `fitting` are the slugs of those that fit, by the hub; null while it has not said. */
export const differenceOf = (
  { mode, chosen }: Narrowing,
  deliveries: readonly Delivery[],
  fitting: ReadonlySet<string> | null,
): Difference | null => {
  if (mode === 'FITTING' && fitting === null) return null;
  const keeps = (delivery: Delivery): boolean => {
    if (mode === 'FITTING')
      return delivery.organisation === null && fitting?.has(delivery.member.slug) === true;
    return chosen.includes(delivery.id) === (mode === 'ONLY');
  };
  return { keeps: deliveries.filter(keeps), loses: deliveries.filter((each) => !keeps(each)) };
};
