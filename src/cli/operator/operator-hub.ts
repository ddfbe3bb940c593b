// Opens the hub's database for operator commands: MONGODB_URL and TOCSIN_DATABASE, else the database of the hub that runs here.
import { type Config, readConfig } from '../../config/config.ts';
import { databaseIn } from '../../config/server-urls.ts';
import { BackupFault } from '../../domain/backup/backup.ts';
import { actorOf } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import { type Hub, openDatabase, openHub } from '../../hub.ts';
import { isRefusedStart, isStorageFull, isStoreOutage } from '../../service/health/store-health.ts';
import { type ClientOptions, dataDirectoryOf, type RunNote, runNote } from '../client/settings.ts';
import { CliFault } from '../terminal/fault.ts';
import { tell } from '../terminal/output.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** `instead`: settings that count in the place of those of the environment. */
export const withOperatorHub = async <Value>(
  options: ClientOptions,
  work: (hub: Hub) => Promise<Value>,
  instead: NodeJS.ProcessEnv = {},
): Promise<Value> => {
  const config = operatorConfig(options, instead);
  const hub = await opened(() => openHub(config, 'cli', { log: silent, migration: 'REFUSE' }));
  return closing(hub, () => work(hub));
};

/** The database as it is, without requiring that it is migrated to this release. */
export const withOperatorDatabase = async <Value>(
  options: ClientOptions,
  work: (database: Hub['database']) => Promise<Value>,
): Promise<Value> => {
  const config = operatorConfig(options);
  const database = await opened(() => openDatabase(config));
  return closing(database, () => work(database));
};

const closing = async <Value>(
  open: { close(): Promise<void> },
  work: () => Promise<Value>,
): Promise<Value> => {
  try {
    return await work();
  } catch (error) {
    throw faultOf(error);
  } finally {
    await open.close();
  }
};

export const operatorConfig = (options: ClientOptions, instead: NodeJS.ProcessEnv = {}): Config => {
  const directory = dataDirectoryOf(options);
  const isServerGiven = process.env['MONGODB_URL'] !== undefined;
  const note = isServerGiven ? readableNote(directory) : runNote(directory);
  if (note === null && !isServerGiven) {
    throw new CliFault(
      'This command needs the database of the hub, and none was found.',
      `No hub runs on ${directory} (no run.json there), and MONGODB_URL is not set.`,
      'Start the hub (npm start) and try again, or set MONGODB_URL.',
      2,
    );
  }
  const noted = note === null || isServerGiven ? {} : settingsOf(note);
  const config = configOr({ ...process.env, ...noted, TOCSIN_DATA: directory, ...instead });
  const told = note === null ? null : anotherDatabase(config, note);
  if (told !== null) tell(told);
  return config;
};

/** As the running hub has them; a database that is set for this command counts before its own. */
const settingsOf = ({ mongodbUrl, redisUrl, port, database }: RunNote): NodeJS.ProcessEnv => ({
  MONGODB_URL: mongodbUrl,
  REDIS_URL: redisUrl,
  TOCSIN_PORT: String(port),
  TOCSIN_DATABASE: process.env['TOCSIN_DATABASE'] || (database ?? undefined),
});

/** For a remark only: a note that cannot be read is no reason to end. */
const readableNote = (directory: string): RunNote | null => {
  try {
    return runNote(directory);
  } catch {
    return null;
  }
};

/** Whoever believes it is that of the running hub would think a key revoked that goes on reading, for one. */
const anotherDatabase = (config: Config, { database: running }: RunNote): string | null => {
  const own = config.database ?? databaseIn(config.mongodbUrl.reveal());
  if (running == null || own === running) return null;
  return `This works on the database "${own}"; the hub that runs here works on "${running}".`;
};

const configOr = (env: NodeJS.ProcessEnv): Config => {
  try {
    return readConfig(env);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'UnusableConfiguration') throw error;
    const [what = '', ...lines] = error.message.split('\n');
    throw new CliFault(
      what.replace(/:$/, '.'),
      lines.map((line) => line.trim()).join(' '),
      'See "Settings" in docs/OPERATING.md.',
      2,
    );
  }
};

const opened = async <Opened>(open: () => Promise<Opened>): Promise<Opened> => {
  try {
    return await open();
  } catch (error) {
    const fault = faultOf(error);
    throw fault instanceof CliFault ? fault : unreachable(error);
  }
};

/** Opens what it needs by itself; faults of the store and of a backup become those of the command line. */
export const reachable = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  try {
    return await work();
  } catch (error) {
    throw faultOf(error);
  }
};

const faultOf = (error: unknown): unknown => {
  if (error instanceof BackupFault) {
    const { message, code, path, remedy } = error.problem;
    return new CliFault(message, `${code} at ${path}`, remedy, 1, error);
  }
  if (isRefusedStart(error)) {
    return new CliFault(error.what, 'This command cannot work on that database.', error.remedy, 1, error);
  }
  if (isStorageFull(error)) {
    return new CliFault(
      'A disk of the hub is too full for this.',
      'New content is refused, so that what was published is still delivered.',
      'Make room, or enlarge the disk; see "Disk space" in docs/OPERATING.md.',
      1,
      error,
    );
  }
  return isStoreOutage(error) ? unreachable(error) : error;
};

const unreachable = (error: unknown): CliFault =>
  new CliFault(
    'The database of the hub cannot be reached.',
    error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
    'Is the hub running (npm start)? If it stopped at once, check MONGODB_URL.',
    1,
    error,
  );

/** An actor of the member with its current rights. Policy applies to the operator of the hub as to everybody. */
export const publisherOf = async (hub: Hub, slug: string): Promise<Actor> => {
  const directory = await hub.directory.current();
  const member = directory.bySlug.get(slug);
  const key = {
    id: `cli/${slug}`,
    member: member?.id ?? '',
    roles: ['publisher'],
    person: `${slug}/cli`,
  } as const;
  const actor = actorOf(directory, key);
  if (actor?.member.mayPublish === true && actor.member.isActive) return actor;
  const publishers = [...directory.members.values()].filter(({ mayPublish }) => mayPublish);
  throw new CliFault(
    member === undefined ? `There is no member "${slug}".` : `${member.name} may not publish here.`,
    'Advisories are published by a member of this hub.',
    `Name one with --member: ${publishers.map((each) => each.slug).join(', ') || 'no member may publish yet'}.`,
    2,
  );
};
