// A mailbox in Maildir form, to which the operator's mail server delivers what comes back. What was read is moved to `cur`.
import { open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';

export type StoredMail = {
  /** Its beginning, at most 256 kB. */
  readonly raw: string;
  /** Marks it as read. */
  readonly keep: () => Promise<void>;
};

export type Mailbox = {
  /** New mail, at most 200 at a time. */
  read(): Promise<StoredMail[]>;
};

const MOST = 200;
const MOST_BYTES = 256 * 1024;

/** `folder` null: there is none, and nothing comes back. */
export const openMailbox = (folder: string | null): Mailbox => ({
  read: async () => {
    if (folder === null) return [];
    const found = await readdir(join(folder, 'new'), { withFileTypes: true });
    const names = found
      .flatMap((each) => (each.isFile() ? [each.name] : []))
      .sort()
      .slice(0, MOST);
    const mails = await Promise.all(
      names.map(async (name) => {
        // One that cannot be read, or that another worker took, is no fault of the others.
        const raw = await beginningOf(join(folder, 'new', name)).catch(() => null);
        const keep = () => rename(join(folder, 'new', name), join(folder, 'cur', `${name}:2,S`));
        return raw === null ? [] : [{ raw, keep }];
      }),
    );
    return mails.flat();
  },
});

const beginningOf = async (path: string): Promise<string> => {
  const file = await open(path);
  const buffer = Buffer.alloc(MOST_BYTES);
  const { bytesRead } = await file.read(buffer, 0, MOST_BYTES, 0).finally(() => file.close());
  return buffer.toString('utf8', 0, bytesRead);
};
