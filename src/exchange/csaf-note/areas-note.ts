// Reads the free text of the note "Countries/areas deployed": worldwide, countries as ISO 3166-1 codes, and wider
// regions as UN M49 codes. Regions are reported as such; only the European Union is expanded into its countries.
import { phraseKey, scanPhrases } from './phrase-scan.ts';

export type AreasReading = {
  readonly worldwide: boolean;
  /** ISO 3166-1 alpha-2, in alphabetical order. */
  readonly countries: readonly string[];
  /** UN M49 codes of regions wider than a country. */
  readonly regions: readonly string[];
  readonly unmapped: readonly string[];
};

const WORLDWIDE = 'world';
const EUROPEAN_UNION = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK';

const AREAS: readonly (readonly [phrase: string, meaning: string])[] = [
  ...['Worldwide', 'Worlwide', 'World wide', 'World-wide', 'Global', 'Globally'].map(
    (phrase) => [phrase, WORLDWIDE] as const,
  ),
  ['European Union', EUROPEAN_UNION],
  ['EU', EUROPEAN_UNION],
  ['Africa', '002'],
  ['North America', '003'],
  ['South America', '005'],
  ['Central America', '013'],
  ['East Asia', '030'],
  ['Eastern Asia', '030'],
  ['South Asia', '034'],
  ['Southeast Asia', '035'],
  ['Latin America', '419'],
  ['Asia', '142'],
  ['Middle East', '145'],
  ['Europe', '150'],
  ['Oceania', '009'],
  ['US', 'US'],
  ['USA', 'US'],
  ['U.S', 'US'],
  ['United States of America', 'US'],
  ['UK', 'GB'],
  ['Great Britain', 'GB'],
  ['Korea', 'KR'],
  ['Republic of Korea', 'KR'],
  ['Czech Republic', 'CZ'],
  ['Turkey', 'TR'],
  ['Hong Kong', 'HK'],
  ['Macau', 'MO'],
];

/** Region codes that are not countries: EU, UN, the euro zone, outlying Oceania, pseudo-locales, unknown. */
const NO_COUNTRY = new Set([
  'EU',
  'UN',
  'EZ',
  'QO',
  'ZZ',
  'XA',
  'XB',
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'IC',
  'TA',
]);

function countryNames(): [string, string][] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes
    .filter((code) => !NO_COUNTRY.has(code))
    .flatMap((code): [string, string][] => {
      // Withdrawn codes (DD, SU) share the name of their successor; only current codes are canonical.
      const isCurrent = canonicalRegion(code) === code;
      const name = names.of(code);
      if (name === undefined || !isCurrent) return [];
      return [name, name.replaceAll('&', 'and')].map((spelling) => [phraseKey(spelling), code]);
    });
}

function canonicalRegion(code: string): string | undefined {
  return new Intl.Locale(Intl.getCanonicalLocales(`und-${code}`)[0] ?? 'und').region;
}

const PHRASES: ReadonlyMap<string, string> = new Map([
  ...countryNames(),
  ...AREAS.map(([phrase, meaning]) => [phraseKey(phrase), meaning] as const),
]);

export function readAreasNote(text: string): AreasReading {
  const { found, rest } = scanPhrases(text, PHRASES);
  const codes = [...new Set(found.flatMap((meaning) => meaning.split(' ')))].sort();
  return {
    worldwide: codes.includes(WORLDWIDE),
    countries: codes.filter((code) => /^[A-Z]{2}$/.test(code)),
    regions: codes.filter((code) => /^[0-9]{3}$/.test(code)),
    unmapped: rest,
  };
}
