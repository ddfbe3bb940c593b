// How most journeys begin: a member of the cast publishes to others, and the workers run dry.

import { REAL_FIRST } from '../../src/domain/exercise/partition.ts';
import type { WarningDraft } from '../../src/domain/warning.ts';
import { objectSources } from '../../src/service/object/object-sources.ts';
import { readObject } from '../../src/service/object/read-objects.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { CAST, type CastName } from './cast.ts';
import { draft, type TestHub } from './hub.ts';
import { bundleOf } from './objects.ts';
import { plantPersons } from './persons.ts';

/** An audience of these members, by name. */
export const to = (...members: readonly CastName[]) => ({
  alternatives: [{ members: members.map((name) => CAST[name].slug) }],
  excludes: [],
});

/** TLP:RED is refused to a person who cannot sign in. */
export const letSignIn = async (
  { hub }: Pick<TestHub, 'hub'>,
  ...persons: readonly string[]
): Promise<void> => {
  await plantPersons(hub, persons, { roles: ['analyst'], credentials: 1 });
};

/** The id of the warning; a refusal throws. */
export const publishBy = async (
  world: TestHub,
  name: CastName,
  changes: Partial<WarningDraft>,
): Promise<string> => {
  const published = await publishWarning(world.hub, await world.actor(name), draft(changes));
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  await world.drain();
  return published.value.warning;
};

/** Publishes these objects to these readers. */
export const publishTo = (
  world: TestHub,
  by: CastName,
  readers: readonly CastName[],
  ...objects: readonly object[]
): Promise<string> => publishBy(world, by, { audience: to(...readers), bundle: bundleOf(...objects) });

/** The sources of the object with this id, as a reader of this member sees them. */
export const sourcesSeenBy = async (world: TestHub, name: CastName, id: string) => {
  const reader = await world.actor(name, 'analyst');
  const object = await readObject(world.hub, reader, id, REAL_FIRST);
  if (object === null) throw new Error(`${name} reads it`);
  const { tellers, corroboration } = await objectSources(world.hub, reader, object);
  return { ids: tellers.map((each) => each.id).sort(), corroboration };
};
