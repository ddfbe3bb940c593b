// A value with the indicator that names it: what the hub knows of the value is found by the indicator.
import type { Indicator } from '../../service/indicator/list-indicators.ts';

export type IndicatorValueSource = Indicator['values'][number] & { readonly of: Indicator['object'] };

export const indicatorValues = ({ values, object }: Indicator): IndicatorValueSource[] =>
  values.map((value) => ({ ...value, of: object }));
