// Keeps a log that another process writes below a size: at the bound it becomes `<file>.1`, in place of the one before.
import { copyFileSync, renameSync, statSync, truncateSync } from 'node:fs';

export const LOG_BYTES = 20 * 1024 * 1024;
const LOOK_MS = 5_000;

// `reopen` tells the writer to open its file anew after it was renamed. Without it the file is copied and emptied: its writer
// appends, so it goes on at the start, and loses at most what it writes between the two.
export function bound(file, { reopen = null, bytes = LOG_BYTES } = {}) {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= bytes) return false;
  if (reopen) renameSync(file, `${file}.1`);
  else {
    copyFileSync(file, `${file}.1`);
    truncateSync(file, 0);
  }
  reopen?.();
  return true;
}

// Looks now and then until stopped; a disk without room for the copy only delays it.
export function keepBounded(files, options = {}) {
  const timer = setInterval(() => {
    for (const { file, reopen = null } of files) {
      try {
        bound(file, { reopen, bytes: options.bytes ?? LOG_BYTES });
      } catch {
        // It is looked at again.
      }
    }
  }, options.lookMs ?? LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}
