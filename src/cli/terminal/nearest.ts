// What a person probably meant, as the end of a sentence.
import { nearestOf } from '../../domain/likeness/nearest.ts';

/** Everyday words for those that CAP and the scheme of sectors use, in lower case. */
const EVERYDAY: Readonly<Record<string, readonly string[]>> = {
  critical: ['EXTREME'],
  high: ['SEVERE'],
  serious: ['SEVERE'],
  important: ['SEVERE'],
  medium: ['MODERATE'],
  low: ['MINOR'],
  info: ['MINOR', 'INFORMATION'],
  now: ['IMMEDIATE'],
  urgent: ['IMMEDIATE'],
  asap: ['IMMEDIATE'],
  soon: ['EXPECTED'],
  later: ['FUTURE'],
  over: ['PAST'],
  confirmed: ['OBSERVED'],
  certain: ['OBSERVED'],
  probable: ['LIKELY'],
  maybe: ['POSSIBLE'],
  none: ['UNKNOWN'],
  electric: ['energy/electricity'],
  power: ['energy/electricity'],
  grid: ['energy/electricity'],
  heating: ['energy/district-heating'],
  sewage: ['waste-water'],
  wastewater: ['waste-water'],
  aviation: ['transport/air'],
  railway: ['transport/rail'],
  shipping: ['transport/water'],
  maritime: ['transport/water'],
  finance: ['banking'],
  bank: ['banking'],
  hospital: ['health'],
  healthcare: ['health'],
  government: ['public-administration'],
  defense: ['defence-industrial-base'],
  agriculture: ['food'],
  internet: ['digital-infrastructure'],
  it: ['ict-services'],
};

/** Names of parts are long enough to be meant by them. */
const LEAST = 4;

/** `Did you mean x?`, with a blank before it; empty when nothing is near. */
export const meant = (word: string, known: readonly string[]): string => {
  const near = nearOnes(word.trim().toLowerCase().replaceAll('_', '-'), known);
  const last = near.at(-1);
  if (last === undefined) return '';
  const others = near.slice(0, -1).join(', ');
  return ` Did you mean ${others === '' ? last : `${others} or ${last}`}?`;
};

/** What the word stands for every day; else what it is a part of, such as water of drinking-water; else the fewest letters away. */
const nearOnes = (word: string, known: readonly string[]): readonly string[] => {
  const wanted = (EVERYDAY[word] ?? []).map((each) => each.toLowerCase());
  const everyday = known.filter((each) => wanted.includes(each.toLowerCase()));
  if (everyday.length > 0) return everyday;
  const parts = (name: string): string[] => name.toLowerCase().split(/[-_/+]/);
  const whole = word.length < LEAST ? [] : known.filter((each) => parts(each).includes(word));
  if (whole.length > 0 && whole.length <= 3) return whole;
  const near = nearestOf(word, known);
  return near === null ? [] : [near];
};
