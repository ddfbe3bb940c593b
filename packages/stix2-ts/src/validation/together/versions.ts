// Rules between the versions of one id (STIX 2.1 §3.2, §3.6), as far as the bundle shows them, and UUIDs that a
// producer reuses for objects of different types (§2.9).
import { isStixObject, type StixObject, textOf } from '../../stix-object.ts';
import { compareTimestamps, isTimestamp } from '../../value/timestamp.ts';
import { isSameContent } from '../../version.ts';
import { error, type Run, within } from '../run.ts';

type Placed = { readonly object: StixObject; readonly index: number };

/** Checks objects with the same id, and ids with the same UUID. */
export function checkVersions(list: readonly unknown[], run: Run): void {
  const first = new Map<string, Placed>();
  const several = new Map<string, Placed[]>();
  const owners = new Map<string, StixObject>();
  for (const [index, object] of list.entries()) {
    if (!isStixObject(object)) continue;
    const met = first.get(object.id);
    if (met === undefined) {
      first.set(object.id, { object, index });
      checkUuid({ object, index }, owners, run);
    } else {
      const versions = several.get(object.id);
      if (versions === undefined) several.set(object.id, [met, { object, index }]);
      else versions.push({ object, index });
    }
  }
  for (const versions of several.values()) {
    checkDuplicates(versions, run);
    checkHistory(versions, run);
  }
}

/** §2.9: "a producer MUST NOT reuse the UUID portion of the identifier for objects of different types". */
function checkUuid({ object, index }: Placed, owners: Map<string, StixObject>, run: Run): void {
  const creator = textOf(object, 'created_by_ref');
  if (creator === undefined) return;
  const key = `${object.id.slice(-36)} ${creator}`;
  const other = owners.get(key);
  if (other === undefined) owners.set(key, object);
  else if (other.type !== object.type) {
    const message = `holds the UUID of ${other.id}, of the same creator; give each object its own`;
    within(run, index, () => within(run, 'id', () => error(run, 'ID_REUSED', '2.9', message)));
  }
}

/** One (id, modified) with two contents: it is unclear which one is meant (§3.6). */
function checkDuplicates(versions: readonly Placed[], run: Run): void {
  const byTime = new Map<unknown, StixObject>();
  for (const { object, index } of versions) {
    const duplicate = byTime.get(object['modified']);
    if (duplicate === undefined) byTime.set(object['modified'], object);
    else if (!isSameContent(duplicate, object)) {
      const message = `${object.id} occurs twice in one version with different content`;
      within(run, index, () => error(run, 'DUPLICATE_OBJECT', '3.6', message));
    }
  }
}

/** From version to version `created` and the creator stay, and nothing follows a revocation. */
function checkHistory(versions: readonly Placed[], run: Run): void {
  const dated = versions.filter(({ object }) => isTimestamp(textOf(object, 'modified') ?? ''));
  const ordered = dated.sort((a, b) =>
    compareTimestamps(String(a.object['modified']), String(b.object['modified'])),
  );
  let previous = ordered[0];
  for (const { object, index } of ordered.slice(1)) {
    const before = previous?.object;
    previous = { object, index };
    if (before === undefined || before['modified'] === object['modified']) continue;
    within(run, index, () => {
      if (before['created'] !== object['created']) {
        const message = `must stay as in the version of ${before['modified']}`;
        within(run, 'created', () => error(run, 'CREATED_CHANGED', '3.2', message));
      }
      if (before['created_by_ref'] !== object['created_by_ref']) {
        const message = `differs from the creator of the version of ${before['modified']}; give this object a new id`;
        error(run, 'CREATOR_CHANGED', '3.6', message);
      }
      if (before['revoked'] === true)
        error(
          run,
          'VERSION_AFTER_REVOKED',
          '3.6',
          `comes after ${before['modified']}, which revoked it permanently`,
        );
    });
  }
}
