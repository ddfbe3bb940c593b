// A hub in which one of five candidates publishes without its name, while the others, and it, assert the same objects
// under their names. Everything but the choice of that one is the same in each: acts, ids, times.

import { createHash, randomBytes } from 'node:crypto';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import { actorOf } from '../../../../src/domain/directory.ts';
import type { Actor, Role } from '../../../../src/domain/member.ts';
import type { WarningDraft } from '../../../../src/domain/warning.ts';
import { identifierFor } from '../../../../src/exchange/identifier-for.ts';
import type { Entropy } from '../../../../src/outside/entropy.ts';
import { createKey } from '../../../../src/service/access/create-key.ts';
import { publishWarning } from '../../../../src/service/warning/publish-warning.ts';
import { updateWarning } from '../../../../src/service/warning/update-warning.ts';
import { memberOf } from '../../cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../endpoint.ts';
import { draft } from '../../hub.ts';

/** Of every kind, from every country, with names early and late in the alphabet. */
export const CANDIDATES = [
  memberOf('aardvark-cert', { kind: 'NATIONAL_CSIRT', mayPublish: true }),
  memberOf('middle-agency', { kind: 'AGENCY', country: 'XB', mayPublish: true }),
  memberOf('north-energy', { kind: 'OPERATOR', sectors: ['energy/gas'], mayPublish: true }),
  memberOf('sharing-house', { kind: 'SHARING_CENTRE', communities: ['energy-circle'], mayPublish: true }),
  memberOf('zebra-office', { kind: 'STATE_CONTACT', country: 'XC', mayPublish: true }),
] as const;

export const READERS = [
  { member: memberOf('reading-plant', { kind: 'OPERATOR', sectors: ['food'] }), role: 'analyst' },
  { member: memberOf('reviewing-agency', { kind: 'AGENCY', mayPublish: true }), role: 'manager' },
  { member: memberOf('machine-reader', { kind: 'OPERATOR', sectors: ['health'] }), role: 'integrator' },
] as const satisfies readonly { member: ReturnType<typeof memberOf>; role: Role }[];

export const OUTSIDER = memberOf('other-teller', { kind: 'NATIONAL_CSIRT', mayPublish: true });
const BYSTANDER = memberOf('quiet-plant', { kind: 'OPERATOR' });
const ALL = [...CANDIDATES, OUTSIDER, BYSTANDER, ...READERS.map(({ member }) => member)];

const STARTED_MS = Date.parse('2030-03-01T00:00:00.000Z');
const at = (day: number): string => new Date(STARTED_MS - (40 - day) * 86_400_000).toISOString();

