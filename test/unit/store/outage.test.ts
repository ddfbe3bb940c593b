// An outage is recognised however the driver wraps it, by its cause and labels (M24); what a client or this code did wrong is
// no outage, however it is wrapped. The errors are built by the driver's own classes, as the driver builds them.
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import mongoose from 'mongoose';
import { causeOf } from '../../../src/domain/record/job.ts';
import { failureOf } from '../../../src/graphql/errors.ts';
import { StorageFull } from '../../../src/outside/storage.ts';
import { isOutage } from '../../../src/store/driver/outage.ts';
import { randomOf } from '../../support/random.ts';
import { runs, seed } from '../../support/seed.ts';

const driver = mongoose.mongo;
// The driver does not export these, and throws them.
const inner = createRequire(createRequire(import.meta.url).resolve('mongoose'))('mongodb/lib/cmap/errors.js');
const bulk = createRequire(createRequire(import.meta.url).resolve('mongoose'))('mongodb/lib/bulk/common.js');

const pool = { address: 'db:27017', serverError: new Error('reset') };
const labelled = <Each extends mongoose.mongo.MongoError>(error: Each, ...labels: string[]): Each => {
  for (const label of labels) error.addErrorLabel(label);
  return error;
};
const server = (code: number, more: object = {}) =>
  new driver.MongoServerError({ message: 'the server says so', code, ...more });
const writeConcern = (code: number) =>
  new driver.MongoWriteConcernError({ ok: 1, writeConcernError: { code, errmsg: 'no majority' } });

/** What stops the database, or the way to it. */
const OUTAGES: Readonly<Record<string, () => Error>> = {
  'a reset connection': () => new driver.MongoNetworkError('read ECONNRESET'),
  'a connection that is reset while a command is written': () =>
    Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', errno: -104, syscall: 'read' }),
  'a pipe that breaks while a command is written': () =>
    Object.assign(new Error('write EPIPE'), { code: 'EPIPE', errno: -32, syscall: 'write' }),
  'a silent connection': () => new driver.MongoNetworkTimeoutError('timed out'),
  'a pool that was cleared': () => new inner.PoolClearedError(pool),
  'a pool that was interrupted': () => new inner.PoolClearedOnNetworkError(pool),
  'a pool that was closed': () => new inner.PoolClosedError(pool),
  'no free connection': () => new inner.WaitQueueTimeoutError('timed out', pool.address),
  'no primary': () => new driver.MongoServerSelectionError('none', { error: new Error('gone') } as never),
  'a closed client': () => new driver.MongoNotConnectedError('closed'),
  'a closing topology': () => new driver.MongoTopologyClosedError(),
  'an operation that took too long': () => new driver.MongoOperationTimeoutError('after 10000ms'),
  'an election': () => server(10107),
  'a primary that steps down': () => server(189, { errorLabels: ['RetryableWriteError'] }),
  'a shutdown': () => server(11600),
  'an interruption by an election': () => server(11602),
  'a time limit': () => server(50),
  'a cursor that is gone': () => server(43),
  'a transaction that is gone': () => server(251, { errorLabels: ['TransientTransactionError'] }),
  'a conflict that did not end': () => server(112, { errorLabels: ['TransientTransactionError'] }),
  'a snapshot that is gone': () => server(246),
  'a full disk': () => server(14031),
  'an unknown commit': () => labelled(server(91), 'UnknownTransactionCommitResult'),
  'a handshake that failed': () => labelled(server(18), 'HandshakeError', 'ResetPool'),
  'a write concern that was not met': () => writeConcern(64),
  'a write concern of any code': () => writeConcern(2),
};

/** What a command does wrong. */
const FAULTS: Readonly<Record<string, () => Error>> = {
  'a taken key': () => server(11000, { keyValue: { a: 1 } }),
  'a row that the validator refuses': () => server(121),
  'a command that is no command': () => server(59),
  'a right that is missing': () => server(13),
  'a bad value': () => labelled(server(2), 'NoWritesPerformed'),
  'a wrong argument': () => new driver.MongoInvalidArgumentError('no'),
  'a bug': () => new TypeError('undefined is not a function'),
  'another service that is away': () =>
    Object.assign(new Error('connect ECONNREFUSED'), {
      code: 'ECONNREFUSED',
      errno: -111,
      syscall: 'connect',
    }),
  'a code of Node': () => Object.assign(new Error('no file'), { code: 'ENOENT', errno: -2 }),
};

