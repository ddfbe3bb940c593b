// A hub with things of each kind that its reader may not see: some addressed to others (hidden), some where one thing more
// is missing (forbidden: for another person of the same member, marked too strictly, half of a pair), and ids of nothing.
import { randomUUID } from 'node:crypto';
import { newIdentifier } from 'stix2-ts/identifier';
import type { Proposal } from '../../src/domain/approval/proposal.ts';
import type { Case } from '../../src/domain/case/case.ts';
import type { Endpoint } from '../../src/domain/channel/endpoint.ts';
import { deliveryId } from '../../src/domain/delivery.ts';
import type { PracticeDraft, WarningDraft } from '../../src/domain/warning.ts';
import { identifierFor } from '../../src/exchange/identifier-for.ts';
import type { CreatedKey } from '../../src/service/access/create-key.ts';
import { newVersionDelivery } from '../../src/service/channel/new-channel-delivery.ts';
import { saveDraft } from '../../src/service/draft/keep-drafts.ts';
import { applyFor } from '../../src/service/member/admission/apply.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { REAL } from '../../src/store/feed.ts';
import { CAST, type CastName } from '../support/cast.ts';
import { plantEndpoint } from '../support/channels/endpoints.ts';
import { openTestEndpoint, type TestEndpoint } from '../support/endpoint.ts';
import { draft } from '../support/hub.ts';
import { bundleOf, made } from '../support/objects.ts';
import { keyFor } from '../support/persons.ts';
import { letSignIn, to } from '../support/publish.ts';
import { subscriptionWith } from '../support/subscription/subscriptions.ts';
import { idsOf, type Kind, madeUp, POOL, type Pool, times } from './pool.ts';
import { keptFrom, unseenBy } from './unseen.ts';

export type TimeWorld = {
  readonly endpoint: TestEndpoint;
  /** Key of the reader, a publisher. */
  readonly reader: string;
  readonly ids: Readonly<Record<Kind, Pool>>;
  /** An object and warnings that the reader sees, the latter oldest first: all hidden ones are between the first and the rest. */
  readonly object: string;
  readonly warnings: readonly string[];
};

export const READER: CastName = 'xbCsirt';
const HIDDEN_FROM_READER: CastName = 'riverWater';
const TLP_RED = 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1';
const MANY = '1000000';

const TO_OTHERS = { audience: to(HIDDEN_FROM_READER), marking: 'AMBER+STRICT' } as const;
const TO_ANOTHER_PERSON = {
  audience: { alternatives: [{ persons: [`${CAST[READER].slug}/director`] }], excludes: [] },
  marking: 'RED',
  allowEmptyAudience: true,
} as const;

/** The rates are out of the way: they are per key, and this key asks as fast as it can. */
export const openTimeWorld = async (env: NodeJS.ProcessEnv = {}): Promise<TimeWorld> => {
  const endpoint = await openTestEndpoint({
    env: {
      TOCSIN_REQUESTS_PER_SECOND: MANY,
      TOCSIN_REQUEST_BURST: MANY,
      TOCSIN_PUBLISHES_PER_SECOND: MANY,
      TOCSIN_KEY_FAILURES_PER_MINUTE: MANY,
      TOCSIN_SIGN_INS_PER_MINUTE: MANY,
      ...env,
    },
  });
  const reader = await endpoint.token(READER, 'publisher');
  const publish = openPublish(endpoint);
  const secret = times(POOL, (index) => malware(`Secret ${index}`));
  const strict = times(POOL, (index) => malware(`Strict ${index}`, { object_marking_refs: [TLP_RED] }));
  const open = malware('Open');
  await letSignIn(endpoint, `${CAST[READER].slug}/director`);
  const early = await publish({ audience: to(READER) });
  const hidden = await oneByOne(POOL, (index) => publish({ ...TO_OTHERS, bundle: bundleOf(secret[index]) }));
  const forbidden = await oneByOne(POOL, () => publish(TO_ANOTHER_PERSON));
  const seen = await oneByOne(POOL, (index) =>
    publish({
      audience: to(READER, 'northGrid'),
      bundle: bundleOf(strict[index], ...(index === 0 ? [open] : [])),
    }),
  );
  const practices = {
    hidden: await oneByOne(POOL, () => publish(practice(TO_OTHERS))),
    forbidden: await oneByOne(POOL, () => publish(practice(TO_ANOTHER_PERSON))),
  };
  for (const [exercise, whom] of [
    ['hidden', TO_OTHERS],
    ['forbidden', TO_ANOTHER_PERSON],
  ] as const)
    await publish({ ...whom, exercise: `exercise-${exercise}` });
  await endpoint.drain();
  return {
    endpoint,
    reader,
    object: open.id,
    warnings: [early, ...seen],
    ids: {
      warning: { absent: madeUp('warning'), hidden, forbidden },
      practice: { absent: madeUp('practice'), ...practices },
      object: { absent: madeUp('malware'), hidden: idsOf(secret), forbidden: idsOf(strict) },
      ...(await derivedFrom(endpoint, hidden, seen)),
      ...(await administered(endpoint)),
      ...(await toldAt(endpoint)),
      ...(await unseenBy(endpoint)),
      ...(await keptFrom(endpoint, HIDDEN_FROM_READER)),
      case: await casesOf(endpoint, hidden),
      draft: await draftsOf(endpoint),
      job: await jobsOf(endpoint, hidden, seen),
    },
  };
};

