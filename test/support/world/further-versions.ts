// Further versions of what `publishBy` published, and a best practice; each refusal throws, and the workers run dry.
import type { PracticeDraft, WarningDraft } from '../../../src/domain/warning.ts';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import type { CastName } from '../cast.ts';
import { draft, type TestHub } from '../hub.ts';

type Version = { readonly by: CastName; readonly id: string; readonly expectedVersion: number };

const expectAccepted = (outcome: { readonly ok: boolean }): void => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
};

export const correctBy = async (
  world: TestHub,
  { by, id, expectedVersion }: Version,
  changes: Partial<WarningDraft>,
): Promise<void> => {
  const {
    kind: _,
    marking: _m,
    audience: _a,
    allowEmptyAudience: _e,
    exercise: _x,
    ...texts
  } = draft(changes);
  const actor = await world.actor(by);
  expectAccepted(await updateWarning(world.hub, actor, { id, expectedVersion, draft: texts }));
  await world.drain();
};

export const cancelBy = async (
  world: TestHub,
  { by, id, expectedVersion }: Version,
  reason: string,
): Promise<void> => {
  expectAccepted(await cancelWarning(world.hub, await world.actor(by), { id, expectedVersion, reason }));
  await world.drain();
};

/** The id of the practice. */
export const practiceBy = async (
  world: TestHub,
  by: CastName,
  changes: Partial<PracticeDraft>,
): Promise<string> => {
  const practice: PracticeDraft = {
    kind: 'PRACTICE',
    headline: 'Call the night shift once a month',
    summary: 'A short drill that found, in each of five organisations, a number that nobody answered.',
    practiceKind: 'MEASURE',
    problem: 'The emergency number is on paper, and nobody has tried it at night.',
    steps: [
      'Call the number at an unannounced hour.',
      'Ask who decides.',
      'Fix what did not work the next day.',
    ],
    evidence: 'Tried by five organisations for a year; the time to answer fell from 40 to 6 minutes.',
    limits: 'Tell the works council before the first drill.',
    licence: 'CC-BY-4.0',
    reviewDue: '2031-01-31',
    language: 'en',
    translations: [],
    sectorsConcerned: [],
    countriesConcerned: [],
    marking: 'CLEAR',
    audience: { alternatives: [{}], excludes: [] },
    allowEmptyAudience: false,
    exercise: null,
    bundle: null,
    externalReferences: [],
    ...changes,
  };
  const published = await publishWarning(world.hub, await world.actor(by), practice);
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  await world.drain();
  return published.value.warning;
};