const NOTHING = { writeErrors: [], writeConcernErrors: [], insertedIds: [], upserted: [] };
const emptyResult = () => new bulk.BulkWriteResult(NOTHING, false);

/** How the driver, the store and what runs above wrap an error. */
const WRAPPERS: Readonly<Record<string, (error: Error) => unknown>> = {
  'a bulk write': (error) => new bulk.MongoBulkWriteError(error, emptyResult()),
  'a time limit around it': (error) => new Error('Timed out during withTransaction', { cause: error }),
  'several at once': (error) => new AggregateError([new Error('other'), error]),
  'a field': (error) => new GraphQLError('field', { originalError: error }),
  'a change stream': (error) => Object.assign(new driver.MongoChangeStreamError('ended'), { cause: error }),
  mongoose: (error) => Object.assign(new mongoose.Error('mongoose'), { cause: error }),
};

/** Every error of the table, in random wrappers up to four deep. */
const eachWrapped = (
  errors: Readonly<Record<string, () => Error>>,
  check: (error: unknown) => unknown,
): { readonly name: string; readonly wrappers: readonly string[]; readonly found: unknown }[] => {
  const random = randomOf(seed());
  const names = Object.keys(WRAPPERS);
  return Array.from({ length: runs(100) }).flatMap(() =>
    Object.entries(errors).map(([name, make]) => {
      const wrappers = Array.from({ length: random.below(5) }, () => random.pick(names));
      const error = wrappers.reduce<unknown>((inside, each) => WRAPPERS[each]?.(inside as Error), make());
      return { name, wrappers, found: check(error) };
    }),
  );
};

const judged = (error: unknown): string => `${isOutage(error)} ${failureOf(error)}`;

describe('an outage', () => {
  test.each(Object.keys(OUTAGES))('%s is one', (name) => {
    expect(isOutage(OUTAGES[name]?.())).toBe(true);
  });

  test('is one however it is wrapped, and never an internal error', () => {
    expect(eachWrapped(OUTAGES, judged).filter(({ found }) => found !== 'true UNAVAILABLE')).toEqual([]);
  });

  test('in a bulk write that also met taken keys', () => {
    const taken = { code: 11000, index: 0, errmsg: 'E11000', errInfo: {}, op: {} };
    const result = new bulk.BulkWriteResult(
      {
        ...NOTHING,
        writeErrors: [new bulk.WriteError(taken)],
        writeConcernErrors: [new bulk.WriteConcernError({ code: 64, errmsg: 'no majority' })],
      },
      false,
    );
    const error = new bulk.MongoBulkWriteError(
      { message: 'E11000', code: 11000, writeErrors: [new bulk.WriteError(taken)] },
      result,
    );
    expect(isOutage(error)).toBe(true);
    const onlyTaken = new bulk.MongoBulkWriteError(
      { message: 'E11000', code: 11000, writeErrors: [new bulk.WriteError(taken)] },
      emptyResult(),
    );
    expect(isOutage(onlyTaken)).toBe(false);
  });
});

describe('what a command does wrong', () => {
  test('is no outage however it is wrapped', () => {
    expect(eachWrapped(FAULTS, judged).filter(({ found }) => found !== 'false INTERNAL')).toEqual([]);
  });
});

test('an error that refers to itself, or carries a thousand others, is judged and ends', () => {
  const loop = new Error('loop');
  loop.cause = loop;
  expect(isOutage(loop)).toBe(false);
  const many = new AggregateError(Array.from({ length: 5_000 }, () => new Error('one')));
  expect(isOutage(many)).toBe(false);
  for (const value of [null, undefined, 'text', 7, {}]) expect(isOutage(value)).toBe(false);
});

test('a full disk of this hub is neither, at a field or under a cause', () => {
  const full = new StorageFull('CONTENT');
  expect(failureOf(full)).toBe('STORAGE_FULL');
  expect(failureOf(new GraphQLError('field', { originalError: full }))).toBe('STORAGE_FULL');
  expect(causeOf(full)).toMatchObject({ kind: 'StorageFull' });
});
