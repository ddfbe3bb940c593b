// mongod as a replica set: one member by default (transactions and change streams need a set), more for
// failover tests. This machine only, a small cache, no compression.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { SetupError } from '../node24.mjs';
import { serverProcess } from './server-process.mjs';
import { socketFolder } from './socket-folder.mjs';

const setName = 'tocsin';

export const mongodArguments = (port, directory, sockets = null) => [
  ...['--replSet', setName, '--bind_ip', '127.0.0.1', '--port', String(port)],
  ...(sockets === null ? ['--nounixsocket'] : ['--unixSocketPrefix', sockets]),
  ...['--dbpath', directory, '--logpath', path.join(directory, 'mongod.log'), '--logappend', '--quiet'],
  // The launcher renames a full log; at SIGUSR1 mongod opens a new one.
  ...['--logRotate', 'reopen'],
  // A slow operation would be logged with its values: words of a search, names, tokens of persons.
  ...['--slowOpSampleRate', '0'],
  // The default is half of the machine's memory.
  ...['--wiredTigerCacheSizeGB', '0.25', '--oplogSize', '1024', '--networkMessageCompressors', 'disabled'],
  // Journal files are 100 MB each, and two are preallocated by default. Their size stays: a transaction is one record.
  ...['--wiredTigerEngineConfigString', 'log=(prealloc=false)'],
  // By default it waits 15 s at SIGTERM for clients to disconnect.
  ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100'],
  ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
  // A transaction left open by a killed process locks its rows for this long (the default is a minute).
  ...['--setParameter', 'transactionLifetimeLimitSeconds=15'],
];

/**
 * For many short databases one after the other. A dropped collection keeps its files open while a snapshot may still read it
 * (for 300 s by default) and until a checkpoint (60 s): at 300 files a database the server would run out of them.
 */
const forShortDatabases = [
  ...['--setParameter', 'minSnapshotHistoryWindowInSeconds=25'],
  ...['--syncdelay', '10'],
];

// Returns { url, members, primary(), sockets } once a primary is elected and writable.
export async function startReplicaSet({ program, directory, nodes, isForTests, ...spawning }) {
  // Loaded while mongod starts, to save time.
  const driver = import('mongoose').then((loaded) => loaded.default.mongo);
  // Members of a set that fail over are reached by TCP, as those of other machines are.
  const sockets = nodes === 1 ? await socketFolder(directory) : null;
  const members = [];
  for (let index = 0; index < nodes; index += 1) {
    const own = path.join(directory, nodes === 1 ? 'mongod' : `mongod-${index}`);
    await mkdir(own, { recursive: true });
    const member = await serverProcess({
      name: 'mongod',
      program,
      directory: own,
      command: (port) => [...mongodArguments(port, own, sockets), ...(isForTests ? forShortDatabases : [])],
      // After the first start, a member is ready when it has rejoined the set.
      isReady: (port) => isReady(driver, port, isFormed),
      reopenSignal: 'SIGUSR1',
      ...spawning,
    });
    members.push(member);
  }
  let isFormed = false;
  try {
    await Promise.all(members.map((member) => member.start()));
    await form(driver, members, addressOf);
    isFormed = true;
    await until('the election of a primary', () => primary());
  } catch (error) {
    await Promise.all(members.map((member) => member.kill('SIGTERM')));
    throw error;
  }

  async function primary() {
    for (const member of members) {
      if (member.pid && (await hello(driver, member.port))?.isWritablePrimary) return member;
    }
    return null;
  }

  function addressOf({ port }) {
    return sockets === null ? `127.0.0.1:${port}` : path.join(sockets, `mongodb-${port}.sock`);
  }

  const hosts = members
    .map(addressOf)
    .map((address) => (sockets === null ? address : encodeURIComponent(address)))
    .join(',');
  return { url: `mongodb://${hosts}/tocsin?replicaSet=${setName}`, members, primary, sockets };
}

async function isReady(driver, port, isFormed) {
  const answer = await hello(driver, port);
  if (!answer) return false;
  if (!isFormed) return true;
  // The only member of a set is ready when it is writable; one of several also as a secondary.
  return answer.isWritablePrimary || (answer.secondary && (answer.hosts?.length ?? 1) > 1);
}

// Initiates a new set; reconfigures a set whose addresses changed since the last start.
async function form(driver, members, addressOf) {
  const wanted = members.map((member, index) => ({ _id: index, host: addressOf(member) }));
  await withAdmin(driver, members[0].port, async (admin) => {
    const previous = await admin.command({ replSetGetConfig: 1 }).catch((error) => {
      if (error.codeName === 'NotYetInitialized') return null;
      throw error;
    });
    if (!previous) {
      // All members are on one machine, so a dead primary can be detected in two seconds instead of ten.
      const settings = { electionTimeoutMillis: 2000, heartbeatIntervalMillis: 500 };
      await admin.command({ replSetInitiate: { _id: setName, members: wanted, settings } });
      return;
    }
    const { config } = previous;
    if (config.members.every(({ host }, index) => host === wanted[index]?.host)) return;
    const moved = { ...config, version: config.version + 1, members: wanted };
    await admin.command({ replSetReconfig: moved, force: true });
  });
}

const hello = (driver, port) =>
  withAdmin(driver, port, (admin) => admin.command({ hello: 1 })).catch(() => null);

async function withAdmin(driver, port, use) {
  const { MongoClient } = await driver;
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 500,
  });
  try {
    return await use(client.db('admin'));
  } finally {
    await client.close();
  }
}

async function until(what, check) {
  const deadline = Date.now() + 60_000;
  while (!(await check())) {
    if (Date.now() > deadline) throw new SetupError(`mongod: ${what} took more than 60 s`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
