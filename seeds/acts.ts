// The acts of the sample story, and how one is played: by a member of the cast, through a service, at its own time, and
// only if it has not been played yet. Later changes by users are left alone.
import type { AcknowledgementAnswer } from '../src/domain/delivery.ts';
import { actorOf } from '../src/domain/directory.ts';
import type { Actor, Role } from '../src/domain/member.ts';
import type { Outcome } from '../src/domain/problem.ts';
import type { Draft, WarningDraft } from '../src/domain/warning.ts';
import type { Hub } from '../src/hub.ts';
import { acknowledgeWarning } from '../src/service/delivery/acknowledge-warning.ts';
import { myDeliveries } from '../src/service/delivery/list-deliveries.ts';
import type { Item } from '../src/service/item/item.ts';
import { readWarning } from '../src/service/item/read-warning.ts';
import { cancelWarning } from '../src/service/warning/cancel-warning.ts';
import { publishWarning } from '../src/service/warning/publish-warning.ts';
import { updateWarning } from '../src/service/warning/update-warning.ts';
import { type SeedClock, uuidOf } from './seed-clock.ts';

type Common = {
  /** Name of the item acted on; its id is derived from it. */
  readonly of: string;
  /** Slug of the member that acts. */
  readonly by: string;
  readonly at: Date;
};

export type Act =
  | (Common & { readonly verb: 'publish'; readonly draft: Draft })
  | (Common & { readonly verb: 'correct'; readonly version: number; readonly draft: WarningDraft })
  | (Common & { readonly verb: 'cancel'; readonly version: number; readonly reason: string })
  | (Common & {
      readonly verb: 'acknowledge';
      readonly version: number;
      readonly answer: AcknowledgementAnswer;
      readonly note: string | null;
    });

export const warningId = (name: string): string => `warning--${uuidOf(name)}`;
export const practiceId = (name: string): string => `practice--${uuidOf(name)}`;

/** An actor of the member with its current rights: seeds obey policy like everybody else. */
export const someoneOf = async (
  hub: Hub,
  slug: string,
  role: Role,
  person = `${slug}/${role}`,
): Promise<Actor> => {
  const directory = await hub.directory.current();
  const member = directory.bySlug.get(slug)?.id ?? '';
  const id = directory.byHandle.get(person)?.id ?? person;
  const actor = actorOf(directory, { id: `seeds/${slug}`, member, roles: [role], person: id });
  if (actor === null) throw new Error(`The cast has no ${slug}.`);
  return actor;
};

/** Returns false when the act was already played. */
export const play = async (hub: Hub, seedClock: SeedClock, act: Act): Promise<boolean> => {
  const actor = await someoneOf(hub, act.by, act.verb === 'acknowledge' ? 'analyst' : 'publisher');
  const isPractice = act.verb === 'publish' && act.draft.kind === 'PRACTICE';
  const id = isPractice ? practiceId(act.of) : warningId(act.of);
  const item = await readWarning(hub, actor, id);
  if (!(await isDue(hub, actor, act, item))) return false;
  unlessRefused(
    act.of,
    await seedClock.play<Outcome<unknown>>(act.of, act.at, () => perform(hub, actor, id, act)),
  );
  return true;
};

const isDue = async (hub: Hub, actor: Actor, act: Act, item: Item | null): Promise<boolean> => {
  if (act.verb === 'publish') return item === null;
  if (item?.summary.version !== act.version || item.state === 'CANCELLED') return false;
  if (act.verb !== 'acknowledge') return true;
  return (await myDeliveries(hub, actor, [item])).get(item.summary.id)?.answer == null;
};

const perform = (hub: Hub, actor: Actor, id: string, act: Act): Promise<Outcome<unknown>> => {
  switch (act.verb) {
    case 'publish':
      return publishWarning(hub, actor, act.draft);
    case 'correct': {
      const {
        kind: _,
        marking: _m,
        audience: _a,
        allowEmptyAudience: _e,
        exercise: _x,
        ...draft
      } = act.draft;
      return updateWarning(hub, actor, { id, expectedVersion: act.version, draft });
    }
    case 'cancel':
      return cancelWarning(hub, actor, { id, expectedVersion: act.version, reason: act.reason });
    case 'acknowledge':
      return acknowledgeWarning(hub, actor, { warning: id, answer: act.answer, note: act.note });
  }
};

/** The value of an outcome; a refusal is a mistake in the story and stops the seeding. */
export const unlessRefused = <Value>(what: string, outcome: Outcome<Value>): Value => {
  if (outcome.ok) return outcome.value;
  const reasons = outcome.problems.map(({ code, path, message }) => `${code} at ${path}: ${message}`);
  throw new Error(`The story was refused (${what}): ${reasons.join('; ')}`);
};
