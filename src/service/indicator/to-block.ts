// Why a value that an indicator names is in no list of what to block, for every client the same.
import { isJoined, isNotToBlock, type NotToBlock } from '../../exchange/indicator/not-to-block.ts';
import type { Indicator } from './indicator-of.ts';

export type { NotToBlock };

/** Its pattern is read once, and only where somebody asks. */
export const notToBlock = ({
  pattern,
  patternType,
}: Pick<Indicator, 'pattern' | 'patternType'>): ((value: string) => NotToBlock | null) => {
  let isPart: boolean | undefined;
  return (value) => {
    isPart ??= isJoined(pattern, patternType);
    if (isPart) return 'ONLY_TOGETHER';
    return isNotToBlock(value) ? 'SPECIAL_NETWORK' : null;
  };
};
