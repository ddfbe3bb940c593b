// Why a value that an indicator names is in no list of what to block, for every client the same.
import { type NotToBlock, whyNotToBlock } from '../../exchange/indicator/not-to-block.ts';
import type { Indicator } from './indicator-of.ts';

export type { NotToBlock };

export const notToBlock = ({ isJoined }: Pick<Indicator, 'isJoined'>, value: string): NotToBlock | null => {
  if (isJoined) return 'ONLY_TOGETHER';
  return whyNotToBlock(value);
};
