// The word for a CVSS 3 score as issuers misspell it: "critical", "Moderate". The score beside it says which is meant.

const BANDS: readonly string[] = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];

/** `path`: where it stands in the document; `was`: what stands there; `is`: as it is read. */
export type ReadWord = { readonly path: string; readonly was: string; readonly is: string };

type Cvss = { readonly baseSeverity: string; readonly baseScore: unknown };

/** CVSS v3.1, §5. */
const bandOf = (score: number): string => {
  if (score <= 0) return 'NONE';
  if (score < 4) return 'LOW';
  if (score < 7) return 'MEDIUM';
  return score < 9 ? 'HIGH' : 'CRITICAL';
};

/** As it is meant; null where nothing tells. */
const meant = ({ baseSeverity, baseScore }: Cvss): string | null => {
  const word = baseSeverity.trim().toUpperCase();
  if (BANDS.includes(word)) return word;
  return typeof baseScore === 'number' ? bandOf(baseScore) : null;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listIn = (value: unknown, name: string): readonly unknown[] => {
  const list = isRecord(value) ? value[name] : undefined;
  return Array.isArray(list) ? list : [];
};

const isCvss = (value: unknown): value is Cvss & Record<string, unknown> =>
  isRecord(value) && typeof value['baseSeverity'] === 'string';

/** Puts the words of a document of CSAF 2.0 right, in the place where they stand; `holder` is what holds them in the given one. */
export const severityWordsRead = (document: unknown, holder = 'scores[N]'): ReadWord[] =>
  listIn(document, 'vulnerabilities').flatMap((vulnerability, at) =>
    listIn(vulnerability, 'scores').flatMap((score, place) => {
      const cvss = isRecord(score) ? score['cvss_v3'] : undefined;
      if (!isCvss(cvss) || BANDS.includes(cvss.baseSeverity)) return [];
      const was = cvss.baseSeverity;
      const is = meant(cvss);
      if (is === null) return [];
      Object.assign(cvss, { baseSeverity: is });
      const path = `$.vulnerabilities[${at}].${holder.replace('N', String(place))}.cvss_v3.baseSeverity`;
      return [{ path, was, is }];
    }),
  );
