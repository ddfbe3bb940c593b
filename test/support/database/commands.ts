// The commands that a hub sends to mongod, by the driver's command monitoring: how many, and of what shape, without values.
// The hub must have been opened with `monitored(url)`.
import type { TestHub } from '../hub.ts';

/** A connection string whose connections report their commands. */
export const monitored = (mongodbUrl: string): string => `${mongodbUrl}&monitorCommands=true`;

/** Sent by timers and for the copy of the directory, whoever asks what. */
const BACKGROUND = new Set([
  'counters',
  'members',
  'dependencies',
  'keys',
  'settings',
  'leases',
  'hub_leases',
]);

/** How the server is, asked for by a timer; no request asks for it. */
const OF_HEALTH = new Set(['dbStats', 'ping']);

type Started = { readonly commandName: string; readonly command: Readonly<Record<string, unknown>> };

/** Parts of a command that differ from one to the next without meaning. */
const LEFT_OUT = new Set([
  'lsid',
  '$db',
  '$clusterTime',
  '$readPreference',
  'txnNumber',
  'startTransaction',
  'autocommit',
]);

const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    // The stages of a pipeline and the documents of an insert are operators; the values of a list are not.
    const isOfOperators = value.some(
      (each) => typeof each === 'object' && each !== null && !('_bsontype' in each),
    );
    return isOfOperators ? value.map(shapeOf) : '[]';
  }
  if (typeof value !== 'object' || value === null || '_bsontype' in value || value instanceof Date)
    return '?';
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !LEFT_OUT.has(name))
      .map(([name, each]) => [name, shapeOf(each)]),
  );
};

/** The commands of an act, sorted, since concurrent ones are sent in any order. */
export const commandsOf = async (
  { hub }: Pick<TestHub, 'hub'>,
  act: () => Promise<unknown>,
): Promise<string[]> => {
  const commands: string[] = [];
  const client = hub.database.connection.getClient();
  const note = ({ commandName, command }: Started): void => {
    const collection = String(command[commandName]);
    // Receipts of what was shown, and when a person was last seen, are written by timers too.
    const isReceipt = commandName === 'update' && (collection === 'deliveries' || collection === 'persons');
    const isOfTimers = OF_HEALTH.has(commandName) || commandName === 'getMore';
    if (BACKGROUND.has(collection) || isReceipt || isOfTimers) return;
    const { [commandName]: _, ...rest } = command;
    commands.push(`${commandName} ${collection} ${JSON.stringify(shapeOf(rest))}`);
  };
  client.on('commandStarted', note as never);
  try {
    await act();
  } finally {
    client.off('commandStarted', note as never);
  }
  return commands.sort();
};