/** From warnings that the reader does not see, and some that it does: a delivery of another, half of a pair. */
const derivedFrom = async (
  endpoint: TestEndpoint,
  hidden: readonly string[],
  seen: readonly string[],
): Promise<Pick<TimeWorld['ids'], 'delivery' | 'pair' | 'exercise'>> => ({
  delivery: {
    absent: madeUp('delivery'),
    hidden: hidden.map((id) => deliveryId(id, 1, CAST[HIDDEN_FROM_READER].id, 'FEED')),
    forbidden: seen.map((id) => deliveryId(id, 1, CAST.northGrid.id, 'FEED')),
  },
  pair: {
    absent: madeUp('duplicate'),
    hidden: await pairsOf(endpoint, hidden, [...hidden.slice(1), ...hidden.slice(0, 1)]),
    forbidden: await pairsOf(endpoint, hidden, seen),
  },
  exercise: { absent: ['exercise-absent'], hidden: ['exercise-hidden'], forbidden: ['exercise-forbidden'] },
});

/** Of another member, and of the reader's own whom the reader does not administer. */
const administered = async (
  endpoint: TestEndpoint,
): Promise<Pick<TimeWorld['ids'], 'person' | 'key' | 'proposal' | 'application'>> => {
  const { hub } = endpoint;
  const keysOf = (member: CastName) =>
    oneByOne(POOL, async (index) => {
      const person = `${CAST[member].slug}/colleague-${index}`;
      return keyFor(hub, { member: CAST[member].slug, role: 'analyst', person });
    });
  const [hidden, forbidden] = [await keysOf(HIDDEN_FROM_READER), await keysOf(READER)];
  const personIn = (keys: typeof hidden): string[] => keys.map(({ personId }) => personId ?? '');
  const proposalOf = (keys: typeof hidden) =>
    oneByOne(POOL, async (index) => {
      const proposal = registerOf(keys[index], newIdentifier('approval'), hub.clock.now());
      await hub.database.transaction((session) => hub.proposals.insert(proposal, session));
      return proposal.id;
    });
  return {
    person: {
      absent: times(POOL, () => `${CAST[HIDDEN_FROM_READER].slug}/${randomUUID()}`),
      hidden: personIn(hidden),
      forbidden: personIn(forbidden),
    },
    key: {
      absent: times(POOL, () => randomUUID().slice(0, hidden[0]?.id.length ?? 0)),
      hidden: hidden.map(({ id }) => id),
      forbidden: forbidden.map(({ id }) => id),
    },
    proposal: {
      absent: madeUp('approval'),
      hidden: await proposalOf(hidden),
      forbidden: await proposalOf(forbidden),
    },
    application: {
      absent: madeUp('application'),
      hidden: await applicationsOf(endpoint, HIDDEN_FROM_READER),
      forbidden: await applicationsOf(endpoint, READER),
    },
  };
};

