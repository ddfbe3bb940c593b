// The draft of a warning made from an advisory: what a tired person reads first.
import { describe, expect, test } from '@jest/globals';
import { isSector } from '../../../../src/domain/sector.ts';
import { draftProblems } from '../../../../src/domain/warning-rules.ts';
import type { CsafDraft } from '../../../../src/exchange/csaf/draft.ts';
import { shortened } from '../../../../src/exchange/csaf/plain-text.ts';
import { readCsaf } from '../../../../src/exchange/csaf/read-csaf.ts';
import { advisoryDraft } from '../../../../src/service/import/advisory-draft.ts';
import { publicSet } from '../../../support/inputs/public-set.ts';
import { seedAdvisory } from '../real-input.ts';

function draftOf(text: string, knownExploited?: ReadonlySet<string>): CsafDraft {
  const reading = readCsaf(text, knownExploited === undefined ? {} : { knownExploited });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.draft;
}

// biome-ignore lint/suspicious/noExplicitAny: the test edits the advisory freely
function changed(text: string, change: (advisory: any) => void): string {
  const advisory = JSON.parse(text);
  change(advisory);
  return JSON.stringify(advisory);
}

const EVERYBODY = { alternatives: [{}], excludes: [] };
const sample = seedAdvisory('icsa-24-032-01.json');

test('a title shows no other words than it has', () => {
  const draft = draftOf(
    changed(sample, ({ document }) => {
      document.title = 'Pump \u202Egnp.exe\u202C fails';
    }),
  );
  expect(draft.headline).toBe('Pump gnp.exe fails');
});

describe('what acts on a screen, or cannot be seen, comes in cleaned, with a finding', () => {
  const read = (change: Parameters<typeof changed>[1]) => {
    const reading = readCsaf(changed(sample, change));
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const cleaned = reading.findings.filter(({ code }) => code === 'CSAF_TEXT_CLEANED');
    const draft = advisoryDraft(reading.draft, reading.stix, EVERYBODY);
    expect(draftProblems(draft, new Date('2026-01-01T00:00:00Z'))).toEqual([]);
    return {
      draft,
      cleaned: cleaned.map(({ path }) => path),
      messages: cleaned.map(({ message }) => message),
    };
  };

  test('a title and a name with controls', () => {
    const { draft, cleaned, messages } = read(({ document }) => {
      document.title = 'Pump\u001b[2J fails\u0007,\n and \u200fstops';
      document.publisher.name = 'Example\u202e\tPSIRT';
      document.publisher.contact_details = 'Phone: +49 30\t123456';
    });
    expect(draft.headline).toBe('Pump[2J fails, and stops');
    expect(draft.externalReferences[0]?.source).toBe('Example PSIRT');
    expect(draft.contacts).toEqual([{ name: 'Example PSIRT', number: '+49 30 123456', hours: 'not stated' }]);
    expect(cleaned).toEqual(['$.document.title', '$.document.publisher.name']);
    expect(messages[0]).toContain('U+001B');
  });

  test('a title and a name that nobody sees', () => {
    const { draft, cleaned } = read(({ document }) => {
      document.title = '\u200b';
      document.publisher.name = '\u2060 ';
    });
    expect(draft.headline).toBe('ICSA-24-032-01');
    expect(draft.externalReferences[0]?.source).toBe('https://www.cisa.gov/');
    expect(cleaned).toEqual(['$.document.title', '$.document.publisher.name']);
  });

  test('line breaks alone, and joiners, are no finding', () => {
    const { draft, cleaned } = read(({ document }) => {
      document.title = 'پمپ‌ها\n می‌ایستند';
    });
    expect(draft.headline).toBe('پمپ‌ها می‌ایستند');
    expect(cleaned).toEqual([]);
  });
});

describe('the telephone number of an issuer', () => {
  test.each<[string, string | null]>([
    ['Email: desk@example.org;\n Toll Free: 1-888-282-0870', '1-888-282-0870'],
    ['PSIRT, phone +49 (0)30 123456-0, https://example.org/2024-01-15/12345678', '+49 (0)30 123456-0'],
    ['Tel.: 030 1234567', '030 1234567'],
    ['(555) 123-4567', '(555) 123-4567'],
    ['Telefon: 0800 2741000 (Mo-Fr)', '0800 2741000'],
    ['Fax: +49 30 123456\nTel: +49 30 654321', '+49 30 654321'],
    ['PGP: 4F1D 2C33 1234 5678 9012 3456 7890 1234 5678 9012', null],
    ['Our key: 0x12345678, fingerprint 1234 5678 9012 3456', null],
    ['key fingerprint: 1234 567 890 1234', null],
    ['https://example.org/advisories/2024-02-01/20240201-1', null],
    ['Since 2024-02-01, psirt@example.org', null],
    ['Postfach 20 03 63, 53133 Bonn', null],
    ['Washington, DC 20505-0001', null],
    ['D-80333 München', null],
    ['Case 12345678', null],
    ['psirt+1234567@example.org', null],
  ])('in "%s" is %p', (contact, number) => {
    const draft = draftOf(
      changed(sample, ({ document }) => {
        document.publisher.contact_details = contact;
      }),
    );
    expect(draft.contacts.map((each) => each.number)).toEqual(number === null ? [] : [number]);
  });
});

