// What most journeys begin with: somebody of the cast publishes to others of it, and the line runs dry.
import type { WarningDraft } from '../../src/domain/warning.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { CAST, type CastName } from './cast.ts';
import { draft, type TestHub } from './hub.ts';

/** An audience of these members by name. */
export const to = (...members: readonly CastName[]) => ({
  alternatives: [{ members: members.map((name) => CAST[name].slug) }],
  excludes: [],
});

/** The id of the warning; a refusal is an error of the test. */
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
