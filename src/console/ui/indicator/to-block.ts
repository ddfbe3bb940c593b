// Which values of an indicator may go into a block list, judged once for each: a warning may list thousands, and each choice on the
// page shows them again.
import { isJoined, isNotToBlock } from '../../../exchange/indicator/not-to-block.ts';
import type { FoundIndicatorFragment } from '../../operations/graphql.generated.ts';

const judged = new WeakMap<FoundIndicatorFragment, ReadonlySet<string>>();

/** What may go into a block list: not what is over, a sign only together with others, private, or too wide. */
export const toBlockIn = (indicator: FoundIndicatorFragment): ReadonlySet<string> => {
  const before = judged.get(indicator);
  if (before !== undefined) return before;
  const { isValid, pattern, patternType, values } = indicator;
  const isNone = !isValid || values.length === 0 || isJoined(pattern, patternType);
  const found = new Set(isNone ? [] : values.map(({ value }) => value).filter(isToBlock));
  judged.set(indicator, found);
  return found;
};

const isToBlock = (value: string): boolean => value !== '' && !isNotToBlock(value);

/** Each once. */
export const valuesIn = (
  indicators: readonly FoundIndicatorFragment[],
  of: (indicator: FoundIndicatorFragment) => Iterable<string>,
): string[] => [...new Set(indicators.flatMap((each) => [...of(each)]))];
