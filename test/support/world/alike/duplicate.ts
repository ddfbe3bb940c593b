// The hub's stores with a log of each call: two worlds that answer alike by different queries still differ in time.
import type { Hub } from '../../../../src/hub.ts';

/** The same hub; `calls` fills with the names of the calls on objects and warnings. */
export const notingCalls = (hub: Hub): { readonly hub: Hub; readonly calls: string[] } => {
  const calls: string[] = [];
  const noting = <Store extends object>(name: string, store: Store): Store =>
    new Proxy(store, {
      get: (target, property) => {
        const value: unknown = Reflect.get(target, property);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]): unknown => {
          calls.push(`${name}.${String(property)}`);
          return Reflect.apply(value, target, given);
        };
      },
    });
  return {
    calls,
    hub: { ...hub, objects: noting('objects', hub.objects), warnings: noting('warnings', hub.warnings) },
  };
};
