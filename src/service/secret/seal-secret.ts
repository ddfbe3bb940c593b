// Seals what the hub has to say to others (client secrets of identity providers, secrets that sign to webhooks) before it is
// stored. All processes of a database seal by the same key; one that has another could write what the others cannot read, and
// refuses.
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { keyIdIn } from '../../outside/secrets.ts';

export type SealDeps = Pick<Hub, 'secrets' | 'counters'>;

/** Id of the key by which the secrets of this database are sealed. */
export const KEY_SETTING = 'secretsKeyId';

export type Secret = {
  readonly text: string;
  /** What it belongs to: it opens for nothing else. */
  readonly about: string;
  /** Where it stands in the request. */
  readonly path: string;
};

export const sealSecret = async (
  { secrets, counters }: SealDeps,
  { text, about, path }: Secret,
): Promise<Outcome<string>> => {
  const known = await counters.findSetting(KEY_SETTING);
  // Asked before a key is made.
  if (known !== null && !(await secrets.has(known))) return refused(keyIsAway(path));
  const sealed = await secrets.seal(text, about);
  if (sealed === null) return refused(keyIsAway(path));
  const agreed = await counters.setting(KEY_SETTING, keyIdIn(sealed) ?? '');
  return (await secrets.has(agreed)) ? accepted(sealed) : refused(keyIsAway(path));
};

export const keyIsAway = (path: string): Problem =>
  problem(
    'SECRETS_KEY_MISSING',
    path,
    'This hub has not the key that seals the secrets of this database.',
    'Give it TOCSIN_SECRETS_KEY, or the file TOCSIN_SECRETS_KEY_FILE. As a public client of a provider it needs none.',
  );
