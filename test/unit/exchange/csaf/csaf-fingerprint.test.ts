// Which changes notify and which are silent: the published revisions of 56 real advisories, and single edits.
import { describe, expect, test } from '@jest/globals';
import { contentFingerprint } from '../../../../src/exchange/csaf/fingerprint.ts';
import { parseCsaf } from '../../../../src/exchange/csaf/parse-csaf.ts';
import { readCsv } from '../../../../src/exchange/csv.ts';
import { publicSet } from '../../../support/inputs/public-set.ts';
import { seedAdvisory } from '../real-input.ts';

function fingerprint(text: string): string {
  const parsed = parseCsaf(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return contentFingerprint(parsed.advisory);
}

const sample = seedAdvisory('icsa-24-032-01.json');

// biome-ignore lint/suspicious/noExplicitAny: the test edits the advisory freely
function notifies(change: (advisory: any) => void): boolean {
  const advisory = JSON.parse(sample);
  change(advisory);
  return fingerprint(JSON.stringify(advisory)) !== fingerprint(sample);
}

describe('the fingerprint of an advisory', () => {
  test('addresses, dates, history, acknowledgements, boilerplate and white space notify nobody', () => {
    expect(
      notifies(({ document, vulnerabilities }) => {
        for (const reference of document.references)
          reference.url = `https://example.org/${reference.summary.length}`;
        for (const one of vulnerabilities)
          for (const remedy of one.remediations) remedy.url = 'https://example.org/';
        for (const one of vulnerabilities) one.references = [{ summary: 'x', url: 'https://example.org/' }];
        document.acknowledgments = [{ organization: 'Somebody' }];
        document.publisher.contact_details = 'elsewhere';
      }),
    ).toBe(false);
    expect(
      notifies(({ document }) => {
        document.title = ` ${document.title} (Update C) `;
        document.notes.push({ category: 'legal_disclaimer', text: 'Other terms.' });
        document.notes.push({ category: 'general', title: 'Recommended Practices', text: 'Ask somebody.' });
        for (const note of document.notes) note.text = note.text.replaceAll('. ', '.\n  ');
        document.tracking.current_release_date = '2001-01-01T00:00:00Z';
        document.tracking.version = '1.0.0';
        document.tracking.revision_history = [
          { date: '2001-01-01T00:00:00Z', number: '1.0.0', summary: 'again' },
        ];
      }),
    ).toBe(false);
  });

  test.each<[string, Parameters<typeof notifies>[0]]>([
    ['title', ({ document }) => Object.assign(document, { title: 'Another product' })],
    ['marking', ({ document }) => Object.assign(document.distribution.tlp, { label: 'AMBER' })],
    [
      'risk',
      ({ document }) =>
        document.notes.push({ category: 'summary', title: 'Risk evaluation', text: 'Worse.' }),
    ],
    [
      'exploited',
      ({ document }) => document.notes.push({ category: 'general', text: 'Actively exploited now.' }),
    ],
    ['CVE', ({ vulnerabilities }) => Object.assign(vulnerabilities[0], { cve: 'CVE-1999-0001' })],
    [
      'score',
      ({ vulnerabilities }) =>
        Object.assign(vulnerabilities[0].scores[0].cvss_v3, {
          vectorString: 'CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N',
          baseScore: 1.6,
        }),
    ],
    [
      'remedy',
      ({ vulnerabilities }) => Object.assign(vulnerabilities[0].remediations[0], { details: 'Unplug it.' }),
    ],
    [
      'kind of remedy',
      ({ vulnerabilities }) => Object.assign(vulnerabilities[0].remediations[0], { category: 'workaround' }),
    ],
    ['range', ({ product_tree }) => renameLeaf(product_tree.branches[0])],
  ])('a change of %s notifies', (_what, change) => {
    expect(notifies(change)).toBe(true);
  });

  test('of 179 real transitions 30 notify: each new version with new content, no mere change of addresses', () => {
    const files = publicSet('csaf-cisa-revisions');
    const before = new Map<string, string>();
    const counts: Record<string, [alert: number, silent: number]> = {};
    for (const row of readCsv(files.get('timeline.csv') ?? '')) {
      const { advisory = '', file = '', change_from_previous: kind = '', what_changed: changes } = row;
      const print = fingerprint(files.get(`${advisory}/${file}`) ?? '');
      const former = before.get(advisory);
      before.set(advisory, print);
      if (former === undefined) continue;
      const key = changes === '/document/references/*/url' ? 'addresses only' : kind;
      counts[key] ??= [0, 0];
      counts[key][print === former ? 1 : 0] += 1;
    }
    expect(counts).toEqual({
      'addresses only': [0, 98],
      'silent edit (same version)': [11, 0],
      'silent edit (same version, other release date)': [0, 15],
      'new version': [19, 0],
      'new version, release date went back': [0, 31],
      'version rewritten (1.0.0 -> 1)': [0, 4],
      'tracking id changed': [0, 1],
    });
  });
});

type Branch = { name: string; branches?: Branch[] };

function renameLeaf(branch: Branch): void {
  const [child] = branch.branches ?? [];
  if (child === undefined) branch.name = '< 99';
  else renameLeaf(child);
}
