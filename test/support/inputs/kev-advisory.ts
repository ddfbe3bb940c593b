// An advisory of CISA about a vulnerability that is known to be exploited.
import { fieldCase } from './field-case.ts';

export const KEV_ADVISORY = fieldCase('kev-advisory.json');

/**
 * The advisory under another number, of this CVE, at one of its versions: nothing that matters to a reader changes between them.
 * Its issuer does not know that it is exploited.
 */
export const advisoryOf = (cve: string, version: number): string => {
  const text = KEV_ADVISORY.replaceAll('ICSA-', `ICS${cve}-`).replace(
    /Known public exploitations[^"]*/,
    'No known public exploitation was reported to CISA.',
  );
  const advisory = JSON.parse(text.replaceAll('CVE-2023-6448', cve));
  const { tracking } = advisory.document;
  const date = `2026-05-0${version}T00:00:00.000Z`;
  const history = Array.from({ length: version }, (_, at) => ({ date, number: `${at + 1}`, summary: 'x' }));
  Object.assign(tracking, { version: `${version}`, current_release_date: date, revision_history: history });
  return JSON.stringify(advisory);
};