describe('the draft of a warning', () => {
  test('every real advisory yields a valid draft', () => {
    const advisories = publicSet('csaf-cisa');
    expect(advisories.size).toBe(400);
    for (const advisory of advisories.values()) {
      const draft = draftOf(advisory);
      expect(draft.headline).toMatch(/^\S.{1,138}\S$/);
      expect(draft.headline).not.toMatch(/\(Update/i);
      expect(draft.summary.length).toBeGreaterThan(20);
      expect(draft.summary.length).toBeLessThanOrEqual(700);
      expect(draft.actions.length).toBeGreaterThan(0);
      expect(draft.actions.length).toBeLessThanOrEqual(5);
      for (const { text } of draft.actions) expect(text).toMatch(/^\S.{10,498}\S$/);
      expect(draft.sectors.every(isSector)).toBe(true);
      expect(draft.severity).not.toBe('UNKNOWN');
      expect(draft.tlp).toBe('CLEAR');
    }
  });

  test('a fix comes before a workaround, and both before general advice', () => {
    const text = changed(sample, ({ vulnerabilities, document }) => {
      const product_ids = vulnerabilities[0].product_status.known_affected;
      const remedy = (category: string, details: string) => ({ category, details, product_ids });
      vulnerabilities.length = 1;
      vulnerabilities[0].remediations = [
        remedy('mitigation', 'Example recommends the following:'),
        remedy('none_available', 'Currently no fix is available for model B'),
        remedy('workaround', 'Disable   the web server\nif not needed. '),
        remedy('mitigation', 'For more information see https://example.org/advisory.'),
        remedy('vendor_fix', 'Upgrade everything to version 2.'),
      ];
      document.notes = [
        { category: 'general', text: 'Minimize network exposure.', title: 'Recommended Practices' },
      ];
    });
    expect(draftOf(text).actions.map((action) => action.text)).toEqual([
      'WEB-MASTER: Upgrade everything to version 2.',
      'Disable the web server if not needed.',
      'Currently no fix is available for model B',
      'Minimize network exposure.',
    ]);
  });

  test('a fix for one of many products names the product', () => {
    const text = changed(sample, ({ product_tree, vulnerabilities }) => {
      const version = (product_id: string) => ({
        category: 'product_version_range',
        name: '<3',
        product: { name: `Product ${product_id}`, product_id },
      });
      product_tree.branches = ['Pump', 'Valve'].map((name) => ({
        category: 'vendor',
        name: 'Example',
        branches: [{ category: 'product_name', name, branches: [version(name)] }],
      }));
      const remediations = [
        { category: 'vendor_fix', details: 'Update to V3 or later', product_ids: ['Valve'] },
      ];
      vulnerabilities.length = 1;
      const products = ['Pump', 'Valve'];
      delete vulnerabilities[0].flags;
      delete vulnerabilities[0].threats;
      Object.assign(vulnerabilities[0], { product_status: { known_affected: products }, remediations });
      for (const score of vulnerabilities[0].scores) score.products = products;
    });
    expect(draftOf(text).actions[0]?.text).toBe('Valve: Update to V3 or later');
  });

  test('severity follows CVSS; an exploited vulnerability is urgent and observed', () => {
    const scored = (baseScore: number) =>
      draftOf(
        changed(sample, ({ vulnerabilities }) => {
          // Beside a temporal metric a score is taken as it is stated.
          for (const { scores } of vulnerabilities)
            for (const { cvss_v3: v3 } of scores)
              Object.assign(v3, { baseScore, vectorString: `${v3.vectorString}/E:X` });
        }),
      ).severity;
    expect([9.8, 9, 8.9, 7, 6.9, 4, 3.9, 0.1, 0].map(scored)).toEqual(
      'EXTREME EXTREME SEVERE SEVERE MODERATE MODERATE MINOR MINOR MINOR'.split(' '),
    );
    const known = draftOf(sample, new Set(draftOf(sample).cves));
    expect([known.urgency, known.certainty, known.exploitation]).toEqual(['IMMEDIATE', 'OBSERVED', 'active']);
    const saying = (words: string) =>
      draftOf(
        changed(sample, ({ document }) => {
          document.notes = [{ category: 'other', title: 'Exploitability', text: words }];
        }),
      ).exploitation;
    expect(saying('No known public exploits specifically target this vulnerability.')).toBe('none');
    expect(saying('Low skill level to exploit. Public exploits are available.')).toBe('public');
    expect(saying('This vulnerability has been exploited in the wild.')).toBe('active');
    expect(saying('Nothing else.')).toBe('unknown');
  });

  test('language, sectors, areas and numbers are kept', () => {
    const draft = draftOf(
      changed(sample, ({ document }) => {
        document.lang = 'PT-br';
        document.title = `${document.tracking.id}_Example Pump (Update B)`;
        document.notes.push({ category: 'other', title: 'Critical infrastructure sector', text: 'Dams' });
      }),
    );
    expect(draft.language).toBe('pt-BR');
    expect(draft.headline).toBe('Example Pump');
    expect(draft.externalId).toBe('ICSA-24-032-01');
    expect(draft.url).toMatch(/^https:\/\/www\.cisa\.gov\//);
  });

  test.each([
    ['EN', 'en'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['de-CH-1901', 'de-CH-1901'],
    ['en-1901-1901', 'en-1901'],
    ['zh-cmn-Hans', 'zh-Hans'],
    ['i-klingon', 'tlh'],
    ['i-default', 'und'],
  ])('the language %s is %s', (lang, language) => {
    expect(draftOf(changed(sample, ({ document }) => Object.assign(document, { lang }))).language).toBe(
      language,
    );
  });

  test('long text ends at a sentence or a word, and never within a character', () => {
    expect(shortened('One two three. Four five six.', 25)).toBe('One two three.');
    expect(shortened('onetwothree four five', 16)).toBe('onetwothree…');
    expect(shortened('😀'.repeat(20), 12).isWellFormed()).toBe(true);
    expect(shortened('short', 10)).toBe('short');
  });
});
