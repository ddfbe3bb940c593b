// The key that seals cursors, and the keys before it. Each process reads them again when its copy of the directory is
// renewed, so that a new key is in use everywhere within a second.
import { type Database, type Session, trusted } from '../connect.ts';
import { type Counters, SETTINGS } from './counters.ts';

export type CursorKey = {
  readonly current: Buffer;
  /** Newest first. A cursor of one of these is recognised, and refused. */
  readonly former: readonly Buffer[];
  readonly randomBytes: (count: number) => Buffer;
};

export type CursorKeys = {
  /** The same object until the key changes. */
  current(): CursorKey;
  renew(): Promise<void>;
  /** Puts a new key in place of the current one; within a transaction, or in one of its own. */
  rotate(session?: Session): Promise<void>;
};

/** Names of the settings. The second holds keys in base64, separated by spaces. */
const CURRENT = 'cursorKey';
const FORMER = 'formerCursorKeys';

/** A cursor of an older key is refused like one that this hub never made. */
const MAX_FORMER = 20;
const KEY_BYTES = 32;

export const openCursorKeys = async (
  database: Database,
  counters: Counters,
  randomBytes: (count: number) => Buffer,
): Promise<CursorKeys> => {
  const settings = database.model(SETTINGS);
  const fresh = (): string => randomBytes(KEY_BYTES).toString('base64');
  let held: { readonly text: string; readonly key: CursorKey } | null = null;

  const read = async (session?: Session): Promise<readonly string[]> => {
    const ids = trusted({ $in: [CURRENT, FORMER] });
    const rows = await settings.find({ _id: ids }, null, { session: session ?? null }).lean();
    const settingOf = (name: string): string => rows.find(({ _id }) => _id === name)?.value ?? '';
    return `${settingOf(CURRENT)} ${settingOf(FORMER)}`.split(' ').filter((text) => text !== '');
  };
  const renew = async (): Promise<CursorKey> => {
    const texts = await read();
    const text = texts.join(' ');
    if (held?.text !== text) {
      const [current, ...former] = texts.map((each) => Buffer.from(each, 'base64'));
      if (current === undefined) throw new Error('The key that seals cursors is missing.');
      held = { text, key: { current, former, randomBytes } };
    }
    return held.key;
  };

  const rotateIn = async (session: Session): Promise<void> => {
    const before = (await read(session)).slice(0, MAX_FORMER);
    const keep = { session, upsert: true, runValidators: true };
    await settings.replaceOne({ _id: FORMER }, { _id: FORMER, value: before.join(' ') }, keep);
    await settings.replaceOne({ _id: CURRENT }, { _id: CURRENT, value: fresh() }, keep);
    await counters.next('directory', 1, session);
  };

  await counters.setting(CURRENT, fresh());
  let key = await renew();
  return {
    current: () => key,
    renew: async () => {
      key = await renew();
    },
    rotate: (session) => (session === undefined ? database.transaction(rotateIn) : rotateIn(session)),
  };
};
