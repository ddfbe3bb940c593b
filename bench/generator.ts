// The data of the benchmark. The same seed gives the same objects, with the mix and sizes of real feeds (50 %
// indicators of about 1.4 kB, 10 % malware of 1.0 kB, 40 % relationships of 0.6 kB; 1,053 bytes on average).
import type { WarningDraft } from '../src/domain/warning.ts';

export const DEFAULT_SEED = 20_260_701;

export type StixLike = { readonly type: string; readonly id: string; readonly modified: string } & Record<
  string,
  unknown
>;

type Dice = { below(limit: number): number; uuid(): string; words(length: number): string };

const VOCABULARY =
  'gateway breaker relay substation operator credential implant beacon loader firmware controller tunnel lateral movement actor campaign command traffic outbound service account remote access turbine pump valve historian engineering workstation vendor update signed driver persistence schedule task registry collection staging exfiltration'.split(
    ' ',
  );

/** Mulberry32: its 32 bits of state are enough for a few hundred thousand choices. */
const diceOf = (seed: number): Dice => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => below(16).toString(16)).join('');
  return {
    below,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[below(4)]}${hex(3)}-${hex(12)}`,
    words: (length) => {
      let text = '';
      while (text.length < length) text += `${VOCABULARY[below(VOCABULARY.length)]} `;
      return text.slice(0, length).trimEnd();
    },
  };
};

const GREEN = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb';

const instant = (dice: Dice): string =>
  new Date(Date.UTC(2026, 0, 1) + dice.below(180 * 86_400) * 1_000 + dice.below(1_000)).toISOString();

const common = (type: string, dice: Dice) => {
  const created = instant(dice);
  return {
    type,
    spec_version: '2.1' as const,
    id: `${type}--${dice.uuid()}`,
    created_by_ref: 'identity--5f1b0a4e-6a7e-4c0e-8d53-0a4f9a3f4b11',
    created,
    modified: created,
    confidence: 40 + dice.below(60),
    object_marking_refs: [GREEN],
  };
};

const killChain = [{ kill_chain_name: 'mitre-attack-ics', phase_name: 'command-and-control' }];

const indicator = (dice: Dice): StixLike => {
  const address = `198.51.${dice.below(256)}.${dice.below(256)}`;
  const name = `${dice.words(8).replaceAll(' ', '-')}-${dice.below(100_000)}.example`;
  return {
    ...common('indicator', dice),
    name: `Beacon of ${dice.words(24)}`,
    description: dice.words(430),
    indicator_types: ['malicious-activity', 'anomalous-activity'],
    pattern: `[ipv4-addr:value = '${address}' OR domain-name:value = '${name}' OR file:hashes.'SHA-256' = '${dice.uuid().replaceAll('-', '')}${dice.uuid().replaceAll('-', '')}']`,
    pattern_type: 'stix',
    valid_from: instant(dice),
    kill_chain_phases: killChain,
    labels: [dice.words(10).replaceAll(' ', '-'), 'ics'],
    external_references: [
      {
        source_name: 'partner-report',
        external_id: `PR-${dice.below(100_000)}`,
        description: dice.words(60),
      },
      { source_name: 'analysis', url: `https://reports.example/${dice.uuid()}` },
    ],
  };
};

const malware = (dice: Dice): StixLike => ({
  ...common('malware', dice),
  name: `Loader ${dice.words(14)}`,
  description: dice.words(330),
  malware_types: ['remote-access-trojan', 'backdoor'],
  is_family: true,
  aliases: [dice.words(12), dice.words(12)],
  first_seen: instant(dice),
  kill_chain_phases: killChain,
  external_references: [{ source_name: 'partner-report', external_id: `PR-${dice.below(100_000)}` }],
});

const relationship = (dice: Dice, source: string, target: string): StixLike => ({
  ...common('relationship', dice),
  relationship_type: 'indicates',
  description: dice.words(95),
  source_ref: source,
  target_ref: target,
});

/** The objects of bundle number `index`; bundles share no ids. */
export const objectsFor = (seed: number, index: number, count: number): StixLike[] => {
  const dice = diceOf(Math.imul(seed ^ (index * 0x9e3779b1), 0x85ebca6b));
  const malwares = Array.from({ length: Math.max(1, Math.round(count * 0.1)) }, () => malware(dice));
  const indicators = Array.from({ length: Math.max(1, Math.round(count * 0.5)) }, () => indicator(dice));
  const edges = Array.from({ length: Math.max(0, count - malwares.length - indicators.length) }, () =>
    relationship(
      dice,
      indicators[dice.below(indicators.length)]?.id ?? '',
      malwares[dice.below(malwares.length)]?.id ?? '',
    ),
  );
  return [...malwares, ...indicators, ...edges];
};

export const bundleFor = (seed: number, index: number, count: number) => ({
  type: 'bundle' as const,
  id: `bundle--${diceOf(seed + index).uuid()}`,
  objects: objectsFor(seed, index, count),
});

export const meanBytes = (objects: readonly StixLike[]): number =>
  Math.round(objects.reduce((sum, object) => sum + JSON.stringify(object).length, 0) / objects.length);

const AUDIENCES: readonly WarningDraft['audience']['alternatives'][] = [
  [{ sectors: ['energy/electricity'] }],
  [{ sectors: ['health'] }],
  [{ sectors: ['energy/electricity'], countries: ['XA'] }],
  [{ countries: ['XB'] }],
  [{ sectors: ['drinking-water'] }, { communities: ['energy-circle'] }],
  [{ kinds: ['OPERATOR'], countries: ['XA'] }],
  [{ members: ['north-grid', 'city-hospital'] }],
  [{ sectors: ['transport/rail'] }],
];

const CONCERNED = ['energy/electricity', 'health', 'drinking-water', 'transport/rail'];

const pick = <Value>(values: readonly Value[], at: number): Value => values[at % values.length] as Value;

/** Warning number `index`: texts of realistic length, with varying audiences and markings to give policy work to do. */
export const draftFor = (seed: number, index: number, changes: Partial<WarningDraft> = {}): WarningDraft => {
  const dice = diceOf(seed + 7_919 * (index + 1));
  return {
    kind: 'WARNING',
    headline: `${index}: ${dice.words(70)}`,
    summary: dice.words(380),
    actions: Array.from({ length: 3 }, () => ({ text: dice.words(60), by: '2031-01-01T12:00:00.000Z' })),
    contacts: [
      { name: 'Duty desk', number: '+999 1 555 0100', hours: '24x7' },
      { name: 'Analysis', number: '+999 1 555 0101', hours: 'Mon to Fri, 8 to 18' },
    ],
    urgency: pick(['IMMEDIATE', 'EXPECTED', 'FUTURE'] as const, index),
    severity: pick(['SEVERE', 'MODERATE', 'MINOR'] as const, dice.below(3)),
    certainty: 'LIKELY',
    validUntil: '2031-01-01T00:00:00.000Z',
    language: 'en',
    translations: [],
    sectorsConcerned: [pick(CONCERNED, index)],
    countriesConcerned: [pick(['XA', 'XB'], index)],
    marking: pick(['GREEN', 'GREEN', 'AMBER', 'CLEAR', 'AMBER+STRICT'] as const, dice.below(5)),
    audience: { alternatives: pick(AUDIENCES, index), excludes: [] },
    allowEmptyAudience: true,
    exercise: null,
    bundle: null,
    externalReferences: [],
    ...changes,
  };
};
