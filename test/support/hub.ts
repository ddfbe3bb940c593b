// A whole hub in process on a real MongoDB, with the cast, a manual clock, and `drain()` instead of sleeping.

import { readConfig } from '../../src/config/config.ts';
import { personIdOf } from '../../src/domain/access/former-name.ts';
import type { Actor, Role } from '../../src/domain/member.ts';
import type { WarningDraft } from '../../src/domain/warning.ts';
import type { Overrides } from '../../src/hub.ts';
import { type Hub, openHub } from '../../src/hub.ts';
import { noJournal } from '../../src/outside/journal.ts';
import { drain } from '../../workers/worker.ts';
import { CAST, type CastName } from './cast.ts';
import { freshDatabase, testServers } from './database/database.ts';
import { giveBack, noteShape, takeDatabase } from './database/emptied.ts';
import { keyFor } from './persons.ts';

export type TestHub = {
  readonly hub: Hub;
  readonly mongodbUrl: string;
  readonly redisUrl: string;
  readonly database: string;
  /** An actor of the cast, as a person of that role (a machine when `person` is null). */
  actor(name: CastName, role?: Role, person?: string | null): Promise<Actor>;
  /** A bearer token for the same actor. */
  token(name: CastName, role?: Role, person?: string | null): Promise<string>;
  drain(): Promise<void>;
  close(): Promise<void>;
};

/** `isEmpty`: without the cast, as a hub that nobody has founded. */
export type TestOverrides = Overrides & { readonly env?: NodeJS.ProcessEnv; readonly isEmpty?: boolean };

/** No file of keys in the data directory, which worlds share. */
export const TEST_SECRETS_KEY = Buffer.alloc(32, 7).toString('base64');

const OWN = ['MONGODB_URL', 'REDIS_URL', 'TOCSIN_DATABASE'];

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export const openTestHub = async (overrides: TestOverrides = {}): Promise<TestHub> => {
  const servers = await testServers();
  // What names servers or a database of its own goes its own ways.
  const isOwn = OWN.some((name) => overrides.env?.[name] !== undefined);
  const database = isOwn ? freshDatabase() : takeDatabase(servers);
  const config = readConfig({
    MONGODB_URL: servers.mongodbUrl,
    REDIS_URL: servers.redisUrl,
    TOCSIN_DATABASE: database,
    TOCSIN_PORT: '0',
    TOCSIN_LOG_LEVEL: 'silent',
    TOCSIN_SECRETS_KEY: TEST_SECRETS_KEY,
    ...overrides.env,
  });
  const { env: _, isEmpty = false, ...outside } = overrides;
  // A world that names no data directory of its own keeps no journal.
  const journal = overrides.env?.['TOCSIN_DATA'] === undefined ? { journal: noJournal } : {};
  const hub = await openHub(config, 'test', { log: silent, ...journal, ...outside });
  if (!isOwn) await noteShape(hub.database.native());
  if (!isEmpty) await plantCast(hub);
  hub.directory.forget();
  const actor = async (name: CastName, role: Role = 'publisher', person?: string | null): Promise<Actor> => {
    const member = CAST[name];
    const directory = await hub.directory.current();
    return {
      member: directory.members.get(member.id) ?? member,
      roles: [role],
      person: person === null ? null : personIdOf(person ?? `${member.slug}/${role}`),
      key: `test-${name}-${role}`,
      providers: directory.providersOf(member.id),
    };
  };
  return {
    hub,
    mongodbUrl: servers.mongodbUrl,
    redisUrl: servers.redisUrl,
    database,
    actor,
    token: async (name, role = 'publisher', person) => {
      const { slug } = CAST[name];
      const request = { member: slug, role, person: person === undefined ? `${slug}/${role}` : person };
      return (await keyFor(hub, request)).token;
    },
    drain: () => drain(hub),
    close: async () => {
      if (isOwn) await hub.database.connection.db?.dropDatabase();
      await hub.close();
      if (!isOwn) await giveBack(servers, database);
      await servers.stop();
    },
  };
};

/** In one change: most test files begin so. */
const plantCast = (hub: Hub): Promise<void> =>
  hub.members.change(async (session) => {
    for (const member of Object.values(CAST)) await hub.members.put(member, session);
    await hub.members.putDependency(
      {
        id: 'dependency--hospital-on-north-grid',
        provider: CAST.northGrid.id,
        dependent: CAST.cityHospital.id,
        service: 'electricity',
        strength: 0.9,
        redundancy: 0.2,
        bufferHours: 48,
      },
      session,
    );
  });

/** A draft that is valid as it stands; stories change what matters to them. */
export const draft = (changes: Partial<WarningDraft> = {}): WarningDraft => ({
  kind: 'WARNING',
  headline: 'Exploited flaw in a substation gateway',
  summary: 'Attackers switch off breakers through an exposed gateway. Take it off the internet.',
  actions: [{ text: 'Take the gateway off the internet', by: '2030-01-01T12:00:00.000Z' }],
  contacts: [{ name: 'Duty desk', number: '+999 1 555 0100', hours: '24x7' }],
  urgency: 'IMMEDIATE',
  severity: 'SEVERE',
  certainty: 'OBSERVED',
  validUntil: '2031-01-01T00:00:00.000Z',
  language: 'en',
  translations: [],
  sectorsConcerned: [],
  countriesConcerned: [],
  marking: 'GREEN',
  audience: { alternatives: [{ sectors: ['energy/electricity'] }], excludes: [] },
  allowEmptyAudience: false,
  exercise: null,
  bundle: null,
  externalReferences: [],
  ...changes,
});
