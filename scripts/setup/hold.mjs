// Makes sure that one process at a time uses a data directory, and ends servers left behind by a holder that died before
// new ones open the same files.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from './node24.mjs';
import { say } from './say.mjs';

// Returns release(). Throws when another live process holds the directory.
export function hold(directory) {
  const file = path.join(directory, 'holder');
  const claim = () => writeFileSync(file, String(process.pid), { flag: 'wx' });
  try {
    claim();
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const holder = Number(read(file));
    if (holder === process.pid || /node/.test(commandOf(holder))) {
      throw new SetupError(
        [
          `Another Tocsin (process ${holder}) is using ${directory}.`,
          `Stop it (Ctrl-C where it runs, or \`kill ${holder}\`), or use another place: TOCSIN_DATA=DIRECTORY.`,
        ].join('\n'),
      );
    }
    rmSync(file, { force: true });
    claim();
  }
  return () => {
    if (Number(read(file)) === process.pid) unlinkSync(file);
  };
}

// Ends servers that outlived their holder, by the process id in DIRECTORY/NAME/pid. Only touches a process that is
// recognisably ours: its command line names this directory, or one of the `marks`.
export async function endLeftovers(directory, names, marks = []) {
  for (const name of names) {
    const own = path.join(directory, name);
    const pid = Number(read(path.join(own, 'pid')));
    if (!pid || !isOf(pid, own, marks)) continue;
    say(`  ending the ${name} (process ${pid}) that an earlier run left behind`);
    process.kill(pid, 'SIGTERM');
    const deadline = Date.now() + 15_000;
    while (isOf(pid, own, marks)) {
      if (Date.now() > deadline) process.kill(pid, 'SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

// redis-server rewrites its command line, so its working directory is checked where the system exposes it.
function isOf(pid, directory, marks) {
  const command = commandOf(pid);
  if (command === '') return false;
  if ([directory, ...marks].some((mark) => command.includes(mark))) return true;
  return /redis-server|valkey-server/.test(command) && workingDirectory(pid) === directory;
}

function commandOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return '';
  const linux = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
  if (linux !== '' || process.platform === 'linux') return linux;
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

function workingDirectory(pid) {
  const answer = spawnSync('readlink', [`/proc/${pid}/cwd`], { encoding: 'utf8' });
  return answer.stdout?.trim() ?? '';
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
