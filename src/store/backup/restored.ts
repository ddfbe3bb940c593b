// What a restore leaves in the settings of a hub. The epoch tells the time after it from the time before: names in Redis
// carry it. While deliveries are held, nothing is numbered, relayed or sent, until the operator releases it.
import { type Database, type Session, trusted } from '../connect.ts';
import { SETTINGS } from '../coordination/counters.ts';

export type RestoredState = {
  /** A UUID; null for a hub that was never restored. */
  readonly epoch: string | null;
  /** When the hub was restored; null when nothing is held. */
  readonly heldSince: Date | null;
};

export type Restored = {
  /** As it was when this process opened the database. */
  readonly epoch: string | null;
  /** As it is stored; asked of the database at most once a second. */
  state(): Promise<RestoredState>;
  /** Whether this process may number and deliver: nothing is held, and the hub is the one that it opened. */
  mayDeliver(): Promise<boolean>;
  begin(state: { readonly epoch: string; readonly at: Date }, session: Session): Promise<void>;
  /** False when nothing was held. */
  release(session: Session): Promise<boolean>;
};

const EPOCH = 'epoch';
const HELD = 'heldSince';
const FRESH_MS = 1_000;

export const readRestored = async (database: Database, session?: Session): Promise<RestoredState> => {
  const rows = await database
    .model(SETTINGS)
    .find({ _id: trusted({ $in: [EPOCH, HELD] }) }, null, { session: session ?? null })
    .lean();
  const settingOf = (name: string): string | null => rows.find(({ _id }) => _id === name)?.value ?? null;
  const held = settingOf(HELD);
  return { epoch: settingOf(EPOCH), heldSince: held === null ? null : new Date(held) };
};

export const openRestored = async (database: Database): Promise<Restored> => {
  const settings = database.model(SETTINGS);
  const { epoch } = await readRestored(database);
  let last: { readonly at: number; readonly state: Promise<RestoredState> } | null = null;
  const state = (): Promise<RestoredState> => {
    const now = performance.now();
    if (last === null || now - last.at >= FRESH_MS) {
      const asked = database.inNoTime(() => readRestored(database));
      last = { at: now, state: asked };
      // A failure is not kept.
      asked.catch(() => {
        last = null;
      });
    }
    return last.state;
  };
  const put = async (name: string, value: string, session: Session): Promise<void> => {
    await settings.replaceOne(
      { _id: name },
      { _id: name, value },
      { session, upsert: true, runValidators: true },
    );
  };
  return {
    epoch,
    state,
    mayDeliver: async () => {
      const now = await state();
      return now.heldSince === null && now.epoch === epoch;
    },
    begin: async ({ epoch: fresh, at }, session) => {
      await put(EPOCH, fresh, session);
      await put(HELD, at.toISOString(), session);
    },
    release: async (session) => {
      const { deletedCount } = await settings.deleteOne({ _id: HELD }, { session });
      last = null;
      return deletedCount === 1;
    },
  };
};
