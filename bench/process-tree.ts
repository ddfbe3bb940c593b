// Memory of a process and its descendants: the private memory of each, and each mapped file once. On an otherwise idle
// machine this equals the kernel's proportional share (Pss). Pss shrinks when other programs map the same Node; this
// figure does not (needs Linux).
import { readdirSync, readFileSync } from 'node:fs';

export type ProcessMemory = {
  readonly pid: number;
  readonly command: string;
  /** Heap, stacks and other memory not shared with another process. */
  readonly ownMegabytes: number;
  /** Resident megabytes by mapped file. */
  readonly files: ReadonlyMap<string, number>;
};

/** The process and its descendants at this moment. */
export const memoryOfTree = (root: number): ProcessMemory[] => {
  const children = Map.groupBy(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => parentOf(Number(name))),
    ({ parent }) => parent,
  );
  const below = (pid: number): number[] => [
    pid,
    ...(children.get(pid) ?? []).flatMap(({ pid: child }) => below(child)),
  ];
  return below(root).flatMap((pid) => memoryOf(pid));
};

export const memoryOf = (pid: number): ProcessMemory[] => {
  const maps = read(`/proc/${pid}/smaps`);
  if (maps === null || maps === '') return [];
  const files = new Map<string, number>();
  let own = 0;
  let file = '';
  let resident = 0;
  for (const line of maps.split('\n')) {
    const head = /^[0-9a-f]+-[0-9a-f]+ \S+ \S+ \S+ \d+\s*(.*)$/.exec(line);
    if (head !== null) file = head[1] ?? '';
    const [, name, kilobytes] = /^(Rss|Anonymous):\s+(\d+) kB$/.exec(line) ?? [];
    const megabytes = Number(kilobytes ?? 0) / 1024;
    if (name === 'Rss') resident = megabytes;
    if (name !== 'Anonymous') continue;
    own += megabytes;
    if (file.startsWith('/')) files.set(file, (files.get(file) ?? 0) + resident - megabytes);
  }
  const command = (read(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ').trim();
  return [{ pid, command, ownMegabytes: own, files }];
};

/** The total: a file that several processes map counts once, at its largest. */
export const megabytesOf = (processes: readonly ProcessMemory[]): number => {
  const files = new Map<string, number>();
  for (const each of processes)
    for (const [file, megabytes] of each.files) files.set(file, Math.max(megabytes, files.get(file) ?? 0));
  const shared = [...files.values()].reduce((sum, each) => sum + each, 0);
  return processes.reduce((sum, { ownMegabytes }) => sum + ownMegabytes, shared);
};

const parentOf = (pid: number): { readonly pid: number; readonly parent: number }[] => {
  // The command is in brackets and may contain anything; the parent is the second field after it.
  const stat = read(`/proc/${pid}/stat`);
  const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  return parent === undefined ? [] : [{ pid, parent: Number(parent) }];
};

/** Null when the process has ended in the meantime. */
const read = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};
