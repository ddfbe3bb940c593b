// The version of an id's UUID (STIX 2.1 §2.9): random for domain objects, by content for observables.

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

/** Properties that make an observable one producer's versioned object (§3.6). */
const versioning = ['created', 'modified', 'revoked', 'created_by_ref'];

/** Observables: an id made from content when there is content to make it from, else a random one. */
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
      'is the id that everybody gives this content; an observable with versions needs one of its own';
    return within(run, 'id', () => error(run, 'ID_SHARED', '3.6', message));
  }
  if (expected === null || expected === id) return;
  within(run, 'id', () =>
    warn(run, 'ID_NOT_OF_CONTENT', '2.9', `is not the id of this content, ${expected}`),
  );
}
