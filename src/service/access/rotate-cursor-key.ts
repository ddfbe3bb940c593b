// Replaces the key that seals cursors, for example after a copy of the database got into wrong hands. Cursors of the key
// before are answered with RESYNC.
import type { Hub } from '../../hub.ts';

export const rotateCursorKey = async (hub: Pick<Hub, 'cursorKeys' | 'directory'>): Promise<void> => {
  await hub.cursorKeys.rotate();
  // This process takes the key up with its next look at the directory, as all others do.
  hub.directory.forget();
  await hub.directory.current();
};
