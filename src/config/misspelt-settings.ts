// Settings that are none: an environment is not checked by anybody else, and a limit that is misspelt does nothing.
import { nearestOf } from '../domain/likeness/nearest.ts';
import { SETTING_NAMES } from './config.ts';

const PREFIX = 'TOCSIN_';

/** Variables that are close to a setting and are none, with the one that was meant. Others are not ours to judge. */
export const misspeltSettings = (env: NodeJS.ProcessEnv): { name: string; meant: string }[] => {
  const known = SETTING_NAMES.flatMap((name) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
  return Object.keys(env).flatMap((name) => {
    const word = name.slice(PREFIX.length);
    if (!name.startsWith(PREFIX) || known.includes(word)) return [];
    const near = nearestOf(word, known);
    return near === null ? [] : [{ name, meant: `${PREFIX}${near}` }];
  });
};