/** Of another member, and of another person of the reader's own. */
const toldAt = async (
  world: TestEndpoint,
): Promise<Pick<TimeWorld['ids'], 'channelDelivery' | 'endpoint' | 'subscription'>> => {
  const endpointsOf = (member: CastName): Promise<Endpoint[]> =>
    oneByOne(POOL, (index) =>
      plantEndpoint(world, member, { channel: 'MAIL', person: `${CAST[member].slug}/another-${index}` }),
    );
  const [hidden, forbidden] = [await endpointsOf(HIDDEN_FROM_READER), await endpointsOf(READER)];
  const subscriptionsAt = (endpoints: readonly Endpoint[]): Promise<string[]> =>
    oneByOne(POOL, async (index) => {
      const { id: endpoint = '', member = '', person = null } = endpoints[index] ?? {};
      const subscription = subscriptionWith({ id: newIdentifier('subscription'), endpoint, member, person });
      await world.hub.database.transaction((session) => world.hub.subscriptions.save(subscription, session));
      return subscription.id;
    });
  const sentTo = async (endpoints: readonly Endpoint[]): Promise<string[]> => {
    const at = world.hub.clock.now();
    const version = { warning: newIdentifier('warning'), version: 1, exercise: REAL, isUrgent: false };
    const rows = endpoints.map((each) => newVersionDelivery(each, version, { at, gathering: null }));
    await world.hub.channelDeliveries.ensure(rows);
    return rows.map(({ _id }) => _id);
  };
  return {
    channelDelivery: {
      absent: madeUp('delivery'),
      hidden: await sentTo(hidden),
      forbidden: await sentTo(forbidden),
    },
    endpoint: { absent: madeUp('endpoint'), hidden: idsOf(hidden), forbidden: idsOf(forbidden) },
    subscription: {
      absent: madeUp('subscription'),
      hidden: await subscriptionsAt(hidden),
      forbidden: await subscriptionsAt(forbidden),
    },
  };
};

/** Of a person of another member, and of colleagues. */
const draftsOf = async (world: TestEndpoint): Promise<Pool> => {
  const of = (member: CastName): Promise<string[]> =>
    oneByOne(POOL, async (index) => {
      const writer = await world.actor(member, 'publisher', `${CAST[member].slug}/writer-${index}`);
      const form = { seen: null, kind: 'WARNING', corrects: null, label: 'Begun', content: '{}' } as const;
      const saved = await saveDraft(world.hub, writer, form);
      if (!saved.ok) throw new Error(JSON.stringify(saved.problems));
      return saved.value.id;
    });
  return { absent: madeUp('draft'), hidden: await of('northGrid'), forbidden: await of(READER) };
};

/** Help that another member asked of another publisher. */
const casesOf = async ({ hub }: TestEndpoint, warnings: readonly string[]): Promise<Pool> => {
  const at = hub.clock.now();
  const member = CAST[HIDDEN_FROM_READER].id;
  const publisher = CAST.cyberAgency.id;
  const hidden = await oneByOne(POOL, async (index) => {
    const warning = warnings[index] ?? '';
    const opened: Case = {
      ...{ id: newIdentifier('case'), warning, version: 1, member, publisher, owner: publisher },
      ...{ delivery: deliveryId(warning, 1, member, 'FEED'), state: 'OPEN', openedAt: at, dueAt: at },
      ...{ takenAt: null, takenBy: null, closedAt: null, notes: [], exercise: null },
    };
    await hub.database.transaction((session) => hub.cases.insert(opened, session));
    return opened.id;
  });
  return { absent: madeUp('case'), hidden, forbidden: hidden };
};

/** Of warnings that the reader does not see, and of others; it operates no hub. */
const jobsOf = async (
  { hub }: TestEndpoint,
  hidden: readonly string[],
  seen: readonly string[],
): Promise<Pool> => {
  const idOf = (entry: string): string => `${entry}-target-warning`;
  const of = async (warnings: readonly string[]): Promise<string[]> => {
    const rows = await hub.entries.rows.find({ 'subject.warning': { $in: [...warnings] } }).toArray();
    return rows.slice(0, POOL).map(({ _id }) => idOf(_id.toHexString()));
  };
  const absent = times(POOL, () => idOf(randomUUID().replaceAll('-', '').slice(0, 24)));
  return { absent, hidden: await of(hidden), forbidden: await of(seen) };
};

