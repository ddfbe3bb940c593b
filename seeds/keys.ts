// Keys of the ready identities: created at the first start, kept in files that only their owner can read, and created
// again when a file is lost or belongs to another database. A key that somebody revoked stays revoked.
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Hub } from '../src/hub.ts';
import { createKey } from '../src/service/access/create-key.ts';
import { hashOf, idInToken } from '../src/service/access/token.ts';
import { unlessRefused } from './acts.ts';
import { guideText } from './guide.ts';
import { IDENTITIES, type Identity } from './identities.ts';

const PRIVATE_DIRECTORY = 0o700;
const PRIVATE_FILE = 0o600;

/** Returns how many keys were created. */
export const ensureKeys = async (hub: Hub): Promise<number> => {
  const directory = path.join(hub.config.dataDirectory, 'keys');
  mkdirSync(directory, { recursive: true, mode: PRIVATE_DIRECTORY });
  chmodSync(directory, PRIVATE_DIRECTORY);
  let made = 0;
  for (const identity of IDENTITIES) {
    const file = path.join(directory, `${identity.name}.key`);
    if (await isOfThisHub(hub, identity, file)) continue;
    const { member, role, person, name } = identity;
    const key = unlessRefused(name, await createKey(hub, { member, role, person, label: `sample: ${name}` }));
    writePrivate(file, `${key.token}\n`);
    made += 1;
  }
  writePrivate(path.join(directory, 'README.txt'), guideText(directory, hub.config.port));
  return made;
};

const isOfThisHub = async (hub: Hub, identity: Identity, file: string): Promise<boolean> => {
  if (!existsSync(file)) return false;
  chmodSync(file, PRIVATE_FILE);
  const token = readFileSync(file, 'utf8').trim();
  const id = idInToken(token);
  const key = id === null ? null : await hub.keys.byId(id);
  if (key === null || key.hash !== hashOf(token)) return false;
  const directory = await hub.directory.current();
  return key.member === directory.bySlug.get(identity.member)?.id && key.role === identity.role;
};

/** Writes the file atomically, and never readable by others in between. */
const writePrivate = (file: string, text: string): void => {
  writeFileSync(`${file}.new`, text, { mode: PRIVATE_FILE });
  renameSync(`${file}.new`, file);
};
