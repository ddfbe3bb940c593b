// Times within contained observables (STIX 2.1 §2.13, §2.16): properties that the registry knows to be timestamps.
import { isProperty } from '../registry/kinds.ts';
import { types } from '../registry/types.ts';
import { type JsonRecord, textOf } from '../stix-object.ts';
import { isTimestamp } from '../timestamp.ts';
import { error, type Run, shown, within } from './run.ts';

export function timestampsOf(object: JsonRecord, run: Run): void {
  const properties = types.get(textOf(object, 'type') ?? '')?.shape.properties ?? {};
  for (const [name, entry] of Object.entries(properties)) {
    const kind = isProperty(entry) ? entry.kind : entry;
    const value = object[name];
    if (kind.is !== 'timestamp' || value === undefined) continue;
    if (typeof value === 'string' && isTimestamp(value)) continue;
    within(run, name, () => error(run, 'TIMESTAMP_INVALID', '2.16', `${shown(value)} is not a timestamp`));
  }
}
