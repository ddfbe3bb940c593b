// A value with the indicator that names it: what the hub knows of the value is found by the indicator.
import type { Indicator } from '../../service/indicator/list-indicators.ts';
import { type NotToBlock, notToBlock } from '../../service/indicator/to-block.ts';
import { once } from './once.ts';

export type IndicatorValueSource = Indicator['values'][number] & {
  readonly of: Indicator['object'];
  readonly notToBlock: () => NotToBlock | null;
};

export const indicatorValues = (indicator: Indicator): IndicatorValueSource[] => {
  const { values, object } = indicator;
  return values.map((value) => ({
    ...value,
    of: object,
    notToBlock: once(() => notToBlock(indicator, value.value)),
  }));
};
