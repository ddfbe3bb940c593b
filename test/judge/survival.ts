// Observes a text on its way in: parsed, validated in slices, written canonically. Nothing may throw, no event-loop turn
// may be long, and what is accepted must read back unchanged.
import { setImmediate as pause } from 'node:timers/promises';
import { entityKey } from 'stix2-ts/entity';
import { canonical, parseJson } from 'stix2-ts/json';
import { referencesOf } from 'stix2-ts/references';
import { hasErrors, validateBundleInSlices } from 'stix2-ts/validate';

export type Fate = {
  readonly outcome: 'unreadable' | 'refused' | 'accepted';
  /** The longest event-loop turn while validating, in ms of this thread's CPU, so that other load does not count. */
  readonly longestTurn: number;
  readonly codes: readonly string[];
};

const cpuMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

export const fateOf = async (text: string): Promise<Fate> => {
  const reading = parseJson(text);
  if (!reading.ok) return { outcome: 'unreadable', longestTurn: 0, codes: [reading.code] };
  let longestTurn = 0;
  let began = cpuMs();
  const note = () => {
    longestTurn = Math.max(longestTurn, cpuMs() - began);
  };
  const rest = async () => {
    note();
    await pause();
    began = cpuMs();
  };
  const { objects, findings } = await validateBundleInSlices(reading.value, {}, rest);
  note();
  const codes = findings.map(({ code }) => code);
  if (hasErrors(findings)) return { outcome: 'refused', longestTurn, codes };
  for (const object of objects) {
    const written = canonical(object);
    if (canonical(JSON.parse(written)) !== written)
      throw new Error(`not the same when read again: ${written}`);
    referencesOf(object);
    entityKey(object);
  }
  if (objects.length === 0) return { outcome: 'accepted', longestTurn, codes };
  const bundle = { type: 'bundle', id: 'bundle--6f2a1c52-7d0a-4c0e-9d0b-1a2b3c4d5e6f', objects };
  const again = await validateBundleInSlices(JSON.parse(canonical(bundle)), {}, pause);
  if (hasErrors(again.findings)) throw new Error('accepted once, refused when written out and read again');
  return { outcome: 'accepted', longestTurn, codes };
};
