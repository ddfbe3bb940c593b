// The UUID version of an id (STIX 2.1 §2.9): random for domain objects, made from the content for observables.

import { isIdentifier, observableIdentifier } from '../identifier.ts';
import { contributing } from '../registry/contributing.ts';
import { type JsonRecord, textOf } from '../stix-object.ts';
import { uuidVersion } from '../value/uuid.ts';
import { error, type Run, warn, within } from './run.ts';

export function checkVersion4(object: JsonRecord, run: Run): void {
  const id = textOf(object, 'id');
  if (id === undefined || !isIdentifier(id) || uuidVersion(id.slice(-36)) === 4) return;
  within(run, 'id', () => warn(run, 'ID_NOT_RANDOM', '2.9', 'should hold a random UUID (version 4)'));
}

/** Properties that turn an observable into a versioned object of one producer (§3.6). */
const versioning = ['created', 'modified', 'revoked', 'created_by_ref'];

/** The id of an observable is made from its content, or random if nothing contributes. */
export function checkObservableId(object: JsonRecord, run: Run) {
  const id = textOf(object, 'id');
  const type = textOf(object, 'type');
  if (id === undefined || type === undefined || !isIdentifier(id)) return;
  const version = uuidVersion(id.slice(-36));
  const properties = contributing.get(type);
  const isWithout = properties === undefined || properties.every((name) => object[name] === undefined);
  if (isWithout) {
    if (version === 4) return;
    const message = 'must hold a random UUID (version 4): nothing in this object contributes to an id';
    return within(run, 'id', () => error(run, 'ID_MUST_BE_RANDOM', '2.9', message));
  }
  if (version !== 5)
    return within(run, 'id', () =>
      warn(run, 'ID_NOT_DETERMINISTIC', '2.9', 'should hold a UUID made from the content (version 5)'),
    );
  const expected = observableIdentifier(object);
  if (expected === id && versioning.some((name) => object[name] !== undefined)) {
    const message =
      'is the id that every producer gives this content; an observable with versions needs a different one';
    return within(run, 'id', () => error(run, 'ID_SHARED', '3.6', message));
  }
  if (expected === null || expected === id) return;
  within(run, 'id', () =>
    warn(run, 'ID_NOT_OF_CONTENT', '2.9', `is not the id of this content, ${expected}`),
  );
}