/** For organisations that the member answers for. */
const applicationsOf = async (endpoint: TestEndpoint, sponsor: CastName): Promise<string[]> => {
  const actor = await endpoint.actor(sponsor, 'member-admin');
  return oneByOne(POOL, async (index) => {
    const name = `Applicant ${index} of ${actor.member.name}`;
    const applied = await applyFor(endpoint.hub, actor, {
      slug: `applicant-${index}-${actor.member.slug}`,
      name,
      latinName: null,
      kind: 'OPERATOR',
      country: actor.member.country,
      countries: [],
      sectors: [],
      identifiers: [],
      languages: [],
      website: null,
      timeZone: null,
      contact: 'Duty desk, +999 1 555 0100',
    });
    if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
    return applied.value.id;
  });
};

/** One that two operators of the hub agreed to, for its proposer alone. */
const registerOf = (
  key: Pick<CreatedKey, 'member' | 'personId'> | undefined,
  id: string,
  at: Date,
): Proposal => ({
  id,
  kind: 'EXPORT_REGISTER',
  payload: { part: 'MEMBERS' },
  note: null,
  circle: 'HUB',
  member: key?.member ?? '',
  by: key?.personId ?? '',
  at,
  expiresAt: at,
  state: 'DONE',
  decidedBy: null,
  decidedAt: at,
  isAlone: false,
  result: null,
});

const malware = (name: string, more: object = {}) =>
  made('malware', { name, is_family: true, aliases: [`${name} too`], ...more });

const oneByOne = async <Value>(count: number, make: (index: number) => Promise<Value>): Promise<Value[]> => {
  const values: Value[] = [];
  while (values.length < count) values.push(await make(values.length));
  return values;
};

type Changes = Partial<WarningDraft> | PracticeDraft;

const openPublish =
  (endpoint: TestEndpoint) =>
  async (changes: Changes): Promise<string> => {
    const actor = await endpoint.actor('cyberAgency');
    const asked = changes.kind === 'PRACTICE' ? changes : draft(changes);
    const published = await publishWarning(endpoint.hub, actor, asked);
    if (!published.ok) throw new Error(JSON.stringify(published.problems));
    return published.value.warning;
  };

type Whom = Pick<PracticeDraft, 'audience' | 'marking'> & { readonly allowEmptyAudience?: boolean };

const practice = (whom: Whom): PracticeDraft => ({
  kind: 'PRACTICE',
  headline: 'Ring the night shift once a month',
  summary: 'A short drill.',
  practiceKind: 'MEASURE',
  problem: 'Nobody has tried the number at night.',
  steps: ['Ring it.'],
  evidence: null,
  limits: null,
  licence: null,
  reviewDue: null,
  language: 'en',
  translations: [],
  allowEmptyAudience: false,
  sectorsConcerned: [],
  countriesConcerned: [],
  exercise: null,
  externalReferences: [],
  bundle: null,
  ...whom,
});

/** As a worker stores them, one for each two warnings. */
const pairsOf = async (
  { hub }: TestEndpoint,
  ones: readonly string[],
  others: readonly string[],
): Promise<string[]> => {
  const rows = ones.map((one, index) => {
    const warnings = [one, others[index] ?? ''].sort() as [string, string];
    return {
      _id: identifierFor('duplicate', warnings.join('|')),
      warnings,
      versions: [1, 1] as [number, number],
      score: 0.7,
      reasons: ['Both mention one product.'],
      state: 'PROPOSED' as const,
      exercise: REAL,
      at: hub.clock.now(),
    };
  });
  await hub.pairs.rows.deleteMany({ _id: { $in: rows.map(({ _id }) => _id) } });
  await hub.pairs.rows.insertMany(rows);
  return rows.map(({ _id }) => _id);
};
