// Memory of a process and all that it started, as the kernel shares it out: pages that several processes map are divided
// among them, so that the sum is what the machine gives (needs Linux).
import { readdirSync, readFileSync } from 'node:fs';

export type ProcessMemory = { readonly pid: number; readonly command: string; readonly megabytes: number };

/** The process and its descendants, at this moment. */
export const memoryOfTree = (root: number): ProcessMemory[] => {
  const children = Map.groupBy(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .flatMap((pid) => parentOf(pid)),
    ({ parent }) => parent,
  );
  const below = (pid: number): number[] => [
    pid,
    ...(children.get(pid) ?? []).flatMap(({ pid: child }) => below(child)),
  ];
  return below(root).flatMap((pid) => memoryOf(pid));
};

export const memoryOf = (pid: number): ProcessMemory[] => {
  const rollup = read(`/proc/${pid}/smaps_rollup`);
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(rollup ?? '')?.[1];
  if (kilobytes === undefined) return [];
  const command = (read(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ').trim();
  return [{ pid, command, megabytes: Number(kilobytes) / 1024 }];
};

const parentOf = (pid: number): { readonly pid: number; readonly parent: number }[] => {
  // The command stands in brackets and may hold anything; the parent is the second field after them.
  const stat = read(`/proc/${pid}/stat`);
  const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  return parent === undefined ? [] : [{ pid, parent: Number(parent) }];
};

/** Null when the process ended meanwhile. */
const read = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};