/** The same ids in each world; keys and salts stay random. */
const countedEntropy = (): Entropy => {
  let made = 0;
  return {
    uuid: () => {
      made += 1;
      const hex = createHash('sha256').update(`unnamed ${made}`).digest('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    },
    bytes: randomBytes,
  };
};

const objectOf = (type: string, name: string, more: object) => ({
  type,
  spec_version: '2.1',
  id: identifierFor(type, `unnamed world ${name}`),
  created: at(1),
  modified: at(1),
  ...more,
});
const malware = (version: number, more: object = {}) =>
  objectOf('malware', 'malware', { name: 'Gale', is_family: true, modified: at(version), ...more });
const flaw = objectOf('vulnerability', 'flaw', { name: 'CVE-2030-4711' });
const tool = (version: number, more: object = {}) =>
  objectOf('tool', 'tool', { name: 'Wrench', modified: at(version), ...more });
const group = (name: string) =>
  objectOf('intrusion-set', `group ${name}`, { name: `Group ${name}`, aliases: ['Night Owl'] });
const address = {
  type: 'ipv4-addr',
  spec_version: '2.1',
  id: 'ipv4-addr--ff26c055-6336-5bc5-b98d-13d6226742dd',
  value: '198.51.100.3',
};
const POLICY = {
  type: 'marking-definition',
  spec_version: '2.1',
  id: identifierFor('marking-definition', 'unnamed world policy'),
  created: at(1),
  name: 'Not by name',
  extensions: {
    'extension-definition--762e2e97-ee51-43e5-a9ea-165fbb862c4a': {
      extension_type: 'property-extension',
      encrypt_in_transit: 'may',
      permitted_actions: 'none',
      affected_party_notifications: 'may',
      tlp: 'white',
      provider_attribution: 'must-not',
      unmodified_resale: 'may',
      iep_id: '0224bfdf-ea3a-49c3-96f6-66d908bb1845',
      iep_version: 2,
      description: 'Not by name',
      start_date: '2026-01-01T00:00:00Z',
    },
  },
};
/** An object under that policy; with it a bundle is unnamed. */
const marker = objectOf('tool', 'marker', {
  name: 'Chisel',
  object_marking_refs: [POLICY.id, TLP2_MARKING_IDS.CLEAR],
});

export const OBJECT_IDS = [
  malware(1),
  flaw,
  tool(1),
  group('one'),
  group('two'),
  address,
  marker,
  POLICY,
].map(({ id }) => id);

const bundleOf = (...objects: readonly object[]) => ({
  type: 'bundle',
  id: identifierFor('bundle', JSON.stringify(objects)),
  objects,
});
const advisory = { externalReferences: [{ source: 'xa', id: 'XA-2030-7', url: null }] };
const toReaders = {
  alternatives: [{ members: READERS.map(({ member }) => member.slug) }],
  excludes: [],
};
/** Neither an observer nor a publisher. */
const toBystander = { alternatives: [{ members: [BYSTANDER.slug] }], excludes: [] };

/** Of the warning that is published last, under a name. */
export const LAST_HEADLINE = 'That is all';

export type UnnamedWorld = {
  readonly endpoint: TestEndpoint;
  /** In the order of READERS. */
  readonly tokens: readonly string[];
  /** Publishes everything but the unnamed warnings. */
  openly(): Promise<void>;
  /** Publishes the unnamed warnings, and a correction of one. */
  unnamed(): Promise<void>;
  /** The ids of all warnings that readers may see, in order. */
  readonly warnings: readonly string[];
};

/** `chosen` is the index of the candidate that publishes without its name. */
export const openUnnamedWorld = async (chosen: number): Promise<UnnamedWorld> => {
  let nowMs = STARTED_MS;
  const clock = { now: () => new Date(nowMs) };
  const env = { TOCSIN_REQUEST_BURST: '5000', TOCSIN_REQUESTS_PER_SECOND: '5000' };
  const endpoint = await openTestEndpoint({ clock, entropy: countedEntropy(), env });
  const { hub } = endpoint;
  for (const member of ALL) await hub.members.save(member);
  hub.directory.forget();
  const tokens = await tokensOf(endpoint);
  const warnings: string[] = [];
  const publish = async (slug: string, changes: Partial<WarningDraft>): Promise<string> => {
    nowMs += 60_000;
    const outcome = await publishWarning(
      hub,
      await publisherOf(endpoint, slug),
      draft({ marking: 'GREEN', audience: toReaders, validUntil: null, actions: [], ...changes }),
    );
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    await endpoint.drain();
    return outcome.value.warning;
  };
  const show = async (slug: string, changes: Partial<WarningDraft>): Promise<string> => {
    const id = await publish(slug, changes);
    warnings.push(id);
    return id;
  };
  return {
    endpoint,
    tokens,
    warnings,
    openly: () => publishOpenly(show, publish),
    unnamed: async () => {
      const slug = CANDIDATES[chosen]?.slug ?? '';
      const id = await publishUnnamed(slug, show);
      nowMs += 60_000;
      await correctUnnamed(endpoint, slug, id);
      await show(OUTSIDER.slug, { headline: LAST_HEADLINE });
    },
  };
};

const tokensOf = async ({ hub }: TestEndpoint): Promise<string[]> => {
  const tokens: string[] = [];
  for (const { member, role } of READERS) {
    const person = role === 'integrator' ? null : `${member.slug}/ann`;
    const created = await createKey(hub, { member: member.slug, role, person });
    if (!created.ok) throw new Error(created.problems[0]?.message);
    tokens.push(created.value.token);
  }
  return tokens;
};

const publisherOf = async ({ hub }: TestEndpoint, slug: string): Promise<Actor> => {
  const directory = await hub.directory.current();
  const member = directory.bySlug.get(slug)?.id ?? '';
  const found = actorOf(directory, { id: 'key', member, roles: ['publisher'], person: `${slug}/ann` });
  if (found === null) throw new Error(`${slug} is a member`);
  return found;
};

type Publish = (slug: string, changes: Partial<WarningDraft>) => Promise<string>;

const publishOpenly = async (show: Publish, publish: Publish): Promise<void> => {
  const [first, second, third, fourth] = CANDIDATES.map(({ slug }) => slug) as [
    string,
    string,
    string,
    string,
  ];
  await show(first, { headline: 'Gale in gateways', bundle: bundleOf(malware(3), tool(1), address, flaw) });
  // The same objects again, in a stricter warning that readers see, and in one that they do not.
  await show(second, {
    headline: 'Gale again',
    marking: 'AMBER',
    ...advisory,
    bundle: bundleOf(malware(3), group('one'), flaw),
  });
  await publish(third, {
    headline: 'Not for readers',
    marking: 'AMBER+STRICT',
    audience: toBystander,
    bundle: bundleOf(malware(3), tool(1), address, group('two')),
  });
  await show(fourth, { headline: 'Wrench is gone', bundle: bundleOf(tool(2, { revoked: true }), address) });
  // At the same moment another content.
  await show(OUTSIDER.slug, {
    headline: 'Gale by another',
    bundle: bundleOf(malware(3, { name: 'Gale of another' }), malware(4, { name: 'Gale of another' })),
  });
};

/** Returns the id of the first. */
const publishUnnamed = async (slug: string, show: Publish): Promise<string> => {
  const id = await show(slug, {
    headline: 'Somebody tells of Gale',
    ...advisory,
    actions: [{ text: 'Look at your gateways', by: null }],
    bundle: bundleOf(POLICY, marker, malware(3), address, flaw, group('two')),
  });
  await show(slug, {
    headline: 'Somebody tells of Wrench',
    marking: 'CLEAR',
    bundle: bundleOf(POLICY, marker, tool(2, { revoked: true }), group('one')),
  });
  return id;
};

const correctUnnamed = async (endpoint: TestEndpoint, slug: string, id: string): Promise<void> => {
  const { kind: _k, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = draft();
  const bundle = bundleOf(marker, POLICY, malware(3), address, group('one'));
  const updated = await updateWarning(endpoint.hub, await publisherOf(endpoint, slug), {
    id,
    expectedVersion: 1,
    draft: { ...texts, validUntil: null, bundle },
  });
  if (!updated.ok) throw new Error(JSON.stringify(updated.problems));
  await endpoint.drain();
};
