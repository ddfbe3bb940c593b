// What is known about a warning as sentences: known to be exploited since when, SSVC, CVSS, EPSS, techniques and false
// positives, each with its source and date.
import { defanged } from './defang.ts';
import type { Exploitation, Known, KnownSource } from './known.ts';

/** At most so many of each kind are spelt out; the rest are counted. */
const MOST = 3;
const MOST_TECHNIQUES = 5;

/** The facts as sentences, the weightiest first. */
export const knownInWords = (known: Known): string[] => [
  ...exploitedIn(known),
  ...decisionsIn(known),
  ...scoresIn(known),
  ...probabilitiesIn(known),
  ...techniquesIn(known),
  ...falsePositivesIn(known),
];

/** Without the name of a commit, which says nothing to a reader; the contract gives the whole version. */
const sourceText = ({ name, version }: KnownSource): string => {
  // Parts that were loaded one by one stand after the whole: five of them are four lines of noise beneath an action.
  const [whole = '', ...parts] = version.split('; ');
  const since = parts.length === 0 ? '' : `, ${parts.length} of its lists changed since`;
  const said = whole
    .replace(/ *\([^()]*\b[0-9a-f]{7,40}\)$/, '')
    // MISP's lists: the commit first, and its day.
    .replace(/^[0-9a-f]{7,40} *\((\d{4}-\d\d-\d\d)\)$/, '$1');
  return `${isCommit(said) ? name : `${name} ${said}`.trim()}${since}`;
};

const isCommit = (text: string): boolean => /^[0-9a-f]{7,40}$/.test(text) && /[a-f]/.test(text);

/** Providers are written as in the records of CVEs, such as palo_alto. */
const providerText = (provider: string): string => provider.replaceAll('_', ' ');

const withMore = (sentences: readonly string[], count: number, what: string, most = MOST): string[] => {
  const more = count - Math.min(most, sentences.length);
  return [...sentences.slice(0, most), ...(more > 0 ? [`… and ${more} more ${what}`] : [])];
};

const exploitedIn = ({ exploited, exploitedCount }: Known): string[] =>
  withMore(
    exploited.map(({ cve, since, dueDate, inRansomware, source }) => {
      const ransomware = inRansomware ? ', also by ransomware' : '';
      const due = dueDate === null ? '' : `; US federal due date ${dueDate}`;
      return `${cve} is known to be exploited since ${since}${ransomware}${due} (${sourceText(source)})`;
    }),
    exploitedCount,
    'known to be exploited',
  );

const EXPLOITATION: Readonly<Record<Exploitation, string>> = {
  none: 'no exploitation known',
  poc: 'public proof of concept',
  active: 'active exploitation',
};

const decisionsIn = ({ decisions, decisionCount }: Known): string[] =>
  withMore(
    decisions.map(({ cve, decision, exploitation, isAutomatable, technicalImpact, decidedOn, source }) => {
      const automatable = isAutomatable ? 'automatable' : 'not automatable';
      const why = `${EXPLOITATION[exploitation]}, ${automatable}, ${technicalImpact} impact`;
      return `${cve}: SSVC says ${decision} (${why}), ${decidedOn} (${sourceText(source)})`;
    }),
    decisionCount,
    'with an SSVC decision',
  );

const scoresIn = ({ scores, scoreCount }: Known): string[] =>
  withMore(
    scores.map(
      ({ cve, cvssVersion, score, band, provider, source }) =>
        `${cve}: CVSS ${cvssVersion} ${score.toFixed(1)} ${band} by ${providerText(provider)} (${sourceText(source)})`,
    ),
    scoreCount,
    'CVSS scores',
  );

const percent = (share: number): string => `${(share * 100).toFixed(share < 0.01 ? 2 : 1)} %`;

const probabilitiesIn = ({ probabilities, probabilityCount }: Known): string[] =>
  withMore(
    probabilities.map(
      ({ cve, probability, percentile, scoredOn }) =>
        `${cve}: EPSS ${percent(probability)} within 30 days, higher than ${percent(percentile)} of all CVEs (FIRST, ${scoredOn})`,
    ),
    probabilityCount,
    'with an EPSS score',
  );

const techniquesIn = ({ techniques, techniqueCount }: Known): string[] => {
  if (techniques.length === 0) return [];
  const named = techniques
    .slice(0, MOST_TECHNIQUES)
    .map(({ techniqueId, name }) => (techniqueId === null ? name : `${name} (${techniqueId})`));
  const more = techniqueCount - named.length;
  const source = techniques.find((each) => each.source !== null)?.source;
  const from = source === null || source === undefined ? 'as its publisher says' : sourceText(source);
  return [`Techniques: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''} (${from})`];
};

const falsePositivesIn = ({ falsePositives, falsePositiveCount }: Known): string[] =>
  withMore(
    falsePositives.map(
      ({ value, list, source }) =>
        `Look twice before you block ${defanged(value)}: it is on "${list}" (${sourceText(source)})`,
    ),
    falsePositiveCount,
    'values on warning lists',
  );
